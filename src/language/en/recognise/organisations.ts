import { gap, shape } from '../../recognise/tokens.js'
import { type Findings, likely, sure } from './findings.js'
import { anyName, flag } from './flags.js'
import type { Reading } from './reading.js'
import { follows, followsInitial, isCapital, isPossessive, isStrange, said } from './stretches.js'
import { headOf, near } from './triggers.js'

const { hospital, care, org, area, care2, care3, project } = headOf.bit
const connector = /^(?:of|and|for|the|at|in|on|with|to|upon|by|de|y)$/u
const describing =
  /^(?:royal|general|saint|st|memorial|university|city|county|community|national|queen|king|princess|teaching|regional|district|medical|childrens|children|mental|health|great|north|south|east|west|new|old|upper|lower|nhs|foundation|catholic|lutheran|methodist|baptist|presbyterian|high|primary|secondary|grammar|technical|state|central|first|united|public|central|central|local)$/iu

/** Hospitals, care institutions, organisations and places by the noun in their name: "West Cumberland Hospital", "zion church", "University of Iowa". */
export function findOrganisations(reading: Reading, found: Findings): void {
  const { ahead, tokens, head } = reading
  for (let i = ahead[0]!; i < tokens.count; i = ahead[i + 1]!) {
    const type = typeAt(reading, i)
    if (type === null || found.claimed[i]! > 8) continue
    const from = leftOf(reading, i)
    const to = rightOf(reading, i)
    if (from === i && to === i + 1) continue
    if (from === i && !named(reading, i + 1, to)) continue
    const kind = strongest(reading, from, to, type)
    const certain = from < i && kind !== 'LOCATION' && (reading.plain[i] === 0 ? isCapital(reading, i) : isKnown(reading, i - 1))
    found.tokens(from, to, kind, certain ? sure : likely, 2)
    i = Math.max(i, to - 1)
  }
  void head
}

/** In lines without capitals: a name that is one of the list, and no word, just before the noun: "allen hospital". */
const isKnown = (reading: Reading, at: number) => isStrange(reading, at) && (reading.word[at]! & anyName) !== 0

/** The kind that the noun at a token gives the name around it; null when it is no such noun. */
function typeAt(reading: Reading, at: number): string | null {
  const { head } = reading
  const bits = head[at] ?? 0
  if ((bits & hospital) !== 0) return 'HOSPITAL'
  if ((bits & care) !== 0)
    return isCapital(reading, at) || reading.plain[at] === 1 || isStrange(reading, at - 1) ? 'CARE_INSTITUTION' : 'CARE_INSTITUTION'
  if ((bits & care3) !== 0)
    return at > 0 && ((head[at - 1] ?? 0) & care2) !== 0 && follows(reading, at)
      ? 'CARE_INSTITUTION'
      : /^(?:centre|center)$/iu.test(said(reading, at)) && isCapital(reading, at)
        ? 'ORG'
        : null
  if ((bits & org) !== 0) return 'ORG'
  if ((bits & area) !== 0) return 'LOCATION'
  return null
}

/** Of several nouns in a name the one that says most. */
function strongest({ head }: Reading, from: number, to: number, type: string): string {
  let all = 0
  for (let i = from; i < to; i++) all |= head[i]!
  if ((all & hospital) !== 0) return 'HOSPITAL'
  if ((all & care) !== 0) return 'CARE_INSTITUTION'
  return (all & org) !== 0 && type === 'LOCATION' ? 'ORG' : type
}

function leftOf(reading: Reading, at: number): number {
  return reading.plain[at] === 1 ? leftPlain(reading, at) : leftCased(reading, at)
}

const most = 7

function leftCased(reading: Reading, at: number): number {
  const { tokens, near: close, word, begins, head } = reading
  const whole = isCapital(reading, at)
  let from = at
  while (from > 0 && at - from < most && followsInitial(reading, from)) {
    const next = from - 1
    if (isCapital(reading, next) || (isPossessive(reading, next) && isCapital(reading, next - 1))) from = next
    else if (whole && connector.test(said(reading, next)) && from < at + 1 && follows(reading, next) && linked(reading, next) >= 0)
      from = linked(reading, next)
    else if ((head[next]! & (care2 | care | hospital | org)) !== 0 && tokens.shape[next] === shape.lower && isCapital(reading, next - 1))
      from = next
    else break
  }
  // What begins the sentence and belongs to it: "The", "At", "Our".
  while (from < at && isOpening(reading, from)) from++
  if (from === at) return at
  // "a Delaware corporation" is one of many.
  if (!whole && /^an?$/iu.test(said(reading, from - 1))) return at
  if (!whole && from === at - 1 && begins[from] === 1 && !isStrange(reading, from)) return at
  if (!whole && !named(reading, from, at)) return at
  if (from === at - 1 && (word[from]! & flag.notName) !== 0 && (head[at]! & (hospital | area)) === 0 && !whole) return at
  void close
  return from
}

