import type { Mark } from '../../mark.js'
import { candidates, certainty } from '../../recognise/candidates.js'
import type { Reading } from './reading.js'

export const { look, likely, sure } = certainty

/** What rules found so far. */
export interface Findings {
  /** Proposes the stretch of tokens [from, to). */
  readonly tokens: (from: number, to: number, type: string, sureness: number, strength?: number) => void
  /** Proposes a stretch of the text. */
  readonly units: (start: number, end: number, type: string, sureness: number, strength?: number) => void
  /** Says that the tokens [from, to) are no name. */
  readonly nothing: (from: number, to: number) => void
  /** The type proposed for each token, as a number in `types`; 0 for none. The first to propose stays. */
  readonly claimed: Uint8Array
  readonly settle: () => readonly Mark[]
}

/** Types by the number under which tokens are claimed. */
export const types = [
  '',
  'PERSON',
  'LOCATION',
  'ORG',
  'HOSPITAL',
  'CARE_INSTITUTION',
  'PROJECT',
  'DEPARTMENT',
  'FUNCTION',
  'DATE',
  'AGE',
  'PHONE',
  'EMAIL',
  'URL',
  'ID',
  'IBAN',
  'ADDRESS',
  'POSTCODE',
  'CREDIT_CARD',
  'IP',
  'USERNAME',
  'PASSWORD',
] as const
const numberOf = new Map<string, number>(types.map((type, number) => [type, number]))
/** The claim on what is no name. */
export const noName = 255
export const claimOf = (type: (typeof types)[number]): number => numberOf.get(type)!

/** Collects what rules find in a reading. */
export function findings({ tokens: { start, end, count, replaced, columns }, text }: Reading): Findings {
  const all = candidates()
  const claimed = columns.uint8(count)
  const claim = (from: number, to: number, type: string) => {
    const number = numberOf.get(type) ?? 0
    for (let i = from; i < to; i++) if (claimed[i] === 0) claimed[i] = number
  }
  /** The first token that ends behind a unit. */
  const tokenAt = (unit: number): number => {
    let low = 0
    let high = count
    while (low < high) {
      const middle = (low + high) >> 1
      if (end[middle]! <= unit) low = middle + 1
      else high = middle
    }
    return low
  }
  return {
    claimed,
    nothing: (from, to) => {
      for (let i = from; i < to; i++) if (claimed[i] === 0) claimed[i] = noName
    },
    tokens: (from, to, type, sureness, strength) => {
      if (to <= from) return
      claim(from, to, type)
      all.add(start[from]!, end[to - 1]!, type, sureness, strength)
    },
    units: (from, to, type, sureness, strength) => {
      const first = tokenAt(from)
      let last = first
      while (last < count && start[last]! < to) last++
      claim(first, last, type)
      all.add(from, to, type, sureness, strength)
    },
    settle: () => all.settle(text, replaced),
  }
}
