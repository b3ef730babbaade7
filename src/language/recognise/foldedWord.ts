import { kind, unitFold, unitKind } from './letterTable.js'
import type { Tokens } from './tokens.js'

/** The folded letters of a token. */
export function foldedWord({ text, start, end }: Tokens, at: number): string {
  let letters = ''
  for (let i = start[at]!; i < end[at]!; i++) {
    const unit = text.charCodeAt(i)
    const of = unitKind(unit)
    if (of === kind.silent || of > kind.digit) continue
    const folded = unitFold(unit)
    letters += folded >>> 16 === 0 ? String.fromCharCode(folded) : String.fromCharCode(folded & 0xffff, folded >>> 16)
  }
  return letters
}
