import type { Span } from '../study/model.js'
import { type Alignment, wordsAt } from './alignTexts.js'
import { carryOffset } from './carryOffset.js'
import { foldText } from './foldText.js'
import { sharedLetters, wordAt } from './pairSimilar.js'
import { isRow, pastedRows } from './pastedRows.js'
import type { WordSpan } from './slideEdits.js'

/**
 * Where a fragment went. `stands`: all its words stand there, in a row. `edited`: most of it stands, with words changed,
 * put in or taken out. `gone`: its words are not there any more; `start` and `end` are where they stood.
 */
export interface CarriedSpan extends Span {
  readonly kind: 'stands' | 'edited' | 'gone'
}

/**
 * Carries fragments of a text to where their words stand in the text after, by the words and by what stands around them.
 *
 * A fragment whose words all stand in a row keeps them, whatever changed in punctuation and white space. One that was edited
 * goes along when at least half of its letters stand, and at least half of the letters of its new place are its own; then
 * it is told as edited. One that stands out of the order of the others is found by its own words or those around it. Any
 * other is gone: it is never put on other words.
 */
export function carrySpans(alignment: Alignment, spans: readonly Span[]): readonly CarriedSpan[] {
  const offset = carryOffset(alignment.edits)
  const pasted = pastedRows(alignment)
  return spans.map(span => {
    const words = wordsAt(alignment.before, span)
    const carried = words.from === words.to ? carrySigns(alignment, span) : carryWords(alignment, span, words, pasted)
    if (carried !== null) return carried
    const at = offset(span.start)
    return { kind: 'gone', start: at, end: at }
  })
}

function carryWords(alignment: Alignment, span: Span, words: WordSpan, pasted: ReturnType<typeof pastedRows>): CarriedSpan | null {
  const row = inRow(alignment, words) ?? pasted(words)
  if (row !== null) return { kind: 'stands', ...withEdges(alignment, span, words, row) }
  const place = editedPlace(alignment, words)
  return place === null ? null : { kind: 'edited', ...withEdges(alignment, span, words, place) }
}

/**
 * Where all words of a fragment stand in a row: there where most of its letters were found. The other words may have been
 * matched elsewhere, since the same word stands in many places.
 */
function inRow({ before, after, partner }: Alignment, { from, to }: WordSpan): WordSpan | null {
  const letters = new Map<number, number>()
  for (let i = from; i < to; i++)
    if (partner[i]! >= 0) letters.set(partner[i]! - i, (letters.get(partner[i]! - i) ?? 0) + lettersAt(before, i))
  let best: WordSpan | null = null
  let most = 0
  for (const [shift, found] of letters) {
    if (found <= most || !isRow(before.ids, after.ids, { from, to }, shift)) continue
    most = found
    best = { from: from + shift, to: to + shift }
  }
  return best
}

/** The words of the text after that a fragment became, when most of it stands there. */
function editedPlace(alignment: Alignment, { from, to }: WordSpan): WordSpan | null {
  const { before, after, partner, similar } = alignment
  const own = new Map<number, number>()
  for (let i = from; i < to; i++) {
    const j = partner[i]! >= 0 ? partner[i]! : similar[i]!
    if (j >= 0) own.set(j, partner[i]! >= 0 ? lettersAt(after, j) : sharedLetters(wordAt(before, i), wordAt(after, j)))
  }
  const best = densest(
    [...own].sort(([i], [j]) => i - j),
    after,
  )
  if (best === null) return null
  const whole = before.letters[to]! - before.letters[from]!
  if (best.own * 2 < whole) return null
  const wider = withReplaced(alignment, { from, to }, best)
  return after.letters[wider.to]! - after.letters[wider.from]! <= best.own * 2 ? wider : best
}

interface Dense extends WordSpan {
  /** Letters of the fragment that stand there. */
  readonly own: number
}

/** From the first word of the fragment to its last, when at least half is its own; else where its letters outweigh those of others most. */
function densest(own: readonly (readonly [number, number])[], after: Alignment['after']): Dense | null {
  if (own.length === 0) return null
  const [from, to] = [own[0]![0], own.at(-1)![0] + 1]
  const letters = own.reduce((sum, [, weight]) => sum + weight, 0)
  return letters * 2 >= after.letters[to]! - after.letters[from]! ? { from, to, own: letters } : heaviest(own, after)
}

