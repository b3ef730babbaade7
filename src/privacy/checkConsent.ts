import { attributionAt, type Selection } from '../analysis/index.js'
import type { Language } from '../language/index.js'
import { counted, guardOf, needStudy, type Quote, type Study, type Transcript, tables, throwProblems } from '../study/index.js'
import { Table } from '../table/index.js'
import { archivePromises } from './closedTo.js'
import { type Withheld, withheldIn } from './consent.js'
import { type ConsentConflict, type ConsentSettings, type NameOf, namesAt, rowOf } from './consentConflict.js'
import { placesOf, promisesInTurn } from './consentFor.js'
import { type Reason, reasonsFor, reasonsIn } from './consentReasons.js'
import { consentRecords, isCalled } from './consentRecords.js'
import type { Register } from './entry.js'
import { type PlannedPassage, plannedPassages } from './plannedPassages.js'
import type { Profile } from './profile.js'
import { approvalReasons, quoteConflictRows } from './quoteConflictRows.js'
import { quoteFates, spansTouch } from './safeQuotes.js'

export interface CheckConsentOptions {
  /** `report` unless given. `archive`: also whether what is archived may be. */
  readonly profile?: Profile
  /** YYYY-MM-DD: consents that ended before this day count as refused. Default: none has ended. */
  readonly today?: string
  /** The quotes to be printed, chosen by `selectQuotes` from this study; without it only rows of `quotes.csv` are looked at. */
  readonly selection?: Selection
  /** The language of labels; without it people are called by their label or id. */
  readonly language?: Language
  /** With it, names that it says to keep are looked at too. */
  readonly register?: Register
}

/**
 * Lists each conflict between what people were promised and what would be printed of them, and what is printed instead: rows of
 * `quotes.csv`, quotes of a selection, evidence, examples of codes, replies, and the speech that is left out of the texts. Then what does
 * not fit in the records themselves. For the team: it tells who agreed to what.
 *
 * @throws StudyError when the study was anonymised, or the selection is of another study
 * @example
 * checkConsent(study, { language: en, selection: selectQuotes(study) }).rows.map(row => row.kind)
 * //=> []
 */
export function checkConsent(study: Study, options: CheckConsentOptions = {}): Table<ConsentConflict> {
  needStudy(study, 'checkConsent')
  if (guardOf(study) !== null)
    throwProblems([
      { what: 'a safe study does not hold what was promised', hint: 'check the study it was made from', call: 'checkConsent' },
    ])
  return consentConflicts(study, options)
}

/** The same of any study: of one that was anonymised it looks at what is recorded in it. */
export function consentConflicts(study: Study, options: CheckConsentOptions): Table<ConsentConflict> {
  const { profile = 'report', today, selection, language, register = [] } = options
  const name = (respondent: string | null) => (respondent === null ? 'all of the conversation' : labelFor(study, respondent, language))
  const passages = plannedPassages(study, selection)
  const rows = [
    ...quoteFates(study, today, profile).flatMap((fate, i) => quoteConflictRows(study, fate, i, { profile, today }, name)),
    ...passages.flatMap(passage => passageRows(study, passage, { profile, today }, name)),
    ...study.responses.flatMap((reply, i) => replyRows(study, reply, i, { profile, today }, name)),
    ...study.transcripts.flatMap(transcript => speechRows(study, transcript, { profile, today }, name)),
    ...consentRecords(study, { profile, today, register }).map(({ respondent, ...row }) => ({ ...row, person: name(respondent) })),
  ]
  return new Table<ConsentConflict>({
    title: 'Conflicts between what was promised and what would be printed',
    columns: ['kind', 'person', 'promised', 'planned', 'where', 'printed', 'why', 'todo'],
    // Two codings of one passage are one conflict.
    rows: [...new Map(rows.map(row => [JSON.stringify(row), row])).values()],
    basis: `${counted(study.quotes.length, 'quotes')} of quotes.csv, ${counted(passages.length, 'other passages')}, ${counted(study.transcripts.length, 'transcripts')} and ${counted(study.consents.length, 'consents')}`,
    of: {},
  })
}

/** A label that is what a person is called is not used. */
function labelFor(study: Study, id: string, language: Language | undefined): string {
  const label = study.respondents.find(one => one.id === id)?.label?.trim() || null
  return label === null || isCalled(study, id, label) ? (language?.labelOf(id) ?? id) : label
}

