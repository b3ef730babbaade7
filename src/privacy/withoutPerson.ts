import { membersOf } from '../analysis/index.js'
import { type Coding, type Evidence, isSame, type Page, type Quote, type Span, type Study, type Transcript } from '../study/index.js'
import { type Cleaner, cleanerOf } from './cleanRow.js'
import { type CutText, cutSpeech, namesPerson } from './cutSpeech.js'
import { foldedWords } from './fold.js'
import { runsSaidBy, type Speech, speechOf } from './speechOf.js'
import { type WordRuns, withdrawnMark } from './wordRuns.js'

type Fields = Readonly<Record<string, unknown>>

/** The tables of a study without a person, and what has to be known to take her out of its journal too. */
export interface WithoutPerson {
  /** Without the journal. */
  readonly study: Study
  readonly runs: WordRuns
  readonly clean: Cleaner
  readonly speeches: readonly Speech[]
  /** Texts of conversations with her, or in which she was repeated, as far as something of them stays. */
  readonly cut: ReadonlyMap<string, CutText>
  /** Per table the ids of rows that go. */
  readonly gone: ReadonlyMap<string, ReadonlySet<string>>
  /** Codings and quotes of which only what others said stays. */
  readonly shortened: { readonly codings: number; readonly quotes: number }
}

/** Takes a person and what she said out of the tables and the pages. */
export function withoutPerson(study: Study, respondent: string): WithoutPerson {
  const speeches = speechOf(study, respondent)
  const runs = runsSaidBy(study, respondent)
  const speech = new Map(speeches.map(one => [one.transcript.id, one]))
  const cut = new Map<string, CutText>()
  const goneTexts = new Set<string>()
  const retold = editedOverHer(study, runs)
  for (const transcript of study.transcripts) {
    const hers = speech.get(transcript.id)
    const without = cutSpeech(study, transcript, hers, runs, respondent)
    // A text without turns cannot be told apart, and one of which nothing is left is none.
    const whole = hers !== undefined && (hers.alone || transcript.turns.length === 0 || foldedWords(without.transcript.text).length === 0)
    if (whole) goneTexts.add(transcript.id)
    else if (without.edits.length > 0 || retold.has(transcript.id)) cut.set(transcript.id, without)
  }
  const isCut = (id: string) => goneTexts.has(id) || (cut.get(id)?.edits.length ?? 0) > 0
  const doomed = new Set(study.transcripts.filter(one => isCut(one.id)).map(one => one.file))
  const work = { study, respondent, cut, goneTexts, doomed, speech: new Set(speech.keys()) }
  const codings = keptCodings(work)
  const lost = study.lost.filter(one => !work.speech.has(one.transcript))
  const quotes = study.quotes.flatMap(one => keptQuote(work, one, runs))
  const goneCodings = idsGone([...study.codings, ...study.lost], [...codings, ...lost])
  const accounts = new Set(codings.map(one => one.account))
  const lostAccounts = new Set([...study.codings].filter(one => goneCodings.has(one.id)).map(one => one.account))
  const stands = ({ coding, account }: Evidence) =>
    !(coding !== null && goneCodings.has(coding)) && !(account !== null && lostAccounts.has(account) && !accounts.has(account))
  const kept = {
    respondents: study.respondents.filter(one => one.id !== respondent),
    consents: study.consents.filter(one => one.respondent !== respondent),
    transcripts: study.transcripts.filter(one => !goneTexts.has(one.id)).map(one => keptText(work, one)),
    codings,
    lost,
    quotes,
    evidence: study.evidence.filter(stands),
    reveals: study.reveals.filter(one => !goneCodings.has(one.coding ?? '')),
    prompts: keptPlaces(work, study.prompts, null),
    answers: keptPlaces(work, study.answers, { start: null, end: null }),
    responses: keptPlaces(
      work,
      study.responses.filter(one => one.respondent !== respondent),
      { start: null, end: null, transcript: null },
    ),
  }
  const gone = new Map<string, ReadonlySet<string>>(
    Object.entries(kept).map(([table, rows]) => [table, idsGone(study[table as keyof typeof kept], rows)]),
  )
  gone.set('codings', goneCodings)
  const clean = cleanerOf(study, { runs, respondent, gone })
  return {
    study: cleaned({ ...study, ...kept, journal: [] }, clean, gone),
    runs,
    clean,
    speeches,
    cut,
    gone,
    shortened: { codings: countShortened(work, codings), quotes: quotes.filter(one => !study.quotes.includes(one)).length },
  }
}

