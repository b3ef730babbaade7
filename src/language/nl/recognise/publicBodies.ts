import { type Candidates, certainty } from '../../recognise/candidates.js'
import { foldedWord } from '../../recognise/foldedWord.js'
import { gap } from '../../recognise/tokens.js'
import { wordClasses } from '../../recognise/wordClasses.js'
import { wordEndings } from '../../recognise/wordEndings.js'
import { anyName, flag } from './flags.js'
import { interest } from './interest.js'
import type { Reading } from './reading.js'
import { near } from './triggers.js'

const words = wordClasses({
  /** Short for public bodies that talk names by their letters. */
  letters: 'ggd cak svb uwv ciz coa cbr rdw igj nza rivm duo cjg ghor rav rvdk kvk ind cibg vng rvo vws ocw szw nvwa acm cbs dji',
  /** What public bodies are called for what they pay or take: with the article only. */
  service: 'toeslagen belasting bijstand',
  /** Bodies of a part of the country. */
  regional: 'meldkamer veiligheidsregio ambulancedienst brandweer politie ggd ghor rav alarmcentrale omgevingsdienst jeugdregio',
  from: 'van bij door naar met via',
  /** Of which the place alone says that it is a body. */
  ofPlace: 'meldkamer veiligheidsregio ggd ghor omgevingsdienst jeugdregio netwerk keten zorgpad',
  chain: 'netwerk keten zorgpad',
  side: 'noord zuid oost west midden',
  link: 'en de het',
  goesOn: 'van op in voor',
})
const { bit } = words
const stops = gap.stop | gap.line | gap.comma | gap.colon | gap.close | gap.open

/**
 * Public bodies as talk without capitals names them, for somebody to look at: "bij de ggd", "een brief van de toeslagen". With the part of the
 * country behind them they are sure: "de meldkamer noord en oost gelderland", "de cva keten salland".
 */
export function markPublicBodies(reading: Reading, out: Candidates): void {
  const { tokens, plain, near: nearBits } = reading
  for (const i of reading.at(interest.body)) {
    if (plain[i] === 0 || i === 0) continue
    const of = words.of(tokens.hash[i]!)
    const chained = (of & bit.chain) !== 0 || isChain(foldedWord(tokens, i))
    if (chained) {
      const last = regionEnd(reading, i)
      // "cva keten kempen west"
      const short = joined(reading, i) && (reading.word[i - 1]! & flag.notName) !== 0 && tokens.length[i - 1]! < 6
      if (last > i) out.add(tokens.start[short ? i - 1 : i]!, tokens.end[last]!, 'PROJECT', certainty.sure, 35)
    }
    if (of === 0) continue
    const behindThe = (nearBits[i - 1]! & near.bit.article) !== 0 && joined(reading, i)
    if ((of & bit.regional) !== 0) {
      const last = regionEnd(reading, i)
      // A region in the middle of it is known beyond doubt: what is around it is as sure.
      if (last > i) out.add(tokens.start[i]!, tokens.end[last]!, 'ORG', certainty.sure, 35)
    }
    if ((of & bit.letters) !== 0 && (behindThe || (joined(reading, i) && isFrom(reading, i - 1))))
      out.add(tokens.start[i]!, tokens.end[i]!, 'ORG', certainty.look, -3)
    if ((of & bit.service) !== 0 && behindThe && i > 1 && joined(reading, i - 1) && isFrom(reading, i - 2)) {
      const goesOn = i + 1 < tokens.count && joined(reading, i + 1) && (words.of(tokens.hash[i + 1]!) & bit.goesOn) !== 0
      // "van de belasting van alles": the load of it, unless another body follows.
      const body = goesOn && i + 2 < tokens.count && (nearBits[i + 2]! & near.bit.article) !== 0
      if (!goesOn || (body && i + 3 < tokens.count && (reading.word[i + 3]! & flag.frequency) === 0))
        out.add(tokens.start[i - 1]!, tokens.end[i]!, 'ORG', certainty.look, -3)
    }
  }
}

const chains = wordEndings(['keten', 'netwerk', 'zorgpad'], 1)
/** Whether a folded word ends as a chain of care does. */
export const isChain = (letters: string): boolean => chains.test(letters)
/** Whether a word may begin the name of a public body. */
export const bodyWords = (hash: number): boolean => (words.of(hash) & (bit.chain | bit.regional | bit.letters | bit.service)) !== 0
const joined = ({ tokens }: Reading, at: number) => at < tokens.count && (tokens.gap[at]! & stops) === 0
const isFrom = ({ tokens }: Reading, at: number) => (words.of(tokens.hash[at]!) & bit.from) !== 0

/** Over sides and places; the body itself where no side is among them or no place. */
function regionEnd(reading: Reading, at: number): number {
  const { tokens, word } = reading
  let last = at
  const strong = (words.of(tokens.hash[at]!) & bit.ofPlace) !== 0 || isChain(foldedWord(tokens, at))
  let side = false
  let place = false
  for (let i = at + 1; i < at + 7 && joined(reading, i); i++) {
    const of = words.of(tokens.hash[i]!)
    const isPlace = (word[i]! & (flag.place | flag.first)) === flag.place && (word[i]! & flag.frequency) < 4
    if ((of & bit.side) !== 0 || isPlace) {
      side ||= (of & bit.side) !== 0
      place ||= isPlace
      last = i
    } else if ((of & bit.link) === 0 || i > last + 1) break
  }
  return place && (side || strong) ? last : at
}

const irregular = new Set(
  'haagse leidse nijmeegse zeeuwse friese gelderse drentse zwolse almeerse twentse groningse bossche achterhoekse veluwse hollandse gooise betuwse kempense vlaamse'.split(
    ' ',
  ),
)

/** "rotterdamse", "haagse": an adjective of a place. */
function isPlaceAdjective(reading: Reading, at: number): boolean {
  const letters = foldedWord(reading.tokens, at)
  if (!/^[a-z]{4,24}se$/u.test(letters)) return irregular.has(letters)
  const known = (stem: string) => (reading.lexicon.words.flagsOf(stem) & flag.place) !== 0
  return irregular.has(letters) || known(letters.slice(0, -2)) || known(`${letters.slice(0, -2)}en`)
}

const people = /(?:er|ers|aar|aars|ist|isten|ing|heid|en|tje|s)$/u

/**
 * "bij de rotterdamse lloyd": behind an article and an adjective of a place a word that is a surname or that no list
 * has, with the adjective. A surname there was a person beyond doubt: it is a body as surely. The rest is for somebody to look at.
 */
export function markPlaceNamed(reading: Reading, out: Candidates): void {
  const { tokens, plain, word, near: nearBits } = reading
  for (const i of reading.at(interest.name)) {
    const bits = word[i]!
    if (i < 2 || plain[i] === 0 || nearBits[i] !== 0 || (bits & flag.frequency) > 0 || (bits & (flag.odd | anyName)) === 0) continue
    if ((nearBits[i - 2]! & near.bit.article) === 0 || !joined(reading, i) || !joined(reading, i - 1)) continue
    if (!isPlaceAdjective(reading, i - 1)) continue
    const surname = (bits & flag.surname) !== 0
    if (!surname && (bits & flag.first) !== 0) continue
    if (!surname && people.test(foldedWord(tokens, i))) continue
    out.add(tokens.start[i - 1]!, tokens.end[i]!, 'ORG', surname ? certainty.sure : certainty.look, 6)
  }
}
