import { isUnlinked, type Study } from '../study/index.js'
import { Table } from '../table/index.js'
import { membersOf } from '../transcript/index.js'
import { countable } from './countable.js'
import { groupOf } from './groupOf.js'
import { quoteSpeakers } from './quoteSpeakers.js'
import type { Selection } from './selectQuotes.js'

/** How much of a respondent the study shows. */
export interface Voice {
  readonly respondent: string
  readonly group: string | null
  /** Rounds taken part in. */
  readonly rounds: number
  /** Codings of something this person may have said. */
  readonly codings: number
  /** Quotes that may be this person's; null when no selection was given. */
  readonly quotes: number | null
}

/**
 * Shows whose voice is missing: every respondent with rounds, codings and quotes, the least heard first.
 *
 * @param selection the quotes to be printed (`selectQuotes`); without it quotes are not counted
 * @example
 * unheard(study, selectQuotes(study)).rows[0]
 * //=> { respondent: '12', group: 'nurse', rounds: 1, codings: 0, quotes: 0 }
 */
export function unheard(study: Study, selection?: Selection): Table<Voice> {
  const codings = countPer(countable(study).map(said => said.speakers))
  const quotes = selection === undefined ? null : countPer(selection.quotes.map(quote => quoteSpeakers(study, quote)))
  const conversations = study.transcripts.map(one => ({ round: one.round ?? one.id, members: new Set(membersOf(one)) }))
  const rows = study.respondents.map(({ id }) => ({
    respondent: id,
    group: groupOf(study, [id]),
    rounds: new Set(conversations.filter(one => one.members.has(id)).map(one => one.round)).size,
    codings: codings.get(id) ?? 0,
    quotes: quotes === null ? null : (quotes.get(id) ?? 0),
  }))
  return new Table({
    title: 'Who is heard',
    columns: isUnlinked(study) ? ['group', 'rounds', 'codings', 'quotes'] : ['respondent', 'group', 'rounds', 'codings', 'quotes'],
    rows: rows.sort((a, b) => (a.quotes ?? 0) - (b.quotes ?? 0) || a.codings - b.codings || byGroup(study, a, b)),
    basis: 'codings that count; what a group said under one mark counts for each of its members',
    of: study,
  })
}

/** Where nothing may be tied together rows that tie do not stand in the order of the people. */
function byGroup(study: Study, a: Voice, b: Voice): number {
  if (!isUnlinked(study)) return 0
  return (a.group ?? '') < (b.group ?? '') ? -1 : (a.group ?? '') > (b.group ?? '') ? 1 : a.rounds - b.rounds
}

function countPer(speakers: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const speaker of speakers.flat()) counts.set(speaker, (counts.get(speaker) ?? 0) + 1)
  return counts
}