/** The capitalised word before one or two small words; -1 when none stands there. */
function linked(reading: Reading, at: number): number {
  if (isCapital(reading, at - 1)) return at - 1
  return connector.test(said(reading, at - 1)) && follows(reading, at - 1) && isCapital(reading, at - 2) ? at - 2 : -1
}

function isOpening({ near: close, word, tokens, begins }: Reading, at: number): boolean {
  const { stop, article, possessive, pronoun, title } = near.bit
  if ((close[at]! & (stop | article | possessive | pronoun)) !== 0 && (close[at]! & near.bit.compass) === 0) return true
  if ((close[at]! & title) !== 0 && (close[at]! & near.bit.compass) === 0 && tokens.length[at]! < 5) return true
  return (
    begins[at] === 1 &&
    (word[at]! & flag.frequency) > 1 &&
    (word[at]! & anyName) === 0 &&
    (close[at]! & near.bit.compass) === 0 &&
    !describing.test(tokens.text.slice(tokens.start[at], tokens.end[at]))
  )
}

/** In lines without capitals: words that are no words, and what commonly stands between them and the noun. */
function leftPlain(reading: Reading, at: number): number {
  let from = at
  let best = at
  while (from > 0 && at - from < 5 && follows(reading, from)) {
    const next = from - 1
    if (isStrange(reading, next) || (isPlaceWord(reading, next) && from === at)) best = next
    else if (
      !(
        describing.test(said(reading, next)) ||
        (reading.head[next]! & care2) !== 0 ||
        isPossessive(reading, next) ||
        (said(reading, next) === 'of' && isStrange(reading, from))
      )
    )
      break
    from = next
  }
  while (best > 0 && best < at && follows(reading, best) && describing.test(said(reading, best - 1))) best--
  return best
}

const isPlaceWord = ({ word, near: close }: Reading, at: number) =>
  (word[at]! & flag.place) !== 0 && (word[at]! & flag.frequency) < 3 && (close[at]! & near.bit.stop) === 0

function rightOf(reading: Reading, at: number): number {
  const { tokens, near: close } = reading
  let to = at + 1
  const cased = reading.plain[at] === 0
  if (cased && !isCapital(reading, at)) return to
  while (to < tokens.count && to - at < most) {
    if (
      cased
        ? isCapital(reading, to) && follows(reading, to) && reading.begins[to] === 0 && (close[to]! & near.bit.pronoun) === 0
        : follows(reading, to) && isTailNoun(reading, to)
    )
      to++
    else if (/^(?:of|for)$/u.test(said(reading, to)) && follows(reading, to) && follows(reading, to + 1) && isNamed(reading, to + 1))
      to += 2
    else if (
      cased &&
      /^(?:of|and|the|for|&|at|in|on)$/u.test(said(reading, to)) &&
      (!/^(?:at|in|on)$/u.test(said(reading, to)) || (to === at + 1 && (reading.head[at]! & care) !== 0)) &&
      follows(reading, to) &&
      follows(reading, to + 1) &&
      isCapital(reading, to + 1)
    )
      to += 2
    else if (cased && said(reading, to) === 'the' && to > at + 1) break
    else break
  }
  if (
    to + 1 < tokens.count &&
    cased &&
    (tokens.gap[to]! & ~(gap.comma | gap.space)) === 0 &&
    /^(?:Inc|Ltd|LLC|PLC|LLP|Corp)$/u.test(said(reading, to))
  )
    to++
  return to
}

const isTailNoun = ({ head }: Reading, at: number) => (head[at]! & (hospital | org)) !== 0
const isNamed = (reading: Reading, at: number) =>
  reading.plain[at] === 0 ? isCapital(reading, at) : isStrange(reading, at) || isPlaceWord(reading, at)

/** Whether a stretch holds a word that makes it a name. */
function named(reading: Reading, from: number, to: number): boolean {
  for (let i = from; i < to; i++)
    if (isNamed(reading, i) && (isStrange(reading, i) || (reading.word[i]! & anyName) !== 0 || reading.begins[i] === 0)) return true
  return false
}

void project
