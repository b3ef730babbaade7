import { type Candidates, certainty } from '../../recognise/candidates.js'
import { foldedWord } from '../../recognise/foldedWord.js'
import { gap, shape } from '../../recognise/tokens.js'
import { wordClasses } from '../../recognise/wordClasses.js'
import { wordHash } from '../../recognise/wordHash.js'
import { wordSet } from '../../recognise/wordSet.js'
import { endsSentence } from './context.js'
import { anyName, anyPerson, flag } from './flags.js'
import { interest } from './interest.js'
import { nameParticle, particle } from './particles.js'
import type { Reading } from './reading.js'
import { near } from './triggers.js'
import { isMedical } from './wordForm.js'

const words = wordClasses({
  academic: 'dr drs prof ir ing mr mw mevr dhr mijnheer',
  office: 'burgemeester wethouder pastoor dominee minister staatssecretaris rector',
  family: 'familie fam weduwe echtpaar',
})
const { bit } = words
const stops = gap.line | gap.comma | gap.colon | gap.close | gap.slash

/**
 * Persons after a title whose name begins with a particle or a word: "mevrouw van der Meulen", "dokter De Wit", "meneer Koning".
 * Names that begin with a known name are found with their context.
 *
 * @param start called with the first and last token of each
 */
export function markTitled(reading: Reading, kinds: Uint8Array, out: Candidates, found: (first: number, last: number) => void): void {
  const { tokens, near: nearBits } = reading
  for (const i of reading.at(interest.title)) {
    if (i + 1 >= tokens.count || (nearBits[i]! & near.bit.title) === 0) continue
    let first = i + 1
    while (first < tokens.count && (nearBits[first]! & near.bit.title) !== 0 && joined(reading, first)) first++
    if (first >= tokens.count || !joined(reading, first) || endsSentence(tokens, first)) continue
    const last = nameEnd(reading, kinds, first)
    if (last < first) continue
    if (isPlaceOfOffice(reading, i, first, last)) continue
    out.add(tokens.start[first]!, tokens.end[last]!, 'PERSON', certainty.sure, 3)
    found(first, last)
    markTitle(reading, first, out)
  }
}

function joined({ tokens }: Reading, at: number): boolean {
  // "v/d Meer"
  const apart = tokens.length[at - 1] === 1 ? stops & ~gap.slash : stops
  return (tokens.gap[at]! & apart) === 0 && ((tokens.gap[at]! & gap.stop) === 0 || (tokens.gap[at]! & gap.dot) !== 0)
}

/** The last token of a name after a title, or one before `first`. */
function nameEnd(reading: Reading, kinds: Uint8Array, first: number): number {
  const { tokens, word, near: nearBits, plain } = reading
  let i = first
  let strong = false
  while (i < tokens.count && i < first + 6 && tokens.length[i] === 1 && tokens.shape[i] === shape.capital && joined(reading, i)) i++
  const initials = i - first
  const from = i
  while (i < tokens.count && i < from + 3 && particle(tokens.hash[i]!) && joined(reading, i)) {
    strong ||= nameParticle(tokens.hash[i]!) || tokens.shape[i] !== shape.lower
    i++
  }
  if (i >= tokens.count || !joined(reading, i)) return first - 1
  const bits = word[i]!
  const form = tokens.shape[i]!
  const capital = form === shape.capital || form === shape.mixed || form === shape.capitals
  if (capital) {
    if (i === first && (kinds[i] !== 0 || isNoSurname(reading, i))) return first - 1
    const closed = (nearBits[i]! & (near.bit.stopWord | near.bit.pronoun)) !== 0 && (bits & anyPerson) === 0
    return closed ? first - 1 : surnameEnd(reading, kinds, i)
  }
  if (form !== shape.lower || (nearBits[i]! & (near.bit.pronoun | near.bit.title)) !== 0) return first - 1
  if (i === from && initials === 0) return isBareSurname(reading, i) ? surnameEnd(reading, kinds, i) : first - 1
  const surname = (bits & (flag.surname | flag.odd | flag.proper | flag.compound)) !== 0
  if (strong)
    return surname || (plain[i] === 1 && tokens.length[i]! > 2 && (nearBits[i]! & near.bit.stopWord) === 0)
      ? surnameEnd(reading, kinds, i)
      : first - 1
  const known = (bits & flag.surname) !== 0 || ((bits & (flag.odd | flag.proper)) !== 0 && (bits & flag.frequency) === 0)
  return known && !(particle(tokens.hash[first]!) && isThe(reading, i - 1) && i - from > 1 && (bits & flag.frequency) > 3)
    ? surnameEnd(reading, kinds, i)
    : first - 1
}

