import { type Candidates, certainty } from '../../recognise/candidates.js'
import { foldedWord } from '../../recognise/foldedWord.js'
import { gap, shape } from '../../recognise/tokens.js'
import { wordEndings } from '../../recognise/wordEndings.js'
import { wordHash } from '../../recognise/wordHash.js'
import { wordSet } from '../../recognise/wordSet.js'
import { carePhrase, fieldNoun, novelNoun } from './fieldOfWork.js'
import { flag } from './flags.js'
import { functionWords } from './functionWords.js'
import { interest } from './interest.js'
import type { Reading } from './reading.js'
import { near } from './triggers.js'

const { bit } = functionWords
const stops = gap.stop | gap.line | gap.comma | gap.colon

/** Functions of somebody in particular: "ik ben programmamanager", "onze teamleider", "Fatima, hoofd inkoop". */
export function markFunctions(reading: Reading, named: Uint8Array, out: Candidates): void {
  const { tokens } = reading
  let done = -1
  let marked = false
  for (const i of reading.at(interest.function)) {
    // "K. de Boer"
    if (i <= done || (named[i] === 1 && tokens.shape[i] !== shape.lower)) continue
    const end = functionEnd(reading, i)
    if (end <= i) {
      if (isSeat(reading, i)) out.add(tokens.start[i]!, tokens.end[i]!, 'FUNCTION', certainty.likely, 5)
      continue
    }
    const first = functionStart(reading, i)
    // "spv sociaal psychiatrisch verpleegkundige"
    const again: boolean = done === first - 1 && marked && end - first > 1 && (tokens.gap[first]! & stops) === 0
    const sureness: number = again ? certainty.likely : ofSomebody(reading, named, first, end)
    marked = sureness >= 0
    if (sureness >= 0) out.add(tokens.start[first]!, tokens.end[end - 1]!, 'FUNCTION', sureness, 5)
    // Said in general as far as this can be seen: for somebody to look at, since few may have it.
    else if (end - first > 1 || (functionWords.of(tokens.hash[first]!) & bit.plain) === 0)
      out.add(tokens.start[first]!, tokens.end[end - 1]!, 'FUNCTION', certainty.look, -2)
    done = end - 1
  }
}

/** Whether a word is a council that people sit in. */
export const seatWords = (hash: number): boolean => (functionWords.of(hash) & bit.raad) !== 0

/** "ik zit in de cliëntenraad" */
function isSeat({ tokens, near: nearBits }: Reading, at: number): boolean {
  const of = (i: number) => (i >= 0 ? functionWords.of(tokens.hash[i]!) : 0)
  if (at < 3 || (of(at) & bit.raad) === 0 || (tokens.gap[at]! & stops) !== 0) return false
  const article = (nearBits[at - 1]! & (near.bit.article | near.bit.possessive)) !== 0
  if (!article || tokens.hash[at - 2] !== inWord) return false
  for (let i = at - 3; i >= 0 && i > at - 7 && (tokens.gap[i + 1]! & (gap.stop | gap.line)) === 0; i--)
    if ((of(i) & bit.sit) !== 0) return true
  return false
}

/** One past the last token of a function that begins at a token; 0 when none does. */
function functionEnd(reading: Reading, at: number): number {
  const { tokens, lexicon, word } = reading
  const { functions, functionEnds } = lexicon
  const bits = word[at]!
  let end = 0
  let head = false
  if (functions.begins(tokens.hash[at]!)) {
    const found = functions.longest(tokens, at)
    const kind = found ? functions.kinds[found.kind]! : ''
    if (found && kind !== 'DEPARTMENT' && (kind !== 'function last' || found.end - at > 1)) {
      end = found.end
      head = kind === 'function first'
    } else if (found && kind === 'function last') end = found.end
  }
  if (
    end === 0 &&
    (bits & flag.frequency) < 3 &&
    tokens.length[at]! > 6 &&
    tokens.length[at]! < 40 &&
    functionEnds.test(foldedWord(tokens, at))
  )
    end = at + 1
  if (end === 0) return 0
  const more = complement(reading, at, end)
  if (tokens.hash[at] === hoofd && more === at + 1) return 0
  return head && more === end && tokens.length[at]! < 9 ? 0 : more
}