/** Texts of which an edit in the journal holds a run of her words: their earlier versions cannot be kept. */
function editedOverHer({ journal }: Study, runs: WordRuns): ReadonlySet<string> {
  const patches = journal.flatMap(pass => pass.changes.flatMap(change => change.patches))
  return new Set(patches.filter(one => one.text?.some(({ cut, put }) => runs.has(cut) || runs.has(put))).map(one => one.id))
}

interface Work {
  readonly study: Study
  readonly respondent: string
  readonly cut: ReadonlyMap<string, CutText>
  readonly goneTexts: ReadonlySet<string>
  /** Source files that hold her words, which another transcript may share. */
  readonly doomed: ReadonlySet<string | null>
  /** Every conversation she took part in. */
  readonly speech: ReadonlySet<string>
}

function idsGone(before: readonly { readonly id: string }[], after: readonly { readonly id: string }[]): ReadonlySet<string> {
  const kept = new Set(after.map(one => one.id))
  return new Set(before.filter(one => !kept.has(one.id)).map(one => one.id))
}

function keptText({ cut, doomed, respondent }: Work, transcript: Transcript): Transcript {
  const after = cut.get(transcript.id)
  if (after !== undefined) return after.transcript
  const sourceless = transcript.file !== null && doomed.has(transcript.file)
  // Who was there and said nothing was still there.
  if (!sourceless && !membersOf(transcript).includes(respondent)) return transcript
  return {
    ...transcript,
    ...(sourceless ? { file: null, hash: null } : {}),
    respondents: transcript.respondents.filter(one => one !== respondent),
    speakers: transcript.speakers.filter(entry => !namesPerson(entry, respondent)),
    turns: transcript.turns.map(turn =>
      turn.respondents.includes(respondent) ? { ...turn, respondents: turn.respondents.filter(one => one !== respondent) } : turn,
    ),
  }
}

function keptCodings({ study, cut, goneTexts }: Work): readonly Coding[] {
  return study.codings.flatMap(coding => {
    if (goneTexts.has(coding.transcript)) return []
    const text = cut.get(coding.transcript)
    if (text === undefined) return [coding]
    const place = text.place(coding)
    return place === null ? [] : [isSame(place, { start: coding.start, end: coding.end }) ? coding : { ...coding, ...place }]
  })
}

function countShortened({ study, cut }: Work, kept: readonly Coding[]): number {
  const before = new Map(study.codings.map(one => [one.id, one]))
  return kept.filter(one => {
    const was = before.get(one.id)!
    return cut.has(one.transcript) && one.end - one.start < was.end - was.start
  }).length
}

/** A quote with her in it is not what was printed any more: of plain ones the words of the others stay, by their places. */
function keptQuote({ study, cut, goneTexts, speech }: Work, quote: Quote, runs: WordRuns): Quote[] {
  const transcript = quote.transcript ?? ''
  if (goneTexts.has(transcript)) return []
  const text = cut.get(transcript)
  if (text === undefined) return [quote]
  if (quote.spans.length === 0) return speech.has(transcript) && holdsHer(study, quote, text, runs) ? [] : [quote]
  const places = quote.spans.map(text.place)
  const spans = places.filter(place => place !== null)
  const whole = quote.spans.every((span, i) => places[i] !== null && places[i]!.end - places[i]!.start === span.end - span.start)
  if (whole) return [isSame(spans, quote.spans) ? quote : { ...quote, spans }]
  const plain = (quote.form ?? 'verbatim') === 'verbatim' && quote.approved !== 'changed'
  return spans.length > 0 && plain ? [{ ...quote, spans, text: null, translation: null }] : []
}

/** Whether a quote of which only the words are known has words that stand in what was cut. */
function holdsHer(study: Study, { transcript, text }: Quote, { transcript: after }: CutText, runs: WordRuns): boolean {
  const words = foldedWords(text ?? '').join(' ')
  const before = study.transcripts.find(one => one.id === transcript)!
  const stands = (one: Transcript) => ` ${foldedWords(one.text).join(' ')} `.includes(` ${words} `)
  return runs.has(text ?? '') || (stands(before) && !stands(after))
}

