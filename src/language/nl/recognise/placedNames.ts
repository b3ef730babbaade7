import { certainty } from '../../recognise/candidates.js'
import { foldedWord } from '../../recognise/foldedWord.js'
import { shape } from '../../recognise/tokens.js'
import { wordClasses } from '../../recognise/wordClasses.js'
import { wordEndings } from '../../recognise/wordEndings.js'
import { wordHash } from '../../recognise/wordHash.js'
import { wordSet } from '../../recognise/wordSet.js'
import { isClub } from './bodyNames.js'
import { anyName, flag } from './flags.js'
import { interest } from './interest.js'
import { joined, stops } from './joined.js'
import { numberWord } from './numberWords.js'
import { type Coined, isVerb } from './projects.js'
import type { Reading } from './reading.js'
import { kindOf, near } from './triggers.js'

const words = wordClasses({
  stays:
    'zit zat zitten zaten gezeten werk werkt werkte werken werkten gewerkt woon woont woonde wonen gewoond lig ligt lag gelegen opgenomen begonnen begon terecht stage dagbesteding dagopvang opname behandeling aangemeld ingeschreven lid logeert verblijft vrijwilliger vrijwilligster dienst belandde beland lessen cursus',
  keeps: 'vast vastleggen registreren registreert rapporteren rapporteert noteren noteert vastgelegd geregistreerd',
  member: 'lid leden bestuurslid penningmeester voorzitter secretaris donateur vrijwilliger vrijwilligster',
  bij: 'bij naar',
  van: 'van bij',
  toward: 'naar bij via',
  within: 'van aan in op met voor',
  article: 'de het den',
  aboutIt: 'de een het ons onze zo n',
  be: 'is was',
  heet: 'heet heette heetten',
  thatOne: 'die dat deze dit de het',
  joins: 'en of op aan van in met',
  begins: 'en of maar want dus ja nou toen ook eh uh bij op naar van via in voor uit',
  which:
    'oude nieuwe grote kleine andere eerste tweede derde laatste volgende vorige zelfde hele halve goede beste lokale plaatselijke sociale eigen enige juiste verkeerde meeste mooie gewone vaste open warme koude lange korte hoge lage zware lichte',
  general:
    'buren familie ouders moeder vader kinderen kapper fysio slager groenteboer kassa deur poort lift trap balie keuken tafel koffie eten post bushalte begrafenis verjaardag bruiloft dood dingen spullen voordeur ingang uitgang computer telefoon gang haard kachel apotheek supermarkt voedselbank schuldhulp sportschool uitvaart receptie',
})
const { bit } = words
const [bij, inWord] = ['bij', 'in'].map(wordHash)
const closed = near.bit.stopWord | near.bit.does | near.bit.says | near.bit.pronoun | near.bit.possessive | near.bit.unit | near.bit.month
const people = near.bit.kin | near.bit.person | near.bit.colleague | near.bit.title
const longest = 4

/** Whether a word is one from which a place that somebody is at is looked for. */
export const placedWords = (hash: number): boolean => (words.of(hash) & (bit.stays | bit.keeps | bit.member | bit.heet)) !== 0

/**
 * Names of bodies in text without capitals, though every part of them is a word, by the place that the sentence gives them: "ze zit bij de tjalk",
 * "op de bovendek heet die afdeling", "naar schoen van gisteren dat is de kringloop", "bij het koor bij stem en snaren". Mostly for somebody to
 * look at; what is told twice is surer.
 */
export function placedNames(reading: Reading): readonly Coined[] {
  const { tokens, plain, kindOf: kinds } = reading
  const found: Coined[] = []
  const put = (name: Name | null, type = 'ORG', sureness: number = certainty.look) => {
    if (name) found.push({ ...name, type, sureness })
  }
  for (const i of reading.at(interest.placed)) {
    const of = words.of(tokens.hash[i]!)
    if ((of & (bit.stays | bit.keeps)) !== 0) put(worksIn(reading, i))
    if (plain[i] === 0) continue
    if ((of & bit.stays) !== 0) put(staysAt(reading, i))
    if ((of & bit.member) !== 0 && (words.of(tokens.hash[i + 1]!) & bit.van) !== 0) putMember(reading, i + 2, put)
    if ((of & bit.heet) !== 0) putCalled(reading, i, put)
    if ((kinds[i]! & (kindOf.bit.org | kindOf.bit.care)) !== 0) put(atBody(reading, i) ?? ofFirm(reading, i))
  }
  // "verloskundige bij de bron"
  for (const i of reading.at(interest.function))
    if (plain[i] === 1 && i + 1 < tokens.count && tokens.hash[i + 1] === bij) put(nameAt(reading, i + 2, 5))
  for (const i of reading.at(interest.coined)) if (plain[i] === 1) put(whichIs(reading, i))
  return found
}

