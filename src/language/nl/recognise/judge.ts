import { certainty } from '../../recognise/candidates.js'
import { foldedWord } from '../../recognise/foldedWord.js'
import { gap, shape } from '../../recognise/tokens.js'
import { wordHash } from '../../recognise/wordHash.js'
import { wordSet } from '../../recognise/wordSet.js'
import type { Chunk } from './chunks.js'
import { type Before, personAfter } from './context.js'
import { anyName, anyPerson, flag } from './flags.js'
import type { Reading } from './reading.js'
import { part } from './tokenKinds.js'
import { near, kindOf as nounKinds } from './triggers.js'

/** A name that was found, and how. */
export interface Verdict {
  readonly type: string
  readonly sureness: number
}

const bitsOf = (reading: Reading, { first, last }: Chunk) => {
  let all = 0
  for (let i = first; i <= last; i++) all |= reading.word[i]! & ~flag.frequency
  return all
}

export const verdict = (type: string, sureness: number): Verdict => ({ type, sureness })
const typeOfNoun: Partial<Record<Before, string>> = {
  project: 'PROJECT',
  hospital: 'HOSPITAL',
  care: 'CARE_INSTITUTION',
  org: 'ORG',
  area: 'LOCATION',
}

/** What names a person beyond doubt, also in a word that is said often. */
const named: ReadonlySet<Before> = new Set<Before>(['title', 'kin', 'me', 'naming'])

/** Lower-case speech: by what the word is and what stands before it. */
export function judgePlain(reading: Reading, kinds: Uint8Array, chunk: Chunk, before: Before): Verdict | null {
  const { word, near: nearBits } = reading
  const { first, last } = chunk
  const kind = kinds[first]!
  const bits = bitsOf(reading, chunk)
  const frequency = word[first]! & flag.frequency
  const several = last > first
  const personal = (word[first]! & (flag.first | flag.surname)) !== 0
  const verbal =
    (nearBits[first]! & (near.bit.does | near.bit.says | near.bit.kin | near.bit.title | near.bit.unit | near.bit.person)) !== 0
  const byNoun = typeOfNoun[before]
  // "I: U noemde"
  if (!several && reading.tokens.length[first] === 1 && before !== 'title') return null
  if (kind === part.weak) {
    if (several && (word[first]! & flag.first) !== 0)
      return before === 'article' || before === 'counted' ? null : verdict('PERSON', named.has(before) ? certainty.sure : certainty.likely)
    // "de ene dokter wit zegt": with a word that is said often the title may belong to nobody.
    if (before === 'title') return personal && frequency < 7 ? verdict('PERSON', frequency < 5 ? certainty.sure : certainty.likely) : null
    if (verbal) return null
    if (before === 'me' && (word[first]! & flag.first) !== 0) return verdict('PERSON', certainty.sure)
    if (before === 'kin' || before === 'naming')
      return (word[first]! & flag.first) !== 0 && frequency < 7 ? verdict('PERSON', certainty.likely) : null
    if (saidOf(reading, first, before) || subjectOf(reading, chunk, frequency)) return verdict('PERSON', certainty.likely)
    if (before === 'place' && (bits & flag.place) !== 0 && frequency < 4) return verdict('LOCATION', certainty.likely)
    if (before === 'area' && (bits & flag.place) !== 0) return verdict('LOCATION', certainty.sure)
    // "met mei voorop", "dat wil wil": nothing but the sense tells.
    const maybe =
      before === 'person' ? frequency < 6 : before !== 'article' && before !== 'counted' && before !== 'pronoun' && frequency < 4
    if (maybe && (word[first]! & flag.first) !== 0) return verdict('PERSON', certainty.look)
    return before === 'place' && (bits & flag.place) !== 0 && frequency < 6 ? verdict('LOCATION', certainty.look) : null
  }
  if (byNoun && !(kind === part.name && (bits & flag.first) !== 0)) return verdict(byNoun, certainty.likely)
  if (before === 'title') return verdict('PERSON', certainty.sure)
  if (before === 'kin' || before === 'me' || before === 'naming')
    return verdict(
      (bits & flag.place) !== 0 && (bits & flag.first) === 0 ? 'LOCATION' : 'PERSON',
      kind === part.name || several ? certainty.sure : certainty.likely,
    )
  if (before === 'thing') return verdict('PROJECT', certainty.likely)
  if (several && (word[first]! & flag.first) !== 0) return verdict('PERSON', certainty.sure)
  if ((bits & flag.place) !== 0 && (bits & flag.first) === 0) return verdict('LOCATION', certainty.sure)
  if (before === 'place') return verdict((bits & flag.first) !== 0 ? 'PERSON' : 'LOCATION', certainty.likely)
  // "een iris in het oog"
  if (kind === part.name && (bits & flag.alsoWord) !== 0 && before === 'article' && isOne(reading, first)) return null
  if (kind === part.name) {
    if ((bits & flag.first) !== 0) return verdict('PERSON', (bits & flag.alsoWord) !== 0 ? certainty.likely : certainty.sure)
    return verdict(before === 'at' || before === 'article' ? 'ORG' : 'PERSON', certainty.likely)
  }
  if (before === 'at') return verdict('ORG', certainty.likely)
  if (personAfter(reading, chunk) || before === 'person') return verdict('PERSON', certainty.likely)
  // "toen heb ik pierogi meegenomen": one word that no list has, with nothing beside it that says what it is.
  return verdict(before === 'article' ? 'ORG' : 'PERSON', several ? certainty.likely : certainty.look)
}

