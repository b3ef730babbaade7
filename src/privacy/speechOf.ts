import { membersOf } from '../analysis/index.js'
import type { Study, Transcript, Turn } from '../study/index.js'
import { applyEdits, carryTurns, editsFit, invertEdits } from '../transcript/index.js'
import { isKnownToAsk } from './consentFor.js'
import { type WordRuns, wordRuns } from './wordRuns.js'

/** A conversation with a person, and what she said in it. */
export interface Speech {
  readonly transcript: Transcript
  /** Whether nobody else was spoken with. */
  readonly alone: boolean
  /** The turns that are hers, and those that may be. */
  readonly turns: readonly Turn[]
  /** How many of them may be somebody else's: people share a mark, or there is none. */
  readonly uncertain: number
}

/** Whether a person may have said a turn: hers, of a mark she shares, or of nobody who is known. */
export function mayHaveSaid(transcript: Transcript, turn: Turn, respondent: string): boolean {
  if (turn.asks && isKnownToAsk(transcript, turn)) return false
  const people = turn.respondents.length > 0 || isSomeoneElse(transcript, turn) ? turn.respondents : membersOf(transcript)
  return people.includes(respondent)
}

/** A mark that is listed, and stands for no respondent: a partner who came in. */
function isSomeoneElse({ speakers }: Transcript, { speaker, respondents }: Turn): boolean {
  const mark = (speaker ?? '').trim().toLowerCase()
  return respondents.length === 0 && speakers.some(entry => entry.split('=')[0]?.trim().toLowerCase() === mark)
}

/** The conversations a person took part in. */
export function speechOf(study: Study, respondent: string): readonly Speech[] {
  return study.transcripts.flatMap(transcript => {
    const members = membersOf(transcript)
    if (!members.includes(respondent)) return []
    const turns = transcript.turns.filter(turn => mayHaveSaid(transcript, turn, respondent))
    const certain = turns.filter(turn => turn.respondents.length === 1 || members.length === 1)
    return [{ transcript, alone: members.length === 1, turns, uncertain: turns.length - certain.length }]
  })
}

/**
 * The runs of six words that a person said, or was noted as having said: in her turns, in quotes, replies and lost fragments, now
 * or earlier in the journal. What another respondent said too, in a turn of her own, is anybody's phrase and is not among them.
 *
 * @param which `everything`: also what others said too
 */
export function runsSaidBy(study: Study, respondent: string, which: 'hers alone' | 'everything' = 'hers alone'): WordRuns {
  const speeches = speechOf(study, respondent)
  // All she said as one, since a sentence may run on over a question or a time stamp.
  const said = speeches.flatMap(({ transcript, alone, turns }) => [
    turns.map(turn => transcript.text.slice(turn.start, turn.end)).join(' '),
    ...(alone && transcript.turns.length === 0 ? [transcript.text] : []),
    ...saidBefore(study, transcript, respondent),
  ])
  return wordRuns([...said, ...notedWords(study, respondent, speeches)], which === 'everything' ? [] : saidByOthers(study, respondent))
}

/** What she said in earlier versions of a text, as far back as its edits lead. */
function* saidBefore({ journal }: Study, transcript: Transcript, respondent: string): Generator<string> {
  const edits = journal.flatMap(pass =>
    pass.changes.flatMap(change => change.patches.filter(one => one.table === 'transcripts' && one.id === transcript.id && one.text)),
  )
  let { text, turns } = transcript
  for (const patch of edits.reverse()) {
    const back = invertEdits(patch.text!)
    if (!editsFit(text, back)) return
    const known = patch.from?.turns as readonly Turn[] | undefined
    turns = known ?? carryTurns(turns, back)
    text = applyEdits(text, back)
    const before = { ...transcript, text, turns }
    yield turns
      .filter(turn => mayHaveSaid(before, turn, respondent))
      .map(turn => text.slice(turn.start, turn.end))
      .join(' ')
  }
}

/** What stands in the tables, or once stood there, as her words. */
function* notedWords(study: Study, respondent: string, speeches: readonly Speech[]): Generator<string> {
  const hers = new Set(speeches.map(one => one.transcript.id))
  const rows = [
    ...(['quotes', 'responses', 'lost'] as const).flatMap(table =>
      study[table].map(row => ({ table: table as string, row: row as object })),
    ),
    ...study.journal.flatMap(pass =>
      pass.changes.flatMap(change => change.patches.flatMap(({ table, from, to }) => [from, to].map(row => ({ table, row })))),
    ),
  ]
  for (const { table, row } of rows) {
    const { transcript, respondent: who, form, text, translation, extra } = (row ?? {}) as Readonly<Record<string, unknown>>
    const noted =
      table === 'quotes' && hers.has(String(transcript)) && form !== 'paraphrase'
        ? [text, translation]
        : table === 'responses' && who === respondent
          ? [text]
          : table === 'lost' && hers.has(String(transcript))
            ? [(extra as Readonly<Record<string, unknown>> | undefined)?.quote]
            : []
    for (const one of noted) if (typeof one === 'string') yield one
  }
}

function* saidByOthers(study: Study, respondent: string): Generator<string> {
  for (const { transcript, turn } of turnsOfOthers(study, respondent)) yield transcript.text.slice(turn.start, turn.end)
  for (const { respondent: who, text } of study.responses) if (who !== null && who !== respondent && text !== null) yield text
}

/** The turns that are surely of other respondents. */
export function* turnsOfOthers(study: Study, respondent: string): Generator<{ readonly transcript: Transcript; readonly turn: Turn }> {
  for (const transcript of study.transcripts) {
    for (const turn of transcript.turns) {
      const asks = turn.asks && isKnownToAsk(transcript, turn)
      if (!asks && !mayHaveSaid(transcript, turn, respondent)) yield { transcript, turn }
    }
  }
}
