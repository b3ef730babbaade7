import { type Candidates, certainty } from '../../recognise/candidates.js'
import { foldedWord } from '../../recognise/foldedWord.js'
import { gap, shape } from '../../recognise/tokens.js'
import { wordClasses } from '../../recognise/wordClasses.js'
import { wordHash } from '../../recognise/wordHash.js'
import { wordSet } from '../../recognise/wordSet.js'
import { isAnswer, isNameOfKin, isOfPerson, isOfThem, isWithTrait } from './ageOwners.js'
import { flag } from './flags.js'
import { interest } from './interest.js'
import { numberAt, numberWord, ordinalWord } from './numberWords.js'
import type { Reading } from './reading.js'
import { near } from './triggers.js'

const words = wordClasses({
  old: 'oud jong geworden',
  year: 'jaar jaartje jaren',
  jarig: 'jarige jarig jarigen',
  age: 'leeftijd leeftijdsgroep',
  own: 'mijn zijn haar hun uw je jouw zn mn m',
  op: 'op rond voor sinds vanaf tot na',
  van: 'van',
  around: 'begin eind midden half achterin dik ver rond',
  when: 'toen als dat omdat terwijl of',
  be: 'ben bent is was word wordt werd worden wordt geworden waren zijn',
  who: 'ik hij zij ze u je jij ie die oma opa moeder vader mam pap dochter zoon man vrouw wie',
  between:
    'nu nou toen inmiddels pas net bijna al ruim nog maar ook zelf ondertussen daar destijds intussen amper dit jaar straks in de zomer volgend volgende maand week hier eh uh uhm zo ongeveer rond een jaartje dan iets over exact precies eigenlijk gewoon trouwens alweer senior junior',
  goesOn:
    'en dus maar of toen ik met uit die dat nu hij zij ze we wij ja nee hoor he want inmiddels geworden komt kom werk werkt woon woonde woont getrouwd als dan eh uh uhm ook heb heeft had jong oud plus toch nou ben moet weet zeg zei bij mijn haar daar terwijl alweer is was zat zit kreeg kwam waar denk wil jaar alleenstaand gescheiden moeder vader weduwe weduwnaar vanuit op zonder dement',
  duration:
    'in dienst werkzaam bij geleden lang lid geduurd bezig later terug ervaring getrouwd samen aan actief onderweg lid gewerkt werk werken gezeten gedaan doe zit al achtereen aaneen gewacht',
})
const { bit } = words
const itWords = wordSet('het er dat dit')
const ofAge = wordSet('senior junior')
const called = wordSet('heet heette')
const alHash = wordHash('al')
const nogHash = wordHash('nog')
const iemand = wordHash('iemand')
const ben = wordHash('ben')
const enHash = wordHash('en')
const [ofHash, een, te, met] = ['of', 'een', 'te', 'met'].map(wordHash)
const maanden = wordHash('maanden')
const geworden = wordHash('geworden')

/** Ages in digits and words. The mark is the number alone. */
export function markAges(reading: Reading, out: Candidates): void {
  for (const of of numbers) markAgesAt(reading, reading.at(of), out)
}
const numbers = [interest.number, interest.numberWord]

function markAgesAt(reading: Reading, places: Int32Array, out: Candidates): void {
  const { tokens } = reading
  const { hash, shape: shapes, start, end, text } = tokens
  for (const i of places) {
    const form = shapes[i]!
    let value = -1
    if (form === shape.digits) value = end[i]! - start[i]! < 4 ? numberAt(tokens, i) : -1
    else if (form === shape.lower || form === shape.capital) {
      value = numberWord(hash[i]!)
      if (value < 0 && tokens.length[i]! > 8) value = jarige(reading, i, out)
      if (value < 0 && ordinalWord(hash[i]!) > 3) onBirthday(reading, i, out)
    } else if (form === shape.alnum && /^\d{1,2}(?:e|ste)$/iu.test(text.slice(start[i]!, end[i]!))) onBirthday(reading, i, out)
    if (form === shape.digits && halfYears(reading, i, out)) continue
    if (value < 1 || value > 109 || (value === 1 && form !== shape.digits)) continue
    const sureness = isAge(reading, i, value, out)
    if (sureness >= 0) out.add(start[i]!, end[i]!, 'AGE', sureness, 20)
  }
}