/** Words that say of a body what it is, and not which. */
const general = wordSet('centrum huis groep praktijk post instelling organisatie kliniek zorg hulp dienst bureau')
const van = wordHash('van')

/** Text with capitals. */
export function judgeCased(reading: Reading, kinds: Uint8Array, chunk: Chunk, before: Before): Verdict | null {
  const { word, begins, tokens } = reading
  const { first, last } = chunk
  let own = first
  while (own < last && kinds[own] === part.none) own++
  const kind = kinds[own] === part.weak && own > first ? part.capital : kinds[own]!
  const bits = bitsOf(reading, chunk)
  const several = last > first
  const frequency = word[first]! & flag.frequency
  const firstName = (word[first]! & flag.first) !== 0
  const byNoun = typeOfNoun[before]
  if (kind === part.lower) return before === 'title' ? verdict('PERSON', certainty.sure) : null
  if (kind === part.initial)
    return several && !onlyWord(reading, chunk) && tokens.length[last]! > 1 && hasLetters(reading, kinds, chunk)
      ? verdict('PERSON', certainty.sure)
      : before === 'title'
        ? verdict('PERSON', certainty.likely)
        : initialsOnly(reading, chunk)
          ? verdict('PERSON', certainty.look)
          : null
  if (kind === part.acronym) return judgeAcronym(reading, chunk, before)
  // "Curaçaose ouders": said of a place, and no name.
  if (!several && isAdjective(reading, first)) return verdict('LOCATION', certainty.look)
  // "dr. Vi": two letters that are no known name.
  if (before === 'title')
    return verdict('PERSON', !several && tokens.length[first] === 2 && (bits & anyName) === 0 ? certainty.look : certainty.sure)
  if (kind === part.weak && !several) {
    if (before === 'kin' || before === 'me' || before === 'naming') return firstName ? verdict('PERSON', certainty.likely) : null
    // "Jonker zei", "Iris had dat bedacht"
    if (begins[first] === 1 && (firstName || (bits & flag.surname) !== 0) && frequency < 5 && personAfter(reading, chunk))
      return verdict('PERSON', certainty.likely)
    const speaker =
      (tokens.gap[first + 1]! & gap.colon) !== 0 && firstName && frequency < 5 && (tokens.gap[first]! & (gap.line | gap.start)) !== 0
    if (speaker) return verdict('PERSON', certainty.likely)
    // "Roos was er niet.": at the start of a sentence a capital says nothing.
    return begins[first] === 1 && firstName && frequency < 5 ? verdict('PERSON', certainty.look) : null
  }
  // "Medisch Centrum", "Stichting Zorggroep" name nothing yet.
  if (byNoun && !several && (reading.kindOf[first] !== 0 || (bits & (flag.form | anyName)) === flag.form || general(tokens.hash[first]!)))
    return verdict(byNoun, certainty.look)
  if (byNoun) return verdict(byNoun, certainty.sure)
  if (before === 'kin' || before === 'me' || before === 'naming')
    return verdict((bits & flag.place) !== 0 && (bits & anyPerson) === 0 ? 'LOCATION' : 'PERSON', certainty.sure)
  if (before === 'thing') return verdict('PROJECT', certainty.likely)
  if (!several && isCoined(reading, first)) return verdict('ORG', certainty.sure)
  const noun = several ? nounOf(reading, first) : undefined
  if (noun) return verdict(noun, certainty.likely)
  if (firstName && (several || frequency === 0 || begins[first] === 0))
    return verdict('PERSON', !several && begins[first] === 1 && (bits & flag.alsoWord) !== 0 ? certainty.likely : certainty.sure)
  if ((bits & flag.place) !== 0 && (before === 'place' || (bits & (flag.first | flag.surname)) === 0))
    return verdict('LOCATION', certainty.sure)
  if (
    (bits & flag.place) !== 0 &&
    !several &&
    first > 0 &&
    tokens.hash[first - 1] === van &&
    tokens.shape[first - 1] === shape.lower &&
    (tokens.gap[first]! & ~(gap.space | gap.line)) === 0
  )
    return verdict('LOCATION', certainty.likely)
  if (before === 'place') return verdict('LOCATION', certainty.likely)
  if (before === 'article') return verdict('ORG', certainty.likely)
  if (before === 'at' && (bits & flag.surname) === 0) return verdict('ORG', certainty.likely)
  if ((bits & (flag.surname | flag.proper)) !== 0)
    return verdict('PERSON', several || begins[first] === 0 ? certainty.sure : certainty.likely)
  return verdict(personAfter(reading, chunk) || several || before === 'person' ? 'PERSON' : 'ORG', certainty.likely)
}