/** "ik werk in promedico", a program that only few have, and the answer "in promedico": what is called so is never a name elsewhere. */
function worksIn(reading: Reading, at: number): Name | null {
  const { tokens, word } = reading
  const keeps = (of(reading, at) & bit.keeps) !== 0
  let last = at + 1
  // "hoe leggen jullie dat vast" and, in the next turn, "in promedico".
  while (last < tokens.count && last < at + (keeps ? 5 : 2) && tokens.hash[last] !== inWord) last++
  if (tokens.hash[last++] !== inWord || !joined(reading, last) || (word[last]! & (flag.notName | anyName)) !== flag.notName) return null
  return often(reading, last) < 3 && tokens.length[last]! > 4 ? { first: last, last } : null
}

interface Name {
  readonly first: number
  readonly last: number
}

const of = ({ tokens }: Reading, at: number) => (at >= 0 && at < tokens.count ? words.of(tokens.hash[at]!) : 0)
const often = ({ word }: Reading, at: number) => word[at]! & flag.frequency

/** "lid van crohn en colitis": what holds a word that no list has is told by it. */
function putMember(reading: Reading, first: number, put: (name: Name | null, type: string, sureness: number) => void): void {
  const name = pairAt(reading, first, 7)
  const unknown = (at: number) => (reading.word[at]! & (flag.odd | flag.notName)) !== 0
  if (name) put(name, 'ORG', unknown(name.first) || unknown(name.first + 2) ? certainty.likely : certainty.look)
}

/** "ze zit sinds mei bij de tjalk": within a few words behind a verb of staying. */
function staysAt(reading: Reading, at: number): Name | null {
  const { tokens } = reading
  for (let i = at + 1; i < at + 6 && joined(reading, i); i++) {
    if ((of(reading, i) & bit.bij) !== 0) return nameAt(reading, i + 1)
    if (tokens.hash[i] === inWord && isHouse(reading, i + 2)) return { first: i + 1, last: i + 2 }
    if ((reading.near[i]! & (near.bit.does | near.bit.says)) !== 0) return null
  }
  return null
}

/** "in de nieuwenhof": behind an article a compound that no list has and that ends as houses are called. */
const isHouse = (reading: Reading, at: number) =>
  joined(reading, at) &&
  joined(reading, at - 1) &&
  isThe(reading, at - 1) &&
  often(reading, at) === 0 &&
  reading.near[at] === 0 &&
  houses.test(foldedWord(reading.tokens, at))
const houses = wordEndings(
  'hof hofje steen burg borg berg huys horst stede stee rust duin oord wende hoeve gaarde weide brink zicht schans toren linde boom bosch dam donk veld nest anker baken haard wiek hoek kroon poort'.split(
    ' ',
  ),
  3,
)

/** A name behind "bij": an article and a rare word, or two words with "en" between them. */
function nameAt(reading: Reading, first: number, most = 3): Name | null {
  if (!joined(reading, first)) return null
  if ((of(reading, first) & bit.article) === 0) return pairAt(reading, first, most + 2) ?? bareAt(reading, first)
  const noun = first + 1
  if (!joined(reading, noun)) return null
  if (isNameLike(reading, noun, most)) return sayWhat(reading, noun) ? qualified(reading, first) : { first, last: noun }
  return qualified(reading, first)
}

/** "bij de gouden leeuw": between the article and the noun a word that says which. */
function qualified(reading: Reading, first: number): Name | null {
  const last = first + 2
  if (!joined(reading, last) || (of(reading, first + 1) & bit.which) !== 0) return null
  if (reading.near[first + 1] !== 0 || reading.kindOf[first + 1] !== 0) return null
  const which = /(?:e|en)$/u.test(foldedWord(reading.tokens, first + 1)) || numberWord(reading.tokens.hash[first + 1]!) > 1
  return which && often(reading, first + 1) < 6 && isNameLike(reading, last, 5) && !sayWhat(reading, last) ? { first, last } : null
}

