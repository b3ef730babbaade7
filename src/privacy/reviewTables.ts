import type { Language, Recogniser } from '../language/index.js'
import type { Span, Study } from '../study/index.js'
import { Table } from '../table/index.js'
import { hasEnded, withoutConsent } from './consent.js'
import { type Register, showOnly } from './entry.js'
import type { Found, NameFinder } from './findNames.js'
import { replacementFor, respondentLabel } from './replacements.js'
import type { QuoteFate } from './safeQuotes.js'
import type { SafeTranscript } from './safeTranscript.js'

export interface LogRow {
  /** The row of the register, its header being row 1. */
  readonly row: number
  readonly type: string
  readonly becomes: string
  readonly replacements: number
  readonly transcripts: number
}

export interface ReviewRow {
  readonly transcript: string
  readonly turn: number
  readonly passage: string
  readonly found: string
  readonly becomes: string
  readonly why: string
}

export interface ConflictRow {
  readonly quote: string
  readonly respondent: string
  readonly conflict: string
  readonly printed: string
}

/** How often each entry of the register was replaced, and in how many transcripts. Holds no original text. */
export function logTable(
  register: Register,
  labels: readonly string[],
  texts: ReadonlyMap<string, SafeTranscript>,
  reason: string | null,
): Table<LogRow> {
  const replacements = register.map(() => 0)
  const transcripts = register.map(() => new Set<string>())
  for (const [id, { found }] of texts) {
    for (const one of found) {
      for (const entry of one.entries) {
        replacements[entry] = replacements[entry]! + 1
        transcripts[entry]!.add(id)
      }
    }
  }
  return new Table<LogRow>({
    title: 'Replacements',
    columns: ['row', 'type', 'becomes', 'replacements', 'transcripts'],
    rows: register.map((entry, i) => ({
      row: i + 2,
      type: entry.type,
      becomes: labels[i]!,
      replacements: replacements[i]!,
      transcripts: transcripts[i]!.size,
    })),
    basis: reason === null ? `${register.length} entries of the register, ${texts.size} transcripts` : `No names: ${reason}`,
    of: {},
  })
}

/** Every replacement in its passage, and what recognisers marked that is not in the register. It shows only counts. */
export function reviewTable(
  study: Study,
  labels: readonly string[],
  texts: ReadonlyMap<string, SafeTranscript>,
  finder: NameFinder,
  recognisers: readonly Recogniser[],
): Table<ReviewRow> {
  const rows = study.transcripts.flatMap(transcript => {
    const { id, text, turns } = transcript
    const row = (span: Span, becomes: string, why: string): ReviewRow => ({
      transcript: id,
      turn: turns.findIndex(turn => turn.start <= span.start && span.start < turn.end) + 1,
      passage: text.slice(Math.max(0, span.start - 60), span.end + 60).replace(/\s+/gu, ' '),
      found: text.slice(span.start, span.end),
      becomes,
      why,
    })
    const named = (texts.get(id)?.found ?? []).map(one => row(one, replacementFor(one, labels), reasonFor(one)))
    if (recognisers.length === 0) return named
    return [...named, ...unregistered(text, finder.find(text, id), recognisers).map(mark => row(mark, '', mark.why))]
  })
  const table = new Table<ReviewRow>({
    title: 'Replacements to look at',
    columns: ['transcript', 'turn', 'passage', 'found', 'becomes', 'why'],
    rows,
    basis: `${rows.length} places in ${study.transcripts.length} transcripts`,
    of: {},
  })
  return showOnly(table, `Review of ${rows.length} places (secret: use its rows, or write it to a file beside the register)`)
}

function reasonFor(found: Found): string {
  if (found.entries.length > 1) return 'may mean several entries'
  return found.possessive ? 'with a possessive s' : 'in the register'
}

function unregistered(text: string, found: readonly Found[], recognisers: readonly Recogniser[]): (Span & { readonly why: string })[] {
  return recognisers
    .flatMap(recognise => recognise(text))
    .filter(one => !found.some(name => name.start < one.end && one.start < name.end))
    .map(one => ({ start: one.start, end: one.end, why: `${one.type}, ${one.certainty}: not in the register` }))
}

/** The rows of `quotes.csv` that clash with what their speakers were promised, and what is printed instead. */
export function conflictTable(fates: readonly QuoteFate[], study: Study, language: Language, today?: string): Table<ConflictRow> {
  const rows = fates.flatMap(({ quote, fate, conflict, standIn }): ConflictRow[] => {
    if (conflict === null) return []
    const transcript = study.transcripts.find(one => one.id === quote.transcript)
    const labels = (transcript?.respondents ?? []).map(one => respondentLabel(study, one, language))
    const printed = fate === 'paraphrased' ? `the paraphrase ${standIn}` : fate === 'gap' ? 'a gap that says so' : 'nothing'
    return [{ quote: quote.id, respondent: language.joinLabels(labels), conflict, printed }]
  })
  const ended = study.consents.filter(
    one => one.answer === 'yes' && (one.purpose === 'quote' || one.purpose === 'paraphrase') && hasEnded(one, today),
  )
  for (const respondent of new Set(ended.flatMap(one => one.respondent ?? []))) {
    rows.push({
      quote: '',
      respondent: respondentLabel(study, respondent, language),
      conflict: 'a consent has ended',
      printed: 'nothing it was for',
    })
  }
  for (const one of withoutConsent(study)) {
    rows.push({
      quote: '',
      respondent: respondentLabel(study, one.id, language),
      conflict: 'no consent is recorded',
      printed: 'nothing literal',
    })
  }
  return new Table<ConflictRow>({
    title: 'Conflicts between consent and quotes',
    columns: ['quote', 'respondent', 'conflict', 'printed'],
    rows,
    basis: `${fates.length} rows of quotes.csv`,
    of: {},
  })
}
