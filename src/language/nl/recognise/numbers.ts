import { type Candidates, certainty } from '../../recognise/candidates.js'
import { gap, shape } from '../../recognise/tokens.js'
import { wordClasses } from '../../recognise/wordClasses.js'
import { wordHash } from '../../recognise/wordHash.js'
import { interest } from './interest.js'
import { numberWord } from './numberWords.js'
import type { Reading } from './reading.js'
import { near } from './triggers.js'

const words = wordClasses({
  bsn: 'bsn burgerservicenummer sofinummer sofi',
  id: 'dossier dossiernummer patientnummer patientennummer zaaknummer zaak polis polisnummer kenteken personeelsnummer clientnummer klantnummer rekeningnummer registratienummer relatienummer ordernummer referentie referentienummer kenmerk nummerbord lidmaatschapsnummer agb agbcode agb-code big bignummer big-nummer kvk kvknummer kvk-nummer meldingsnummer incidentnummer melding ticket ticketnummer casusnummer volgnummer studentnummer medewerkersnummer paspoort paspoortnummer rijbewijs rijbewijsnummer vnummer respondentnummer inlognummer pasnummer beschikkingsnummer factuurnummer klachtnummer klacht id-nummer idnummer code pincode bestandsnummer opnamenummer',
  number: 'nummer nr code kenmerk referentie',
  fill: 'is nummer nr eh uh dat was met het onder de staat dan ook code een bij mij uhm',
})
const { bit } = words
const een = wordHash('een')

/** Whether a word says that a number of a person or file follows. */
export const idWords = (hash: number): boolean => (words.of(hash) & (bit.id | bit.bsn | bit.number)) !== 0

/** IBAN, BSN and other numbers that belong to one person or file. */
export function markNumbers(reading: Reading, out: Candidates): void {
  const { shape: shapes, gap: gaps } = reading.tokens
  for (const i of reading.at(interest.number)) {
    const form = shapes[i]!
    if (form === shape.alnum) {
      if (!markIban(reading, i, out)) markCode(reading, i, out)
    } else if (form === shape.digits) {
      if (!markBsn(reading, i, out)) markCode(reading, i, out)
    }
  }
  for (const i of reading.at(interest.id)) {
    if ((words.of(reading.tokens.hash[i]!) & (bit.bsn | bit.id)) !== 0) markAfterWord(reading, i, out)
    else if ((words.of(reading.tokens.hash[i]!) & bit.number) !== 0) markAfterNumber(reading, i, out)
  }
  // "C/09/123456"
  for (const i of reading.at(interest.number))
    if (i > 0 && gaps[i] === gap.slash && (shapes[i - 1] === shape.capital || shapes[i - 1] === shape.capitals))
      markCode(reading, i - 1, out)
  for (const next of reading.at(interest.hyphen)) {
    const form = next > 0 && (gaps[next]! & gap.space) === 0 ? shapes[next - 1]! : 0
    if (form === shape.capitals || form === shape.capital) markCode(reading, next - 1, out)
  }
}

/** NL91 ABNA 0417 1643 00 */
function markIban({ tokens }: Reading, at: number, out: Candidates): boolean {
  const { text, start, end, gap: gaps, count } = tokens
  const head = text.slice(start[at]!, Math.min(end[at]!, start[at]! + 40))
  if (!/^[a-z]{2}\d{2}/iu.test(head)) return false
  let last = at
  let letters = head
  while (last + 1 < count && letters.length < 34 && (gaps[last + 1]! & ~(gap.space | gap.hyphen | gap.dot | gap.stop)) === 0) {
    const next = text.slice(start[last + 1]!, Math.min(end[last + 1]!, start[last + 1]! + 36))
    if (/^[a-z]{2}\d{2}$/iu.test(next) || !/^(?:\d+|[a-z]{4}\d*|[a-z0-9]{4})$/iu.test(next) || (!/\d/u.test(next) && last > at)) break
    letters += next
    last++
    if (letters.length >= 15 && isIban(letters)) break
  }
  if (letters.length < 15) return false
  const dutch = /^nl\d{2}[a-z]{4}\d{10}$/iu.test(letters)
  const valid = isIban(letters)
  if (!valid && !dutch) return false
  out.add(start[at]!, end[last]!, 'IBAN', certainty.sure, 95)
  return true
}

/** The check of ISO 13616: the number, turned and with letters as numbers, is 1 modulo 97. */
export function isIban(letters: string): boolean {
  if (!/^[a-z]{2}\d{2}[a-z0-9]{11,30}$/iu.test(letters)) return false
  let rest = 0
  for (const char of letters.slice(4) + letters.slice(0, 4)) {
    const value = Number.parseInt(char, 36)
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97
  }
  return rest === 1
}

