import type { Language } from '../language/index.js'
import { counted, needStudy, type Problem, type Study, type Transcript, throwProblems } from '../study/index.js'
import { Table } from '../table/index.js'
import { bm25Score, type Collection } from './bm25.js'
import { codesOf, codingsOver, standingCodings } from './codedAt.js'
import { codesMeant } from './codesMeant.js'
import { allNear, anyTerm, type Hit } from './hits.js'
import { languagesIn } from './languagesIn.js'
import { notWhole } from './notWhole.js'
import { type Found, type Occurrence, occurrencesOf, slipsOf } from './occurrences.js'
import { queryTerms, type Term } from './queryTerms.js'
import { isTied } from './speakerLabel.js'
import { type TextIndex, textIndexOf } from './textIndex.js'

export interface SearchOptions {
  /** A language pack, or one per language that is spoken; that of the safe study unless given. */
  readonly language?: Language | readonly Language[]
  /** All words must stand within so many words of one turn, the first and last included. Any of them is enough unless given. */
  readonly near?: number
  /** Only passages coded with one of these codes, or with a code under one of them. */
  readonly codes?: readonly string[]
  /** Only passages that are coded, or only those that are not. */
  readonly coded?: boolean
  /** Which turns are looked through; `answers` unless given. */
  readonly turns?: 'answers' | 'all'
  /** Whether a word of four letters or more is also found inside longer words; in Dutch texts only, unless given. */
  readonly inside?: boolean
  /** The most rows; 100 unless given. */
  readonly most?: number
}

/** A passage that answers a search. It can be given to `pass.code` as a fragment. */
export interface PassageRow {
  readonly transcript: string
  readonly start: number
  readonly end: number
  /** Its turn, counted from 1; null in a text without turns. */
  readonly turn: number | null
  /** Who may have said it. */
  readonly respondents: readonly string[]
  /** The words that answer, as they stand in the text. */
  readonly words: readonly string[]
  /** How the least certain of them was found. */
  readonly found: Found | null
  /** The codes it has already, wholly or in part. */
  readonly codes: readonly string[]
  readonly text: string
}

interface Searched {
  readonly transcript: Transcript
  readonly index: TextIndex
  readonly occurrences: readonly (readonly Occurrence[])[]
}

const columns = ['transcript', 'start', 'end', 'turn', 'respondents', 'words', 'found', 'codes', 'text'] as const
const kinds: readonly Found[] = ['word', 'inside a word', 'one slip away']

/**
 * Finds passages by words: whole sentences of one turn, up to forty words, the most telling first (BM25; Robertson & Zaragoza, 2009, with
 * k1 = 1.2 and b = 0.75). Words are compared by their stem, without case, diacritics and hyphens. `"a phrase"` must stand there as it is
 * asked for; `norm*`, `*norm` and `*norm*` are parts of words. In Dutch a word of four letters or more is also found inside longer
 * ones (`norm` in `volumenorm`), which counts half; a word that stands nowhere is looked for one slip of the keyboard away, which counts
 * a quarter. Words that carry little meaning are left out unless there are no others.
 *
 * @param words what to look for; may be empty when `codes` are given
 * @returns rows with offsets in UTF-16 code units, end exclusive
 * @throws StudyError when there is nothing to look for, a quotation mark is not closed, a code does not exist, or no language is known
 * @example
 * searchPassages(study, 'trusting', { language: en }).rows[0].words
 * //=> ['trust', 'trust']
 */
export function searchPassages(study: Study, words: string, options: SearchOptions = {}): Table<PassageRow> {
  needStudy(study, 'searchPassages')
  const languages = languagesIn(study, options.language)
  const { terms, problems } = queryTerms(words, languages.own)
  const meant = codesMeant(study, options.codes ?? [])
  throwProblems([...problems, ...meant.problems, ...wrongOptions(terms, options)])
  const scope = study.transcripts.map(transcript => ({ transcript, index: textIndexOf(transcript, languages.of(transcript)) }))
  const all = options.turns === 'all'
  const placed = scope.map(({ transcript, index }) => {
    const language = languages.of(transcript)
    const inside = options.inside ?? language?.id === 'nl'
    return { transcript, index, occurrences: terms.map(term => within(index, all, occurrencesOf(index, term, language, inside))) }
  })
  const searched = withSlips(placed, terms, (one, term) => within(one.index, all, slipsOf(one.index, term, languages.of(one.transcript))))
  const collection = collectionOf(searched, terms, all)
  const hits = searched.flatMap(one => hitsIn(one, terms, options, all).map(hit => ({ one, hit })))
  const asked = hits.filter(({ one, hit }) => isWanted(study, one.transcript, hit, options, meant.codes))
  const wanted = asked.filter(({ one, hit }) => isTied(study, one.transcript.id, [hit]))
  const ranked = wanted
    .map(({ one, hit }) => ({ one, hit, score: terms.length === 0 ? 0 : bm25Score(collection, hit.amounts, hit.length) }))
    .sort((a, b) => b.score - a.score || compare(a.one.transcript.id, b.one.transcript.id) || a.hit.start - b.hit.start)
  const most = options.most ?? 100
  return new Table({
    title: 'Passages found',
    columns,
    rows: ranked.slice(0, most).map(({ one, hit }) => rowOf(study, one.transcript, hit)),
    basis: basisOf(study, options, ranked.length, most, untied(asked.length - wanted.length) + languages.note),
    of: study,
  })
}

