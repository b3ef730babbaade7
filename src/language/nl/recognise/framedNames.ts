import { certainty } from '../../recognise/candidates.js'
import { gap } from '../../recognise/tokens.js'
import { wordClasses } from '../../recognise/wordClasses.js'
import { wordSet } from '../../recognise/wordSet.js'
import { flag } from './flags.js'
import { type Coined, isVerb, nameEnd } from './projects.js'
import type { Reading } from './reading.js'
import { near } from './triggers.js'

const words = wordClasses({
  heet: 'heet heette noem noemen noemden noemde noemt doopten doopte',
  it: 'het dat',
  who: 'we wij ik ze zij jullie hij men',
  fill: 'dan dus eh uh uhm nu toen eigenlijk zeg maar ook officieel voluit inmiddels later eerst gewoon altijd hier intern samen',
  naam: 'naam titel werktitel noemer',
  closer: 'opgezet genoemd gedoopt ontstaan voortgekomen geboren begonnen gestart opgestart gestopt bedacht opgericht uitgerold',
  opener: 'werd wordt is zijn waren was',
  mate: 'met aan',
  led: 'projectleider programmaleider programmamanager projectmanager kartrekker trekker kwartiermaker projectcoordinator coordinator projectmedewerker initiatiefnemer ambassadeur',
  funded: 'subsidie geld financiering aanvraag budget',
  van: 'van',
  voor: 'voor',
})
const { bit } = words
/** "de naam van de hond", "die naam hè die mensen": no name follows. */
const ofThing = wordSet('van voor hè he ook dus die dat')
const stops = gap.stop | gap.line | gap.comma | gap.colon | gap.close
const longest = 5

/** Whether a word is one of the frames that a name stands in. */
export const framingWords = (hash: number): boolean => (words.of(hash) & (bit.heet | bit.naam | bit.closer | bit.led | bit.funded)) !== 0

/**
 * Names that stand in a frame of talk in lower case: "nu heet het moeders van noord want", "we noemden het beter samen", "kreeg de naam
 * lichtpunt", "zo is koffie met kennis ontstaan", "projectleider van sterk aan zee".
 */
export function framedNames(reading: Reading, places: Int32Array): readonly Coined[] {
  const { tokens, plain } = reading
  const found: Coined[] = []
  const put = (first: number, last: number, told: boolean) => {
    const name = trimmed(reading, first, last)
    if (name) found.push({ ...name, type: 'PROJECT', sureness: told && isTold(reading, name) ? certainty.likely : certainty.look })
  }
  for (const i of places) {
    if (plain[i] === 0) continue
    const of = words.of(tokens.hash[i]!)
    if ((of & bit.heet) !== 0) {
      const first = behindCalled(reading, i)
      if (first > 0) put(first, nameEnd(reading, first), true)
    }
    if ((of & bit.naam) !== 0 && joined(reading, i + 1) && !isVerb(reading, i + 1) && !ofThing(tokens.hash[i + 1]!))
      put(i + 1, nameEnd(reading, i + 1), true)
    if ((of & bit.closer) !== 0) {
      const name = beforeCloser(reading, i)
      if (name) put(name.first, name.last, false)
    }
    const led = (of & bit.led) !== 0 ? bit.van : (of & bit.funded) !== 0 ? bit.voor : 0
    // "subsidie gekomen voor"
    const prep = led === bit.voor && joined(reading, i + 1) && reading.near[i + 1] === 0 ? i + 2 : i + 1
    if (led !== 0 && joined(reading, prep + 1) && (words.of(tokens.hash[prep]!) & led) !== 0 && opensName(reading, prep + 1))
      put(prep + 1, nameEnd(reading, prep + 1), false)
  }
  return found
}

const joined = ({ tokens }: Reading, at: number) => at < tokens.count && (tokens.gap[at]! & stops) === 0

/** Behind "heet het", "noemden we dat", over what fills. */
function behindCalled(reading: Reading, at: number): number {
  const { tokens } = reading
  let i = at + 1
  let it = false
  for (; i < at + 6 && joined(reading, i); i++) {
    const of = words.of(tokens.hash[i]!)
    if ((of & bit.it) !== 0 && !it) it = true
    else if ((of & (bit.who | bit.fill)) === 0) break
  }
  return it && i < at + 6 && joined(reading, i) && (words.of(tokens.hash[i - 1]!) & bit.who) === 0 ? i : -1
}

