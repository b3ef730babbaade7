import { type Candidates, certainty } from '../../recognise/candidates.js'
import { foldedWord } from '../../recognise/foldedWord.js'
import { gap, shape } from '../../recognise/tokens.js'
import { wordClasses } from '../../recognise/wordClasses.js'
import { wordEndings } from '../../recognise/wordEndings.js'
import { wordHash } from '../../recognise/wordHash.js'
import { anyName, flag } from './flags.js'
import { interest } from './interest.js'
import type { Reading } from './reading.js'
import { near } from './triggers.js'

const words = wordClasses({
  head: 'afdeling poli polikliniek unit cluster divisie secretariaat wijkteam buurtteam verpleegafdeling polikliniek stafafdeling behandelteam sector vakgroep stafbureau gebiedsteam sociaalteam kernteam behandelunit kliniek maatschap maatschappen dienst leefgroep woongroep',
  team: 'team',
  staff:
    'finance control ict it inkoop zorginkoop verkoop communicatie marketing hr hrm personeelszaken financien administratie salarisadministratie boekhouding facilitair vastgoed kwaliteit opleidingen planning receptie balie logistiek secretariaat bedrijfsbureau bestuursbureau directie juridisch roosterbureau servicedesk helpdesk apotheek laboratorium lab kwaliteitsbureau zorgbureau klachtenbureau cliëntservice planbureau personeelsdienst automatisering informatievoorziening inkoopbureau zorgadministratie',
  social: 'sociaal sociale flex mobiel mobiele fact act ambulant ambulante vaste',
  side: 'noord zuid oost west centrum midden',
  on: 'op van bij naar vanaf vanuit het de zijn haar onze mijn onze hun die aan',
  prep: 'op van bij naar vanaf vanuit',
  the: 'de het zijn haar onze mijn',
  work: 'werk werkte werkt werken gewerkt zat zit lag ligt overleden opgenomen begonnen stage dienst sta stond hoofd manager leider',
  en: 'en',
  adjective: 'spoedeisende eerste interne acute klinische medische dubbele intensieve gesloten open geriatrische',
})
const { bit } = words
const van = wordHash('van')
const stops = gap.stop | gap.line | gap.comma | gap.colon | gap.close
/** Whether a department's name may follow a word. */
export const departmentHeads = (hash: number): boolean => (words.of(hash) & (bit.head | bit.team)) !== 0

/** Whether a word begins or is a department. */
export const departmentWords = (hash: number): boolean => (words.of(hash) & (bit.head | bit.team | bit.staff)) !== 0

/** Departments that narrow down where somebody works: "afdeling inkoop", "de mammapoli", "C3". */
export function markDepartments(reading: Reading, named: Uint8Array, out: Candidates): void {
  const { tokens, lexicon, word } = reading
  for (const i of reading.at(interest.department))
    if (whereFrom(reading, named, i)) out.add(tokens.start[i]!, tokens.end[i]!, 'DEPARTMENT', certainty.likely, 4)
  const { functions } = lexicon
  for (const i of reading.at(interest.number)) if (tokens.shape[i] === shape.alnum) markCode(reading, i, out)
  let done = -1
  for (const i of reading.at(interest.department)) {
    if (i <= done) continue
    const of = words.of(tokens.hash[i]!)
    if ((of & (bit.head | bit.team)) !== 0) {
      done = afterHead(reading, i, (of & bit.team) !== 0, out)
      continue
    }
    if (functions.begins(tokens.hash[i]!)) {
      const found = functions.longest(tokens, i)
      if (
        found &&
        functions.kinds[found.kind] === 'DEPARTMENT' &&
        after(reading, i) &&
        !generalName(reading, i, found.end) &&
        worksThere(reading, i)
      ) {
        out.add(tokens.start[i]!, tokens.end[found.end - 1]!, 'DEPARTMENT', certainty.likely, 4)
        // "fact team waalkant zuid"
        const last = words.of(tokens.hash[found.end - 1]!)
        done = (last & (bit.head | bit.team)) !== 0 ? afterHead(reading, found.end - 1, (last & bit.team) !== 0, out) : found.end - 1
        continue
      }
      // A kind of care, or where somebody works: for somebody to look at.
      if (found && functions.kinds[found.kind] === 'DEPARTMENT' && after(reading, i)) {
        out.add(tokens.start[i]!, tokens.end[found.end - 1]!, 'DEPARTMENT', certainty.look, -2)
        done = found.end - 1
        continue
      }
    }
    if (
      tokens.length[i]! > 7 &&
      (word[i]! & flag.frequency) < 3 &&
      where(reading, i) &&
      /^[a-z]{4,}(?:afdeling|poli|polikliniek)$/u.test(foldedWord(tokens, i))
    )
      out.add(tokens.start[i]!, tokens.end[i]!, 'DEPARTMENT', certainty.likely, 4)
    else if (tokens.length[i]! > 7 && (word[i]! & flag.frequency) < 4 && after(reading, i) && officeEnds.test(foldedWord(tokens, i)))
      out.add(tokens.start[i]!, tokens.end[i]!, 'DEPARTMENT', worksThere(reading, i) ? certainty.likely : certainty.look, -2)
  }
}