/** "ik werk bij kompas": a noun that no article makes a thing, where the sentence goes on. */
function bareAt(reading: Reading, at: number): Name | null {
  const { tokens, near: nearBits, word } = reading
  if (!isNameLike(reading, at, 4) || sayWhat(reading, at) || isMass(reading, at)) return null
  if ((word[at]! & (flag.form | flag.compound)) === flag.form) return null
  const next = at + 1
  const ends = !joined(reading, next) || (nearBits[next]! & (near.bit.stopWord | near.bit.placePrep | near.bit.personPrep)) !== 0
  return ends && tokens.length[at]! > 3 ? { first: at, last: at } : null
}

/** What is said of without an article: "bij regen", "bij toeval". */
const isMass = ({ tokens }: Reading, at: number) => mass(tokens.hash[at]!)
const mass = wordSet(
  'regen sneeuw toeval nood voorkeur binnenkomst aankomst thuiskomst vertrek ontslag opname overlijden ziekte pijn koorts brand onweer mist kaarslicht leven bewustzijn elkaar mekaar kerst pasen lange verre nader volgorde toerbeurt dreiging twijfel gelegenheid benadering gebrek onraad gevaar verzuim huis thuis wijze stukjes beetjes beurten school kantoor bezoek visite daglicht klachten stress drukte calamiteiten',
)

/** "bij stem en snaren", "bij koek of ei" */
function pairAt(reading: Reading, first: number, most: number): Name | null {
  let last = first + 2
  if (!joined(reading, last) || (of(reading, first + 1) & bit.joins) === 0) return null
  if (!isPart(reading, first, most) || !isPart(reading, last, most)) return null
  // "crohn en colitis nl"
  if (joined(reading, last + 1) && (reading.word[last + 1]! & (flag.odd | flag.notName)) !== 0) last++
  const next = last + 1
  // "bij opa en oma thuis": a sentence that goes on with what is no verb of its own.
  const ends = !joined(reading, next) || (reading.near[next]! & (near.bit.stopWord | near.bit.does | near.bit.personPrep)) !== 0
  return ends ? { first, last } : null
}

/** Whether a word may be one of two that are a name, also one that is never a name by itself: "crohn". */
const isPart = (reading: Reading, at: number, most: number) =>
  isNameLike(reading, at, most, true) || ((reading.word[at]! & flag.notName) !== 0 && reading.near[at] === 0)

/** Whether a word may be a part of a name, and says of nobody who he is. */
function isNameLike(reading: Reading, at: number, most: number, paired = false): boolean {
  const { tokens, near: nearBits, word, kindOf: kinds } = reading
  if (tokens.shape[at] !== shape.lower || tokens.length[at]! < 3 || often(reading, at) > most) return false
  if ((nearBits[at]! & (closed | people)) !== 0 || kinds[at] !== 0 || (word[at]! & (flag.notName | flag.first)) !== 0) return false
  if ((of(reading, at) & bit.general) !== 0 || (!paired && isVerb(reading, at))) return false
  const { functions, functionEnds } = reading.lexicon
  return !functions.begins(tokens.hash[at]!) && !functionEnds.test(foldedWord(tokens, at))
}

/** Nouns that say what they are end as such: "de samenwerking", "het overleg", "de wijkzorg". */
const plainNoun =
  /(?:ing|heid|[^e]en|s|je|ie|teit|schap|zorg|overleg|werk|huis|plan|dag|tijd|arts|er|or|praktijk|team|groep|dienst|hulp|bank|winkel|school|club|kamer|gesprek|bureau|loket|post|opvang|centrum|vereniging|raad|markt|fonds|consult|spreekuur|kliniek|poli|balie)$/u
const sayWhat = (reading: Reading, at: number) => plainNoun.test(foldedWord(reading.tokens, at))

/** "op de bovendek heet die afdeling": the noun behind says what is called so. */
function putCalled(reading: Reading, at: number, put: (name: Name | null, type: string, sureness: number) => void): void {
  const noun = at + 2
  if (!joined(reading, noun) || (of(reading, at + 1) & bit.thatOne) === 0) return
  const kind = reading.kindOf[noun]!
  if (kind === 0) return
  const name = nameBefore(reading, at)
  const is = (bits: number) => (kind & bits) !== 0
  const { department, care, hospital, org } = kindOf.bit
  const type = is(department) ? 'DEPARTMENT' : is(care) ? 'CARE_INSTITUTION' : is(hospital) ? 'HOSPITAL' : is(org) ? 'ORG' : 'PROJECT'
  put(name, type, certainty.likely)
}

