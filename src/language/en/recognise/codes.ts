import { gap, shape } from '../../recognise/tokens.js'
import { type Findings, likely, sure } from './findings.js'
import type { Reading } from './reading.js'
import { aboutNumber } from './spoken.js'
import { near } from './triggers.js'

const ukPostcode = /(?:gir ?0aa|(?:[a-z]{1,2}\d[a-z\d]?) ?\d[a-z]{2})(?![\p{L}\p{N}])/iuy
const canadianPostcode = /[abceghj-nprstvxy]\d[abceghj-nprstv-z][ -]?\d[abceghj-nprstv-z]\d(?![\p{L}\p{N}])/iuy
const insurance = /[a-ceghj-prstw-z]{2} ?\d\d ?\d\d ?\d\d ?[a-d](?![\p{L}\p{N}])/iuy
const iban = /[a-z]{2}\d\d(?:[a-z\d]{11,30}|(?: [a-z\d]{4}){2,7}(?: [a-z\d]{1,3})?)(?![\p{L}\p{N}])/iuy
const states =
  /^(?:A[LKZRAEP]|C[AOT]|D[EC]|FL|GA|HI|I[DLNA]|K[SY]|LA|M[EDAINSOT]|N[EVHJMYCD]|O[HKR]|P[AR]|RI|S[CD]|T[NX]|UT|V[TAI]|W[AVIY])$/u

/** Postcodes, IBANs, National Insurance numbers and other codes of letters and digits. */
export function findCodes(reading: Reading, found: Findings): void {
  const { ahead, tokens, text, near: close } = reading
  const { count, shape: shapes, start, end, gap: gaps, length } = tokens
  for (let i = ahead[0]!; i < count; i = ahead[i + 1]!) {
    if (shapes[i] === shape.digits) {
      zip(reading, i, found)
      continue
    }
    if (shapes[i] === shape.alnum) {
      if (found.claimed[i] !== 0) continue
      const at = start[i]!
      const code = ibanAt(text, at)
      if (code !== null) {
        found.units(at, at + code.length, 'IBAN', sure)
        continue
      }
      const post = matchAt(ukPostcode, text, at) ?? matchAt(canadianPostcode, text, at)
      if (post !== null && (post.length > 5 || /[A-Z]/u.test(post))) {
        found.units(at, at + post.length, 'POSTCODE', /[\s-]/u.test(post) || /[A-Z]/u.test(post) ? sure : likely)
        continue
      }
      const ni = matchAt(insurance, text, at)
      if (ni !== null) found.units(at, at + ni.length, 'ID', sure)
      else mixedCode(reading, i, found)
      continue
    }
    // "QQ 12 34 56 C", "rca 22 0147"
    if (
      length[i]! >= 2 &&
      length[i]! <= 5 &&
      i + 1 < count &&
      shapes[i + 1] === shape.digits &&
      (gaps[i + 1]! & ~(gap.space | gap.hyphen | gap.slash)) === 0
    ) {
      const ni = length[i] === 2 ? matchAt(insurance, text, start[i]!) : null
      if (ni !== null) found.units(start[i]!, start[i]! + ni.length, 'ID', sure)
      else lettered(reading, i, found)
    }
  }
  void close
  void end
}

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0] ?? null
}

const ibanCountries =
  /^(?:A[DELTZ]|B[AEGHRY]|C[HRYZ]|D[EKO]|E[EGS]|F[IOR]|G[BEILRT]|H[RU]|I[ELQST]|JO|K[WZ]|L[BCITUVY]|M[CDEKRTU]|N[LO]|P[KLST]|QA|R[OSU]|S[ACEIKMTV]|T[LNR]|UA|V[AG]|XK)/u

/** An IBAN at a place, without the words behind it that are as long as its groups. */
function ibanAt(text: string, at: number): string | null {
  let code = ibanCountries.test(text.slice(at, at + 2).toUpperCase()) ? matchAt(iban, text, at) : null
  while (code !== null && !isIban(code)) code = code.includes(' ') ? code.slice(0, code.lastIndexOf(' ')) : null
  return code
}