/** Whether a word with a capital that no list has is an adjective by its ending and the noun behind it. */
function isAdjective({ tokens, word, near: nearBits }: Reading, at: number): boolean {
  const next = at + 1
  if (
    tokens.shape[at] !== shape.capital ||
    (word[at]! & (flag.first | flag.surname | flag.place | flag.frequency)) !== 0 ||
    tokens.length[at]! < 6
  )
    return false
  if (next >= tokens.count || tokens.gap[next] !== gap.space || tokens.shape[next] !== shape.lower || nearBits[next]! & near.bit.does)
    return false
  return (
    /se$/u.test(foldedWord(tokens, at)) && (word[next]! & (flag.frequency | flag.form)) !== 0 && (nearBits[next]! & near.bit.stopWord) === 0
  )
}

/** "BeterKeten", "deRotterdamseZorg": words written as one with a capital between, as somebody coined it. */
function isCoined({ tokens, word }: Reading, at: number): boolean {
  if (tokens.shape[at] !== shape.mixed || tokens.length[at]! < 7 || (word[at]! & (flag.notName | anyPerson)) !== 0) return false
  return /^\p{L}?\p{Ll}{2,}\p{Lu}\p{Ll}{2,}/u.test(tokens.text.slice(tokens.start[at]!, Math.min(tokens.end[at]!, tokens.start[at]! + 40)))
}

/** "zei mark", "met iris", "merel die had dat bedacht": a word that is a first name too where only a person stands. */
function saidOf(reading: Reading, at: number, before: Before): boolean {
  const { tokens, word, near: nearBits, plain } = reading
  const bits = word[at]!
  const month = (nearBits[at]! & near.bit.month) !== 0
  if (plain[at] === 0 || (bits & flag.first) === 0 || ((bits & flag.frequency) > 4 && !commonName(tokens.hash[at]!))) return false
  const fresh = at === 0 || (tokens.gap[at]! & (gap.line | gap.start)) !== 0
  const previous = fresh ? 0 : nearBits[at - 1]!
  if ((previous & (near.bit.article | near.bit.possessive | near.bit.unit)) !== 0 || (!fresh && tokens.shape[at - 1]! >= 5)) return false
  if ((previous & near.bit.says) !== 0 && before !== 'pronoun') return true
  const next = at + 1 < tokens.count && (tokens.gap[at + 1]! & gap.line) === 0 ? at + 1 : -1
  const follows =
    next < 0 || (nearBits[next]! & (near.bit.stopWord | near.bit.personPrep | near.bit.placePrep | near.bit.does | near.bit.says)) !== 0
  const speaks = next > 0 && (nearBits[next]! & near.bit.says) !== 0
  if (speaks && (previous & near.bit.pronoun) === 0) return true
  if (month && previous !== 0 && (previous & near.bit.timePrep) !== 0 && !withPerson(tokens.hash[at - 1]!)) return false
  return follows && !fresh && withPerson(tokens.hash[at - 1]!)
}

/** "kuiper heeft dat uitgelegd": a surname that is a word too, at the start of a turn and before what people do. */
function subjectOf(reading: Reading, chunk: Chunk, frequency: number): boolean {
  const { tokens, word } = reading
  const fresh = (tokens.gap[chunk.first]! & (gap.line | gap.start)) !== 0
  return fresh && (word[chunk.first]! & flag.surname) !== 0 && frequency < 4 && personAfter(reading, chunk)
}

