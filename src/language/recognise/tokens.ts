import type { Columns } from './columns.js'

/** How a token is written. */
export const shape = { lower: 1, capital: 2, capitals: 3, mixed: 4, digits: 5, alnum: 6 } as const

/** What stands between a token and the one before it, as bits. */
export const gap = {
  space: 1,
  line: 2,
  /** A full stop, a question or exclamation mark, an ellipsis. */
  stop: 4,
  dot: 8,
  comma: 16,
  colon: 32,
  hyphen: 64,
  apostrophe: 128,
  slash: 256,
  at: 512,
  /** An opening bracket, or a quotation mark. */
  open: 1024,
  close: 2048,
  and: 4096,
  other: 8192,
  /** Start of the text. */
  start: 16384,
} as const

/** The words and numbers of a text in columns. Hyphens, apostrophes and dots part tokens; soft hyphens and marks do not. */
export interface Tokens {
  readonly text: string
  readonly count: number
  readonly start: Int32Array
  readonly end: Int32Array
  /** `wordHash` of the token; of digits too. */
  readonly hash: Int32Array
  readonly shape: Uint8Array
  /** What stands before the token; at `count` what stands after the last. */
  readonly gap: Uint16Array
  /** Letters and digits of the token. */
  readonly length: Uint8Array
  /** Stretches between ‹ and ›, as start and end in turns: what was replaced before. */
  readonly replaced: readonly number[]
  /** Whether a word is broken off at a line's end: a token of two lines. */
  readonly hasBroken: boolean
  /** Where more columns come from that are as long-lived as these. */
  readonly columns: Columns
}

/** One number for the words of a run, the same wherever they stand. */
export function spelling({ hash }: Tokens, first: number, last: number): number {
  let all = last - first
  for (let i = first; i <= last; i++) all = (Math.imul(all, 31) + hash[i]!) | 0
  return all
}