function heaviest(own: readonly (readonly [number, number])[], after: Alignment['after']): Dense | null {
  let best: Dense | null = null
  let most = 0
  let from = 0
  let sum = 0
  let letters = 0
  own.forEach(([j, weight], i) => {
    const strange = i === 0 ? 0 : after.letters[j]! - after.letters[own[i - 1]![0] + 1]!
    sum -= strange
    if (sum <= 0) [from, sum, letters] = [j, 0, 0]
    sum += 2 * weight - lettersAt(after, j)
    letters += weight
    if (sum > most || (sum === most && best !== null && letters > best.own)) {
      most = sum
      best = { from, to: j + 1, own: letters }
    }
  })
  return best
}

/** Takes in what was put in the place of the first and the last words of the fragment, where only these were replaced. */
function withReplaced({ after, partner, similar }: Alignment, { from, to }: WordSpan, place: WordSpan): WordSpan {
  const at = (i: number) => (partner[i] === undefined ? -1 : partner[i]! >= 0 ? partner[i]! : similar[i]!)
  const isReplaced = (i: number) => at(i) < 0
  const left = from === 0 ? -1 : at(from - 1)
  const right = to === partner.length ? after.ids.length : at(to)
  const begin = isReplaced(from) && (from === 0 || left >= 0) && left < place.from ? left + 1 : place.from
  const end = isReplaced(to - 1) && right >= place.to ? right : place.to
  return { from: begin, to: end }
}

const lettersAt = ({ letters }: Alignment['after'], at: number) => letters[at + 1]! - letters[at]!

/** From words to offsets: half words at the edges, punctuation and white space stay in or out as they were. */
function withEdges({ before, after }: Alignment, { start, end }: Span, words: WordSpan, place: WordSpan): Span {
  const first = { from: before.starts[words.from]!, to: after.starts[place.from]! }
  const last = { from: before.ends[words.to - 1]!, to: after.ends[place.to - 1]! }
  const same = (i: number, j: number) => wordAt(before, i) === wordAt(after, j)
  const begin =
    start > first.from
      ? first.to + (same(words.from, place.from) ? start - first.from : 0)
      : first.to - sharedSigns(before.text.slice(start, first.from), after.text.slice(after.ends[place.from - 1] ?? 0, first.to), true)
  const until =
    end < last.from
      ? last.to - (same(words.to - 1, place.to - 1) ? last.from - end : 0)
      : last.to +
        sharedSigns(before.text.slice(last.from, end), after.text.slice(last.to, after.starts[place.to] ?? after.text.length), false)
  return { start: begin, end: until }
}

/** How many signs next to a word are still those that the fragment had there. */
function sharedSigns(signs: string, there: string, backwards: boolean): number {
  const at = (text: string, i: number) => text[backwards ? text.length - 1 - i : i]
  let length = 0
  while (length < signs.length && length < there.length && isSameSign(at(signs, length)!, at(there, length)!)) length++
  return length
}

const isSameSign = (a: string, b: string) => a === b || foldText(a).text === foldText(b).text

/** A fragment of signs without a word stands when everything between the words around it does. */
function carrySigns({ before, after, partner }: Alignment, { start, end }: Span): CarriedSpan | null {
  const next = wordsAt(before, { start: end, end: before.text.length }).from
  const [left, right] = [next === 0 ? -1 : partner[next - 1]!, next === partner.length ? after.ids.length : partner[next]!]
  if ((next > 0 && left < 0) || right !== left + 1) return null
  const from = next === 0 ? 0 : before.ends[next - 1]!
  const there = next === 0 ? 0 : after.ends[left]!
  const signs = before.text.slice(from, before.starts[next] ?? before.text.length)
  const same = signs === after.text.slice(there, after.starts[right] ?? after.text.length)
  return same ? { kind: 'stands', start: start - from + there, end: end - from + there } : null
}