/** Over "inkoop", "acute zorg", "van de cliëntenraad". */
function complement(reading: Reading, at: number, from: number): number {
  const { tokens, lexicon, near: nearBits } = reading
  const joined = (i: number) => i < tokens.count && (tokens.gap[i]! & stops) === 0
  let end = from
  // "hoofd zorg en behandeling"
  if (
    from > at + 1 &&
    joined(from) &&
    joined(from + 1) &&
    (functionWords.of(tokens.hash[from]!) & bit.joins) !== 0 &&
    nearBits[from + 1] === 0
  )
    if (fieldNoun.test(foldedWord(tokens, from + 1))) end += 2
  for (let rounds = 0; rounds < 2 && joined(end); rounds++) {
    const found = lexicon.modifiers.longest(tokens, end)
    if (found) end = found.end
    else if (novelNoun(reading, end) && rounds === 0) end++
    else if (rounds === 0 && carePhrase(reading, end) > end) end = carePhrase(reading, end)
    else break
    const more = joined(end) && joined(end + 1) && (functionWords.of(tokens.hash[end]!) & bit.joins) !== 0 && (end > from || from > at + 1)
    if (more && lexicon.modifiers.longest(tokens, end + 1)) end++
    else if (more && fieldNoun.test(foldedWord(tokens, end + 1)) && nearBits[end + 1] === 0) end += 2
  }
  const head = functionWords.of(tokens.hash[at]!) | functionWords.of(tokens.hash[from - 1]!)
  if ((head & bit.ofHead) !== 0 && joined(end) && tokens.hash[end] === van) {
    let i = end + 1
    if (joined(i) && (nearBits[i]! & near.bit.article) !== 0) i++
    let nouns = 0
    // "van Isala" is no part of it.
    const named = (at: number) => reading.plain[at] === 0 && tokens.shape[at] !== shape.lower
    while (
      joined(i) &&
      nouns < 2 &&
      !named(i) &&
      (nearBits[i]! & (near.bit.stopWord | near.bit.does | near.bit.says | near.bit.pronoun)) === 0
    ) {
      i++
      nouns++
      if (joined(i) && tokens.hash[i] === van && nouns === 1) i++
    }
    if (nouns > 0) return tokens.hash[i - 1] === van ? i - 1 : i
  }
  return end
}

const adjective = wordEndings(['lijk', 'isch', 'ief', 'eel', 'air', 'end'], 4)
const ofNobody = wordSet('dit dat het')
const ordinalOrNew = wordSet('eerste tweede nieuwe oude vaste')
const [van, hoofd, inWord] = ['van', 'hoofd', 'in'].map(wordHash)

/** Over "oncologisch", "senior", "jeugd- en", "seh-". */
function functionStart({ tokens, near: nearBits }: Reading, at: number): number {
  let first = at
  while (first > 0) {
    const before = tokens.gap[first]!
    if ((before & stops) !== 0) break
    const glued = (before & gap.hyphen) !== 0 && (before & gap.space) === 0
    if (glued && tokens.length[first - 1]! > 1) first--
    else if ((functionWords.of(tokens.hash[first - 1]!) & (bit.adjective | bit.former)) !== 0) first--
    else if (
      before === gap.space &&
      nearBits[first - 1] === 0 &&
      tokens.length[first - 1]! > 6 &&
      adjective.test(foldedWord(tokens, first - 1))
    )
      first--
    else if (first > 1 && (functionWords.of(tokens.hash[first - 1]!) & bit.joins) !== 0 && (tokens.gap[first - 1]! & gap.hyphen) !== 0)
      first -= 2
    else break
  }
  // "de eerste", "een nieuwe" say nothing of the function.
  while (first < at && ordinalOrNew(tokens.hash[first]!)) first++
  return first
}

