import { foldedWord } from '../../recognise/foldedWord.js'
import type { Tokens } from '../../recognise/tokens.js'
import { wordEndings } from '../../recognise/wordEndings.js'
import { wordHash } from '../../recognise/wordHash.js'
import { addressOpens, isStreet, streetWords } from './addresses.js'
import { bodyNouns, isClub } from './bodyNames.js'
import { callingWords } from './calledNames.js'
import { departmentWords, isOffice } from './departments.js'
import { onlineWords } from './emails.js'
import { anyName, flag } from './flags.js'
import { formerWords } from './formerWork.js'
import { seatWords } from './functions.js'
import { houseWords } from './houseNames.js'
import { institutionTail } from './institutions.js'
import type { Lexicon } from './lexicon.js'
import { frameWords, isPlan } from './lookFrames.js'
import { wil } from './nameOrVerb.js'
import { idWords } from './numbers.js'
import { numberWord, ordinalWord } from './numberWords.js'
import { placedWords } from './placedNames.js'
import { coinedWords } from './projects.js'
import { bodyWords, isChain } from './publicBodies.js'
import { spokenWords } from './spokenNumbers.js'
import { van } from './titled.js'
import { isShort, sideWords } from './toLookAt.js'
import { kindOf, near } from './triggers.js'

/** Which rules look at a token, as bits. Most words of a text are looked at by none. */
export const interest = {
  online: 1,
  /** Digits, and digits with letters. */
  number: 2,
  numberWord: 4,
  date: 8,
  street: 16,
  id: 32,
  listed: 64,
  title: 128,
  function: 256,
  department: 512,
  coined: 1024,
  /** Not in a list. */
  unknown: 2048,
  /** May be a part of a name. */
  name: 4096,
  hyphen: 8192,
  institution: 16384,
  house: 32768,
  frame: 65536,
  body: 131072,
  /** Letters that no word is made of. */
  letters: 262144,
  /** A part of the country, or what a house is named by. */
  side: 524288,
  /** Before an address or the rest of a name. */
  before: 1048576,
  /** From which a place that somebody is at is looked for. */
  placed: 2097152,
  /** Behind which stands what somebody was. */
  former: 4194304,
} as const
const departmentEnds = wordEndings(['afdeling', 'poli', 'polikliniek'], 0)
const yearEnds = wordEndings(['jarig', 'jarige', 'jarigen'], 0)
const [der, den] = ['der', 'den'].map(wordHash)

/** The rules that look at a word, whatever stands around it. */
export function interestOf(
  tokens: Tokens,
  at: number,
  { phrases, functions, functionEnds }: Lexicon,
  bits: number,
  close: number,
  of: number,
): number {
  const hash = tokens.hash[at]!
  const frequency = bits & flag.frequency
  const letters = foldedWord(tokens, at)
  const { length } = letters
  let mask = 0
  if (onlineWords(hash)) mask |= interest.online
  const value = numberWord(hash)
  if (value >= 0 || ordinalWord(hash) > 3) mask |= interest.numberWord
  if ((close & (near.bit.month | near.bit.season)) !== 0 || value >= 19) mask |= interest.date
  if (idWords(hash)) mask |= interest.id
  if (phrases.begins(hash)) mask |= interest.listed
  if ((close & near.bit.title) !== 0 || hash === der || hash === den) mask |= interest.title
  if (functions.begins(hash)) mask |= interest.function | interest.department
  if (seatWords(hash)) mask |= interest.function
  if (departmentWords(hash)) mask |= interest.department
  if (institutionTail(hash)) mask |= interest.institution
  if (houseWords(hash)) mask |= interest.house
  if (coinedWords(hash, of)) mask |= interest.coined
  if (placedWords(hash) || callingWords(hash) || bodyNouns(hash) || isClub(letters) || (of & (kindOf.bit.org | kindOf.bit.care)) !== 0)
    mask |= interest.placed
  if ((bits & (flag.form | flag.odd)) !== 0) mask |= interest.unknown
  if ((bits & (anyName | flag.odd)) !== 0) mask |= interest.name
  if (spokenWords(hash, letters)) mask |= interest.id
  if ((close & near.bit.kin) !== 0 || frameWords(hash, of) || isPlan(letters)) mask |= interest.frame
  if (formerWords(hash)) mask |= interest.former
  if (bodyWords(hash) || isChain(letters)) mask |= interest.body
  if (sideWords(hash)) mask |= interest.side
  if (addressOpens(hash) || hash === wil || hash === van) mask |= interest.before
  if (bits === 0 && close === 0 && isShort(letters)) mask |= interest.letters
  if (length < 3 || length > 40 || frequency > 5) return mask
  if (streetWords(hash) || isStreet(letters)) mask |= interest.street
  if (frequency < 3 && length > 6 && functionEnds.test(letters)) mask |= interest.function
  if (frequency < 4 && length > 7 && (departmentEnds.test(letters) || isOffice(letters))) mask |= interest.department
  if (length > 8 && yearEnds.test(letters)) mask |= interest.numberWord
  return mask
}