const the = wordSet('het de')
const isThe = ({ tokens }: Reading, at: number) => the(tokens.hash[at]!)

/** "dr. Vi", "dr. Olanzapine" */
const isNoSurname = ({ tokens, word }: Reading, at: number) =>
  (word[at]! & anyName) === 0 && ((tokens.length[at] === 2 && tokens.length[at - 1]! < 5) || isMedical(foldedWord(tokens, at)))

/** "mevrouw bezemer": in speech a title without an article stands before a name, where the word is no verb and no adverb. */
function isBareSurname(reading: Reading, at: number): boolean {
  const { tokens, word, near: nearBits, plain } = reading
  const title = at - 1
  if (plain[at] === 0 || tokens.length[at]! < 3 || nearBits[at] !== 0 || tokens.gap[at] !== gap.space) return false
  const bits = word[at]!
  if ((bits & flag.frequency) > 4 || ((bits & flag.frequency) > 0 && (bits & flag.surname) === 0 && !beforeName(tokens.hash[title]!)))
    return false
  // "de mevrouw", "een oudere mevrouw", "die dokter"
  for (let i = title - 1; i >= 0 && i > title - 3 && (tokens.gap[i + 1]! & (stops | gap.stop)) === 0; i--) {
    if ((nearBits[i]! & (near.bit.article | near.bit.possessive)) !== 0) return false
    if (nearBits[i] !== 0) break
  }
  const letters = foldedWord(tokens, at)
  return !/(?:de|den|te|ten|ig|lijk|baar|loos|achtig|end|iger)$/u.test(letters) && !(/t$/u.test(letters) && (bits & flag.form) !== 0)
}

const beforeName = wordSet('mevrouw meneer mijnheer mevr mw dhr dokter familie juf meester')

/** Over a second surname: "Osei-Bonsu", "tjon a fat", "Jansen de Wit". */
function surnameEnd({ tokens, word, plain }: Reading, kinds: Uint8Array, at: number): number {
  let last = at
  while (last + 1 < tokens.count) {
    const next = last + 1
    const before = tokens.gap[next]!
    const glued =
      (before & (gap.hyphen | gap.apostrophe)) !== 0 && (before & (gap.space | stops | gap.stop)) === 0 && tokens.length[next]! > 1
    const capital = plain[at] === 0 && (kinds[next] === 4 || kinds[next] === 6) && (before & (stops | gap.stop)) === 0
    if (glued || capital) last = next
    else if (
      next + 1 < tokens.count &&
      tokens.length[next] === 1 &&
      before === gap.space &&
      tokens.gap[next + 1] === gap.space &&
      tokens.length[next + 1]! < 6 &&
      (word[at]! & flag.frequency) < 4 &&
      (kinds[next + 1] !== 0 || tokens.length[next + 1]! < 4)
    )
      last = next + 1
    else break
    if (last - at > 4) break
  }
  return last
}

/** "burgemeester van Veldhoven": the place of an office. */
function isPlaceOfOffice({ tokens, word }: Reading, title: number, first: number, last: number): boolean {
  const of = words.of(tokens.hash[title]!)
  if ((of & (bit.office | bit.family)) === 0 || last !== first + 1) return false
  return (
    tokens.hash[first] === van &&
    tokens.shape[first] === shape.lower &&
    (word[last]! & (flag.place | flag.first)) === flag.place &&
    (word[last]! & anyName) !== 0
  )
}

