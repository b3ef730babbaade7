import { isSame, nearName, type Patch, type Problem, type Study, StudyError, type Transcript } from '../../study/index.js'
import { Table } from '../../table/index.js'
import { type Alignment, alignTexts, carryTurns, cleanText, invertEdits, reviseTurns, type TranscriptText } from '../../transcript/index.js'
import { applyPass, type By, makePass, withJournal } from '../journal.js'
import { checkBy } from '../passes/draft.js'
import { reviseCodings } from './reviseCodings.js'
import { type RevisedRow, type Revision, revisePlaces } from './revisePlaces.js'
import { reviseQuotes } from './reviseQuotes.js'

/** A text as it is typed, or as `readTranscript` read it, with its turns. */
export type NewText = string | Pick<TranscriptText, 'text' | 'turns'>

/** A study in which a transcript was revised, and what became of everything that stood in it. */
export interface RevisedStudy {
  readonly study: Study
  /** A row per fragment that was lost, changed, found again or moved, and per row that rests on one. For the team: it holds what was said. */
  readonly changes: Table<RevisedRow>
}

/**
 * Gives a transcript another text, and carries everything that was marked in the old one to where its words now stand: codings,
 * quotes, prompts, answers and responses. They are found by the words and by what stands around them (an alignment of the
 * two texts, word by word), never by how far they are from the begin.
 *
 * `moved`: the words are the same; quotation marks, punctuation, white space and line ends may differ. `changed`: words
 * inside were edited, but at least half of the letters stand; a coding goes along and keeps what it was in a column `words
 * before`, so that somebody looks. `lost`: the words are gone, or less than half of them is left; a coding goes to
 * `study.lost`, where it is kept and not counted, until a later revision puts its words back (`found again`). Of a quote
 * whose words changed, `approved` becomes `revised`: it is not printed until somebody looks; only one that was printed as
 * it stands in the text and needs no approval takes the new words. What rests on a coding that was changed or lost is told.
 *
 * What was cut and pasted elsewhere is found when two words of a fragment, or four in a row around it, stand once in both
 * texts. A few words with nothing around them that stands are told as lost: they are never put on the same words said
 * elsewhere. Where the texts do not tell which of two it was ("ja" less of "ja ja", a line typed twice), it is one of them.
 *
 * @param id the transcript
 * @param newText a text, whose turns are read by the marks that are in the old one; or, where speakers are new, the result of
 *   `readTranscript`
 * @param by who revised it, and the day
 * @returns the study with one `revise` pass more, and the changes; the study itself when the text is the same
 * @throws StudyError when there is no such transcript, the text is empty, or its turns name people who are not in the study
 * @example
 * const text = 'I: What changed?\n1: In May we sat round the table in a month.'
 * const revised = reviseTranscript(coded, 'interview-1', text, { coder: 'MV', date: '2020-06-01' })
 * revised.changes.rows.map(row => `${row.what}: ${row.after}`)
 * //=> ['changed: we sat round the table in a month']
 */
export function reviseTranscript(study: Study, id: string, newText: NewText, by: By): RevisedStudy {
  const problems = checkBy(by)
  if (problems.length > 0) throw new StudyError(problems.map(one => ({ ...one, call: 'reviseTranscript' })))
  return reviseText(study, id, newText, by)
}

/** Revises a transcript, also for nobody: a file that was changed outside has no coder. */
export function reviseText(given: Study, id: string, newText: NewText, by: By): RevisedStudy {
  const before = expectTranscript(given, id)
  const text = cleanText(typeof newText === 'string' ? newText : newText.text)
  const study = withJournal(given)
  const places = placesIn(study, id)
  const alignment = alignTexts(before.text, text, places)
  const turns = typeof newText === 'string' ? reviseTurns(before, text, alignment.edits) : newText.turns
  expectTurns(study, id, text, turns)
  if (text === before.text && isSame(turns, before.turns)) return { study: given, changes: tableOf(study, id, []) }
  const after: Transcript = { ...before, text, turns }
  const revision: Revision = { study, before, after, alignment }
  const parts = [reviseCodings(revision), reviseQuotes(revision), revisePlaces(revision)]
  const rows = parts.flatMap(part => part.rows).sort((a, b) => order.indexOf(a.what) - order.indexOf(b.what))
  const patches = [textPatch(before, after, alignment), ...parts.flatMap(part => part.patches)]
  const pass = makePass(study, 'revise', by, [{ call: 'revise', note: noteOf(id, rows), patches }])
  return { study: applyPass(study, pass), changes: tableOf(study, id, rows) }
}

