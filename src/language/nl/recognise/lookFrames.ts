import { type Candidates, certainty } from '../../recognise/candidates.js'
import { foldedWord } from '../../recognise/foldedWord.js'
import { gap, shape } from '../../recognise/tokens.js'
import { wordClasses } from '../../recognise/wordClasses.js'
import { wordEndings } from '../../recognise/wordEndings.js'
import { wordSet } from '../../recognise/wordSet.js'
import { anyName, flag } from './flags.js'
import { interest } from './interest.js'
import { joined, stops } from './joined.js'
import { isVerb, nameEnd } from './projects.js'
import type { Reading } from './reading.js'
import { kindOf, near } from './triggers.js'

const words = wordClasses({
  comes: 'komt kwam ging gaat stuurt stuurde weet wist',
  titled: 'mevrouw meneer mijnheer mevr mw dhr',
  particle: 'de van der den ten ter te',
  heet: 'heet heette',
  it: 'die dat het',
  who: 'ze zij hij ie',
  how: 'hoe',
  adverb:
    'laatst meteen ineens opeens plotseling vroeger eindelijk destijds alweer weleens soms thuis terug binnen langs samen snel zelden juist pas onlangs vandaag gisteren morgen straks later eerder tenminste tevoren opnieuw allemaal beide alsnog verder voortdurend dement overstuur boos',
  shop: 'kapsalon winkel zaak zaakje bedrijf bedrijfje praktijk salon restaurant cafe snackbar bakkerij slagerij kantoor bureau garage atelier galerie studio boerderij camping hotel kroeg eetcafe lunchroom firma stichting',
  van: 'van',
  in: 'in te uit bij',
  that: 'die dat deze dit',
  chain: 'keten netwerk zorgpad ketenzorg zorgketen',
})
const { bit } = words
const closed =
  near.bit.stopWord | near.bit.does | near.bit.says | near.bit.pronoun | near.bit.article | near.bit.possessive | near.bit.personPrep
const longest = 4

/**
 * Words that stand where talk puts a name, though every one of them may be a word: "zijn moeder comfort belde", "mevrouw de bi", "een salon in
 * blerick knipkunst heet die", "die geloof mij kaart", "van het ringplan". No rule can tell: somebody has to look.
 */
export function markLookFrames(reading: Reading, out: Candidates): void {
  const { tokens, plain, near: nearBits, kindOf: kinds } = reading
  const look = (found: Run | null, type: string, sureness: number = certainty.look, strength = -3) => {
    if (found) out.add(tokens.start[found.first]!, tokens.end[found.last]!, type, sureness, strength)
  }
  for (const i of reading.at(interest.frame)) {
    const of = words.of(tokens.hash[i]!)
    // "CVA-keten Kempen-West"
    if ((of & bit.chain) !== 0) look(chain(reading, i), 'PROJECT', certainty.sure, 35)
    if (plain[i] === 0) continue
    if ((nearBits[i]! & near.bit.kin) !== 0) look(behindKin(reading, i), 'PERSON')
    if ((of & bit.titled) !== 0) look(behindTitle(reading, i), 'PERSON')
    if ((of & bit.heet) !== 0) {
      look(asked(reading, i, bit.it), 'PROJECT')
      look(asked(reading, i, bit.who), 'PERSON')
      look(calledAhead(reading, i), 'ORG')
    }
    if ((of & bit.shop) !== 0 || (kinds[i]! & kindOf.bit.org) !== 0) {
      look(inPlace(reading, i), 'ORG')
      look(ofFirm(reading, i), 'ORG', certainty.likely, 6)
    }
    if (isPlan(foldedWord(tokens, i))) {
      look(plan(reading, i), 'PROJECT')
      look(apart(reading, i), 'PROJECT')
    }
  }
}

interface Run {
  readonly first: number
  readonly last: number
}

const plans = wordEndings(
  'plan project aanpak pact kaart programma wijzer app tool methode traject netwerk lijn lab deal keten kring koffer cafe punt proef akkoord agenda route club'.split(
    ' ',
  ),
  0,
)
/** Whether a folded word ends as what is planned or made together does. */
export const isPlan = (letters: string): boolean => plans.test(letters)
/** Whether a word may stand beside a name of which every part is a word. */
export const frameWords = (hash: number, nouns: number): boolean =>
  (words.of(hash) & (bit.chain | bit.titled | bit.heet | bit.shop)) !== 0 || (nouns & kindOf.bit.org) !== 0

const wordOf = ({ tokens }: Reading, at: number) => words.of(tokens.hash[at]!)
const rarely = ({ word }: Reading, at: number, most: number) => (word[at]! & flag.frequency) <= most

