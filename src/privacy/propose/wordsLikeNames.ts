import { eachWord, foldWord, type Language, type Recogniser } from '../../language/index.js'
import { isOneSlip, type Study } from '../../study/index.js'
import { type Register, spellings } from '../entry.js'
import type { Found } from '../findNames.js'
import { firstEndingAfter } from '../marksAt.js'
import { isCased } from './addLooseParts.js'
import { familyOf } from './families.js'
import type { Place } from './nameEvidence.js'
import { lessOne, wordsOf } from './nearEntries.js'

/** A word that is no spelling in the register and is like one. */
export interface WordLike {
  /** As it is written where it first stands. */
  readonly word: string
  /** The entry it is like. */
  readonly entry: number
  /** `slip`: one letter differs. `made from`: a compound or derivation, Jantje of Jan. */
  readonly how: 'slip' | 'made from'
  readonly places: readonly Place[]
}

/**
 * Lists what a register cannot find: words that differ from a registered name by one letter, and words made from one. Words of the
 * language are left out, as far as the pack knows them; in texts with capitals also what is written without.
 */
export function wordsLikeNames(
  study: Study,
  register: Register,
  found: ReadonlyMap<string, readonly Found[]>,
  recognise: Recogniser,
  language: Language,
): readonly WordLike[] {
  const like = likeness(register, language)
  const all = new Map<string, { word: string; entry: number; how: WordLike['how']; places: Place[] } | null>()
  for (const { id, text } of study.transcripts) {
    const names = found.get(id) ?? []
    const marks = recognise(text)
    const cased = isCased(text)
    const isFree = (list: readonly { readonly start: number; readonly end: number }[], start: number, end: number) =>
      (list[firstEndingAfter(list, start)]?.start ?? end) >= end
    eachWord(text, (start, end) => {
      const word = text.slice(start, end)
      if (word.length < 4 || (cased && !/\p{Lu}/u.test(word)) || !isFree(names, start, end) || !isFree(marks, start, end)) return
      const key = foldWord(word)
      if (!all.has(key)) all.set(key, language.isWord(word.toLowerCase()) ? null : withWord(word, like(key)))
      all.get(key)?.places.push({ transcript: id, start, end })
    })
  }
  return [...all.values()].filter(one => one !== null)
}

const withWord = (word: string, like: Pick<WordLike, 'entry' | 'how'> | null) => (like === null ? null : { word, ...like, places: [] })

function likeness(register: Register, { naming }: Language): (word: string) => Pick<WordLike, 'entry' | 'how'> | null {
  const names = new Map<string, number>()
  const slips = new Map<string, string[]>()
  register.forEach((entry, i) => {
    if (entry.match === 'keep' || familyOf(entry.type) === 'alike') return
    for (const name of wordsOf(spellings(entry), 3)) {
      if (names.has(name) || naming.kinds.has(name)) continue
      names.set(name, i)
      if (name.length >= 5) for (const key of lessOne(name)) slips.set(key, [...(slips.get(key) ?? []), name])
    }
  })
  const endings = new Set(naming.endings)
  return word => {
    for (let at = 3; at <= word.length - 1; at++) {
      const entry = names.get(word.slice(0, at))
      if (entry !== undefined && (endings.has(word.slice(at)) || (at >= 5 && word.length - at >= 2))) return { entry, how: 'made from' }
    }
    for (const key of lessOne(word))
      for (const name of slips.get(key) ?? []) if (isOneSlip(word, name)) return { entry: names.get(name)!, how: 'slip' }
    return null
  }
}
