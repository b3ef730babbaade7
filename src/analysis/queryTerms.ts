import { eachWord, type Language } from '../language/index.js'
import type { Problem } from '../study/index.js'
import { type WordForm, wordForm } from './textIndex.js'

/** Something a search looks for. */
export interface Term {
  readonly kind: 'word' | 'phrase' | 'starts' | 'ends' | 'holds'
  /** The words as they were asked for; one, unless it is a phrase. */
  readonly words: readonly string[]
}

const stretch = /["“”„«»]([^"“”„«»]*)["“”„«»]|[^\s"“”„«»]+/gu

/**
 * Reads what is searched for: words, phrases in quotation marks, and words of which only a part is given (`norm*`, `*norm`, `*norm*`).
 * Words that carry little meaning are left out, unless there are no others.
 */
export function queryTerms(
  query: string,
  language: Language | null,
): { readonly terms: readonly Term[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = []
  if ((query.match(/["“”„«»]/gu)?.length ?? 0) % 2 === 1)
    problems.push({
      what: 'a quotation mark in the search is not closed',
      hint: 'put a phrase between two quotation marks, or take the mark out',
    })
  const all = [...query.matchAll(stretch)].flatMap(([chunk, phrase]) => (phrase === undefined ? chunkTerms(chunk) : phraseTerm(phrase)))
  if (all.some(term => isPart(term) && [...formOf(term, null)].length < 2))
    problems.push({ what: 'one letter with * is too little to search for', hint: 'give two letters or more' })
  const unique = [
    ...new Map(all.map(term => [`${term.kind} ${term.words.map(word => wordForm(null, word).form).join(' ')}`, term])).values(),
  ]
  const telling = unique.filter(term => term.kind !== 'word' || !wordForm(language, term.words[0]!).isStop)
  return { terms: telling.length > 0 ? telling : unique, problems }
}

/** Whether a term gives only a part of a word. */
export function isPart({ kind }: Term): boolean {
  return kind === 'starts' || kind === 'ends' || kind === 'holds'
}

/** The word of a term, folded. */
export function formOf(term: Term, language: Language | null): string {
  return wordForm(language, term.words[0]!).form
}

/** The least letters that are looked for inside other words: shorter ones stand in nearly all. */
export const leastInside = 4

/**
 * Which forms answer a term, by a test that is made once and asked often. Inside longer words, where it is asked for, a word answers by
 * its form or its stem.
 */
export function testOf(
  term: Term,
  language: Language | null,
): { readonly answers: (word: WordForm) => boolean; readonly inside: (word: WordForm) => boolean } {
  const { form, stem } = wordForm(language, term.words[0]!)
  const never = () => false
  if (term.kind === 'starts') return { answers: word => word.form.startsWith(form), inside: never }
  if (term.kind === 'ends') return { answers: word => word.form.endsWith(form), inside: never }
  if (term.kind === 'holds') return { answers: word => word.form.includes(form), inside: never }
  const answers = (word: WordForm) => word.stem === stem
  const part = stem.length >= leastInside && form.startsWith(stem) ? stem : form
  return { answers, inside: part.length < leastInside ? never : word => !answers(word) && word.form.includes(part) }
}

function wordsOf(text: string): readonly string[] {
  const words: string[] = []
  eachWord(text, (start, end) => words.push(text.slice(start, end)))
  return words
}

function phraseTerm(phrase: string): readonly Term[] {
  const words = wordsOf(phrase)
  return words.length === 0 ? [] : [{ kind: 'phrase', words }]
}

function chunkTerms(chunk: string): readonly Term[] {
  const words = wordsOf(chunk)
  const [starts, ends] = [/^\p{P}*\*/u.test(chunk), /\*\p{P}*$/u.test(chunk)]
  if (words.length !== 1 || !(starts || ends)) return words.map(word => ({ kind: 'word', words: [word] }))
  return [{ kind: starts && ends ? 'holds' : starts ? 'ends' : 'starts', words }]
}
