import { type Candidates, certainty } from '../../recognise/candidates.js'
import { foldedWord } from '../../recognise/foldedWord.js'
import { hashFilter } from '../../recognise/hashFilter.js'
import { gap, shape, spelling, type Tokens } from '../../recognise/tokens.js'
import { wordClasses } from '../../recognise/wordClasses.js'
import { flag } from './flags.js'
import { framedNames, framingWords, isTold } from './framedNames.js'
import { interest } from './interest.js'
import { quoted } from './quotedNames.js'
import type { Reading } from './reading.js'
import { kindOf, near } from './triggers.js'

const words = wordClasses({
  heet: 'heet heette heten heetten genaamd genoemd noemen noemden noemde',
  thing: 'het dat dit iets wat project programma proef pilot werkgroep app initiatief netwerk dingen groep traject',
  kind: 'project programma pilot proef proeftuin werkgroep initiatief netwerk app experiment traject samenwerking samenwerkingsverband zorgboerderij instelling leernetwerk interventie inloop inloophuis verpleeghuis stichting',
  that: 'dat dit',
  be: 'is was heet heette',
  adverb: 'samen gewoon weer thuis altijd nooit even eerst zelf niet heel meer',
  a: 'een ons onze het de',
  fill: 'dan dus eh uh uhm nu toen eigenlijk gewoon eerst zeg maar we ook zelf bij ons officieel hier nou ja zo',
  ends: 'en dat die maar met waar want dus toen is was of om als omdat bij heet heette wordt werd loopt liep gaat ging begon we ik ze hij eh uh door uit vanuit hebben hadden heeft in',
  starts:
    'is was met heet heette naar van voor aan via bij over noemen noemden noemt dus en ja werkt loopt want nu gestart begonnen heb hebben hadden had dat die uit zijn nou toen in tot door zonder',
})
const { bit } = words
const stops = gap.stop | gap.line | gap.comma | gap.colon | gap.close
const longest = 5

/** A name of several words that is no list's: the tokens of it where it was introduced. */
export interface Coined {
  readonly first: number
  readonly last: number
  readonly type: string
  readonly sureness: number
  /** Whether it stays doubtful however often it stands. */
  readonly doubted?: true
}

/** Whether a word introduces a name. */
export const coinedWords = (hash: number, nouns: number): boolean =>
  (words.of(hash) & (bit.heet | bit.that)) !== 0 || (nouns & kindOf.bit.project) !== 0 || framingWords(hash)

/** Names that are introduced as such in lower-case speech: "het project samen beter", "dat heet bed in zicht", "deur op een kier dat is een proef". */
export function coinedNames(reading: Reading): readonly Coined[] {
  const { tokens, plain } = reading
  const found: Coined[] = []
  for (const i of reading.at(interest.coined)) {
    const of = words.of(tokens.hash[i]!)
    const quote = (of & bit.that) === 0 ? quoted(reading, i, (of & bit.heet) !== 0) : null
    if (quote) found.push(quote)
    if (plain[i] === 0) continue
    if (of === 0) continue
    if ((of & bit.heet) !== 0) {
      const behind = calledBehind(reading, i)
      if (behind) found.push(behind)
      else {
        const ahead = calledAhead(reading, i)
        if (ahead) found.push(ahead)
      }
    } else if ((of & bit.that) !== 0) {
      const ahead = explained(reading, i)
      if (ahead) found.push(ahead)
    } else if ((reading.kindOf[i]! & kindOf.bit.project) !== 0) {
      const behind = afterNoun(reading, i)
      if (behind) found.push(behind)
    }
  }
  return [...found, ...framedNames(reading, reading.at(interest.coined))]
}

