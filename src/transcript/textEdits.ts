import { StudyError } from '../study/error.js'
import type { TextEdit } from '../study/model.js'

/**
 * Applies edits to a text.
 *
 * @param text the text that the edits were made in
 * @param edits in order, not overlapping; their places count in `text`, in UTF-16 code units
 * @throws StudyError when what the edits cut out does not stand there
 * @example
 * applyEdits('we met dayly', [{ at: 7, cut: 'dayly', put: 'daily' }])
 * //=> 'we met daily'
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  if (!editsFit(text, edits))
    throw new StudyError([{ what: 'the text is not the one that these edits were made in', hint: 'take back later changes of it first' }])
  const parts: string[] = []
  let at = 0
  for (const edit of edits) {
    parts.push(text.slice(at, edit.at), edit.put)
    at = edit.at + edit.cut.length
  }
  return [...parts, text.slice(at)].join('')
}

/** Whether a text has at the places of edits what they cut out, in order and without overlap. */
export function editsFit(text: string, edits: readonly TextEdit[]): boolean {
  let from = 0
  return edits.every(({ at, cut }) => {
    const fits = at >= from && at <= text.length && text.startsWith(cut, at)
    from = at + cut.length
    return fits
  })
}

/**
 * The edits that take edits back: applied to the text after, they give the text before.
 *
 * @example
 * invertEdits([{ at: 7, cut: 'dayly', put: 'daily' }])
 * //=> [{ at: 7, cut: 'daily', put: 'dayly' }]
 */
export function invertEdits(edits: readonly TextEdit[]): readonly TextEdit[] {
  let shift = 0
  return edits.map(({ at, cut, put }) => {
    const inverse = { at: at + shift, cut: put, put: cut }
    shift += put.length - cut.length
    return inverse
  })
}
