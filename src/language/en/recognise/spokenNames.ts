import { gap } from '../../recognise/tokens.js'
import { type Findings, likely, look } from './findings.js'
import { anyName, flag } from './flags.js'
import type { Reading } from './reading.js'
import { follows, isDay, isParticle, isPossessive, isStrange, said } from './stretches.js'
import { headOf, near } from './triggers.js'

const { article, possessive, stop, says, does, be, modal, pronoun, number, kin, colour, title } = near.bit
const { home, ending, hospital, care, org, care2, care3, area, department } = headOf.bit
const noun = hospital | care | org | care2 | care3 | area | home | department | headOf.bit.project
const placed = /^(?:at|to|in|into|from|up|off|outside|near|then)$/u
const toward = /^(?:at|to|in|into|from|up|off|of|outside|near|for|with|wi|by)$/u

/**
 * Names of institutions in lines without capitals, where the noun that says what it is is left out or comes after: "northwick general",
 * "in beech house", "to the northern and", "at second wind the rehab place".
 */
export function findSpokenNames(reading: Reading, found: Findings): void {
  const { ahead, tokens, head, plain } = reading
  for (let i = ahead[0]!; i < tokens.count; i = ahead[i + 1]!) {
    if (plain[i] === 0 || (head[i]! & (noun | ending)) === 0) continue
    if ((head[i]! & ending) !== 0 && found.claimed[i] === 0) withoutNoun(reading, i, found)
    if ((head[i]! & home) !== 0 && found.claimed[i] === 0) house(reading, i, found)
    if ((head[i]! & (hospital | care | care3)) !== 0) beforeNoun(reading, i, found)
    if ((head[i]! & noun) !== 0) explained(reading, i, found)
  }
}

/** Words that say which kind of hospital or clinic, and not which. */
const kinds =
  /^(?:general|local|nearest|private|public|university|teaching|cottage|psychiatric|psych|state|eye|field|main|acute|cancer|memory|fracture|pain|sexual|diabetic|diabetes|walk|drop|outreach|vaccine|vaccination|flu|antenatal|baby|open|heart|knee|hip|brain|plastic|cosmetic|minor|major|keyhole|bypass|back|weight|blood|foot|asthma|gp|doctors|mobile|rural|whole|entire|satellite|sister|different|nhs|step|halfway|tertiary|referral|cataract|bariatric|free|legal|law|skin|breast|lung|women|womens|gum|methadone|needle|country|national|regional|mother|s|inpatient|ordinary|receiving|respite|specialist)$/u

/** "in kings mill hospital", "the willow tree surgery", "at old rectory care home": names of ordinary words before the noun. */
function beforeNoun(reading: Reading, at: number, found: Findings): void {
  const { head, near: close, word, tokens } = reading
  let last = at
  while (last > 1 && follows(reading, last) && (head[last - 1]! & care2) !== 0) last--
  if (last === at && (head[at]! & care3) !== 0) return
  let from = last
  while (from > 0 && last - from < 4 && follows(reading, from) && tokens.gap[from] !== gap.apostrophe && found.claimed[from - 1] === 0) {
    const bits = close[from - 1]!
    if ((bits & (stop | article | possessive | pronoun | number | be | does | says | kin | modal)) !== 0) break
    if ((head[from - 1]! & (headOf.bit.specialty | headOf.bit.role)) !== 0 || (word[from - 1]! & flag.notName) !== 0) break
    from--
  }
  const start = from
  while (from < last && ((close[from]! & colour) !== 0 || kinds.test(said(reading, from)))) from++
  if (from === last || start === 0 || !follows(reading, start)) return
  const length = last - start
  const bare = /^(?:at|in|from|to|into|for|near)$/u.test(said(reading, start - 1))
  if (!bare && (said(reading, start - 1) !== 'the' || length < 2)) return
  const isCare = (head[at]! & care) !== 0 && last === at
  if (isCare && length < 2) return
  const type = (head[at]! & hospital) !== 0 ? 'HOSPITAL' : 'CARE_INSTITUTION'
  // An adjective before it belongs to a name that stands without an article: "old rectory care home".
  found.tokens(bare ? start : from, at + 1, type, bare && !isCare ? likely : look, 3)
}

/** Whether what is said goes on with something else than a noun. */
function isClosed(reading: Reading, at: number): boolean {
  const { tokens, near: close, head } = reading
  if (at >= tokens.count || (tokens.gap[at]! & ~gap.space) !== 0) return true
  if (/^(?:now|last|next|today|yesterday|again|years|back|because|cause)$/u.test(said(reading, at))) return true
  return (close[at]! & (stop | be | does | says | pronoun)) !== 0 && head[at] === 0
}