/** "12,5-jarige", "2.5 jaar oud" */
function halfYears({ tokens }: Reading, at: number, out: Candidates): boolean {
  const { text, start, end, count, hash, shape: shapes } = tokens
  if (
    at + 2 >= count ||
    shapes[at + 1] !== shape.digits ||
    end[at + 1]! - end[at]! !== 2 ||
    !/^\d{1,2}[.,]\d$/u.test(text.slice(start[at]!, end[at + 1]!))
  )
    return false
  const next = words.of(hash[at + 2]!)
  const old = (next & bit.year) !== 0 && at + 3 < count && (words.of(hash[at + 3]!) & bit.old) !== 0
  if ((next & bit.jarig) === 0 && !old) return false
  out.add(start[at]!, end[at + 1]!, 'AGE', certainty.likely, 20)
  return true
}

/** achtenvijftigjarige */
function jarige({ tokens }: Reading, at: number, out: Candidates): number {
  const word = foldedWord(tokens, at)
  if (
    /^[a-z]{3,22}jarigen?$/u.test(word) &&
    !/^(?:vol|min|vor|ver|veel|lang|half|drie|vijf|tien|twee|een)?(?:der)?jarigen?$/u.test(word) &&
    !/^(?:meer|minder)/u.test(word)
  )
    out.add(tokens.start[at]!, tokens.end[at]!, 'AGE', word.endsWith('n') ? certainty.look : certainty.sure, 20)
  return -1
}

/** op haar zestiende */
function onBirthday({ tokens, near: nearBits }: Reading, at: number, out: Candidates): void {
  const { hash, start, end, count } = tokens
  if (at < 2 || (words.of(hash[at - 1]!) & bit.own) === 0 || (words.of(hash[at - 2]!) & bit.op) === 0) return
  if (at + 1 < count && (nearBits[at + 1]! & near.bit.unit) !== 0) return
  const next = at + 1 < count ? words.of(hash[at + 1]!) : 0
  if ((next & bit.year) !== 0) return
  out.add(start[at]!, end[at]!, 'AGE', certainty.likely, 20)
}

/** Whether a number is an age, as a certainty; -1 when it is none. */
function isAge(reading: Reading, at: number, value: number, out: Candidates): number {
  const { tokens, near: nearBits } = reading
  const { hash, gap: gaps, count, text, start, end } = tokens
  const of = (i: number) => (i >= 0 && i < count ? words.of(hash[i]!) : 0)
  const joint = (i: number) => i < count && (gaps[i]! & (gap.stop | gap.line | gap.comma | gap.colon)) === 0
  if ((gaps[at]! & (gap.hyphen | gap.slash | gap.other | gap.dot | gap.apostrophe)) !== 0 && (gaps[at]! & gap.space) === 0) return -1
  const after = text.charCodeAt(end[at]!)
  if (after === percent || after === euro || (start[at]! > 0 && text.charCodeAt(start[at]! - 1) === euro)) return -1
  const afterGap = gaps[at + 1]!
  if ((afterGap & gap.hyphen) !== 0 && (of(at + 1) & bit.jarig) !== 0) return certainty.sure
  if ((afterGap & (gap.hyphen | gap.slash | gap.at)) !== 0 && (afterGap & gap.space) === 0) return -1
  if ((of(at + 1) & bit.jarig) !== 0) return certainty.sure
  if (((afterGap & gap.colon) !== 0 || (afterGap & gap.dot) !== 0) && (afterGap & (gap.space | gap.line)) === 0 && at + 1 < count) return -1
  const years = joint(at + 1) && (of(at + 1) & bit.year) !== 0
  if (value > 9 && isAnswer(reading, at)) return certainty.sure
  // "een jaar of veertig", "begin zestig"
  if (value > 9 && hash[at - 1] === ofHash && (of(at - 2) & bit.year) !== 0 && hash[at - 3] === een)
    return joint(at + 1) && ((of(at + 1) & bit.duration) !== 0 || hash[at + 1] === te) ? -1 : certainty.likely
  if (
    value > 19 &&
    value % 10 === 0 &&
    value < 100 &&
    (of(at - 1) & bit.around) !== 0 &&
    joint(at) &&
    !years &&
    (of(at - 2) & (bit.be | bit.who | bit.between)) !== 0
  )
    return certainty.likely
  // "1 jaar en 3 maanden"
  if (years && joint(at + 4) && hash[at + 2] === enHash && hash[at + 4] === maanden && value < 5) return certainty.likely
  if (years && joint(at + 2) && (of(at + 2) & bit.old) !== 0) return certainty.sure
  // "de gemiddelde leeftijd is tachtig"
  if (isMean(tokens, at)) return -1
  if ((of(at - 1) & bit.age) !== 0 || ((of(at - 2) & bit.age) !== 0 && (of(at - 1) & (bit.van | bit.be)) !== 0)) return certainty.sure
  if (years) return withYears(reading, at, value)
  // "toen ik zeventien was", "is negentig geworden"
  if (value > 3 && joint(at) && joint(at + 1)) {
    if ((of(at - 1) & bit.who) !== 0 && (of(at + 1) & bit.be) !== 0 && (of(at - 2) & bit.when) !== 0) return certainty.sure
    if (value > 11 && (of(at - 1) & bit.be) !== 0 && hash[at + 1] === geworden) return certainty.sure
  }
  const next = at + 1
  const nameNext = next < count && (reading.word[next]! & (flag.first | flag.odd)) !== 0 && (reading.word[next]! & flag.frequency) === 0
  const closed = next >= count || !joint(next) || (of(next) & bit.goesOn) !== 0 || nameNext
  if (joint(at) && (of(at - 1) & bit.van) !== 0 && personBefore(reading, at - 2)) {
    if (next < count && joint(next) && (nearBits[next]! & near.bit.unit) !== 0) return -1
    // The name of who is of that age.
    if (reading.plain[at - 2] === 1 && (reading.word[at - 2]! & flag.first) !== 0 && value > 7)
      out.add(start[at - 2]!, end[at - 2]!, 'PERSON', certainty.likely)
    // "een vrouw van twee deuren verder"
    if (!closed && nearBits[next] === 0 && value < 13) return -1
    return closed && value >= 12 ? certainty.sure : certainty.likely
  }
  if (!closed) return -1
  if (value > 106 || (value < 4 && !(tokens.shape[at] === shape.digits && at > 1 && (reading.word[at - 2]! & flag.first) !== 0))) return -1
  if (afterBe(reading, at)) return value >= 13 ? certainty.sure : certainty.likely
  return -1
}