/** Whether a function is said of one person, as a certainty; -1 when it is said in general. */
function ofSomebody(reading: Reading, named: Uint8Array, first: number, end: number): number {
  const { tokens } = reading
  const of = (i: number) => (i >= 0 && i < tokens.count ? functionWords.of(tokens.hash[i]!) : 0)
  const general = end - first === 1 && (of(first) & bit.plain) !== 0
  const joined = (i: number, over: number) => i > 0 && i <= tokens.count && (tokens.gap[i]! & over) === 0
  // A trade that everybody deals with may be another's: "toen belde de huisarts Ruben".
  const told = end - first === 1 && (of(first) & bit.everyday) !== 0 ? certainty.likely : certainty.sure
  // "dominee Manuhutu" is how he is spoken of.
  const titled = end - first === 1 && (reading.near[first]! & near.bit.title) !== 0 && named[end] === 1 && joined(end, stops)
  if (titled) return -1
  // "chirurg Ruben de Wit"
  if (end < tokens.count && named[end] === 1 && joined(end, stops & ~gap.comma) && !general) return told
  // "Ruben, onze chirurg": or the next in a row, or what he once was.
  let i = first - 1
  while (i > 0 && (of(i) & bit.between) !== 0 && joined(i + 1, gap.line | gap.colon | gap.stop) && first - i < 4) i--
  if (i >= 0 && named[i] === 1 && joined(i + 1, gap.line | gap.stop) && !general && (tokens.gap[i + 1]! & gap.comma) !== 0)
    return certainty.likely
  if (general) return -1
  if (namedAhead(reading, named, end)) return certainty.likely
  if (first > 0 && (of(first - 1) & bit.our) !== 0 && joined(first, stops)) return certainty.likely
  if (afterBeing(reading, first)) return certainty.likely
  if (
    first > 1 &&
    joined(first, stops) &&
    /^huis\suit$/iu.test(tokens.text.slice(tokens.start[first - 2]!, Math.min(tokens.end[first - 1]!, tokens.start[first - 2]! + 9)))
  )
    return certainty.likely
  // "werkte als gezinsvoogd"
  if ((of(first - 1) & bit.as) !== 0 && joined(first, stops)) {
    for (let back = first - 2; back >= 0 && back > first - 9 && joined(back + 1, gap.stop | gap.line); back--)
      if ((of(back) & bit.work) !== 0) return certainty.likely
  }
  if (ofBefore(reading, named, first)) return certainty.likely
  // "54, locatiemanager van de post"; "Maikel, 41, fysiotherapeut"
  if (first > 1 && (tokens.gap[first]! & gap.comma) !== 0 && (tokens.gap[first]! & (gap.stop | gap.line)) === 0) {
    for (let back = first - 1; back >= 0 && back > first - 4; back--) if (named[back] === 1) return certainty.likely
  }
  const few = end - first > 1 || (of(first) & bit.office) !== 0
  return few && isSpecific(reading, first, end) && isIntroduced(reading, first) ? certainty.likely : -1
}

/** "Sef Janssen. Directeur bedrijfsvoering.", "Hafida is de wijkverpleegkundige", "een kerel, oud stratenmaker" */
function ofBefore({ tokens, near: nearBits, plain }: Reading, named: Uint8Array, first: number): boolean {
  if (first === 0) return false
  const of = (i: number) => (i >= 0 ? functionWords.of(tokens.hash[i]!) : 0)
  const before = tokens.gap[first]!
  if ((before & gap.line) !== 0) return false
  if ((before & gap.stop) !== 0) return named[first - 1] === 1 && tokens.shape[first] === shape.capital
  if (((of(first - 1) | of(first)) & bit.former) !== 0) return true
  // "een vader in Houten vrachtwagenchauffeur": in speech nothing but its place says so.
  if (plain[first] === 1 && tokens.length[first]! > 10)
    for (let i = first - 1; i >= 0 && i > first - 4 && tokens.gap[i + 1] === gap.space; i--)
      if ((nearBits[i]! & (near.bit.kin | near.bit.person)) !== 0 && (nearBits[i]! & near.bit.pronoun) === 0) return true
  const the = (of(first - 1) & bit.the) !== 0 ? first - 1 : first
  if ((of(the - 1) & bit.be) !== 0 && the > 1 && named[the - 2] === 1 && (tokens.gap[the]! & stops) === 0) return true
  // "Radjesh aan de lijn, de transferverpleegkundige."
  if ((tokens.gap[the]! & gap.comma) === 0 || the === first) return false
  for (let i = the - 1; i >= 0 && i > the - 7 && (tokens.gap[i + 1]! & (gap.stop | gap.line)) === 0; i--)
    if (named[i] === 1 || (nearBits[i]! & near.bit.person) !== 0) return true
  return false
}

