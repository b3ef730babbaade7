import type { ClaimKind } from './claimRule.js'
import type { ReadingWords } from './readingWords.js'

/** What a sentence says of how many people said something. UTF-16 code units of the sentence, end exclusive. */
export interface Claim {
  readonly kind: ClaimKind
  readonly start: number
  readonly end: number
  /** Which of the groups it is about; null: everybody. */
  readonly group: string | null
  /** Of a `number`: which, and of how many if it says so. */
  readonly said: { readonly n: number; readonly of: number | null } | null
}

/** A way to write a group: the stems of its words, one after the other. */
export interface GroupWords {
  readonly group: string
  readonly stems: readonly string[]
}

interface ReadingLanguage {
  readonly stem: (word: string) => string
  readonly numbers: readonly string[]
  readonly articles: ReadonlySet<string>
  readonly reading: ReadingWords
}

interface Token {
  readonly start: number
  readonly end: number
  readonly word: string
  readonly stem: string
}

interface Noun extends Token {
  readonly group: string | null
  readonly isPlural: boolean
}

/** How many words may stand between "all" and "nurses": "all twelve of the nurses". */
const farthest = 5

/**
 * Reads what a sentence says of how many people said something: words for counts beside a word for people, numbers beside one, and a whole
 * group ("the nurses").
 *
 * @param groups how the groups are written; several ways may mean the same one
 * @example
 * readClaims('Most nurses said so.', [{ group: 'nurse', stems: ['nurs'] }], en)
 * //=> [{ kind: 'most', start: 0, end: 11, group: 'nurse', said: null }]
 */
export function readClaims(sentence: string, groups: readonly GroupWords[], language: ReadingLanguage): readonly Claim[] {
  const tokens = tokensOf(sentence, language)
  const nouns = nounsIn(tokens, groups, language)
  const found: Claim[] = []
  const add = (claim: Claim | null) => {
    if (claim !== null && !found.some(one => one.start < claim.end && claim.start < one.end)) found.push(claim)
  }
  for (const words of language.reading.claims)
    for (const match of sentence.matchAll(words.words)) {
      if (words.noun !== 'said' || isSaid(sentence, match, language.reading)) add(wordClaim(sentence, match, words, nouns))
    }
  for (const claim of numberClaims(sentence, tokens, nouns, language)) add(claim)
  for (const [i, noun] of nouns.entries()) {
    const before = tokens[tokens.indexOf(tokens.find(token => token.start === noun.start)!) - 1]
    // "the nurses and the managers": both. Of everybody nothing is said that "the respondents" would add.
    if (
      noun.group !== null &&
      noun.isPlural &&
      before !== undefined &&
      language.articles.has(before.word) &&
      isGap(sentence, before.end, noun.start)
    )
      if (
        !nouns
          .slice(0, i)
          .some(
            one =>
              one.group === noun.group && found.some(claim => claim.kind === 'group' && claim.start <= one.start && one.end <= claim.end),
          )
      )
        add({ kind: 'group', start: before.start, end: noun.end, group: noun.group, said: null })
  }
  return found.sort((a, b) => a.start - b.start)
}

