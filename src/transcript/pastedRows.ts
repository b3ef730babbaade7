import type { Alignment } from './alignTexts.js'
import type { WordSpan } from './slideEdits.js'

/** A row of so many words that stands once in a text is the same row when it stands in the other. */
const fewest = 4

/**
 * Finds words that stand out of the order of the other words, however few: two words and more that stand once in both
 * texts, or words in a row of four and more around them that stands once in the text before. Where such a row stands twice
 * in the text after, the longer one is it.
 */
export function pastedRows({ before, after }: Pick<Alignment, 'before' | 'after'>): (words: WordSpan) => WordSpan | null {
  let known: readonly [Places, Places] | null = null
  return words => {
    known ??= [placesOf(before.ids), placesOf(after.ids)]
    const { from, to } = words
    const rows = known[1](before.ids, words).map(at => rowAround(before.ids, after.ids, words, at - from))
    const shifts = known[1](before.ids, words).map(at => at - from)
    if (rows.length === 0) return null
    if (rows.length === 1 && to - from > 1 && known[0](before.ids, words).length === 1)
      return { from: from + shifts[0]!, to: to + shifts[0]! }
    const length = (row: WordSpan) => row.to - row.from
    const best = rows.reduce((most, row, i) => (length(row) > length(rows[most]!) ? i : most), 0)
    const row = rows[best]!
    if (length(row) < fewest || known[0](before.ids, row).length > 1) return null
    return { from: from + shifts[best]!, to: to + shifts[best]! }
  }
}

type Places = (ids: Int32Array, row: WordSpan) => readonly number[]

/** Finds where a row of words stands in a text, by the one of its words that stands there least often. */
function placesOf(text: Int32Array): Places {
  const places = new Map<number, number[]>()
  text.forEach((id, at) => {
    const there = places.get(id)
    if (there === undefined) places.set(id, [at])
    else there.push(at)
  })
  return (ids, { from, to }) => {
    let rarest = from
    for (let i = from; i < to; i++) {
      const found = places.get(ids[i]!)
      if (found === undefined) return []
      if (found.length < places.get(ids[rarest]!)!.length) rarest = i
    }
    return places
      .get(ids[rarest]!)!
      .map(at => at - rarest + from)
      .filter(at => isRow(ids, text, { from, to }, at - from))
  }
}

export function isRow(before: Int32Array, after: Int32Array, { from, to }: WordSpan, shift: number): boolean {
  for (let i = from; i < to; i++) if (before[i] !== after[i + shift]) return false
  return true
}

/** The same words around two places as far as they go. */
function rowAround(before: Int32Array, after: Int32Array, words: WordSpan, shift: number): WordSpan {
  let { from, to } = words
  while (from > 0 && before[from - 1] === after[from - 1 + shift]) from--
  while (to < before.length && before[to] === after[to + shift]) to++
  return { from, to }
}