/** A function that few have: of several words, or a word made of two that is no trade that everybody deals with. */
function isSpecific({ tokens, word }: Reading, first: number, end: number): boolean {
  if (end - first === 1 && (functionWords.of(tokens.hash[first]!) & bit.office) !== 0) return true
  if (end - first > 1) return (functionWords.of(tokens.hash[first]!) & bit.plain) === 0
  return (
    tokens.length[first]! > 8 &&
    (word[first]! & flag.frequency) < 3 &&
    (functionWords.of(tokens.hash[first]!) & (bit.plain | bit.everyday)) === 0
  )
}

/** Whether somebody in particular is meant: not "wat doet een ketencoördinator", "iedere wijkverpleegkundige". */
function isIntroduced(reading: Reading, first: number): boolean {
  const { tokens, near: nearBits } = reading
  if (first === 0) return false
  const of = (i: number) => (i >= 0 ? functionWords.of(tokens.hash[i]!) : 0)
  // "een nieuwe directeur zorg"
  if ((of(first - 1) & bit.newly) !== 0 && (tokens.gap[first]! & stops) === 0) return isIntroduced(reading, first - 1)
  if ((of(first - 1) & bit.question) !== 0) return false
  for (let i = first - 2; i >= 0 && i > first - 5 && (tokens.gap[i + 1]! & (gap.stop | gap.line)) === 0; i--)
    if ((of(i) & bit.question) !== 0) return false
  return (of(first - 1) & (bit.article | bit.the | bit.our)) !== 0 || (nearBits[first - 1]! & near.bit.possessive) !== 0
}

/** "de longarts daar, dokter Osei", "de wethouder dat is bert koning" */
function namedAhead({ tokens, near: nearBits }: Reading, named: Uint8Array, end: number): boolean {
  const of = (i: number) => functionWords.of(tokens.hash[i]!)
  let comma = false
  for (let i = end; i < tokens.count && i < end + 7 && (tokens.gap[i]! & (gap.stop | gap.line)) === 0; i++) {
    if ((tokens.gap[i]! & gap.comma) !== 0) comma = true
    if (named[i] === 1) {
      const titled = i > end && (nearBits[i - 1]! & near.bit.title) !== 0
      const told = i === end + 2 && (of(end + 1) & bit.be) !== 0 && (of(end) & bit.who) !== 0
      return (comma && (titled || (tokens.gap[i]! & gap.comma) !== 0)) || told || (titled && i === end + 1)
    }
    if (comma && (nearBits[i]! & near.bit.title) === 0) return false
  }
  return false
}

/** ik ben (nu ook) programmamanager; dat is onze teamleider; not "wat is een manager". */
function afterBeing({ tokens, near: nearBits }: Reading, first: number): boolean {
  const of = (i: number) => (i >= 0 ? functionWords.of(tokens.hash[i]!) : 0)
  let i = first - 1
  const dated = (at: number) => tokens.shape[at] === shape.digits || (nearBits[at]! & near.bit.month) !== 0 || (of(at) & bit.since) !== 0
  while (
    i >= 0 &&
    first - i < 7 &&
    (tokens.gap[i + 1]! & (stops & ~gap.line)) === 0 &&
    ((of(i) & bit.between) !== 0 || dated(i)) &&
    (of(i) & bit.be) === 0
  )
    i--
  if (i >= 1 && (tokens.gap[i + 1]! & stops) === 0 && (nearBits[i]! & near.bit.pronoun) !== 0 && (of(i - 1) & bit.be) !== 0) i--
  if (i < 0 || (tokens.gap[i + 1]! & (stops & ~gap.line)) !== 0 || (of(i) & bit.be) === 0) return false
  // "dit is een advocaat", "het was een huisarts": of no one in particular.
  if ((of(first - 1) & bit.article) !== 0 && i > 0 && ofNobody(tokens.hash[i - 1]!)) return false
  // "dan is de casemanager weer op vakantie" says it of nobody.
  if ((of(first - 1) & bit.the) !== 0 && i === first - 2 && (of(i - 1) & bit.who) === 0) return false
  return (of(i - 1) & bit.question) === 0 || first === i + 1
}