/** How offices and teams end that are written as one word: "transferbureau", "gipskamer", "wondteam". */
const officeEnds = wordEndings(
  'bureau balie desk service administratie planning kamer team dienst loket lab secretariaat centrum'.split(' '),
  4,
)
/** Whether a folded word ends so. */
export const isOffice = (letters: string): boolean => officeEnds.test(letters)

/** "Pim van ict", "Marloes van het secretariaat": where somebody who is named works. */
function whereFrom({ tokens, near: nearBits }: Reading, named: Uint8Array, at: number): boolean {
  const { hash, gap: gaps } = tokens
  if (at < 2 || (words.of(hash[at]!) & (bit.staff | bit.head)) === 0 || (gaps[at]! & stops) !== 0) return false
  const article = (nearBits[at - 1]! & (near.bit.article | near.bit.possessive)) !== 0
  const of = article ? at - 2 : at - 1
  return (
    of > 0 && named[of - 1] === 1 && hash[of] === van && (gaps[of]! & stops) === 0 && (article || (words.of(hash[at]!) & bit.staff) !== 0)
  )
}

/** "op de", "van", "bij het", "naar zijn" */
function where({ tokens }: Reading, at: number): boolean {
  const of = (i: number) => (i >= 0 ? words.of(tokens.hash[i]!) : 0)
  return at > 0 && (tokens.gap[at]! & stops) === 0 && (of(at - 1) & bit.on) !== 0
}

/** "op de", "van de": a preposition, and perhaps an article. */
function after({ tokens }: Reading, at: number): boolean {
  const of = (i: number) => (i >= 0 ? words.of(tokens.hash[i]!) : 0)
  if (at === 0 || (tokens.gap[at]! & stops) !== 0) return false
  return (of(at - 1) & bit.prep) !== 0 || ((of(at - 1) & bit.the) !== 0 && (of(at - 2) & bit.prep) !== 0)
}

/** "teamleider op de", "overleden op": a department as the place of somebody, not of a kind of care. */
function worksThere(reading: Reading, first: number): boolean {
  const { tokens, word, near: nearBits } = reading
  for (let i = first - 1; i >= 0 && i > first - 6 && (tokens.gap[i + 1]! & (gap.stop | gap.line)) === 0; i--) {
    if ((words.of(tokens.hash[i]!) & bit.work) !== 0) return true
    if (reading.lexicon.functions.begins(tokens.hash[i]!) && nearBits[i] === 0) return true
    if (reading.lexicon.functionEnds.test(foldedWord(tokens, i)) && (word[i]! & flag.frequency) < 4) return true
  }
  return /^op$/iu.test(tokens.text.slice(tokens.start[first - 1]!, tokens.end[first - 1]!))
}

/** "de IC", "de SEH", "de spoed": every hospital has one. */
function generalName({ tokens, word }: Reading, first: number, end: number): boolean {
  return end - first === 1 && (tokens.length[first]! < 5 || (word[first]! & flag.frequency) > 3)
}

