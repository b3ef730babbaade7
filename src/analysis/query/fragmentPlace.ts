import { carriedLanguage } from '../../language/index.js'
import { audienceOf, type Coding, isUnlinked, type Quote, type Study, type Transcript } from '../../study/index.js'
import { answersIn, speakersAt, turnAt } from '../../transcript/index.js'
import { divide, notStated, roundName } from '../divide.js'
import { groupOf } from '../groupOf.js'
import { attributionAt, isCommon, isTied, mostGuarded } from '../speakerLabel.js'
import { answered } from './compileText.js'
import type { Query } from './query.js'
import { type Untold, untoldBy } from './sayQuery.js'
import { smallFacts } from './smallFacts.js'

/** Where a coding stands and who said it, as a table shows it; null for what is not known, or may not be told beside these words. */
export interface FragmentPlace {
  readonly coding: string | null
  readonly transcript: string | null
  /** The number of the turn it begins in, from 1. */
  readonly turn: number | null
  readonly speaker: string | null
  readonly group: string | null
  readonly case: string | null
  readonly round: string | null
  /** Who may have said it, where that may be told. */
  readonly speakers: readonly string[]
}

/**
 * Where a coding stands and who said it. In a table for readers a passage is not tied closer to its speaker than its quote in
 * `quotes.csv` says: of words that are "a doctor" there, neither number, place nor transcript is told.
 */
export function fragmentPlace(study: Study, transcript: Transcript, coding: Coding): FragmentPlace {
  const speakers = speakersAt(transcript, coding) ?? []
  const spans = answersIn(transcript, coding)
  const attribution = attributionFor(study, transcript, coding)
  const group = groupOf(study, speakers)
  const cases = divide(study, { coding, speakers }, 'case').filter(one => one !== notStated)
  const spokenOf = cases.length === 0 ? null : cases.join('; ')
  const hidden = { coding: null, transcript: null, turn: null, speaker: null, round: null, speakers: [] }
  if (attribution === 'none') return { ...hidden, group: null, case: null }
  if (attribution === 'role') return { ...hidden, group, case: null }
  if (attribution === 'role and case') {
    const common = new Set(study.cases.filter(one => isCommon(study, group, one.id)).map(one => one.name ?? one.id))
    return { ...hidden, group, case: cases.filter(one => common.has(one)).join('; ') || null }
  }
  const turn = turnAt(transcript.turns, (spans[0] ?? coding).start)
  return {
    coding: coding.id,
    transcript: transcript.id,
    turn: turn === null ? null : transcript.turns.indexOf(turn) + 1,
    speaker: speakers.length === 0 ? null : labelOf(study, speakers),
    group,
    case: spokenOf,
    round: transcript.round === null ? null : roundName(study, transcript.round),
    speakers,
  }
}

/** How a coding may be attributed; null in a table for the team, which may know all. */
function attributionFor(study: Study, transcript: Transcript, coding: Coding) {
  return audienceOf(study) === 'public' ? attributionAt(study, transcript.id, answersIn(transcript, coding)) : null
}

/**
 * Codings in the order in which a table may show them. In the order of the text a row that tells nobody would stand between those of the
 * one who speaks there: in a table for readers such rows come last, by their words.
 */
export function inTableOrder(study: Study, codings: readonly Coding[]): readonly Coding[] {
  if ((study.quotes.length === 0 && !isUnlinked(study)) || audienceOf(study) === 'team') return codings
  const transcripts = new Map(study.transcripts.map(one => [one.id, one]))
  const told: Coding[] = []
  const hidden: { readonly coding: Coding; readonly words: string }[] = []
  for (const coding of codings) {
    const transcript = transcripts.get(coding.transcript)!
    if (isTied(study, transcript.id, answersIn(transcript, coding))) told.push(coding)
    else hidden.push({ coding, words: wordsAndFacts(study, transcript, coding) })
  }
  hidden.sort((a, b) => (a.words < b.words ? -1 : a.words > b.words ? 1 : 0))
  return [...told, ...hidden.map(one => one.coding)]
}

/** What a row shows of a coding, words first: of two rows alike none tells by its place which stood first in the text. */
function wordsAndFacts(study: Study, transcript: Transcript, coding: Coding): string {
  const { code, role, polarity, stance, level, beneficiary, elicited, coder } = coding
  const group = groupOf(study, speakersAt(transcript, coding) ?? [])
  return [answered(transcript, coding), group, code, role, polarity, stance, level, beneficiary, elicited, coder].join('\n')
}

/** The facts that a query may not tell in words beside these codings: who spoke, and classes of few people. */
export function untoldOf(study: Study, codings: Iterable<Coding>, query: Query): Untold {
  const transcripts = new Map(study.transcripts.map(one => [one.id, one]))
  let guarded: Quote['attribution'] = null
  // Without quotes there is nothing that could be hidden.
  if ((study.quotes.length > 0 || isUnlinked(study)) && audienceOf(study) === 'public')
    for (const coding of codings) guarded = mostGuarded(guarded, attributionFor(study, transcripts.get(coding.transcript)!, coding))
  return new Set([...untoldBy(guarded), ...(audienceOf(study) === 'public' ? smallFacts(study, query) : [])])
}

/** What the reader sees for people who speak; without a language pack, their labels or ids. */
export function labelOf(study: Study, speakers: readonly string[]): string {
  const language = carriedLanguage(study)
  const wanted = new Set(speakers)
  const known = study.respondents.filter(one => wanted.has(one.id))
  const labels = known.map(one => one.label ?? language?.labelOf(one.id) ?? one.id)
  return language === null ? labels.join(', ') : language.joinLabels(labels)
}
