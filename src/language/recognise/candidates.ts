import type { Mark } from '../mark.js'

/** How sure a candidate is: an index into `certainties`. */
export const certainty = { look: 0, likely: 1, sure: 2 } as const
const certainties = ['look', 'likely', 'sure'] as const

/** Stretches that rules propose, in columns. */
export interface Candidates {
  /** Proposes a stretch; `strength` settles which of two overlapping ones of the same certainty stays (the longer one by default). */
  readonly add: (start: number, end: number, type: string, sureness: number, strength?: number) => void
  /** What stays: in order, apart, outside the stretches given (start and end in turns). */
  readonly settle: (text: string, without: readonly number[]) => readonly Mark[]
}

interface Candidate {
  start: number
  end: number
  type: string
  sureness: number
  strength: number
}

/**
 * Collects candidates. Of overlapping ones of one type one stretch is made; of others the surer one stays whole and what is left of the
 * weaker one stays when it holds a letter or digit, so that nothing that was proposed becomes readable again.
 */
export function candidates(): Candidates {
  const all: Candidate[] = []
  return {
    add: (start, end, type, sureness, strength = 0) => {
      if (end > start) all.push({ start, end, type, sureness, strength })
    },
    settle: (text, without) => {
      const kept = apart(all.sort(order), text)
      const marks: Mark[] = []
      let hole = 0
      for (const { start, end, type, sureness } of kept) {
        while (hole < without.length && without[hole + 1]! <= start) hole += 2
        if (hole < without.length && without[hole]! < end) continue
        marks.push({ start, end, type, text: text.slice(start, end), certainty: certainties[sureness]! })
      }
      return marks
    },
  }
}

const order = (a: Candidate, b: Candidate) => a.start - b.start || b.end - a.end || b.sureness - a.sureness

/** Overlapping candidates of one type made one; given in order, and left in it. */
function joined(all: readonly Candidate[]): Candidate[] {
  const result: Candidate[] = []
  // The last stretch of each type. Types are few.
  const open: Candidate[] = []
  for (const one of all) {
    let at = 0
    while (at < open.length && open[at]!.type !== one.type) at++
    const last = open[at]
    if (last !== undefined && one.start < last.end) {
      last.end = Math.max(last.end, one.end)
      last.sureness = Math.max(last.sureness, one.sureness)
      last.strength = Math.max(last.strength, one.strength)
    } else {
      open[at] = { ...one }
      result.push(open[at]!)
    }
  }
  return result
}

/** Of those that overlap the strongest first, each where nothing stronger stands. */
function apart(all: readonly Candidate[], text: string): Candidate[] {
  const kept: Candidate[] = []
  for (let from = 0; from < all.length; ) {
    let to = from + 1
    let end = all[from]!.end
    while (to < all.length && all[to]!.start < end) {
      end = Math.max(end, all[to]!.end)
      to++
    }
    if (to === from + 1) kept.push(all[from]!)
    else for (const one of settled(joined(all.slice(from, to)), text, all[from]!.start, end)) kept.push(one)
    from = to
  }
  return kept
}

/** What stays of candidates that overlap, within [first, last). */
function settled(all: readonly Candidate[], text: string, first: number, last: number): Candidate[] {
  const taken = new Uint8Array(last - first)
  const kept: Candidate[] = []
  for (const one of [...all].sort(byStrength)) {
    for (let at = one.start; at < one.end; ) {
      if (taken[at - first] === 1) {
        at++
        continue
      }
      const start = at
      while (at < one.end && taken[at - first] === 0) at++
      const whole = start === one.start && at === one.end
      const rest = whole ? one : trimmed({ ...one, start, end: at }, text)
      if (rest.start >= rest.end || (!whole && isScrap(rest, text))) continue
      taken.fill(1, rest.start - first, rest.end - first)
      kept.push(rest)
    }
  }
  return kept.sort(order)
}

/** What is left of a name when a surer one took the rest, and tells nothing by itself: "de". Two letters of a number may tell. */
function isScrap({ start, end, type }: Candidate, text: string): boolean {
  return end - start < 3 && !numbers.has(type) && /^\p{Ll}+$/u.test(text.slice(start, end))
}

const numbers = new Set(['ID', 'IBAN', 'BSN', 'PHONE', 'POSTCODE', 'ADDRESS', 'AGE', 'DATE'])

const byStrength = (a: Candidate, b: Candidate) =>
  b.sureness - a.sureness || b.strength - a.strength || b.end - b.start - (a.end - a.start) || a.start - b.start

/** Without what is no letter or digit at its ends. */
function trimmed(rest: Candidate, text: string): Candidate {
  let { start, end } = rest
  while (start < end && !isWordUnit(text, start)) start++
  while (end > start && !isWordUnit(text, end - 1)) end--
  return { ...rest, start, end }
}

const isWordUnit = (text: string, at: number) => /[\p{L}\p{N}\p{M}\p{Cs}]/u.test(text[at]!)
