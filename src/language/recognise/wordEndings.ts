/** Endings of folded words, looked up without trying them one by one. */
export interface WordEndings {
  /** Whether a word ends in one of them, with so many letters before it. */
  readonly test: (word: string) => boolean
}

/**
 * Makes a set of endings of two letters and more.
 *
 * @param endings folded; a word that is an ending itself does not count unless `least` is 0
 * @param least how many letters must stand before the ending
 * @param most how many may
 */
export function wordEndings(endings: readonly string[], least: number, most = 40): WordEndings {
  const known = new Set(endings)
  const lengths = new Map<number, number[]>()
  for (const ending of endings) {
    const last = pairOf(ending)
    const of = lengths.get(last) ?? []
    if (!of.includes(ending.length)) lengths.set(last, [...of, ending.length])
  }
  return {
    test: word => {
      const of = word.length > 1 ? lengths.get(pairOf(word)) : undefined
      if (of === undefined) return false
      for (const length of of) {
        const before = word.length - length
        if (before >= least && before <= most && known.has(word.slice(before))) return true
      }
      return false
    },
  }
}

const pairOf = (word: string) => (word.charCodeAt(word.length - 2) << 8) | word.charCodeAt(word.length - 1)