/** Whether a word is closed to names, or a verb by its form. */
const isClosed = (reading: Reading, at: number) => (reading.near[at]! & closed) !== 0 || isVerb(reading, at) || isParticiple(reading, at)
const isParticiple = ({ tokens, word }: Reading, at: number) =>
  (word[at]! & anyName) === 0 && /^(?:[a-z]{2,5})?ge[a-z]{2,}(?:d|t|en)$/u.test(foldedWord(tokens, at))
/** Adverbs and adjectives by their endings. */
const isManner = (reading: Reading, at: number) =>
  /(?:lijk|ig|isch|loos|baar|aam|eel|ief|weg|mee|s|end|de)$/u.test(foldedWord(reading.tokens, at))

/** "zijn moeder comfort belde": a rare word between a relative and what somebody says or does. */
function behindKin(reading: Reading, at: number): Run | null {
  const { near: nearBits, tokens } = reading
  const name = at + 1
  if (at === 0 || !joined(reading, name) || !joined(reading, name + 1) || !joined(reading, at)) return null
  if ((nearBits[at - 1]! & near.bit.possessive) === 0 || nearBits[name] !== 0 || tokens.length[name]! < 3) return null
  if (!rarely(reading, name, 5) || (wordOf(reading, name) & bit.adverb) !== 0 || isClosed(reading, name) || isManner(reading, name))
    return null
  const acts = (nearBits[name + 1]! & near.bit.says) !== 0 || (wordOf(reading, name + 1) & bit.comes) !== 0
  return acts ? { first: name, last: name } : null
}

/** "mevrouw de bi": behind a particle, a rare word that no rule of surnames knows. */
function behindTitle(reading: Reading, at: number): Run | null {
  const { near: nearBits, tokens } = reading
  // "de mevrouw van hiernaast", "zo'n meneer van de bank"
  if (joined(reading, at) && (nearBits[at - 1]! & (near.bit.article | near.bit.possessive)) !== 0) return null
  let i = at + 1
  while (i < at + 4 && joined(reading, i) && (wordOf(reading, i) & bit.particle) !== 0) i++
  if (i === at + 1 || !joined(reading, i) || nearBits[i] !== 0 || tokens.length[i]! < 2) return null
  if (reading.lexicon.functions.begins(tokens.hash[i]!)) return null
  return rarely(reading, i, 4) && tokens.shape[i] === shape.lower ? { first: at + 1, last: i } : null
}

/** "hoe heette dat taal aan het bed", also where the line ends before the name. */
function asked(reading: Reading, at: number, what: number): Run | null {
  const { tokens, near: nearBits } = reading
  if (at === 0 || (wordOf(reading, at - 1) & bit.how) === 0 || !joined(reading, at + 1) || (wordOf(reading, at + 1) & what) === 0)
    return null
  const first = at + 2
  if (first >= tokens.count || (tokens.gap[first]! & stops & ~gap.line) !== 0) return null
  if ((nearBits[first]! & closed & ~near.bit.article) !== 0 || isVerb(reading, first)) return null
  const last = endOf(reading, first)
  return last > first || (last === first && rarely(reading, first, 3) && nearBits[first] === 0) ? { first, last } : null
}

/** `nameEnd` from a word that may be the first of its line. */
function endOf(reading: Reading, first: number): number {
  if ((reading.tokens.gap[first]! & gap.line) === 0) return nameEnd(reading, first)
  const behind = joined(reading, first + 1) ? nameEnd(reading, first + 1) : first
  if (behind > first) return Math.min(behind, first + longest)
  // "taal aan het bed": a preposition binds what stands behind it.
  const inner = joined(reading, first + 1) && (reading.near[first + 1]! & (near.bit.placePrep | near.bit.personPrep)) !== 0
  let last = first + 2
  while (inner && joined(reading, last) && last < first + longest && (reading.near[last]! & near.bit.article) !== 0) last++
  return inner && joined(reading, last) && !isClosed(reading, last) ? last : first
}

/** "een salon in blerick knipkunst heet die", "een uitzendbureau groeikracht heette dat": behind a place or a noun of a firm. */
function calledAhead(reading: Reading, at: number): Run | null {
  const { word, near: nearBits, kindOf: kinds, tokens } = reading
  if (!joined(reading, at + 1) || (wordOf(reading, at + 1) & bit.it) === 0) return null
  const last = at - 1
  for (let i = last; i >= 0 && i > last - longest - 1 && joined(reading, i + 1); i--) {
    const place = i > 0 && (word[i]! & flag.place) !== 0 && (wordOf(reading, i - 1) & bit.in) !== 0 && rarely(reading, i, 4)
    const firm = (wordOf(reading, i) & bit.shop) !== 0 || (kinds[i]! & kindOf.bit.org) !== 0
    if (place || firm) return i < last && (nearBits[i + 1]! & closed) === 0 ? { first: i + 1, last } : null
    if ((nearBits[i]! & (near.bit.does | near.bit.says | near.bit.pronoun)) !== 0 && (nearBits[i]! & near.bit.article) === 0) return null
  }
  // "knipkunst heet dat": a compound that no list has, with nothing before it.
  const alone = last >= 0 && (tokens.gap[last]! & (gap.line | gap.start | gap.comma | gap.stop)) !== 0 && joined(reading, at)
  return alone && (word[last]! & flag.compound) !== 0 && !isClosed(reading, last) ? { first: last, last } : null
}