/** "northwick general", "the western". */
function withoutNoun(reading: Reading, at: number, found: Findings): void {
  if (isPossessive(reading, at + 1)) {
    // "at the children's"
    const alone = said(reading, at - 1) === 'the' && placed.test(said(reading, at - 2)) && isClosed(reading, at + 2)
    if (alone && /^(?:children|women)$/u.test(said(reading, at))) found.tokens(at, at + 1, 'HOSPITAL', likely)
    return
  }
  const { head, near: close, tokens } = reading
  if (!isClosed(reading, at + 1)) return
  // "the northern and the southern end"
  if (/^(?:and|or)$/u.test(said(reading, at + 1)) && ((head[at + 2] ?? 0) & ending) !== 0) return
  const verb = ((close[at + 1] ?? 0) & (be | does | says)) !== 0 && follows(reading, at + 1)
  if (said(reading, at - 1) === 'the' && (verb || placed.test(said(reading, at - 2)))) {
    if (/^(?:general|royal|northern|southern|eastern|western|central|memorial)$/u.test(said(reading, at)))
      found.tokens(at, at + 1, 'HOSPITAL', likely)
    return
  }
  // "at mercy", "to methodist"
  if (/^(?:at|to|from)$/u.test(said(reading, at - 1)) && follows(reading, at) && said(reading, at + 1) !== 'of')
    if (/^(?:memorial|methodist|baptist|presbyterian|mercy|providence)$/u.test(said(reading, at)))
      found.tokens(at, at + 1, 'HOSPITAL', likely)
  let from = at
  while (from > 0 && at - from < 4 && follows(reading, from) && isPart(reading, found, from - 1)) from--
  while (from < at && !isNamed(reading, found, from) && !isPlaceWord(reading, from)) from++
  if (from === at || tokens.length[from]! < 3 || (close[from]! & (title | kin)) !== 0) return
  // "in leeds primary" is one of many as likely; where somebody works or goes it is one.
  const works = /^(?:at|to|for|from|with|by|church)$/u.test(said(reading, from - 1))
  found.tokens(from, at + 1, 'ORG', works ? likely : look, 1)
}

/** A word of a name before its last: a place, a name, or "valley" and the like. */
function isPart(reading: Reading, found: Findings, at: number): boolean {
  return (
    isNamed(reading, found, at) ||
    (reading.head[at]! & area) !== 0 ||
    said(reading, at) === 'park' ||
    isPlaceWord(reading, at) ||
    (reading.near[at]! & near.bit.compass) !== 0
  )
}

/** A name by itself. What was claimed before is no part of another. */
const isNamed = (reading: Reading, found: Findings, at: number) => isStrange(reading, at) && found.claimed[at] === 0

/** A place that is a word too: "vale". */
const isPlaceWord = ({ word, near: close }: Reading, at: number) =>
  (word[at]! & flag.place) !== 0 && (word[at]! & flag.frequency) < 3 && (close[at]! & stop) === 0

/** "in beech house", "moved to willow court": no article, so that it is the name of the house. */
function house(reading: Reading, at: number, found: Findings): void {
  const { near: close, word, head } = reading
  const name = at - 1
  if (name < 1 || !follows(reading, at) || !follows(reading, name) || !isClosed(reading, at + 1)) return
  if (!/^(?:at|to|in|into|from|round)$/u.test(said(reading, name - 1)) || isDay(reading, name) || isParticle(reading, name)) return
  const bits = close[name]!
  if ((bits & (article | possessive | stop | number | kin | colour | modal | be | says)) !== 0 || head[name] !== 0) return
  if (
    /^(?:full|plain|open|crown|supreme|magistrates|town|village|city|sheltered|youth|music|church|dance|bingo|assembly)$/u.test(
      said(reading, name),
    )
  )
    return
  const told = (word[name]! & flag.frequency) < 2 || (word[name]! & (anyName & ~flag.proper)) !== 0
  found.tokens(name, at + 1, 'CARE_INSTITUTION', told ? likely : look, 1)
}

/** "to phoenix futures the residential one", "at willows the care home": up to four words between a preposition and what it is. */
function explained(reading: Reading, at: number, found: Findings): void {
  const { near: close, tokens } = reading
  let the = at - 1
  while (the > 1 && at - the < 3 && said(reading, the) !== 'the' && follows(reading, the)) the--
  if (the < 2 || said(reading, the) !== 'the' || !follows(reading, the + 1)) return
  // "to work the hospital was": a sentence begins.
  if (at + 1 < tokens.count && (close[at + 1]! & (be | does | modal | says)) !== 0) return
  let from = the
  while (from > 0 && the - from < 5 && follows(reading, from) && isSaid(reading, found, from - 1)) from--
  while (from < the && said(reading, from) === 'and') from++
  if (from === the || from === 0 || !follows(reading, from) || !toward.test(said(reading, from - 1))) return
  // "with gerald the ward manager"
  if ((reading.word[from]! & flag.first) !== 0 && (reading.word[from]! & flag.frequency) === 0) return
  let strange = 0
  let rare = 0
  for (let i = from; i < the; i++) {
    if (isStrange(reading, i)) strange++
    if ((reading.word[i]! & flag.frequency) < 2) rare++
  }
  const cares = (reading.head[at]! & (care | care3 | hospital)) !== 0
  if (!cares && (strange + rare === 0 || (the - from < 2 && strange === 0))) return
  found.tokens(from, the, 'ORG', strange > 0 ? likely : look, 1)
}

function isSaid({ near: close, tokens, text }: Reading, found: Findings, at: number): boolean {
  if (tokens.length[at] === 3 && text.slice(tokens.start[at], tokens.end[at]) === 'and') return true
  if ((close[at]! & (stop | article | possessive | pronoun | number | be | modal | says | kin | near.bit.day)) !== 0) return false
  return found.claimed[at] === 0
}