/** The check of a citizen service number: digits times 9, 8, ... 2, -1 add up to a multiple of 11. */
export function isBsn(digits: string): boolean {
  const nine = digits.padStart(9, '0')
  if (!/^\d{9}$/u.test(nine) || /^0{9}$/u.test(nine)) return false
  let sum = 0
  for (let i = 0; i < 9; i++) sum += Number(nine[i]) * (i === 8 ? -1 : 9 - i)
  return sum % 11 === 0
}

function before({ tokens }: Reading, at: number, bits: number, reach: number): boolean {
  for (let i = at - 1; i >= 0 && i >= at - reach; i--) if ((words.of(tokens.hash[i]!) & bits) !== 0) return true
  return false
}

const joinedTo = (text: string, at: number) => /[\d;/+-]/u.test(text[at] ?? '')

function markBsn(reading: Reading, at: number, out: Candidates): boolean {
  const { text, start, end, shape: shapes, count } = reading.tokens
  const size = end[at]! - start[at]!
  const alone = at + 1 >= count || shapes[at + 1] !== shape.digits || start[at + 1]! - end[at]! !== 1
  if (size > 9 || (alone && size < 8)) return false
  let digits = text.slice(start[at]!, end[at]!)
  let last = at
  while (last + 1 < count && shapes[last + 1] === shape.digits && digits.length < 9 && start[last + 1]! - end[last]! === 1) {
    if (!/^[ .-]$/u.test(text.slice(end[last]!, start[last + 1]!))) break
    digits += text.slice(start[last + 1]!, Math.min(end[last + 1]!, start[last + 1]! + 10))
    last++
  }
  if (digits.length !== 9 && digits.length !== 8) return false
  // "604-663;808" are ranges: a BSN is parted by spaces or dots, and nothing is joined to it.
  const named = before(reading, at, bit.bsn, 8)
  if (!named && (joinedTo(text, start[at]! - 1) || joinedTo(text, end[last]!) || /[-;]/u.test(text.slice(start[at]!, end[last]!))))
    return false
  if (named && digits.length >= 8) out.add(start[at]!, end[last]!, 'BSN', isBsn(digits) ? certainty.sure : certainty.likely, 80)
  else if (digits.length === 9 && isBsn(digits)) out.add(start[at]!, end[last]!, 'BSN', certainty.sure, 20)
  else return false
  return true
}

/** SHV-2021-04417, 2021/0443, 1234567, XX-123-X */
function markCode(reading: Reading, at: number, out: Candidates): void {
  const { text, start, end, gap: gaps, count, shape: shapes } = reading.tokens
  if (at > 0 && (gaps[at]! & ~(gap.hyphen | gap.slash | gap.dot | gap.stop | gap.other)) === 0 && gaps[at] !== 0) return
  let last = at
  const glue = gap.hyphen | gap.slash | gap.dot | gap.stop | gap.other
  while (last + 1 < count && last - at < 8 && start[last + 1]! - end[last]! === 1 && (gaps[last + 1]! & ~glue) === 0) last++
  // "vm2023 04417"
  if (
    last === at &&
    shapes[at] === shape.alnum &&
    at + 1 < count &&
    shapes[at + 1] === shape.digits &&
    gaps[at + 1] === gap.space &&
    /^[a-z]{2,4}\d{2,}$/iu.test(text.slice(start[at]!, Math.min(end[at]!, start[at]! + 12))) &&
    end[at + 1]! - start[at + 1]! > 2
  )
    last++
  // Few digits and nothing else are no code.
  if (last === at && shapes[at] === shape.digits && end[at]! - start[at]! < 7) return
  const code = text.slice(start[at]!, Math.min(end[last]!, start[at]! + 60)).replace(' ', '-')
  const digits = code.replace(/\D/gu, '').length
  const letters = code.replace(/[^\p{L}]/gu, '').length
  if (/^covid|^\d+(?:e|de|ste|x)$|^(?:19|20)\d\d-/iu.test(code) && digits < 7) return
  if (/[._]$|@/u.test(text[end[last]!] ?? '') && /[@]/u.test(text[end[last]!] ?? '')) return
  // A Belgian national number: 87.06.14-217.68
  if (/^\d{2}\.\d{2}\.\d{2}-\d{3}\.\d{2}$/u.test(code)) out.add(start[at]!, end[last]!, 'ID', certainty.sure, 90)
  else if (letters === 1 && /^\p{Lu}-\d{2,4}$/u.test(code) && kept(text, start[at]!))
    out.add(start[at]!, end[last]!, 'ID', certainty.likely, 10)
  else if (digits >= 3 && letters >= 1 && letters <= 6 && digits + letters >= 5 && isCode(code))
    out.add(start[at]!, end[last]!, 'ID', certainty.sure, 10)
  else if (letters === 0 && digits >= 7 && !/^0/u.test(code) && /^\d{7,}$/u.test(code) && !/^\d+000$/u.test(code))
    out.add(start[at]!, end[last]!, 'ID', certainty.likely, 5)
}

