import { kind, unitFold, unitKind } from './letterTable.js'
import type { Tokens } from './tokens.js'

/** The folded letters of a token. */
export function foldedWord({ text, start, end }: Tokens, at: number): string {
  const from = start[at]!
  let plain = from
  while (plain < end[at]! && isSmall(text.charCodeAt(plain))) plain++
  // Most words are small Latin letters.
  let letters = text.slice(from, plain)
  for (let i = plain; i < end[at]!; i++) {
    const unit = text.charCodeAt(i)
    const of = unitKind(unit)
    if (of === kind.silent || of > kind.digit) continue
    const folded = unitFold(unit)
    letters += folded >>> 16 === 0 ? String.fromCharCode(folded) : String.fromCharCode(folded & 0xffff, folded >>> 16)
  }
  return letters
}

const isSmall = (unit: number) => unit > 96 && unit < 123