/** Prepositions that people stand behind more than things. */
const withPerson = wordSet('met aan tegen namens dankzij volgens behalve')
/** First names that are among the most frequent words of subtitles, for their other sense. */
const commonName = wordSet('mark peter lieve')

/** "G.A.": initials and nothing else. */
const initialsOnly = ({ tokens }: Reading, { first, last }: Chunk) =>
  last > first &&
  last - first < 4 &&
  /^(?:\p{Lu}\.){2,4}$/u.test(tokens.text.slice(tokens.start[first]!, tokens.end[last]! + 1)) &&
  !/^[BN]\.V/u.test(tokens.text.slice(tokens.start[first]!, tokens.end[last]!))

/** "Stichting RijnmondNet", "Projectbureau Zuid": the noun that a name begins with says what it names. */
function nounOf(reading: Reading, at: number): string | undefined {
  const bits = reading.kindOf[at]!
  if ((bits & nounKinds.bit.project) !== 0) return 'PROJECT'
  if ((bits & nounKinds.bit.hospital) !== 0) return 'HOSPITAL'
  if ((bits & nounKinds.bit.care) !== 0) return 'CARE_INSTITUTION'
  if ((bits & nounKinds.bit.org) !== 0) return 'ORG'
  if ((reading.word[at]! & flag.first) !== 0) return undefined
  return /^[a-z]{3,}(?:bureau|stichting|vereniging|school|college|centrum|instituut|fonds|cooperatie|federatie|bond|groep|platform|academie|universiteit|bank)$/u.test(
    foldedWord(reading.tokens, at),
  )
    ? 'ORG'
    : undefined
}

/** Whether a place stands right behind a word of capitals that is no name by itself. */
export const behindShort = ({ tokens, word, plain }: Reading, { first }: Chunk) =>
  first > 0 &&
  plain[first] === 0 &&
  tokens.gap[first] === gap.space &&
  tokens.shape[first - 1] === shape.capitals &&
  tokens.length[first - 1]! > 2 &&
  tokens.length[first - 1]! < 7 &&
  (word[first]! & flag.place) !== 0 &&
  (word[first]! & flag.first) === 0

/** "E. Coli", "M. Multiple": an initial and a word that is no name. */
const onlyWord = ({ word }: Reading, { first, last }: Chunk) =>
  last === first + 1 && (word[last]! & (flag.frequency | flag.form)) !== 0 && (word[last]! & anyName) === 0

const hasLetters = ({ tokens }: Reading, kinds: Uint8Array, { first, last }: Chunk) => {
  for (let i = first; i <= last; i++) if (tokens.length[i]! > 1 && kinds[i] !== part.none) return true
  return false
}

/** Capitals only: a speaker's mark, a name in a line of capitals, or the short name of something. */
function judgeAcronym(reading: Reading, chunk: Chunk, before: Before): Verdict | null {
  const { word, tokens } = reading
  const { first, last } = chunk
  const bits = bitsOf(reading, chunk)
  const speaker = (tokens.gap[last + 1]! & gap.colon) !== 0 && (tokens.gap[first]! & (gap.line | gap.start)) !== 0
  const frequency = word[first]! & flag.frequency
  const length = tokens.length[first]!
  if (before === 'title') return verdict('PERSON', certainty.sure)
  if (last > first) return (bits & anyName) !== 0 || speaker ? verdict('PERSON', certainty.sure) : verdict('ORG', certainty.likely)
  if ((bits & flag.first) !== 0 && (length > 3 || speaker)) return verdict('PERSON', certainty.likely)
  // "GESPREKSLEIDER:" says what somebody does.
  if (speaker && length > 2 && frequency === 0 && (bits & flag.form) === 0) return verdict('PERSON', certainty.likely)
  const type = typeOfNoun[before]
  if (type) return verdict(type, certainty.sure)
  if (frequency > 0 && length > 3) return null
  if (before === 'at' || before === 'article' || before === 'person' || before === 'place')
    return verdict('ORG', length > 1 && length < 7 ? certainty.likely : certainty.look)
  return verdict('ORG', certainty.look)
}

const een = wordHash('een')
/** "een" right before a run. */
const isOne = ({ tokens }: Reading, first: number) => first > 0 && tokens.hash[first - 1] === een