const percent = '%'.charCodeAt(0)
const euro = '€'.charCodeAt(0)
const mean = wordSet('gemiddeld gemiddelde')

function isMean({ text, start, hash }: Reading['tokens'], at: number): boolean {
  let from = at - 1
  while (from >= 0 && from > at - 7 && !mean(hash[from]!)) from--
  if (from < 0 || !mean(hash[from]!)) return false
  return /^\S+\s(?:leeftijd\s)?[^.,\n]{0,12}$/iu.test(text.slice(start[from]!, start[at]!))
}

/** "twaalf jaar in dienst" is no age; "een man van 58 jaar", "ik ben 58 jaar" are. */
function withYears(reading: Reading, at: number, value: number): number {
  const { tokens } = reading
  const { hash, gap: gaps, count } = tokens
  const of = (i: number) => (i >= 0 && i < count ? words.of(hash[i]!) : 0)
  const joint = (i: number) => i < count && (gaps[i]! & (gap.stop | gap.line | gap.comma)) === 0
  if ((of(at - 1) & bit.van) !== 0 && personBefore(reading, at - 2)) return certainty.sure
  // "een studente van de hogeschool twintig jaar met een vlecht"
  if (value > 9 && joint(at + 2) && hash[at + 2] === met && hash[at + 3] === een && isOfPerson(reading, at)) return certainty.likely
  const lasting = joint(at + 2) && (of(at + 2) & bit.duration) !== 0
  if (lasting) return -1
  if (afterBe(reading, at) && value > 5) {
    if (hash[at - 1] === alHash || hash[at - 1] === nogHash) return -1
    return certainty.likely
  }
  return -1
}

function personBefore({ near: nearBits, word, tokens, plain }: Reading, at: number): boolean {
  if (at < 0) return false
  if ((nearBits[at]! & (near.bit.person | near.bit.kin | near.bit.colleague)) !== 0) return true
  const form = tokens.shape[at]!
  // "een meisje demi van vijftien": a rare word that is a first name too.
  const rare = plain[at] === 1 && (word[at]! & flag.first) !== 0 && (word[at]! & flag.frequency) < 4
  const name = rare || ((word[at]! & (8 | 16)) !== 0 && ((word[at]! & 7) === 0 || form === shape.capital))
  return (
    name ||
    (at > 0 && (nearBits[at - 1]! & near.bit.title) !== 0) ||
    ((nearBits[at]! & near.bit.pronoun) !== 0 && tokens.hash[at] === iemand)
  )
}