/** The words between a preposition, or what begins a clause, and a token. */
function nameBefore(reading: Reading, to: number): Name | null {
  let first = to
  while (first > 0 && to - first < longest && joined(reading, first) && (of(reading, first - 1) & bit.begins) === 0) {
    if (
      (reading.near[first - 1]! & (near.bit.does | near.bit.says | near.bit.pronoun) & ~near.bit.article) !== 0 &&
      !isThe(reading, first - 1)
    )
      break
    first--
  }
  const begun = first === 0 || (reading.tokens.gap[first]! & stops) !== 0 || (of(reading, first - 1) & bit.begins) !== 0
  const own = isThe(reading, first) ? first + 1 : first
  return begun && own < to && isNameLike(reading, to - 1, 5) ? { first, last: to - 1 } : null
}

const isThe = (reading: Reading, at: number) => (of(reading, at) & bit.article) !== 0

/** "van bureau noorderwind": with a preposition and no article before it, the noun of a body is followed by its name. */
function ofFirm(reading: Reading, at: number): Name | null {
  const { near: nearBits, word } = reading
  const last = at + 1
  const prepared = joined(reading, at) && (of(reading, at - 1) & (bit.toward | bit.van | bit.within)) !== 0
  if (!prepared || !joined(reading, last) || nearBits[last] !== 0 || reading.kindOf[last] !== 0 || often(reading, last) > 2) return null
  return (word[last]! & flag.place) === 0 && !isVerb(reading, last) && !sayWhat(reading, last) ? { first: last, last } : null
}

/** "het koor bij stem en snaren", "een winkel bij de wiebelaar" */
function atBody(reading: Reading, at: number): Name | null {
  return (of(reading, at + 1) & bit.bij) !== 0 && joined(reading, at + 1) ? nameAt(reading, at + 2, 4) : null
}

/** "dat is eh de eh coöperatie" */
function overFiller(reading: Reading, from: number): number {
  let at = from
  while (joined(reading, at) && hesitation(reading.tokens.hash[at]!) && at < from + 2) at++
  // "de eh de"
  return at > from && isThe(reading, at) && from > 0 && isThe(reading, from - 1) ? at + 1 : at
}
const hesitation = wordSet('eh uh uhm ehm')

const isBodyNoun = (reading: Reading, at: number) =>
  (reading.kindOf[at]! & (kindOf.bit.org | kindOf.bit.care)) !== 0 || isClub(foldedWord(reading.tokens, at))

/** "naar schoen van gisteren dat is de kringloop": what is explained behind it stands behind a preposition. */
function whichIs(reading: Reading, at: number): Name | null {
  const { near: nearBits } = reading
  if ((of(reading, at + 1) & bit.be) === 0) return null
  const about = overFiller(reading, at + 2)
  const inside = (of(reading, about) & (bit.within | bit.bij)) !== 0
  if (!joined(reading, about)) return null
  // "naar soep en saai dat is in het dorpshuis"
  if ((of(reading, about) & bit.aboutIt) === 0 && !(inside && isThe(reading, about + 1))) return null
  const what = overFiller(reading, inside ? about + 2 : about + 1)
  if (!joined(reading, what) || !joined(reading, at) || (nearBits[what]! & (closed | people)) !== 0) return null
  let first = -1
  for (let i = at - 1; i >= 0 && i >= at - 1 - longest && joined(reading, i + 1); i--) {
    const own = of(reading, i)
    // "van de pil dat is de apotheek": behind other words too where what it is, is a body.
    if ((own & bit.toward) !== 0 || (!inside && (own & (bit.van | bit.within)) !== 0 && isBodyNoun(reading, what))) {
      first = i + 1
      break
    }
    if ((own & (bit.within | bit.article | bit.joins)) !== 0) continue
    if ((nearBits[i]! & (closed | people)) !== 0) return null
  }
  const last = at - 1
  if (first < 0 || first > last || isThe(reading, last)) return null
  const own = isThe(reading, first) ? first + 1 : first
  const one = own === last
  if (!isNameLike(reading, own, one ? (isBodyNoun(reading, what) ? 5 : 3) : 6)) return null
  return one && sayWhat(reading, own) && (reading.word[own]! & (anyName | flag.odd)) === 0 ? null : { first, last }
}
