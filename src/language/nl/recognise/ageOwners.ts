import { type Candidates, certainty } from '../../recognise/candidates.js'
import { gap, shape } from '../../recognise/tokens.js'
import { wordHash } from '../../recognise/wordHash.js'
import { flag } from './flags.js'
import { numberAt, numberWord } from './numberWords.js'
import type { Reading } from './reading.js'
import { near } from './triggers.js'

const [met, uit, van] = ['met', 'uit', 'van'].map(wordHash)

/** "en hoe oud bent u" and, in the next turn, "negenenzestig ja": the answer is an age. */
export function isAnswer({ tokens }: Reading, at: number): boolean {
  const { hash, gap: gaps } = tokens
  let line = at
  while (line > 0 && line > at - 4 && (gaps[line]! & gap.line) === 0) line--
  if (line < 2 || (gaps[line]! & gap.line) === 0) return false
  for (let i = line - 1; i > 0 && i > line - 10; i--) {
    if (hash[i] === leeftijd || (hash[i] === oud && hash[i - 1] === hoe)) return true
    if ((gaps[i]! & gap.line) !== 0) return false
  }
  return false
}
const [hoe, oud, leeftijd] = ['hoe', 'oud', 'leeftijd'].map(wordHash)

/** "mijn man gabe is": a word between a relative and the verb is her name. */
export const isNameOfKin = (nearBits: Int32Array, be: number, gaps: Uint16Array) =>
  be > 2 &&
  nearBits[be - 1] === 0 &&
  (nearBits[be - 2]! & (near.bit.kin | near.bit.colleague)) !== 0 &&
  (nearBits[be - 3]! & near.bit.possessive) !== 0 &&
  ((gaps[be]! | gaps[be - 1]!) & (gap.stop | gap.line)) === 0

/** Whether somebody is named by what she is a few words before, with no verb between. */
export function isOfPerson({ tokens, near: nearBits, lexicon }: Reading, at: number): boolean {
  for (let i = at - 1; i >= 0 && i > at - 6 && (tokens.gap[i + 1]! & (gap.stop | gap.line)) === 0; i--) {
    if ((nearBits[i]! & (near.bit.does | near.bit.says)) !== 0) return false
    if ((nearBits[i]! & (near.bit.person | near.bit.kin | near.bit.colleague)) !== 0 || lexicon.functions.begins(tokens.hash[i]!))
      return true
  }
  return false
}

/** "een jongen met autisme negentien": between the person and the age what she has, or where she is from. */
export function isWithTrait({ tokens, near: nearBits, word }: Reading, at: number): boolean {
  const who = nearBits[at - 3] ?? 0
  const trait = at > 3 && (tokens.hash[at - 2] === met || tokens.hash[at - 2] === uit) && nearBits[at - 1] === 0
  if (!trait || (who & (near.bit.person | near.bit.kin)) === 0 || (who & near.bit.pronoun) !== 0) return false
  return (nearBits[at - 4]! & (near.bit.article | near.bit.possessive)) !== 0 && (word[at - 1]! & flag.frequency) < 6
}

/** "Beer, een reus van 31,": what stands behind a name in commas says it of her. */
export function isOfThem({ tokens }: Reading, named: Uint8Array, at: number, out: Candidates): boolean {
  const { hash, gap: gaps, shape: shapes, count, start, end } = tokens
  const value = shapes[at] !== shape.digits ? numberWord(hash[at]!) : end[at]! - start[at]! < 4 ? numberAt(tokens, at) : -1
  if (at < 4 || value < 12 || value > 106 || hash[at - 1] !== van || gaps[at] !== gap.space) return false
  if (at + 1 < count && (gaps[at + 1]! & (gap.comma | gap.stop)) === 0) return false
  for (let i = at - 2; i > 0 && i > at - 6; i--) {
    if ((gaps[i]! & gap.comma) !== 0) {
      if (named[i - 1] !== 1) return false
      out.add(start[at]!, end[at]!, 'AGE', certainty.likely, 20)
      return true
    }
    if (gaps[i] !== gap.space) return false
  }
  return false
}