/** Places of coined names, wherever they stand. */
export function markCoined(reading: Reading, coined: readonly Coined[], out: Candidates): void {
  const { tokens } = reading
  const known = new Map<number, Coined & { places: number[] }>()
  // By word: how many tokens more the names have that begin with it, as bits. So many names that begin alike cost no more than one.
  const sizes = new Map<number, number>()
  for (const one of coined.flatMap(whole => [whole, ...withoutArticle(reading, whole)])) {
    const key = spelling(tokens, one.first, one.last)
    if (known.has(key)) continue
    known.set(key, { ...one, places: [] })
    const first = tokens.hash[one.first]!
    sizes.set(first, (sizes.get(first) ?? 0) | (1 << (one.last - one.first)))
  }
  if (known.size === 0) return
  const maybe = hashFilter(sizes.keys(), sizes.size, tokens.columns)
  for (let i = 0; i < tokens.count; i++) {
    if (!maybe(tokens.hash[i]!)) continue
    for (let left = sizes.get(tokens.hash[i]!) ?? 0; left !== 0; left &= left - 1) {
      const last = i + 31 - Math.clz32(left & -left)
      if (last < tokens.count) known.get(spelling(tokens, i, last))?.places.push(i)
    }
  }
  for (const one of known.values()) {
    const size = one.last - one.first
    const novel = (reading.word[one.first]! & (flag.odd | flag.compound)) !== 0
    // A word of the language that was told to be a name: further on somebody has to look.
    const rare = one.sureness === certainty.look && (reading.word[one.first]! & flag.frequency) < 4 && reading.near[one.first] === 0
    const told =
      one.sureness === certainty.look && one.doubted === undefined && one.places.length > 1 && (size > 0 ? isTold(reading, one) : novel)
    for (const i of one.places) {
      if (size === 0 && !novel && i !== one.first && !rare) continue
      out.add(tokens.start[i]!, tokens.end[i + size]!, one.type, told ? certainty.likely : one.sureness, 8)
    }
  }
}

/** "de rode draad" is "rode draad" further on. */
function withoutArticle({ near: nearBits }: Reading, { first, last, ...rest }: Coined): readonly Coined[] {
  return last - first > 1 && (nearBits[first]! & near.bit.article) !== 0 ? [{ first: first + 1, last, ...rest }] : []
}

/** "dat heette bed in zicht": to the next word that no name holds. */
function calledBehind(reading: Reading, at: number): Coined | null {
  const { tokens } = reading
  const of = (i: number) => (i >= 0 && i < tokens.count ? words.of(tokens.hash[i]!) : 0)
  if (!(of(at - 1) & bit.thing) && !(of(at - 2) & bit.thing && of(at - 1) & bit.fill) && !isThing(reading, at - 1)) return null
  let first = at + 1
  while (first < tokens.count && first < at + 5 && (tokens.gap[first]! & stops) === 0 && (of(first) & bit.fill) !== 0) first++
  if ((of(first) & bit.that) !== 0) return null
  // "dat heet dan officieel vroeg erbij": behind such a run-up also a verb begins a name.
  const isRunUp =
    first > at + 2 && first + 1 < tokens.count && (tokens.gap[first + 1]! & stops) === 0 && (reading.near[first]! & near.bit.says) !== 0
  const last = isRunUp ? nameEnd(reading, first + 1) : nameEnd(reading, first)
  if (last < first) return null
  // "dat noemden we de thee": an article and a word may be anything.
  const told = last > first && isTold(reading, { first, last })
  return { first, last, type: 'PROJECT', sureness: told ? certainty.likely : certainty.look }
}

/** "die kaart heet", "ons overleg heet": a noun that is no person's, behind an article. */
function isThing({ tokens, near: nearBits, word, lexicon }: Reading, at: number): boolean {
  if (at < 1 || (tokens.gap[at]! & stops) !== 0 || nearBits[at] !== 0 || (word[at]! & flag.frequency) === 0) return false
  if ((nearBits[at - 1]! & (near.bit.article | near.bit.possessive)) === 0) return false
  return (
    (word[at]! & (flag.first | flag.surname)) === 0 &&
    !lexicon.functions.begins(tokens.hash[at]!) &&
    !/(?:er|aar|ist|ster|in)$/u.test(foldedWord(tokens, at))
  )
}