const order: readonly RevisedRow['what'][] = ['lost', 'changed', 'rests on it', 'found again', 'moved']

function tableOf(study: Study, id: string, rows: readonly RevisedRow[]): Table<RevisedRow> {
  return new Table<RevisedRow>({
    title: `What became of the fragments of ${id}`,
    columns: ['what', 'table', 'id', 'from', 'to', 'before', 'after', 'note'],
    rows,
    basis: `${placesIn(study, id).length} fragments of one transcript, before and after its text was revised`,
    // A new text has not been anonymised, whatever the study was.
    of: {},
  })
}

/** Everything that has a place in a transcript. */
function placesIn(study: Study, id: string) {
  const rows = [...study.prompts, ...study.answers, ...study.responses].filter(one => one.transcript === id)
  return [
    ...study.codings.filter(one => one.transcript === id),
    ...study.quotes.filter(one => one.transcript === id).flatMap(one => one.spans),
    ...rows.flatMap(({ start, end }) => (start === null || end === null ? [] : [{ start, end }])),
  ]
}

/** What happened, in counts: the journal tells it without the words. */
function noteOf(id: string, rows: readonly RevisedRow[]): string {
  const counts = order.flatMap(what => {
    const count = rows.filter(row => row.what === what).length
    return count === 0 || what === 'rests on it' ? [] : [`${count} ${what}`]
  })
  return `revised the text of ${id}${counts.length === 0 ? '' : `: ${counts.join(', ')}`}`
}

/** The turns stand in the pass when they do not follow from the edits, in both directions: an undo must find the old ones. */
function textPatch(before: Transcript, after: Transcript, { edits }: Alignment): Patch {
  const follow = isSame(carryTurns(before.turns, edits), after.turns) && isSame(carryTurns(after.turns, invertEdits(edits)), before.turns)
  return {
    table: 'transcripts',
    id: before.id,
    from: follow ? {} : { turns: before.turns },
    to: follow ? {} : { turns: after.turns },
    ...(edits.length === 0 ? {} : { text: edits }),
  }
}

const call = 'reviseTranscript'

function expectTranscript(study: Study, id: string): Transcript {
  const found = study.transcripts.find(one => one.id === id)
  if (found !== undefined) return found
  const near = nearName(
    String(id),
    study.transcripts.map(one => one.id),
  )
  const hint = near === null ? 'use the id of a transcript, as in transcripts.csv' : `did you mean ${near}?`
  throw new StudyError([{ what: 'there is no such transcript', hint, call }])
}

function expectTurns(study: Study, id: string, text: string, turns: Transcript['turns']): void {
  const problems: Problem[] = []
  if (text.trim() === '')
    problems.push({ what: 'the new text is empty', hint: 'give the whole text; to take out what a person said, withdraw the person', call })
  const people = new Set(study.respondents.map(one => one.id))
  let end = 0
  for (const turn of turns) {
    const at = { start: turn.start, end: turn.end }
    if (turn.start < end || turn.end < turn.start || turn.end > text.length)
      problems.push({
        what: 'a turn lies outside the text or over another turn',
        hint: 'give the text and turns of one reading',
        transcript: id,
        at,
        call,
      })
    if (turn.respondents.some(one => !people.has(one)))
      problems.push({
        what: 'a turn names a respondent that is not in respondents.csv',
        hint: 'add the person to respondents.csv, or correct "speakers"',
        transcript: id,
        at,
        call,
      })
    end = turn.end
  }
  if (problems.length > 0) throw new StudyError(problems)
}
