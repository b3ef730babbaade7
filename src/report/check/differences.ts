import type { Span } from '../../study/index.js'

interface Word extends Span {
  readonly folded: string
}

/** How the words of a quotation differ from a passage. */
export interface Differences {
  /** The part of the words of the quotation that stand in the passage, in order. */
  readonly shared: number
  /** The passage that is meant. UTF-16 code units of the transcript, end exclusive. */
  readonly span: Span
  /** `said → printed`, the first few of them. */
  readonly says: string
}

const most = 4
const farthest = 1.6

/**
 * Sets the words of a quotation beside the passage around the words that they share.
 *
 * @param near a stretch of the text that the two have in common
 */
export function differences(quotation: string, text: string, near: Span): Differences {
  const printed = quotation.replace(/\[[^[\]]{0,300}\]|…|\.{3,20}/gu, '…')
  const wanted = wordsIn(printed, 0)
  const reach = Math.round(quotation.length * farthest) + 40
  const from = Math.max(0, near.start - reach)
  const passage = wordsIn(text.slice(from, near.end + reach), from)
  const matches = aroundRun(printed, wanted, passage, near)
  if (matches.length === 0) return { shared: 0, span: near, says: '' }
  const [first, last] = [matches[0]!, matches.at(-1)!]
  const span = { start: passage[first[1]]!.start, end: passage[last[1]]!.end }
  return { shared: matches.length / wanted.length, span, says: sayDifferences(printed, text, wanted, passage, matches) }
}

type Pair = readonly [number, number]

/**
 * Pairs the words that both have, from the run that is known outwards on both sides, so that each finds its like as near as it stands: "we
 * said" at the beginning of a quotation is not found a page earlier.
 */
function aroundRun(printed: string, wanted: readonly Word[], passage: readonly Word[], near: Span): readonly Pair[] {
  const b = passage.findIndex(word => word.start >= near.start)
  const run = passage.slice(b).filter(word => word.end <= near.end)
  const a = wanted.findIndex((_, i) => run.every((word, k) => wanted[i + k]?.folded === word.folded))
  if (a < 0 || b < 0) return longestCommon(wanted, passage)
  const isOmitted = (one: number, other: number) =>
    printed.slice(wanted[Math.min(one, other)]?.end ?? 0, wanted[Math.max(one, other)]!.start).includes('…')
  const before = longestCommon(wanted.slice(0, a).reverse(), passage.slice(0, b).reverse()).map(([i, j]): Pair => [a - 1 - i, b - 1 - j])
  const after = longestCommon(wanted.slice(a), passage.slice(b)).map(([i, j]): Pair => [a + i, b + j])
  return [...[...withoutFar(before, [a, b], isOmitted)].reverse(), ...withoutFar(after, [a - 1, b - 1], isOmitted)]
}

/**
 * Leaves out words beyond a gap that is longer than all that was found beyond it, and that the quotation does not say it makes: they stand
 * there by chance.
 */
function withoutFar(pairs: readonly Pair[], start: Pair, isOmitted: (one: number, other: number) => boolean): readonly Pair[] {
  const far = pairs.findIndex(([x, y], i) => {
    const [lastX, lastY] = pairs[i - 1] ?? start
    return Math.abs(y - lastY) - 1 > pairs.length - i && !isOmitted(x, lastX)
  })
  return far < 0 ? pairs : pairs.slice(0, far)
}

/** The longest sequence of words that both have in the same order, each as early as it can be. A quotation is short, so a table of all pairs will do. */
function longestCommon(a: readonly Word[], b: readonly Word[]): readonly Pair[] {
  const width = b.length + 1
  const best = new Uint16Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      best[i * width + j] =
        a[i]!.folded === b[j]!.folded ? best[(i + 1) * width + j + 1]! + 1 : Math.max(best[(i + 1) * width + j]!, best[i * width + j + 1]!)
  const pairs: Pair[] = []
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i]!.folded === b[j]!.folded) pairs.push([i++, j++])
    else if (best[(i + 1) * width + j]! >= best[i * width + j + 1]!) i++
    else j++
  }
  return pairs
}

/** What stands between the words that both have. Where the quotation says itself that it leaves words out or puts words in, nothing differs. */
function sayDifferences(
  quotation: string,
  text: string,
  wanted: readonly Word[],
  passage: readonly Word[],
  matches: readonly Pair[],
): string {
  const said: string[] = []
  let [i, j] = [0, matches[0]![1]]
  // What is printed after the last word in common stands for as many words as it has.
  const [lastX, lastY] = matches.at(-1)!
  const end: Pair = [wanted.length, Math.min(passage.length, lastY + 1 + (wanted.length - 1 - lastX))]
  for (const [x, y] of [...matches, end]) {
    const printed = i < x ? quotation.slice(wanted[i]!.start, wanted[x - 1]!.end) : ''
    const was = j < y ? text.slice(passage[j]!.start, passage[y - 1]!.end) : ''
    const gap = quotation.slice(i === 0 ? 0 : wanted[i - 1]!.end, x === wanted.length ? quotation.length : wanted[x]!.start)
    if ((printed !== '' || was !== '') && !(printed === '' && gap.includes('…')))
      said.push(`${was || '(nothing)'} → ${printed || '(nothing)'}`)
    i = x + 1
    j = y + 1
  }
  const shown = said.slice(0, most).map(one => one.replace(/\s+/gu, ' '))
  return shown.join('; ') + (said.length > most ? `; and ${said.length - most} more` : '')
}

function wordsIn(text: string, from: number): readonly Word[] {
  return Array.from(text.matchAll(/[\p{L}\p{N}\p{M}]+/gu), match => ({
    start: match.index + from,
    end: match.index + from + match[0].length,
    folded: match[0].normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase(),
  }))
}