/** Modulo 97 over the rearranged number (ISO 13616). */
export function isIban(code: string): boolean {
  const letters = code.replace(/\s/gu, '').toUpperCase()
  if (letters.length < 15 || letters.length > 34 || !ibanCountries.test(letters)) return false
  let rest = 0
  for (let i = 0; i < letters.length; i++) {
    const unit = letters.charCodeAt((i + 4) % letters.length)
    const value = unit < 0x40 ? unit - 0x30 : unit - 0x37
    rest = (value > 9 ? rest * 100 + value : rest * 10 + value) % 97
  }
  return rest === 1
}

/** A code of letters and digits with four digits and more: "AB123456", "H1234567". With a word that announces it, shorter ones. */
function mixedCode(reading: Reading, i: number, found: Findings): void {
  const { tokens, text } = reading
  const said = text.slice(tokens.start[i], tokens.end[i])
  const digits = said.replace(/\P{Nd}/gu, '').length
  if (
    /^\d+(?:st|nd|rd|th|s|am|pm|k|m|mg|ml|cm|km|kg|g|mm|hrs?|mins?|x|ft|in|yo|h|bn|mph|gb|mb|p|pm|ish|d|w|y)$/iu.test(said) ||
    /^(?:covid|mp|h|b|t|g|p|a|m)\d{1,2}$/iu.test(said)
  )
    return
  let to = i + 1
  while (
    to < tokens.count &&
    to - i < 8 &&
    (tokens.gap[to] === gap.hyphen || tokens.gap[to] === gap.slash) &&
    tokens.shape[to] !== shape.lower
  )
    to++
  const all = text.slice(tokens.start[i], tokens.end[to - 1]).replace(/\P{Nd}/gu, '').length
  if (aboutNumber(reading, i) === 'ID' && all >= 3) found.tokens(i, to, 'ID', sure)
  else if (digits >= 5 || all >= 6) found.tokens(i, to, 'ID', likely)
}

/** Letters and groups of digits behind them: "rca 22 0147", "MRN 4471290", "INC-2022-118". */
function lettered(reading: Reading, i: number, found: Findings): void {
  const { tokens, text, near: close, word } = reading
  const { count, shape: shapes, gap: gaps, start, end } = tokens
  let to = i + 1
  while (to < count && to - i < 8 && shapes[to] === shape.digits && (gaps[to]! & ~(gap.space | gap.hyphen | gap.slash)) === 0) to++
  const digits = text.slice(start[i + 1], end[to - 1]).replace(/\P{Nd}/gu, '').length
  const isLabel = (close[i]! & near.bit.idWord) !== 0
  const plainWord = (word[i]! & 3) > 0 && shapes[i] !== shape.capitals
  if (
    isLabel ||
    plainWord ||
    digits < 4 ||
    (close[i]! & (near.bit.month | near.bit.phoneWord | near.bit.title | near.bit.day | near.bit.timePrep)) !== 0
  )
    return
  const years = /^(?:19|20)\d\d$/u.test(text.slice(start[i + 1], end[to - 1]))
  if (years && aboutNumber(reading, i) !== 'ID') return
  const linked = (gaps[i + 1]! & (gap.hyphen | gap.slash)) !== 0 || aboutNumber(reading, i) === 'ID' || digits >= 6
  if (linked || shapes[i] === shape.capitals || to - i > 2) found.tokens(i, to, 'ID', aboutNumber(reading, i) === 'ID' ? sure : likely)
}

/** "Wilmington, DE 19801", "zip code is 2371". */
function zip({ tokens, text, near: close }: Reading, i: number, found: Findings): void {
  const { start, end, length, shape: shapes, gap: gaps, count } = tokens
  if (length[i] !== 5 && length[i] !== 4) return
  let to = i + 1
  if (length[i] === 5 && to < count && gaps[to] === gap.hyphen && shapes[to] === shape.digits && (length[to] === 4 || length[to] === 3))
    to++
  if (length[i] === 5 && i > 0 && shapes[i - 1] === shape.capitals && states.test(text.slice(start[i - 1], end[i - 1]))) {
    found.tokens(i, to, 'POSTCODE', sure)
    return
  }
  for (let k = i - 1; k >= 0 && k >= i - 3; k--) {
    if (/^(?:zip|zipcode|postcode|eircode)$/iu.test(text.slice(start[k], Math.min(end[k]!, start[k]! + 9)))) {
      found.tokens(i, to, 'POSTCODE', sure)
      return
    }
  }
  void close
}