/** A passage that is printed as it was said, where the safe text has a gap. */
function passageRows(study: Study, passage: PlannedPassage, settings: ConsentSettings, name: NameOf): readonly ConsentConflict[] {
  const transcript = study.transcripts.find(one => one.id === passage.transcript)!
  const { planned, where } = passage
  // What may not be archived is listed per conversation: there it is no matter what it was coded with.
  const gaps = withheldOf(study, transcript, settings).filter(gap => gap.why !== 'archive' && spansTouch([gap], passage.spans))
  const refusing = study.quotes.filter(
    quote =>
      gaps.some(gap => gap.why === 'approval') &&
      quote.transcript === transcript.id &&
      spansTouch(quote.spans, passage.spans) &&
      isHeld(quote),
  )
  const refused = refusing.flatMap(quote => (quote.approved === 'changed' ? [changedReason(quote)] : approvalReasons(study, quote)))
  const person = namesAt(study, transcript.id, passage.spans, name)
  const agreed = attributionAt(study, transcript.id, passage.spans)
  const isCloser = agreed !== null && agreed !== 'number' && agreed !== 'pseudonym'
  const named: Reason = {
    kind: 'named closer than agreed',
    respondent: null,
    promised: `attribution ${agreed} (${tables.quotes.file})`,
    why: 'a quote of these words gives them to less',
    todo: 'nothing, unless the quote says too little',
  }
  return [
    ...turnReasons(study, transcript, gaps, settings).map(reason => rowOf(reason, name, planned, where, passage.printed)),
    ...distinct(refused).map(reason => ({ ...rowOf(reason, name, planned, where, passage.printed), person })),
    ...(isCloser && gaps.length === 0 ? [{ ...rowOf(named, name, planned, where, `attribution ${agreed}`), person }] : []),
  ]
}

const isHeld = ({ approved }: Quote) => approved === 'no' || approved === 'asked' || approved === 'revised' || approved === 'changed'

function changedReason(quote: Quote): Reason {
  return {
    kind: 'overlaps a quote that was not cleared',
    respondent: null,
    promised: `quote ${quote.id}: changed`,
    why: 'the speaker put other words in its place',
    todo: 'print the quote itself',
  }
}

/** A reply is what a person said. */
function replyRows(study: Study, reply: Study['responses'][number], i: number, { profile, today }: ConsentSettings, name: NameOf) {
  const { respondent, transcript, start, end, text } = reply
  if (respondent === null || text === null) return []
  const passage = transcript === null || start === null || end === null ? [] : placesOf(transcript, [{ start, end }])
  const places = [{ respondent }, ...passage]
  const reasons = [
    ...(profile === 'archive' ? reasonsIn(study, 'archive', archivePromises(study, { respondent }, today), today) : []),
    ...reasonsFor(study, 'quote', places, today),
  ]
  return distinct(reasons).map(reason => rowOf(reason, name, 'a reply in its words', `${tables.responses.file}, row ${i + 2}`, 'nothing'))
}

/** What is left out of the text of a conversation, per reason and person. */
function speechRows(study: Study, transcript: Transcript, settings: ConsentSettings, name: NameOf): readonly ConsentConflict[] {
  const turns = new Map<string, { readonly reason: Reason; readonly turns: Set<number> }>()
  for (const gap of withheldOf(study, transcript, settings)) {
    const turn = transcript.turns.findIndex(one => one.start <= gap.start && gap.start < one.end)
    for (const reason of turnReasons(study, transcript, [gap], settings)) {
      const key = JSON.stringify(reason)
      const known = turns.get(key) ?? { reason, turns: new Set() }
      turns.set(key, known)
      known.turns.add(turn)
    }
  }
  const planned = settings.profile === 'archive' ? 'speech in an archive' : 'speech that could be quoted'
  return [...turns.values()].map(({ reason, turns: held }) =>
    rowOf(reason, name, planned, `${transcript.id}: ${counted(held.size, 'turns')}`, 'gaps that say so'),
  )
}

function withheldOf(study: Study, transcript: Transcript, { profile, today }: ConsentSettings): readonly Withheld[] {
  return withheldIn(study, transcript, today, profile)
}

/** Why whole turns are left out. */
function turnReasons(study: Study, transcript: Transcript, gaps: readonly Withheld[], { today }: ConsentSettings): readonly Reason[] {
  const reasons = gaps.flatMap(gap => {
    if (gap.why === 'approval') return []
    const turn = transcript.turns.find(one => one.start <= gap.start && gap.start < one.end)!
    if (gap.why !== 'archive') return reasonsIn(study, 'quote', promisesInTurn(study, 'quote', transcript, turn, today), today)
    const own = reasonsIn(
      study,
      'archive',
      archivePromises(study, { transcript: transcript.id, start: gap.start, end: gap.end }, today),
      today,
    )
    // What is asked in a conversation of which nothing may be archived is left out with it.
    return own.length > 0 ? own : reasonsIn(study, 'archive', archivePromises(study, { transcript: transcript.id }, today), today)
  })
  return distinct(reasons)
}

function distinct(reasons: readonly Reason[]): readonly Reason[] {
  return [...new Map(reasons.map(one => [JSON.stringify(one), one])).values()]
}