/** The last token of a name in lower-case speech that begins at a token; one before it where none does. */
export function nameEnd(reading: Reading, first: number): number {
  const { tokens, near: nearBits } = reading
  let last = first - 1
  for (let i = first; i < tokens.count && i < first + longest && (tokens.gap[i]! & (i === first ? stops & ~gap.colon : stops)) === 0; i++) {
    const of = words.of(tokens.hash[i]!)
    const inner =
      i > first &&
      i + 1 < tokens.count &&
      (nearBits[i]! & (near.bit.placePrep | near.bit.article)) !== 0 &&
      tokens.text.slice(tokens.start[i]!, tokens.end[i]!) !== 'dat'
    if ((of & bit.ends) !== 0 && !inner && !(i > first && binds(reading, i))) break
    if ((nearBits[i]! & (near.bit.does | near.bit.says)) !== 0 || (i > first && isDegree(tokens, i))) break
    if (inner && (tokens.gap[i + 1]! & stops) !== 0) break
    if ((nearBits[i]! & near.bit.pronoun) !== 0 && !inner && !(i === first + 1 && isObject(tokens, i))) break
    last = i
  }
  if (last === first + 1 && isObject(tokens, last)) return last
  while (last >= first && (nearBits[last]! & (near.bit.article | near.bit.placePrep | near.bit.stopWord)) !== 0) last--
  return last
}

/** "de praktijk heet kempstraat heel origineel" */
const isDegree = ({ text, start, end }: Tokens, at: number) =>
  /^(?:heel|erg|best|nogal|echt|wel|toch|hoor|trouwens)$/u.test(text.slice(start[at]!, end[at]!))

/** "geloof mij": a name of two words that says what somebody is asked. */
const isObject = ({ text, start, end }: Tokens, at: number) => /^(?:mij|me|mee|jou|ons|hem)$/u.test(text.slice(start[at]!, end[at]!))

/** "koffie met kennis": a preposition between two nouns, behind which the name ends. */
function binds({ tokens, near: nearBits, word }: Reading, at: number): boolean {
  const next = at + 1
  if (!/^(?:met|van|voor|aan|zonder|op)$/u.test(tokens.text.slice(tokens.start[at]!, Math.min(tokens.end[at]!, tokens.start[at]! + 7))))
    return false
  if (next >= tokens.count || (tokens.gap[next]! & stops) !== 0 || nearBits[next] !== 0 || (word[next]! & flag.frequency) > 6) return false
  const after = next + 1
  if (after >= tokens.count || (tokens.gap[after]! & stops) !== 0 || (words.of(tokens.hash[after]!) & bit.ends) !== 0) return true
  // "leven met ibd van de provincie"
  return (nearBits[after]! & (near.bit.personPrep | near.bit.placePrep)) !== 0
}

/** "wat nu dichtbij huis heet" */
function calledAhead(reading: Reading, at: number): Coined | null {
  const { tokens, near: nearBits } = reading
  const of = (i: number) => (i >= 0 ? words.of(tokens.hash[i]!) : 0)
  let first = at
  while (
    first > 0 &&
    at - first < longest &&
    (tokens.gap[first]! & stops) === 0 &&
    (of(first - 1) & (bit.thing | bit.fill)) === 0 &&
    (nearBits[first - 1]! & (near.bit.pronoun | near.bit.does)) === 0
  )
    first--
  let start = first - 1
  while (start > 0 && (of(start) & bit.fill) !== 0) start--
  for (let i = first; i < at; i++) if (/^(?:hoe|wie|waar|wat)$/u.test(tokens.text.slice(tokens.start[i]!, tokens.end[i]!))) return null
  // "marga heet ze"
  if (/^(?:ze|hij|zij|ie)$/u.test(at + 1 < tokens.count ? tokens.text.slice(tokens.start[at + 1]!, tokens.end[at + 1]!) : '')) return null
  // "ja thuis verder heet dat"
  const turn = first === 0 || (tokens.gap[first]! & stops) !== 0 || (of(first - 1) & bit.fill) !== 0
  const that = at + 1 < tokens.count && (tokens.gap[at + 1]! & stops) === 0 && (of(at + 1) & (bit.that | bit.thing)) !== 0
  if (first === at || (of(at) & bit.heet) === 0 || /^genoemd$/iu.test(tokens.text.slice(tokens.start[at]!, tokens.end[at]!))) return null
  if ((of(start) & bit.thing) === 0 && !(turn && that && at - first > 1 && at - first < 5)) return null
  return { first, last: at - 1, type: 'PROJECT', sureness: certainty.likely }
}