/** An academic or short title is put before the reader: it narrows down who somebody is. */
export function markTitle({ tokens }: Reading, first: number, out: Candidates): void {
  let i = first - 1
  while (i >= 0 && i > first - 6 && (words.of(tokens.hash[i]!) & bit.academic) !== 0 && (tokens.gap[i + 1]! & stops) === 0) {
    out.add(tokens.start[i]!, tokens.end[i]!, 'TITLE', certainty.look, -1)
    i--
  }
}

/** "van ommeren heeft dat uitgelegd", "en van dam zei": "van" that begins a subject. */
export function markVan(reading: Reading, found: (first: number, last: number) => void): void {
  const { tokens, plain, near: nearBits, word } = reading
  for (const at of reading.at(interest.before)) {
    const i = at + 1
    if (tokens.hash[at] !== van || i + 1 >= tokens.count || plain[i] === 0 || tokens.gap[i] !== gap.space) continue
    const nameful = tokens.shape[i] !== shape.lower || (word[i]! & (anyName | flag.odd | flag.form)) !== 0
    if (
      !nameful ||
      tokens.shape[i]! >= shape.digits ||
      tokens.length[i]! < 3 ||
      (nearBits[i]! & ~near.bit.kin) !== 0 ||
      (word[i]! & flag.frequency) > 3 ||
      (tokens.gap[i + 1]! & (stops | gap.stop)) !== 0
    )
      continue
    const fresh = i === 1 || (tokens.gap[i - 1]! & (gap.line | gap.start)) !== 0
    const opened = fresh || before(tokens.hash[i - 2]!)
    const does = (nearBits[i + 1]! & near.bit.says) !== 0 || person(tokens.hash[i + 1]!)
    if ((opened && does) || (!fresh && isBehind(reading, i))) found(i - 1, i)
  }
}

/** "met van dijk kon ik", "dat vond van rijn": no other word than a name begins with "van" there. */
function isBehind({ tokens, word, near: nearBits }: Reading, at: number): boolean {
  const ahead = at - 2
  const bits = word[at]!
  if (tokens.gap[at - 1] !== gap.space || (bits & (flag.surname | flag.odd)) === 0) return false
  if (beforePerson(tokens.hash[ahead]!)) return true
  return (nearBits[ahead]! & near.bit.says) !== 0 && (bits & flag.surname) !== 0 && ahead > 0 && !asks(tokens.hash[ahead - 1]!)
}
const beforePerson = wordSet('met aan door tegen namens behalve volgens')
/** "ik zei van ja" */
const asks = wordSet('ik je hij ze zij we wij die')
export const van = wordHash('van')
const [der, den] = ['der', 'den'].map(wordHash)
const before = wordSet('en maar want dus toen dat of dan omdat nou ja nee als')
const person = wordSet(
  'heeft had wil wilde wou kan kon zou moest mocht deed zit zat werkt werkte stuurt stuurde weet wist ziet zag nam belt komt kwam gaat ging die',
)

/** "van der veen", "van den brink" in lower-case speech, where no title or first name stands before. */
export function markVanDer(
  { tokens, plain, near: nearBits, at, word }: Reading,
  kinds: Uint8Array,
  found: (first: number, last: number) => void,
): void {
  for (const i of at(interest.title)) {
    if (plain[i] === 0 || i === 0 || i + 1 >= tokens.count || (tokens.hash[i] !== der && tokens.hash[i] !== den)) continue
    if (tokens.hash[i - 1] !== van || tokens.gap[i] !== gap.space || tokens.gap[i + 1] !== gap.space) continue
    if (tokens.length[i + 1]! < 3 || (nearBits[i + 1]! & near.bit.stopWord) !== 0 || kinds[i + 1] !== 0) continue
    if ((word[i + 1]! & flag.frequency) < 7) found(i - 1, i + 1)
  }
}