/** Over the words behind "afdeling", "team": nouns, names and "en" between them. */
function afterHead(reading: Reading, at: number, team: boolean, out: Candidates): number {
  const { tokens, word, near: nearBits } = reading
  let end = at + 1
  const joined = (i: number) => i < tokens.count && (tokens.gap[i]! & stops) === 0
  while (end - at < 6 && joined(end)) {
    const bits = word[end]!
    const form = tokens.shape[end]!
    const capital = form !== shape.lower && form !== shape.digits
    if (end === at + 1 && words.of(tokens.hash[at]!) === bit.head && isDuty(tokens, at) && !fieldOf(reading, end)) break
    const closed =
      (nearBits[end]! &
        (near.bit.stopWord |
          near.bit.does |
          near.bit.says |
          near.bit.pronoun |
          near.bit.article |
          near.bit.personPrep |
          near.bit.timePrep)) !==
      0
    if (capital) {
      end++
      continue
    }
    if (form === shape.digits) {
      if (end === at + 1 && tokens.end[end]! - tokens.start[end]! < 4 && (!joined(end + 1) || goesOn(reading, end + 1))) end++
      break
    }
    if ((words.of(tokens.hash[end]!) & bit.en) !== 0 && end > at + 1 && joined(end + 1) && nounLike(reading, end + 1)) {
      end += 2
      continue
    }
    if (
      end === at + 1 &&
      /^(?:de|het)$/u.test(tokens.text.slice(tokens.start[end]!, tokens.end[end]!)) &&
      joined(end + 1) &&
      (word[end + 1]! & flag.frequency) < 4 &&
      nearBits[end + 1] === 0 &&
      !team
    ) {
      end += 2
      continue
    }
    // "team inkoop ingeborg": the name of somebody who works there.
    if (end > at + 1 && (bits & (flag.first | flag.frequency)) === flag.first) break
    if (closed || !nounLike(reading, end)) break
    if (
      team &&
      (words.of(tokens.hash[end]!) & bit.side) === 0 &&
      !(reading.lexicon.modifiers.longest(tokens, end) || (bits & (anyName | flag.odd | flag.compound)) !== 0)
    )
      break
    end++
  }
  if (end === at + 1) return at
  let first = at
  if (at > 0 && (words.of(tokens.hash[at - 1]!) & bit.social) !== 0 && (tokens.gap[at]! & stops) === 0) first--
  out.add(tokens.start[first]!, tokens.end[end - 1]!, 'DEPARTMENT', certainty.likely, 6)
  return end - 1
}

/** "dienst geriatrie", "maatschap cardiologie"; "dienst" by itself is what somebody has tonight. */
const isDuty = ({ text, start, end }: Reading['tokens'], at: number) => /^dienst$/iu.test(text.slice(start[at]!, end[at]!))

const fieldOf = ({ tokens, lexicon }: Reading, at: number) => {
  const found = lexicon.functions.longest(tokens, at)
  return (found !== null && lexicon.functions.kinds[found.kind] === 'DEPARTMENT') || field.test(foldedWord(tokens, at))
}
const field = /(?:logie|trie|geneeskunde|chirurgie|ziekten|kunde|zorg|gie)$/u

/** Whether a sentence goes on with a word, so that a number before it counts nothing: "unit 3 bij het raam". */
const goesOn = ({ near: nearBits }: Reading, at: number) =>
  (nearBits[at]! & (near.bit.stopWord | near.bit.does | near.bit.personPrep)) !== 0 && (nearBits[at]! & near.bit.unit) === 0

/** A word that may name a department: known to follow one, rare, or a compound. */
function nounLike({ tokens, word, near: nearBits, lexicon }: Reading, at: number): boolean {
  if (at >= tokens.count) return false
  if (lexicon.modifiers.longest(tokens, at)) return true
  const frequency = word[at]! & flag.frequency
  if (nearBits[at] !== 0) return false
  const letters = foldedWord(tokens, at)
  if (
    /(?:ing|zorg|logie|geneeskunde|chirurgie|ziekten|kunde|heid|psychiatrie|diensten|dienst|zaken|beheer|inkoop|beleid|hulp|trie|fysica|apotheek|revalidatie|noord|zuid|oost|west|centrum|teit|klachten|melding)$/u.test(
      letters,
    )
  )
    return true
  return frequency < 3 && (word[at]! & (flag.odd | flag.compound | anyName)) !== 0
}

/** "op C3", "afdeling B2-Noord" */
function markCode(reading: Reading, at: number, out: Candidates): void {
  const { tokens } = reading
  const code = tokens.text.slice(tokens.start[at]!, Math.min(tokens.end[at]!, tokens.start[at]! + 5))
  if (!/^[A-Ka-k]\d{1,2}$/u.test(code) || !where(reading, at) || (tokens.gap[at + 1]! & (gap.hyphen | gap.slash)) !== 0) return
  const before = tokens.text.slice(tokens.start[at - 1]!, tokens.end[at - 1]!).toLowerCase()
  if (
    before === 'op' ||
    // "op de A35" is a road.
    (before === 'de' &&
      at > 1 &&
      !/^[an]/iu.test(code) &&
      /^(?:op|van|bij|naar)$/iu.test(tokens.text.slice(tokens.start[at - 2]!, tokens.end[at - 2]!)))
  )
    out.add(tokens.start[at]!, tokens.end[at]!, 'DEPARTMENT', certainty.likely, 4)
}
