import { type Candidates, certainty } from '../../recognise/candidates.js'
import { gap, shape } from '../../recognise/tokens.js'
import { wordClasses } from '../../recognise/wordClasses.js'
import { flag } from './flags.js'
import { interest } from './interest.js'
import type { Reading } from './reading.js'
import { near } from './triggers.js'

const words = wordClasses({
  CARE_INSTITUTION:
    'huisartsenpraktijk huisartspraktijk huisartsenpost gezondheidscentrum verpleeghuis verpleegtehuis verzorgingshuis verzorgingstehuis woonzorgcentrum zorgcentrum revalidatiecentrum hospice apotheek fysiotherapie fysiotherapiepraktijk tandartspraktijk tandartsenpraktijk logopediepraktijk psychologenpraktijk kinderdagverblijf kinderopvang wooncentrum zorgboerderij dagbesteding woonvoorziening verloskundigenpraktijk verloskundepraktijk zorghotel inloophuis dienstencentrum zorgvilla thuiszorg kraamzorg opvanghuis zorgcoöperatie zorgcooperatie eerstelijnscentrum dagcentrum logeerhuis ontmoetingscentrum buurthuis wijkcentrum dorpshuis',
  HOSPITAL: 'ziekenhuis gasthuis streekziekenhuis kliniek',
  ORG: 'stichting vereniging basisschool school scholengemeenschap kinderboerderij zangkoor mannenkoor vrouwenkoor koor voetbalclub sportclub bakkerij slagerij kapsalon restaurant cafe supermarkt bibliotheek huurdersvereniging patientenvereniging woningcorporatie buurtvereniging',
  DEPARTMENT: 'woning leefgroep woongroep huiskamer',
  LOCATION: 'wijk buurt buurtschap',
  /** Words that hardly say what follows is a name: an article or a possessive before them makes them things. */
  common:
    'school kliniek dagbesteding thuiszorg kraamzorg kinderopvang fysiotherapie apotheek stichting vereniging koor woning huiskamer wijk buurt bibliotheek supermarkt ziekenhuis cafe restaurant huis',
  article: 'de het t ter ten huize sint st',
  van: 'van',
  link: 'en van de der den het aan in op t voor',
})
const { bit } = words
const types = ['CARE_INSTITUTION', 'HOSPITAL', 'ORG', 'DEPARTMENT', 'LOCATION'] as const
const typeOf = (of: number) => types.find(one => (of & bit[one]) !== 0)
const stops = gap.stop | gap.line | gap.comma | gap.colon | gap.open | gap.close
const longest = 5

/** Whether a word says what kind of house, practice or club the name behind it is. */
export const houseWords = (hash: number): boolean => typeOf(words.of(hash)) !== undefined

/**
 * Names behind a noun that says what they name, with that noun: "huisartsenpraktijk De Linde", "bij verloskundigenpraktijk het nest",
 * "apotheek van dam". The noun belongs to the name as readers know it.
 */
export function markHouseNames(reading: Reading, out: Candidates): void {
  const { tokens, plain } = reading
  for (const i of reading.at(interest.house)) {
    const of = words.of(tokens.hash[i]!)
    const type = typeOf(of)
    if (type === undefined || i + 1 >= tokens.count || !joined(reading, i + 1)) continue
    const last = plain[i] === 1 ? plainEnd(reading, i, of) : casedEnd(reading, i)
    if (last <= i) continue
    // "de wijk Het Zand": of a part of a town the noun tells nothing.
    const first = type === 'LOCATION' ? i + 1 : i
    out.add(tokens.start[first]!, tokens.end[last]!, type, doubted(reading, i, last) ? certainty.look : certainty.likely, 7)
  }
}

const joined = ({ tokens }: Reading, at: number) => at < tokens.count && (tokens.gap[at]! & stops) === 0

/** Over words with a capital, and short ones between them. */
function casedEnd(reading: Reading, at: number): number {
  const { tokens } = reading
  let last = at
  // "een restaurant in Joure"
  if (tokens.shape[at + 1] === shape.lower && (words.of(tokens.hash[at + 1]!) & bit.article) === 0) return at
  for (let i = at + 1; i < tokens.count && i < at + 1 + longest && joined(reading, i); i++) {
    const form = tokens.shape[i]!
    if (form === shape.capital || form === shape.mixed || form === shape.capitals) last = i
    else if ((words.of(tokens.hash[i]!) & (bit.link | bit.article)) === 0 || i > last + 2) break
  }
  // "De", "'t" and nothing behind it.
  return (words.of(tokens.hash[last]!) & (bit.article | bit.link)) !== 0 ? at : last
}

/** Behind an article, or behind "van" a surname. */
function plainEnd(reading: Reading, at: number, of: number): number {
  const { tokens, word, near: nearBits } = reading
  const next = words.of(tokens.hash[at + 1]!)
  const isThing = at > 0 && joined(reading, at) && (nearBits[at - 1]! & (near.bit.article | near.bit.possessive)) !== 0
  if ((next & bit.van) !== 0 && (of & (bit.CARE_INSTITUTION | bit.ORG)) !== 0 && joined(reading, at + 2)) {
    const surname = (word[at + 2]! & (flag.surname | flag.odd)) !== 0 && (word[at + 2]! & flag.frequency) < 3 && nearBits[at + 2] === 0
    return surname && !isThing ? at + 2 : at
  }
  // "huisartsenpraktijk kempstraat"
  if ((next & bit.article) === 0 && !isThing && (of & bit.common) === 0 && nearBits[at + 1] === 0)
    return (word[at + 1]! & (flag.odd | flag.compound | flag.place)) !== 0 ? at + 1 : at
  // "in het dorpshuis de klink": two articles are one too many for a thing.
  const named = isThing && (of & bit.common) === 0 && (of & bit.CARE_INSTITUTION) !== 0
  if ((next & bit.article) === 0 || (isThing && !named && (of & bit.LOCATION) === 0)) return at
  let last = at + 1
  for (let i = at + 2; i < tokens.count && i < at + 5 && joined(reading, i); i++) {
    const closed =
      near.bit.stopWord | near.bit.does | near.bit.says | near.bit.pronoun | near.bit.personPrep | near.bit.placePrep | near.bit.unit
    if ((nearBits[i]! & closed) !== 0 || tokens.shape[i]! >= shape.digits) break
    last = i
    // One noun, or two when the first is an adjective.
    if (!/(?:e|er|sche|se)$/u.test(tokens.text.slice(tokens.start[i]!, tokens.end[i]!))) break
  }
  return last === at + 1 ? at : last
}

/** In lower case, a word that is said often behind a noun that is too: "in de wijk de mensen". */
function doubted({ tokens, plain, word, near: nearBits }: Reading, at: number, last: number): boolean {
  if (plain[at] === 0) return false
  const common = (words.of(tokens.hash[at]!) & bit.common) !== 0
  const isThing = at > 0 && (nearBits[at - 1]! & (near.bit.article | near.bit.possessive)) !== 0
  return (word[last]! & flag.frequency) > (common || isThing ? 3 : 5) || (common && !prepared(tokens.text, tokens.start[at]!))
}

const prepared = (text: string, start: number) =>
  /(?:^|\s)(?:bij|van|naar|in|op|uit|vanuit|is|heet)\s(?:de\s)?$/u.test(text.slice(Math.max(0, start - 12), start))
