import type { Language } from '../language/index.js'
import { isOneSlip } from '../study/index.js'
import { formOf, leastInside, type Term, testOf } from './queryTerms.js'
import { type TextIndex, wordForm } from './textIndex.js'

/** How a word of the text answers a word that was asked for. */
export type Found = 'word' | 'inside a word' | 'one slip away'

/** A place where a term stands: so many words from a word on. */
export interface Occurrence {
  readonly at: number
  readonly length: number
  readonly found: Found
}

/** What a word counts by how it was found: part of a longer word half, a likely misspelling a quarter. */
export const weightOf: Readonly<Record<Found, number>> = { word: 1, 'inside a word': 0.5, 'one slip away': 0.25 }

/** Where a term stands in a text, in order. */
export function occurrencesOf(index: TextIndex, term: Term, language: Language | null, inside: boolean): readonly Occurrence[] {
  if (term.kind === 'phrase') return phrasePlaces(index, term)
  if (term.kind === 'word' && !inside) {
    const { stem } = wordForm(language, term.words[0]!)
    return placesOf(
      index,
      index.withStem(stem).map(id => [id, 'word'] as const),
    )
  }
  const test = testOf(term, language)
  return placesOf(
    index,
    index.forms.flatMap((word, id): (readonly [number, Found])[] => {
      if (test.answers(word)) return [[id, 'word']]
      return inside && test.inside(word) ? [[id, 'inside a word']] : []
    }),
  )
}

/** Where words stand that differ from the one asked for by one slip of the keyboard. */
export function slipsOf(index: TextIndex, term: Term, language: Language | null): readonly Occurrence[] {
  const form = formOf(term, language)
  if (term.kind !== 'word' || form.length < leastInside) return []
  const near = index.forms.flatMap((word, id) =>
    word.form.length >= leastInside && isOneSlip(form, word.form) ? [[id, 'one slip away'] as const] : [],
  )
  return placesOf(index, near)
}

function placesOf(index: TextIndex, forms: readonly (readonly [form: number, found: Found])[]): readonly Occurrence[] {
  const all = forms.flatMap(([form, found]) => Array.from(index.placesOf(form), at => ({ at, length: 1, found })))
  return forms.length > 1 ? all.sort((a, b) => a.at - b.at) : all
}

function phrasePlaces(index: TextIndex, { words }: Term): readonly Occurrence[] {
  const wanted = words.map(word => wordForm(null, word).form)
  const { forms, passages, passageOf } = index
  const turnAt = (at: number) => passages[passageOf[at]!]!.turn
  const first = forms.flatMap((word, id) => (word.form === wanted[0] ? [[id, 'word'] as const] : []))
  return placesOf(index, first)
    .filter(({ at }) => {
      const last = at + wanted.length - 1
      if (last >= index.words.length || turnAt(last) !== turnAt(at)) return false
      return wanted.every((form, i) => forms[index.words[at + i]!]!.form === form)
    })
    .map(({ at }) => ({ at, length: wanted.length, found: 'word' }))
}