function wrongOptions(terms: readonly Term[], { near, codes = [], most }: SearchOptions): readonly Problem[] {
  const problems: Problem[] = []
  if (terms.length === 0 && codes.length === 0)
    problems.push({ what: 'there is no word to look for', hint: 'give at least one word, or { codes }' })
  return [...problems, ...notWhole({ near, most })]
}

/** What the interviewer says is left out, unless all turns are looked through. */
function within(index: TextIndex, all: boolean, occurrences: readonly Occurrence[]): readonly Occurrence[] {
  return all ? occurrences : occurrences.filter(({ at }) => !index.passages[index.passageOf[at]!]!.asks)
}

/** Terms that stand in no text are looked for as misspelt. */
function withSlips(
  placed: readonly Searched[],
  terms: readonly Term[],
  slips: (one: Searched, term: Term) => readonly Occurrence[],
): readonly Searched[] {
  const missing = terms.map((_, term) => placed.every(one => one.occurrences[term]!.length === 0))
  if (!missing.includes(true)) return placed
  return placed.map(one => ({ ...one, occurrences: one.occurrences.map((places, i) => (missing[i]! ? slips(one, terms[i]!) : places)) }))
}

function collectionOf(searched: readonly Searched[], terms: readonly Term[], all: boolean): Collection {
  const having = terms.map(() => 0)
  let passages = 0
  let words = 0
  for (const { index, occurrences } of searched) {
    for (const { asks, from, to } of index.passages) {
      if (asks && !all) continue
      passages += 1
      words += to - from
    }
    for (const [term, places] of occurrences.entries()) having[term]! += new Set(places.map(({ at }) => index.passageOf[at])).size
  }
  return { passages, length: passages === 0 ? 1 : words / passages, having }
}

function hitsIn({ index, occurrences }: Searched, terms: readonly Term[], { near }: SearchOptions, all: boolean): readonly Hit[] {
  if (terms.length === 0) return index.passages.filter(passage => all || !passage.asks).map(passage => bare(passage))
  if (near !== undefined) return allNear(index, occurrences, near)
  const phrases = terms.flatMap((term, i) => (term.kind === 'phrase' ? [i] : []))
  return anyTerm(index, occurrences).filter(hit => phrases.every(i => hit.amounts[i]! > 0))
}

function bare({ start, end, turn, from, to }: TextIndex['passages'][number]): Hit {
  return { start, end, turn, length: to - from, amounts: [], matched: [] }
}

function isWanted(study: Study, { id }: Transcript, hit: Hit, { codes = [], coded }: SearchOptions, meant: ReadonlySet<string>): boolean {
  if (codes.length === 0 && coded === undefined) return true
  const there = codingsOver(standingCodings(study, id), hit)
  if (coded !== undefined && there.length > 0 !== coded) return false
  return codes.length === 0 || there.some(coding => meant.has(coding.code))
}

function rowOf(study: Study, { id, text, turns, respondents }: Transcript, hit: Hit): PassageRow {
  const turn = hit.turn === null ? null : turns[hit.turn]!
  const speakers = turn === null || (turn.respondents.length === 0 && turn.speaker === null) ? respondents : turn.respondents
  const worst = Math.max(-1, ...hit.matched.map(({ found }) => kinds.indexOf(found)))
  return {
    transcript: id,
    start: hit.start,
    end: hit.end,
    turn: hit.turn === null ? null : hit.turn + 1,
    respondents: turn?.asks ? [] : speakers,
    words: hit.matched.map(({ start, end }) => text.slice(start, end)),
    found: kinds[worst] ?? null,
    codes: codesOf(codingsOver(standingCodings(study, id), hit)),
    text: text.slice(hit.start, hit.end),
  }
}

function basisOf({ transcripts }: Study, { turns }: SearchOptions, found: number, most: number, note: string): string {
  const where = `${turns === 'all' ? 'all turns' : 'answering turns'} of ${transcripts.length} ${transcripts.length === 1 ? 'transcript' : 'transcripts'}`
  const shown = found > most ? `; the first ${most} of ${found} passages` : ''
  return `${where}; sentences joined up to forty words, ranked by BM25 (k1 1.2, b 0.75)${shown}${note}`
}

/** A row tells who spoke and where, so that words which may not be tied to that have none. */
function untied(count: number): string {
  return count === 0 ? '' : `; ${counted(count, 'passages')} left out, whose words may not be tied to their speaker`
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