/** A form of "zijn" or "worden" with a person as its subject, a few words before. */
function afterBe({ tokens, near: nearBits, word }: Reading, at: number): boolean {
  const { hash, gap: gaps } = tokens
  const of = (i: number) => (i >= 0 ? words.of(hash[i]!) : 0)
  let i = at - 1
  while (i >= 0 && i > at - 6 && (gaps[i + 1]! & (gap.stop | gap.line)) === 0 && (of(i) & bit.between) !== 0 && (of(i) & bit.be) === 0) i--
  if (i < 0 || (gaps[i + 1]! & (gap.stop | gap.line)) !== 0) return false
  // "ik zelf 58", "is ze 58"
  if ((of(i) & bit.who) !== 0 && (of(i - 1) & bit.be) !== 0) return true
  if ((of(i) & bit.be) === 0) return false
  if (isNameOfKin(nearBits, i, gaps)) return true
  const subject = i > 0 && ofAge(hash[i - 1]!) ? i - 2 : i - 1
  if (subject < 0 || (gaps[i]! & (gap.stop | gap.line)) !== 0) return false
  if (itWords(hash[subject]!)) return false
  if ((of(subject) & bit.who) !== 0 || (nearBits[subject]! & (near.bit.person | near.bit.kin | near.bit.colleague)) !== 0) return true
  if ((word[subject]! & (8 | 16 | 1024)) !== 0 && ((word[subject]! & 7) < 3 || tokens.shape[subject] === shape.capital)) return true
  // "en ben 58", "en is nu 61"
  return (nearBits[subject]! & near.bit.personPrep) !== 0 && (hash[i] === ben || hash[subject] === enHash)
}

/** "Maikel Sijben, 41, fysiotherapeut"; "een boer, eenenzestig." */
export function markAgesByName(reading: Reading, named: Uint8Array, out: Candidates): void {
  for (const of of numbers) markAgesByNameAt(reading, reading.at(of), named, out)
}

function markAgesByNameAt(reading: Reading, places: Int32Array, named: Uint8Array, out: Candidates): void {
  const { tokens, near: nearBits } = reading
  const { count, hash, shape: shapes, gap: gaps, start, end } = tokens
  for (const i of places) {
    if (i === 0 || (gaps[i] !== (gap.stop | gap.dot | gap.space) && (gaps[i]! & ~(gap.comma | gap.space)) !== 0)) continue
    const said = reading.plain[i] === 1 && gaps[i] === gap.space && (named[i - 1] === 1 || isWithTrait(reading, i))
    if (isOfThem(reading, named, i, out)) continue
    if (!said && gaps[i] === gap.space) continue
    const value = shapes[i] === shape.digits ? (end[i]! - start[i]! < 4 ? numberAt(tokens, i) : -1) : numberWord(hash[i]!)
    if (value < 8 || value > 106) continue
    // "Boukje Dijkstra, uit Jubbega. 84 en slecht ter been."
    if (
      value > 17 &&
      shapes[i] === shape.digits &&
      gaps[i] === (gap.stop | gap.dot | gap.space) &&
      i + 1 < count &&
      (gaps[i + 1]! & (gap.comma | gap.stop)) + (words.of(hash[i + 1]!) & bit.goesOn) !== 0 &&
      i > 3 &&
      named.subarray(Math.max(0, i - 5), i).includes(1)
    ) {
      out.add(start[i]!, end[i]!, 'AGE', certainty.likely, 20)
      continue
    }
    if ((gaps[i]! & ~(gap.comma | gap.space)) !== 0 || ((gaps[i]! & gap.comma) === 0 && !said)) continue
    if (said) {
      if (value > 12 && (i + 1 >= count || (gaps[i + 1]! & gap.line) !== 0 || (words.of(hash[i + 1]!) & bit.goesOn) !== 0))
        out.add(start[i]!, end[i]!, 'AGE', certainty.likely, 20)
      continue
    }
    const after = gaps[i + 1]!
    const years = i + 1 < count && (words.of(hash[i + 1]!) & bit.year) !== 0 && (gaps[i + 2]! & (gap.comma | gap.stop | gap.line)) !== 0
    if ((after & (gap.comma | gap.stop | gap.line)) === 0 && i + 1 < count && !years) continue
    if ((after & (gap.comma | gap.dot)) !== 0 && (after & (gap.space | gap.line)) === 0 && i + 1 < count) continue
    let person = false
    for (let back = i - 1; back >= 0 && back > i - 6 && (gaps[back + 1]! & (gap.stop | gap.line)) === 0; back--)
      if (named[back] === 1 || (nearBits[back]! & (near.bit.person | near.bit.kin)) !== 0 || called(hash[back]!)) person = true
    if (person) out.add(start[i]!, end[i]!, 'AGE', certainty.sure, 20)
  }
}
