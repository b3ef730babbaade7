import type { Study } from '../study/index.js'
import { type ConsentPlace, endsBeforeItBegins, type Promised, type Purpose, promisesAt, strictest } from './consentFor.js'

/** What clashes: what was promised, on what, or what was recorded of it. */
export type ConflictKind =
  | 'no literal quotes'
  | 'no quotes at all'
  | 'no paraphrase'
  | 'ask first, and not asked'
  | 'asked, and not answered'
  | 'refused by the speaker'
  | 'changed, and the new words are missing'
  | 'the text changed after approval'
  | 'overlaps a quote that was not cleared'
  | 'not for the archive'
  | 'not for reuse'
  | 'reuse was not asked'
  | 'no consent is recorded'
  | 'a consent has ended'
  | 'a consent ends before it begins'
  | 'answers contradict each other'
  | 'one of those who speak is stricter'
  | 'the conversation is stricter'
  | 'named closer than agreed'
  | 'a name without consent'

/** Why something may not be printed. */
export interface Reason {
  readonly kind: ConflictKind
  /** Whose promise it is, by id; null: that of the conversation, or of a passage of nobody who is known. */
  readonly respondent: string | null
  readonly promised: string
  readonly why: string
  readonly todo: string
}

/** The reasons why places may not be used for a purpose, one per person; none when they may. */
export function reasonsFor(study: Study, purpose: Purpose, places: readonly ConsentPlace[], today?: string): readonly Reason[] {
  return reasonsIn(
    study,
    purpose,
    places.flatMap(place => promisesAt(study, purpose, place, today)),
    today,
  )
}

/** The reasons among promises: those of the strictest. */
export function reasonsIn(study: Study, purpose: Purpose, promises: readonly Promised[], today?: string): readonly Reason[] {
  const answer = strictest(promises.map(one => one.answer))
  if (answer === 'yes') return []
  const binding = new Map(promises.filter(one => one.answer === answer).map(one => [one.respondent, one]))
  const isMilder = promises.some(one => one.respondent !== null && !binding.has(one.respondent))
  return [...binding.values()].map(one => reasonOf(study, purpose, one, isMilder, today))
}

function reasonOf(study: Study, purpose: Purpose, promise: Promised, isMilder: boolean, today: string | undefined): Reason {
  const { respondent, row, from, answer } = promise
  const said = { respondent, promised: promisedIn(purpose, promise) }
  const todo = remedies[purpose]
  if (from === 'transcripts.csv')
    return {
      ...said,
      kind: 'the conversation is stricter',
      why: 'it holds for all of the conversation, whatever its speakers agreed to',
      todo,
    }
  if (from === 'nowhere') {
    const kind = purpose === 'archive' ? 'not for the archive' : 'no consent is recorded'
    return {
      ...said,
      kind,
      why: 'what was agreed nowhere is not agreed',
      todo: `ask the person, and record the answer in consents.csv; until then ${todo}`,
    }
  }
  if (from === 'ended' && row !== null) {
    const isTurned = endsBeforeItBegins(row)
    return isTurned
      ? {
          ...said,
          kind: 'a consent ends before it begins',
          why: 'nobody knows what was agreed, so it counts as refused',
          todo: 'correct date or until in consents.csv',
        }
      : { ...said, kind: 'a consent has ended', why: 'it no longer holds', todo: `ask for it again, or ${todo}` }
  }
  if (isMilder)
    return {
      ...said,
      kind: 'one of those who speak is stricter',
      why: 'others who may have spoken here agreed to more; the strictest counts',
      todo,
    }
  if (answer === 'ask first')
    return {
      ...said,
      kind: 'ask first, and not asked',
      why: 'it may be printed only once the person saw it',
      todo: 'ask, and fill approved in quotes.csv',
    }
  return { ...said, kind: kindOf(study, purpose, promise, today), why: 'the person did not agree to it', todo }
}

function kindOf(study: Study, purpose: Purpose, { respondent }: Promised, today: string | undefined): ConflictKind {
  if (purpose === 'archive') return 'not for the archive'
  if (purpose === 'reuse') return 'not for reuse'
  if (purpose === 'paraphrase') return 'no paraphrase'
  const paraphrase = respondent === null ? [] : promisesAt(study, 'paraphrase', { respondent }, today)
  return respondent !== null && strictest(paraphrase.map(one => one.answer)) === 'yes' ? 'no literal quotes' : 'no quotes at all'
}

const remedies: Readonly<Record<Purpose, string>> = {
  quote: 'print a paraphrase, if that was agreed, or leave it out',
  paraphrase: 'leave it out, or ask the person',
  archive: 'leave it out of the archive, or ask the person',
  reuse: 'leave it out of what others may use, or ask the person',
  name: 'use the number',
  recontact: 'do not ask again',
}

/** "quote: no (letter 2023, 2023-03-09)"; never what was said. */
function promisedIn(purpose: Purpose, { answer, from, row }: Promised): string {
  if (from === 'nowhere') return `${purpose}: nothing is recorded`
  if (row === null) return `${purpose}: ${answer} (${from})`
  const facts = [row.form, row.date, row.until === null ? null : `until ${row.until}`].filter(one => one !== null)
  return `${purpose}: ${row.answer ?? 'no'}${facts.length === 0 ? '' : ` (${facts.join(', ')})`}`
}
