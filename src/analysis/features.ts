import type { Span } from '../study/index.js'
import type { TextIndex, WordForm } from './textIndex.js'

/** How much of each feature a text holds, by the number of the feature. */
export type Amounts = ReadonlyMap<number, number>

/** The stems that were met in what is learnt from, each with a number. */
export type Stems = ReadonlyMap<string, number>

/** What the rest of the turn counts beside the passage itself, and how far around it that goes, in words. */
const aroundWeight = 0.5
const aroundWords = 60
/** What a known stem counts that stands inside a longer word, as `norm` in `volumenorm`. */
const insideWeight = 0.5
const leastInside = 4

/** The places of the answering words that lie wholly inside a span. */
export function wordsInside(index: TextIndex, { start, end }: Span): readonly number[] {
  const places: number[] = []
  for (let at = firstFrom(index.starts, start); at < index.words.length && index.ends[at]! <= end; at++)
    if (!index.passages[index.passageOf[at]!]!.asks) places.push(at)
  return places
}

/** The places of answering words of the same turns, up to sixty words before and after a passage. */
export function wordsAround(index: TextIndex, inside: readonly number[]): readonly number[] {
  if (inside.length === 0) return []
  const turnAt = (at: number) => (at < 0 || at >= index.words.length ? undefined : index.passages[index.passageOf[at]!]!.turn)
  const [first, last] = [inside[0]!, inside.at(-1)!]
  const places: number[] = []
  for (let at = first - 1; at >= first - aroundWords && turnAt(at) === turnAt(first); at--) places.push(at)
  for (let at = last + 1; at <= last + aroundWords && turnAt(at) === turnAt(last); at++) places.push(at)
  return places
}

/** Reads texts as features: the stems of their words that carry meaning, and the stems inside these words. */
export class FeatureReader {
  private readonly unmet = new Map<string, number>()
  private readonly known = new Map<WordForm, readonly (readonly [stem: number, weight: number])[]>()

  constructor(private readonly stems: Stems) {}

  /**
   * The features of one word. A word nothing like which was met is a feature of its own, below 0: it is like no code, and makes the
   * passage less like any.
   */
  of(word: WordForm): readonly (readonly [stem: number, weight: number])[] {
    const known = this.known.get(word)
    if (known !== undefined) return known
    const made = word.isStop ? [] : this.read(word)
    this.known.set(word, made)
    return made
  }

  /** The features of some words of a text: those inside the passage, and less those around it. */
  amounts(index: TextIndex, inside: readonly number[], around: readonly number[]): Amounts {
    const amounts = new Map<number, number>()
    const add = (at: number, weight: number) => {
      for (const [stem, part] of this.of(index.forms[index.words[at]!]!)) amounts.set(stem, (amounts.get(stem) ?? 0) + weight * part)
    }
    for (const at of inside) add(at, 1 + aroundWeight)
    for (const at of around) add(at, aroundWeight)
    return amounts
  }

  private read({ form, stem }: WordForm): readonly (readonly [stem: number, weight: number])[] {
    const found = new Map<number, number>()
    for (let from = 0; from + leastInside <= form.length; from++) {
      for (let to = from + leastInside; to <= form.length; to++) {
        const inside = this.stems.get(form.slice(from, to))
        if (inside !== undefined && to - from < form.length) found.set(inside, insideWeight)
      }
    }
    const own = this.stems.get(stem)
    if (own !== undefined) found.set(own, 1)
    return found.size > 0 ? [...found] : [[this.unmetNumber(stem), 1]]
  }

  private unmetNumber(stem: string): number {
    const number = this.unmet.get(stem) ?? -1 - this.unmet.size
    this.unmet.set(stem, number)
    return number
  }
}

/** The first place whose word starts at or after an offset. */
function firstFrom(starts: Int32Array, offset: number): number {
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (starts[middle]! < offset) low = middle + 1
    else high = middle
  }
  return low
}