/** "deur op een kier dat is een proef" */
function explained(reading: Reading, at: number): Coined | null {
  const { tokens } = reading
  const of = (i: number) => (i >= 0 && i < tokens.count ? words.of(tokens.hash[i]!) : 0)
  let i = at + 1
  if ((of(i) & bit.be) === 0) return null
  i++
  while (i < at + 6 && (of(i) & (bit.a | bit.fill)) !== 0) i++
  if (i + 1 < tokens.count && (of(i) & bit.kind) === 0 && (of(i + 1) & bit.kind) !== 0 && (tokens.gap[i + 1]! & stops) === 0) i++
  const body = i < tokens.count && (tokens.gap[i]! & stops) === 0 && bodies.test(foldedWord(tokens, i))
  if ((of(i) & bit.kind) === 0 && !body) return null
  let first = at
  while (
    first > 0 &&
    at - first < longest &&
    (tokens.gap[first]! & stops) === 0 &&
    (of(first - 1) & bit.starts) === 0 &&
    (reading.near[first - 1]! & (near.bit.pronoun | near.bit.does | near.bit.says)) === 0
  )
    first--
  if (first === at || at - first > 4 || (words.of(tokens.hash[at - 1]!) & bit.fill) !== 0) return null
  const last = at - 1
  const novel = (reading.word[last]! & (flag.odd | flag.compound)) !== 0
  return { first, last, type: body ? 'ORG' : 'PROJECT', sureness: novel ? certainty.likely : certainty.look }
}

/** Words that say that a name is one of an organisation. */
const bodies =
  /^[a-z]*(?:vereniging|stichting|organisatie|bedrijf|koor|club|school|instelling|boerderij|winkel|corporatie|fonds|centrum|bureau|coalitie)$/u

/** A word by its form: "verbreedt", "werkte". */
export function isVerb({ tokens, word }: Reading, at: number): boolean {
  const letters = foldedWord(tokens, at)
  if (/^(?:ver|be|ont|her)[a-z]{2,}t$/u.test(letters)) return true
  return (word[at]! & (flag.form | flag.compound)) === flag.form && /(?:t|en|de|te)$/u.test(letters)
}

/** "het project samen beter": words that are no verb or pronoun, at most three. */
function afterNoun(reading: Reading, at: number): Coined | null {
  const { tokens, near: nearBits } = reading
  const first = at + 1
  if (first >= tokens.count || (tokens.gap[first]! & stops) !== 0) return null
  // "het netwerk verbreedt naar": a verb.
  if (isVerb(reading, first)) return null
  // "het programma gewoon meedoen": an adverb may begin a name when a word follows that no sentence goes on with.
  const adverb =
    (words.of(tokens.hash[first]!) & bit.adverb) !== 0 &&
    first + 1 < tokens.count &&
    (tokens.gap[first + 1]! & stops) === 0 &&
    nearBits[first + 1] === 0 &&
    (reading.word[first + 1]! & flag.frequency) < 6
  const bits = adverb ? 0 : nearBits[first]!
  if (
    (bits &
      (near.bit.stopWord |
        near.bit.does |
        near.bit.says |
        near.bit.pronoun |
        near.bit.timePrep |
        near.bit.personPrep |
        near.bit.placePrep)) !==
    0
  )
    return null
  const body = isBody.test(foldedWord(tokens, at))
  const last = Math.min(nameEnd(reading, first), first + (body ? 4 : 2))
  if (last < first || tokens.shape[first] === shape.digits) return null
  const novel = (reading.word[first]! & (flag.odd | flag.compound)) !== 0
  // "netwerk palliatieve zorg west friesland" is called so with its noun.
  return { first: body && last > first ? at : first, last, type: 'PROJECT', sureness: novel ? certainty.likely : certainty.look }
}

const isBody = /(?:netwerk|platform|alliantie|coalitie)$/u