interface Placed {
  readonly transcript: string | null
  readonly start: number | null
  readonly end: number | null
}

/** @param otherwise what becomes of a row whose place is gone; null: it goes */
function keptPlaces<R extends Placed>({ cut, goneTexts }: Work, rows: readonly R[], otherwise: Partial<Placed> | null): readonly R[] {
  return rows.flatMap(row => {
    const { transcript, start, end } = row
    if (transcript !== null && goneTexts.has(transcript)) return otherwise?.transcript === null ? [{ ...row, ...otherwise }] : []
    const text = cut.get(transcript ?? '')
    if (text === undefined || start === null || end === null) return [row]
    const place: Span | null = text.place({ start, end })
    if (place !== null) return [{ ...row, ...place }]
    return otherwise === null ? [] : [{ ...row, ...otherwise, transcript }]
  })
}

/** The study with her words and names out of everything that stays. */
function cleaned(study: Study, clean: Cleaner, gone: ReadonlyMap<string, ReadonlySet<string>>): Study {
  const { text } = clean
  const or = (one: string | null) => (one === null ? null : text(one))
  const rows = <R extends object>(table: string, list: readonly R[]) => list.map(row => clean.row(table, row as Fields) as R)
  const page = (one: Page) => cleanPage(one, clean, gone)
  return {
    ...study,
    title: text(study.title),
    questions: study.questions.map(text),
    cleaning: study.cleaning.map(text),
    ethics: or(study.ethics),
    speakerPattern: study.speakerPattern !== null && text(study.speakerPattern) !== study.speakerPattern ? null : study.speakerPattern,
    roleFacts: study.roleFacts.map(one => ({ ...one, label: or(one.label) })),
    templates: study.templates.map(one => ({ ...one, text: text(one.text) })),
    rounds: study.rounds.map(one => ({ ...one, title: or(one.title), purpose: or(one.purpose) })),
    cases: rows('cases', study.cases),
    respondents: rows('respondents', study.respondents),
    consents: rows('consents', study.consents),
    topics: rows('topics', study.topics),
    transcripts: rows('transcripts', study.transcripts),
    codes: rows('codes', study.codes),
    relations: rows('relations', study.relations),
    codings: rows('codings', study.codings),
    lost: rows('lost', study.lost),
    themes: rows('themes', study.themes),
    quotes: rows('quotes', study.quotes),
    theories: rows('theories', study.theories),
    configurations: rows('configurations', study.configurations),
    evidence: rows('evidence', study.evidence),
    cells: rows('cells', study.cells),
    prompts: rows('prompts', study.prompts),
    answers: rows('answers', study.answers),
    responses: rows('responses', study.responses),
    reveals: rows('reveals', study.reveals),
    sampling: rows('sampling', study.sampling),
    pages: study.pages.map(page),
    memos: study.memos.map(page),
  }
}

/** A page whose references to quotes that are gone became marks, and what it is about only what is there. */
function cleanPage(page: Page, clean: Cleaner, gone: ReadonlyMap<string, ReadonlySet<string>>): Page {
  const left = [...gone.values()]
  const renamed = (id: string) => {
    for (const table of ['codes', 'themes', 'quotes', 'configurations', 'codings', 'cases', 'topics']) {
      const other = clean.id(table, id)
      if (other !== id) return other
    }
    return clean.text(id)
  }
  const referring = page.text.replace(/\{\{\s*(\w+)\s+([^{}]*?)\s*\}\}/gu, (whole, kind: string, name: string) => {
    if (kind === 'quote' && gone.get('quotes')?.has(name)) return withdrawnMark
    const other = renamed(name)
    return other === name ? whole : `{{${kind} ${other}}}`
  })
  const after: Page = {
    id: clean.text(page.id),
    text: clean.text(referring),
    about: page.about.filter(one => !left.some(ids => ids.has(one))).map(renamed),
    extra: Object.fromEntries(Object.entries(page.extra).map(([key, one]) => [key, clean.text(one)])),
  }
  return isSame(after, page) ? page : after
}