/** The name before a word that closes: "werd de overstap genoemd", "met goed gebruik zijn we gestopt", "wijkkracht is begonnen als". */
function beforeCloser(reading: Reading, at: number): Name | null {
  const { tokens, near: nearBits, word } = reading
  const of = (i: number) => words.of(tokens.hash[i]!)
  let last = at - 1
  let best: Name | null = null
  for (let i = at - 1; i >= 0 && i >= at - longest - 3 && joined(reading, i + 1); i--) {
    const own = of(i)
    if ((own & bit.opener) !== 0) {
      // "zijn we gestopt", "is in maart begonnen": the name stands before the verb.
      if (i + 1 < at && (of(i + 1) & bit.who) !== 0) {
        last = i - 1
        continue
      }
      const first = i + 1 < at && (of(i + 1) & bit.it) !== 0 && last > i + 1 ? i + 2 : i + 1
      // "dat is goed begonnen"
      const ofThis = first === last && i > 0 && (nearBits[i - 1]! & near.bit.pronoun) !== 0
      if (first <= last && last - first < longest && !ofThis && opensName(reading, first)) best = { first, last }
      else if (i > 0 && isFresh(reading, i - 1) && (word[i - 1]! & (flag.compound | flag.odd)) !== 0) best = { first: i - 1, last: i - 1 }
      return best
    }
    // "we hebben toen jong aan de kade opgezet"
    if ((own & bit.fill) !== 0 && at - i > 2 && isHave(reading, i) && opensName(reading, i + 1)) return { first: i + 1, last }
    if ((own & bit.mate) !== 0 && last > i && last < at - 1 && opensName(reading, i + 1)) return { first: i + 1, last }
    if ((nearBits[i]! & (near.bit.pronoun | near.bit.does | near.bit.says)) !== 0 && (own & (bit.who | bit.it)) === 0) return best
  }
  return best
}

const isHave = ({ tokens: { text, start, end } }: Reading, at: number) =>
  /\b(?:heb|hebben|hadden|heeft)(?:\s(?:we|wij|ze|ik|zij))?\s\p{L}+$/u.test(text.slice(Math.max(0, start[at]! - 14), end[at]!))

interface Name {
  readonly first: number
  readonly last: number
}

/** Whether a token begins a line, or what follows "en", "maar". */
const isFresh = ({ tokens: { gap: gaps, text, start, end } }: Reading, at: number) =>
  at === 0 || (gaps[at]! & (gap.line | gap.start)) !== 0 || /^(?:en|maar|want|dus|ja|nou)$/u.test(text.slice(start[at - 1]!, end[at - 1]!))

/** Whether a name may begin with a word: not a pronoun, and a noun of its own rather than "de zorg". */
function opensName(reading: Reading, at: number): boolean {
  const { tokens, near: nearBits, word } = reading
  const closed =
    near.bit.pronoun | near.bit.does | near.bit.possessive | near.bit.says | near.bit.personPrep | near.bit.placePrep | near.bit.timePrep
  const bits = nearBits[at]!
  if ((bits & near.bit.article) === 0 && (bits & (closed | near.bit.stopWord)) !== 0) return false
  if ((bits & near.bit.article) !== 0 && !/^(?:de|het)$/u.test(tokens.text.slice(tokens.start[at]!, tokens.end[at]!))) return false
  // "de gemeente", "het goed"
  const own = (bits & near.bit.article) !== 0 ? at + 1 : at
  if (own !== at && (reading.kindOf[own]! !== 0 || (word[own]! & flag.frequency) > 5)) return false
  return (word[at]! & flag.first) === 0
}

/** Without words at its ends that belong to no name; null when nothing is left. */
function trimmed(reading: Reading, from: number, to: number): Name | null {
  const { tokens, near: nearBits } = reading
  let first = from
  let last = to
  while (first <= last && (words.of(tokens.hash[first]!) & (bit.fill | bit.it)) !== 0 && !isArticle(reading, first)) first++
  while (last >= first && (nearBits[last]! & (near.bit.article | near.bit.does)) !== 0) last--
  return last < first || last - first >= longest || (nearBits[first]! & near.bit.pronoun & ~near.bit.article) !== 0 ? null : { first, last }
}

const isArticle = ({ near: nearBits }: Reading, at: number) => (nearBits[at]! & near.bit.article) !== 0

/** Whether a name tells by itself that it is one: several words of which one is no article, or a word that no list has. */
export function isTold(reading: Reading, { first, last }: Name): boolean {
  const own = isArticle(reading, first) ? first + 1 : first
  return last > own || (own <= last && (reading.word[own]! & (flag.odd | flag.compound)) !== 0)
}
