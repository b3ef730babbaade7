import type { TextEdit, Turn } from '../study/model.js'

/**
 * The turns of a text after it was edited: each goes where its words went.
 *
 * Words put at the begin of a turn belong to it, and those put at its end as far as they stand on its line. What was put
 * between turns belongs to none. A turn whose words are gone keeps its place and has none.
 *
 * @param turns the turns before, in order
 * @param edits what changed, in order
 * @example
 * carryTurns([{ start: 3, end: 6, speaker: 'R', respondents: ['10'], asks: false, at: null }], [{ at: 0, cut: '', put: 'Head\n' }])
 * //=> [{ start: 8, end: 11, speaker: 'R', respondents: ['10'], asks: false, at: null }]
 */
export function carryTurns(turns: readonly Turn[], edits: readonly TextEdit[]): readonly Turn[] {
  const startOf = carrier(edits, ({ at, cut, put }, start) =>
    start === at ? 0 : start === at + cut.length ? put.length : put.lastIndexOf('\n') + 1,
  )
  const endOf = carrier(edits, ({ at, cut, put }, end) => (end > at ? inside(end - at, cut, put) : cut === '' ? firstLine(put) : 0))
  let free = 0
  return turns.map(turn => {
    const start = Math.max(free, startOf(turn.start))
    free = Math.max(start, endOf(turn.end))
    return { ...turn, start, end: free }
  })
}

const firstLine = (text: string) => (text.indexOf('\n') < 0 ? text.length : text.indexOf('\n'))
const inside = (offset: number, cut: string, put: string) => (offset === cut.length ? put.length : firstLine(put))

/** Carries offsets that do not decrease. What an edit touches goes to its own place in what was put in. */
function carrier(edits: readonly TextEdit[], within: (edit: TextEdit, offset: number) => number): (offset: number) => number {
  let next = 0
  let shift = 0
  return offset => {
    while (next < edits.length && edits[next]!.at + edits[next]!.cut.length < offset) {
      shift += edits[next]!.put.length - edits[next]!.cut.length
      next++
    }
    const edit = edits[next]
    return edit === undefined || offset < edit.at ? offset + shift : edit.at + shift + within(edit, offset)
  }
}