/** "kastje N-114", "kamer B-214": a short code of a place that is one person's. */
const kept = (text: string, at: number) =>
  /(?:kamer|bed|kast|kastje|kluis|kluisje|locker|lade|doos|map|appartement|studio|casus|dossier|respondent|deelnemer|bewoner|cliënt)\s$/iu.test(
    text.slice(Math.max(0, at - 14), at),
  )

/** Capitals and digits, or a licence plate; no "24uurs" and no "2ab". */
function isCode(code: string): boolean {
  const letters = code.replace(/[^\p{L}]/gu, '')
  if (letters !== letters.toUpperCase()) return /^[a-z]{1,4}-\d{2,}(?:-\d{2,})*$|^[a-z]{2,4}\d{2,}-\d{3,}$|^[a-z]\d{6,}$/u.test(code)
  return true
}

/** "nummer cb 2026 0771": a few letters and digits behind "nummer". */
function markAfterNumber({ tokens }: Reading, at: number, out: Candidates): void {
  const { text, start, end, gap: gaps, shape: shapes, count, length } = tokens
  const first = at + 1
  if (first + 1 >= count || length[first]! > 4 || shapes[first]! > shape.mixed || gaps[first] !== gap.space) return
  let last = first
  let digits = 0
  while (
    last + 1 < count &&
    last < first + 4 &&
    shapes[last + 1] === shape.digits &&
    (gaps[last + 1]! & ~(gap.space | gap.hyphen | gap.slash)) === 0
  ) {
    last++
    digits += end[last]! - start[last]!
  }
  if (digits > 3 && !/^(?:is|dat|was|nul|van|in|uit|en|of|op|tot)$/iu.test(text.slice(start[first]!, end[first]!)))
    out.add(start[first]!, end[last]!, 'ID', certainty.likely, 25)
}

/** "dossier 4417", "het patiëntnummer is nul vier vier" */
function markAfterWord(reading: Reading, at: number, out: Candidates): void {
  const { tokens, near: nearBits } = reading
  const { text, start, end, gap: gaps, shape: shapes, hash, count } = tokens
  let i = at + 1
  while (i < count && i < at + 6 && (gaps[i]! & gap.line) === 0) {
    const form = shapes[i]!
    const number = form === shape.digits || form === shape.alnum || numberWord(hash[i]!) >= 0
    if (number && (hash[i] !== een || (i + 1 < count && numberWord(hash[i + 1]!) >= 0))) break
    const capitals =
      form === shape.capitals && (gaps[i + 1]! & (gap.hyphen | gap.slash | gap.space)) !== 0 && shapes[i + 1] === shape.digits
    if (capitals) break
    if ((words.of(hash[i]!) & bit.fill) === 0 && (nearBits[i]! & near.bit.filler) === 0) return
    i++
  }
  if (i >= count || i >= at + 6 || (gaps[i]! & gap.line) !== 0) return
  const first = i
  let digits = 0
  let spoken = 0
  let last = first - 1
  for (; i < count && i < first + 14; i++) {
    if (i > first && (gaps[i]! & (gap.line | gap.comma)) !== 0) break
    if (i > first && (gaps[i]! & gap.stop) !== 0 && (gaps[i]! & gap.space) !== 0) break
    const form = shapes[i]!
    const value = numberWord(hash[i]!)
    if (form === shape.digits || form === shape.alnum) digits += end[i]! - start[i]!
    else if (value >= 0) {
      digits += value > 9 ? 2 : 1
      spoken++
    } else if (form === shape.capitals && end[i]! - start[i]! <= 4) digits += 1
    else if (i > first && /^(?:streepje|eh|dubbel|schuine|min|punt)$/iu.test(text.slice(start[i]!, end[i]!))) continue
    else if (i > first && end[i]! - start[i]! === 1 && spoken > 0) digits += 1
    else break
    last = i
  }
  const unit = i < count && (nearBits[i]! & near.bit.unit) !== 0 && (gaps[i]! & gap.stop) === 0
  const bsn = (words.of(hash[at]!) & bit.bsn) !== 0
  if (digits < (spoken > 0 ? 4 : 3) || (unit && digits < 5) || last < first) return
  if (digits === 4 && /^(?:19|20)\d\d$/u.test(text.slice(start[first]!, end[last]!))) return
  out.add(start[first]!, end[last]!, bsn ? 'BSN' : 'ID', digits >= 5 ? certainty.sure : certainty.likely, 30)
}
