import type { Language } from '../language/index.js'

/** What words are taken from: one fragment. */
export interface WordsOf {
  /** Empty where the words may not be printed. */
  readonly words: string
  readonly part: string
  readonly source: string
}

/** A word as it was first written, and how many sources say a word of its stem. */
export interface CountedWord {
  readonly word: string
  readonly sources: number
}

/** Which words fragments share. */
export interface ComparedWords {
  /** Words of a fragment that only its source says. */
  readonly own: (fragment: WordsOf) => readonly CountedWord[]
  /** Words of a fragment that other sources say too. */
  readonly shared: (fragment: WordsOf) => readonly CountedWord[]
  /** Words that are said in one part only, by how many sources there. */
  readonly onlyIn: (part: string) => readonly CountedWord[]
  /** Words that are said in every part, by how many sources in this one; none when there is only one part. */
  readonly inAll: (part: string) => readonly CountedWord[]
}

interface Stem {
  readonly word: string
  readonly sources: Set<string>
  /** The sources per part. */
  readonly parts: Map<string, Set<string>>
}

/**
 * Compares fragments by their words: stems, without stop words and numbers. What most sources say comes first, then what is said first.
 */
export function compareWords(fragments: readonly WordsOf[], language: Language): ComparedWords {
  const stems = new Map<string, Stem>()
  const perFragment = new Map<WordsOf, readonly Stem[]>()
  for (const fragment of fragments) {
    const here = new Set<Stem>()
    for (const word of language.words(fragment.words)) {
      const lower = word.toLowerCase()
      if (language.stopWords.has(lower) || !/\p{L}{2}/u.test(lower)) continue
      const key = language.stem(lower)
      const stem = stems.get(key) ?? { word: lower, sources: new Set<string>(), parts: new Map<string, Set<string>>() }
      stems.set(key, stem)
      here.add(stem)
      stem.sources.add(fragment.source)
      stem.parts.set(fragment.part, (stem.parts.get(fragment.part) ?? new Set()).add(fragment.source))
    }
    perFragment.set(fragment, [...here])
  }
  const parts = new Set(fragments.map(one => one.part)).size
  const told = (found: readonly Stem[], sources: (stem: Stem) => number) =>
    found.map(stem => ({ word: stem.word, sources: sources(stem) })).sort((a, b) => b.sources - a.sources)
  const inPart = (part: string, keep: (stem: Stem) => boolean) =>
    told(
      [...stems.values()].filter(stem => stem.parts.has(part) && keep(stem)),
      stem => stem.parts.get(part)!.size,
    )
  const all = (stem: Stem) => stem.sources.size
  return {
    own: fragment =>
      told(
        (perFragment.get(fragment) ?? []).filter(stem => stem.sources.size === 1),
        all,
      ),
    shared: fragment =>
      told(
        (perFragment.get(fragment) ?? []).filter(stem => stem.sources.size > 1),
        all,
      ),
    onlyIn: part => inPart(part, stem => stem.parts.size === 1 && parts > 1),
    inAll: part => inPart(part, stem => stem.parts.size === parts && parts > 1),
  }
}

const most = 12

/** Words in a cell, the first twelve: "norm (3), table (2)", or without the numbers. */
export function sayWords(words: readonly CountedWord[], counts: boolean): string {
  const shown = words.slice(0, most).map(({ word, sources }) => (counts ? `${word} (${sources})` : word))
  return shown.join(', ') + (words.length > most ? ` … and ${words.length - most} more` : '')
}
