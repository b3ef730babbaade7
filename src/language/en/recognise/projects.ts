import { gap } from '../../recognise/tokens.js'
import { wordClasses } from '../../recognise/wordClasses.js'
import { type Findings, likely, look } from './findings.js'
import type { Reading } from './reading.js'
import { follows, isCapital, isDay, isStrange, said } from './stretches.js'
import { headOf, near } from './triggers.js'

const { project } = headOf.bit
const naming = /^(?:called|named|titled|entitled|dubbed|christened)$/iu
const ends =
  /^(?:and|it|its|which|that|so|because|but|is|was|with|for|in|i|he|she|we|they|um|uh|eh|erm|er|on|at|if|when|where|who|then|you|or|as|by|has|had|were|are|they’re|to|from|now|about|just|of course)$/iu
const window = 14
const things = wordClasses({
  thing:
    'thing things group groups service charity place pub cafe drop-in app system software package database tool course class club band shop company firm outfit line helpline meeting choir gang newsletter magazine website platform session workshop home hospice school nursery team organisation organization business scheme movement event festival hub space practice surgery clinic centre center',
})

/** Projects and programmes: "Cradle project", "the programme Coast to Fell", "it's called Say It Back". */
export function findProjects(reading: Reading, found: Findings): void {
  const { ahead, tokens, head } = reading
  let lastNoun = -99
  for (let i = ahead[0]!; i < tokens.count; i = ahead[i + 1]!) {
    if ((head[i]! & project) !== 0) {
      lastNoun = i
      beside(reading, i, found)
    } else if ((reading.near[i]! & near.bit.naming) !== 0 && naming.test(said(reading, i))) {
      if (i - lastNoun < window || isThing(reading, i)) i = Math.max(i, named(reading, i + 1, found) - 1)
    } else if ((reading.near[i]! & near.bit.personPrep) !== 0 && reading.plain[i] === 1 && isOurs(reading, i))
      i = Math.max(i, named(reading, i + 2, found, look) - 1)
  }
}

/** "a thing called", "this place here called", "a group we called": what has the name is no person. */
function isThing({ tokens }: Reading, at: number): boolean {
  for (let back = at - 1; back >= 0 && at - back < 5; back--) if ((things.of(tokens.hash[back]!) & things.bit.thing) !== 0) return true
  return false
}

/** "we call it", "they called it": not "call it a day". */
function isOurs(reading: Reading, at: number): boolean {
  if (((reading.near[at + 2] ?? 0) & (near.bit.stop | near.bit.number)) !== 0) return false
  return /^call(?:ed)?$/iu.test(said(reading, at)) && /^it$/iu.test(said(reading, at + 1)) && /^(?:we|they)$/iu.test(said(reading, at - 1))
}

/** Capitalised words before the noun, or behind it. */
function beside(reading: Reading, at: number, found: Findings): void {
  const { near: close, begins } = reading
  let from = at
  while (
    from > 0 &&
    at - from < 5 &&
    follows(reading, from) &&
    (isCapital(reading, from - 1) || (/^(?:to|of|and|the|for|in)$/u.test(said(reading, from - 1)) && isCapital(reading, from - 2))) &&
    found.claimed[from - 1] === 0
  )
    from--
  while (from < at && (close[from]! & (near.bit.stop | near.bit.article | near.bit.possessive)) !== 0) from++
  if (from < at && !(from === at - 1 && (begins[from] === 1 || (reading.word[from]! & 64) !== 0))) {
    found.tokens(from, isCapital(reading, at) ? at + 1 : at, 'PROJECT', likely, 1)
    return
  }
  // "the programme Bridges Home": not a person beside a project.
  const next = at + 1
  if (
    isCapital(reading, next) &&
    follows(reading, next) &&
    reading.begins[next] === 0 &&
    !isCapital(reading, at) &&
    (close[next]! & near.bit.pronoun) === 0 &&
    (reading.word[next]! & 64) === 0
  ) {
    found.tokens(next, runEnd(reading, next), 'PROJECT', likely, 1)
  }
}

function runEnd(reading: Reading, from: number): number {
  let to = from + 1
  while (to < reading.tokens.count && to - from < 6 && follows(reading, to)) {
    if (isDay(reading, to) || isDay(reading, to + 1)) break
    if (isCapital(reading, to)) to++
    else if (/^(?:to|of|and|the|for|in|at|on|it|a)$/u.test(said(reading, to)) && follows(reading, to + 1) && isCapital(reading, to + 1))
      to += 2
    else break
  }
  return to
}

/** What follows "called" when a project was spoken of. */
function named(reading: Reading, from: number, found: Findings, most: number = likely): number {
  const { tokens, near: close } = reading
  if (from >= tokens.count || found.claimed[from] !== 0 || (tokens.gap[from]! & ~(gap.space | gap.open | gap.colon)) !== 0) return 0
  if (reading.plain[from] === 0) {
    if (!isCapital(reading, from) || (close[from]! & near.bit.pronoun) !== 0) return 0
    const to = runEnd(reading, from)
    found.tokens(from, to, 'PROJECT', likely, 3)
    return to
  }
  // "a home called the beeches"
  if (said(reading, from) === 'the' && from + 1 < tokens.count && (close[from + 1]! & near.bit.stop) === 0) from++
  let to = from
  while (
    to < tokens.count &&
    to - from < 4 &&
    (to === from || follows(reading, to)) &&
    (!ends.test(said(reading, to)) || (to === from + 1 && said(reading, to) === 'it'))
  )
    to++
  if (to === from || /^(?:him|her|me|us|them|you|the|a|an|this|that|my|your|our)$/iu.test(said(reading, from))) return 0
  found.tokens(from, to, 'PROJECT', isStrange(reading, from) || to - from > 1 ? most : look, 1)
  return to
}