/** "een winkel in blerick knipkunst": a word behind the place that no list has. */
function inPlace(reading: Reading, at: number): Run | null {
  const { word } = reading
  if (!joined(reading, at + 1) || (wordOf(reading, at + 1) & bit.in) === 0) return null
  let i = at + 2
  while (i < at + 5 && joined(reading, i) && (word[i]! & flag.place) !== 0) i++
  if (i === at + 2 || !joined(reading, i) || isClosed(reading, i)) return null
  if ((word[i]! & (flag.odd | flag.compound)) === 0 || (word[i]! & flag.first) !== 0) return null
  return { first: i, last: namesEnd(reading, i) }
}

/** "het bedrijf van momo medical", "bij de firma krobbel techniek": a word that no list has, and what belongs to it. */
function ofFirm(reading: Reading, at: number): Run | null {
  const { word } = reading
  const first = joined(reading, at + 1) && (wordOf(reading, at + 1) & bit.van) !== 0 ? at + 2 : at + 1
  if (!joined(reading, first) || (word[first]! & flag.odd) === 0 || isClosed(reading, first)) return null
  const last = namesEnd(reading, first)
  return last > first ? { first, last } : null
}

/** Over words that are said seldom and are no verbs. */
function namesEnd(reading: Reading, first: number): number {
  let last = first
  while (last < first + longest - 1 && joined(reading, last + 1)) {
    const next = last + 1
    if (reading.near[next] !== 0 || !rarely(reading, next, 4) || isClosed(reading, next)) break
    last = next
  }
  return last
}

const known = wordSet('de het dat die dit deze ons onze')

/** "van het ringplan": a compound that no list has, behind the article of something everybody is taken to know. */
function plan(reading: Reading, at: number): Run | null {
  const { word, tokens, near: nearBits } = reading
  if ((word[at]! & flag.compound) === 0 || !joined(reading, at) || tokens.shape[at] !== shape.lower || nearBits[at] !== 0) return null
  return known(tokens.hash[at - 1]!) ? { first: at, last: at } : null
}

const planned = wordSet('plan project aanpak pact kaart programma')

/** "die geloof mij kaart": words before the noun that no sentence has there. */
function apart(reading: Reading, at: number): Run | null {
  const { near: nearBits } = reading
  if (!planned(reading.tokens.hash[at]!)) return null
  for (let i = at - 1; i >= 0 && i > at - longest - 2 && joined(reading, i + 1); i--) {
    if ((wordOf(reading, i) & bit.that) !== 0) {
      const first = i + 1
      return at - first > 1 && nearBits[first] === 0 && isNounLike(reading, at - 1) ? { first, last: at } : null
    }
    if ((nearBits[i]! & (near.bit.does | near.bit.says)) !== 0) return null
  }
  return null
}

/** Neither an inflected adjective nor what stands before a noun of itself. */
function isNounLike(reading: Reading, at: number): boolean {
  const bits = reading.near[at]!
  const before =
    near.bit.article | near.bit.possessive | near.bit.personPrep | near.bit.placePrep | near.bit.timePrep | near.bit.does | near.bit.says
  if ((bits & before) !== 0 && (bits & near.bit.pronoun) === 0) return false
  if ((bits & (near.bit.article | near.bit.possessive)) !== 0) return false
  return (bits & near.bit.pronoun) !== 0 || ((bits & near.bit.stopWord) === 0 && !/(?:e|en)$/u.test(foldedWord(reading.tokens, at)))
}

/** "CVA-keten Kempen-West": letters, a noun of what is joined, and words with a capital. */
function chain({ tokens, plain }: Reading, at: number): Run | null {
  const glued = (i: number) => i < tokens.count && (tokens.gap[i]! & gap.hyphen) !== 0 && (tokens.gap[i]! & (stops | gap.space)) === 0
  if (at === 0 || plain[at] === 1 || !glued(at) || tokens.shape[at - 1] !== shape.capitals) return null
  let last = at
  while (last < at + longest && last + 1 < tokens.count && tokens.shape[last + 1] === shape.capital) {
    if (!glued(last + 1) && tokens.gap[last + 1] !== gap.space) break
    last++
  }
  return last > at ? { first: at - 1, last } : null
}