function wordClaim(
  sentence: string,
  match: RegExpExecArray,
  { kind, noun }: ReadingWords['claims'][number],
  nouns: readonly Noun[],
): Claim | null {
  const start = match.index
  const end = start + match[0].length
  if (noun === 'in' || noun === 'said') return { kind, start, end, group: null, said: null }
  if (noun === 'anywhere') return { kind, start, end, group: nouns[0]?.group ?? null, said: null }
  const next = nounAfter(sentence, end, nouns)
  if (next !== null) return { kind, start, end: next.end, group: next.group, said: null }
  // "… more than half (5 of the 9)", "most." count people without naming them; "half of the patients" does not.
  const rest = sentence.slice(end)
  return kind !== 'all' && /^\s{0,2}(?:[(.;]|$)/u.test(rest) ? { kind, start, end, group: null, said: null } : null
}

/** Whether a verb for saying stands beside it: "everyone said", "said nobody"; not in "once everyone has come, they see". */
function isSaid(sentence: string, match: RegExpExecArray, { saying }: ReadingWords): boolean {
  const before = /(?:\S+\s+){0,3}$/u.exec(sentence.slice(Math.max(0, match.index - 60), match.index))?.[0] ?? ''
  const after = /^(?:\s+[^\s,;:.]+){0,3}/u.exec(sentence.slice(match.index + match[0].length))?.[0] ?? ''
  return before.search(saying) >= 0 || after.search(saying) >= 0
}

/** The first word for people shortly after a place, in the same part of the sentence. */
function nounAfter(sentence: string, from: number, nouns: readonly Noun[]): Noun | null {
  const next = nouns.find(noun => noun.start >= from)
  if (next === undefined) return null
  const between = sentence.slice(from, next.start)
  const words = between.match(/[\p{L}\p{N}]+/gu)?.length ?? 0
  return words < farthest && !/[.,;:!?()]/u.test(between) ? next : null
}

function numberClaims(
  sentence: string,
  tokens: readonly Token[],
  nouns: readonly Noun[],
  { numbers, reading }: ReadingLanguage,
): readonly Claim[] {
  const numberIn = ({ word }: Token) => (/^\d{1,3}$/u.test(word) ? Number(word) : numbers.indexOf(word) > 0 ? numbers.indexOf(word) : null)
  return tokens.flatMap((token, i): readonly Claim[] => {
    const n = numberIn(token)
    // "Respondent 10" is a name, and so is what stands after a hyphen or a sign.
    if (
      n === null ||
      /[\p{L}\p{N}§€$.,–-]\s?$/u.test(sentence.slice(Math.max(0, token.start - 1), token.start)) ||
      isNumbered(sentence, token, reading)
    )
      return []
    const other = tokens.slice(i + 1, i + 4).find(one => numberIn(one) !== null)
    if (other !== undefined && new RegExp(`^\\s?(?:${reading.of.source})\\s?$`, 'iu').test(sentence.slice(token.end, other.start))) {
      const noun = nounAfter(sentence, other.end, nouns)
      return [
        { kind: 'number', start: token.start, end: noun?.end ?? other.end, group: noun?.group ?? null, said: { n, of: numberIn(other) } },
      ]
    }
    const noun = nouns.find(one => one.start >= token.end)
    const isNext = noun !== undefined && isGap(sentence, token.end, noun.start)
    return isNext ? [{ kind: 'number', start: token.start, end: noun.end, group: noun.group, said: { n, of: null } }] : []
  })
}

function isNumbered(sentence: string, { start }: Token, { numbered }: ReadingWords): boolean {
  return new RegExp(`(?:${numbered.source})\\s{0,2}$`, 'iu').test(sentence.slice(Math.max(0, start - 30), start))
}

const isGap = (sentence: string, from: number, to: number) => /^\s{1,3}$/u.test(sentence.slice(from, to))

function nounsIn(tokens: readonly Token[], groups: readonly GroupWords[], language: ReadingLanguage): readonly Noun[] {
  const everybody = language.reading.everybody.map(word => ({ group: null, stems: [language.stem(word)] }))
  const found: Noun[] = []
  for (let at = 0; at < tokens.length; at++) {
    const fits = [...groups, ...everybody].filter(({ stems }) => stems.every((stem, i) => tokens[at + i]?.stem === stem))
    const longest = fits.reduce<(typeof fits)[number] | null>(
      (best, one) => (best === null || one.stems.length > best.stems.length ? one : best),
      null,
    )
    if (longest === null) continue
    const last = tokens[at + longest.stems.length - 1]!
    // "The interviewed nurses": the nurses.
    const before = found.at(-1)
    if (longest.group !== null && before !== undefined && before.group === null && tokens[at - 1]?.end === before.end) found.pop()
    found.push({ ...tokens[at]!, end: last.end, group: longest.group, isPlural: language.reading.plural.test(last.word) })
    at += longest.stems.length - 1
  }
  return found
}

function tokensOf(sentence: string, { stem }: ReadingLanguage): readonly Token[] {
  return Array.from(sentence.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu), match => {
    const word = match[0].toLowerCase()
    return { start: match.index, end: match.index + match[0].length, word, stem: stem(word) }
  })
}
