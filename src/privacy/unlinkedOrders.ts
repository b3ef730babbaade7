import type { Span, Study, TableName } from '../study/index.js'
import { membersOf } from '../transcript/index.js'
import type { SafeStudyOptions } from './safeNames.js'
import { safeSpan } from './safeTranscript.js'

type Rows = readonly { readonly id: string }[]

/**
 * The order in which rows get their numbers when nothing may be tied together: by the words of the safe study, so that a number tells
 * nothing of who spoke before or after.
 */
export function unlinkedOrders(study: Study, { texts, sayIn }: SafeStudyOptions): ReadonlyMap<TableName, Rows> {
  const wordsAt = (transcript: string | null, spans: readonly Span[]) => {
    const safe = texts.get(transcript ?? '')
    return spans.map(span => {
      const at = safeSpan(safe?.segments ?? [], span)
      return at === null ? '' : (safe?.text.slice(at.start, at.end) ?? '')
    })
  }
  const textOf = (id: string) => texts.get(id)?.text ?? ''
  const spoken = new Map<string, string[]>()
  for (const one of study.transcripts) for (const id of membersOf(one)) spoken.set(id, [...(spoken.get(id) ?? []), textOf(one.id)])
  return new Map<TableName, Rows>([
    ['transcripts', byWords(study.transcripts, one => [textOf(one.id)])],
    ['respondents', byWords(study.respondents, one => [...(spoken.get(one.id) ?? [])].sort())],
    ['codings', byWords(study.codings, one => [...wordsAt(one.transcript, [one]), one.code, one.role])],
    [
      'quotes',
      byWords(study.quotes, one => [one.text === null ? '' : sayIn(one.text, one.transcript ?? ''), ...wordsAt(one.transcript, one.spans)]),
    ],
  ])
}

function byWords<R extends { readonly id: string }>(rows: readonly R[], words: (row: R) => readonly string[]): readonly R[] {
  const keyed = rows.map(row => ({ row, key: words(row).join('\n') }))
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(one => one.row)
}
