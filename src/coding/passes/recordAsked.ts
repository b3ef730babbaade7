import { addRow } from './addRow.js'
import type { Draft } from './draft.js'
import { need } from './meant.js'
import type { Fragment, Places } from './places.js'

/** What became of a topic of the guide in a conversation. */
export interface AskedFacts {
  /** `asked` unless given. */
  readonly status?: 'asked' | 'volunteered' | 'not reached'
  /** Where the answer stands, question and all; several places when the talk came back to it. */
  readonly at?: Fragment | readonly Fragment[]
}

/** Says whether a topic was asked, volunteered or not reached in a conversation, and where. */
export function recordAsked(draft: Draft, places: Places, transcript: string, name: string, { status = 'asked', at }: AskedFacts): void {
  const topic = need(draft, 'topics', name, 'topic', 'use the id of a topic of topics.csv')
  const known = need(draft, 'transcripts', transcript, 'transcript', 'use an id of transcripts.csv')
  const fragments = at === undefined ? [] : places.check(at)
  if (topic === null || known === null || fragments === null) return
  if (fragments.some(one => one.transcript !== known))
    return draft.problem('this place is in another transcript', 'point at words of the same one')
  const rows = draft.having('answers', 'transcript', known).filter(row => row.topic === topic)
  if (status === 'not reached') {
    if (fragments.length > 0)
      return draft.problem('a topic that was not reached has no place', 'leave "at" out, or say asked or volunteered')
    const answered = rows.find(row => row.start !== null)
    if (answered !== undefined)
      return draft.problem(
        'answers.csv has a place where this topic was answered',
        'take that row away first',
        draft.place('answers', answered.id),
      )
  }
  if (fragments.length === 0 && rows.length > 1) {
    if (rows.some(row => row.status === status)) return
    return draft.problem('answers.csv has several places for this topic', 'give the place that is meant with "at"', { transcript: known })
  }
  const spans = fragments.length === 0 ? [{ start: null, end: null }] : fragments
  for (const { start, end } of spans) {
    const there = draft.having('answers', 'transcript', known).filter(row => row.topic === topic)
    // A row without a place is the same answer, of which less was known.
    const same = there.find(row => row.start === start && row.end === end) ?? there.find(row => row.start === null || start === null)
    const place = start === null ? {} : { start, end }
    if (same !== undefined) draft.change('answers', same.id, { status, ...place })
    else addRow(draft, 'answers', { transcript: known, topic, start, end, status })
  }
}
