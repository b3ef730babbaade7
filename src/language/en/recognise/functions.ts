import { gap, shape } from '../../recognise/tokens.js'
import { type Findings, likely, look } from './findings.js'
import { flag } from './flags.js'
import type { Reading } from './reading.js'
import { follows, said } from './stretches.js'
import { headOf, near } from './triggers.js'

const { role, strongRole } = headOf.bit
const { article, possessive, stop, says, number, title } = near.bit
const identity = /^(?:am|is|was|be|been|m|s|re|being|became|become|becoming|im|hes|shes|as|qualified|trained)$/iu
const judging =
  /^(?:good|great|lovely|young|old|new|little|retired|former|real|actual|typical|brilliant|nice|current|whole|only|best|first|second|next|last|other|same|different|own|proper|full|big|bit|kind|sort|lot|bad|wonderful|fantastic|amazing|absolute|fellow|very|really|just|then|late|previous|local|regular|temporary|one|two|three|main|poor|dear|clever|excellent|particular|certain|single|decent|terrible|useless)$/iu
const bare =
  /^(?:volunteer|student|patient|leader|worker|head|lead|chair|partner|fellow|visitor|assistant|resident|principal|operator|editor|sister|champion|president|buyer|intern|chief|aide|specialist|practitioner|advocate|officer|executive|attendant|trainer|developer)$/iu
const never = /^(?:of|to|in|on|at|for|with|by|from|not|so|but|or|that|this|there|here|if|when|what|who|which|because|than|like)$/iu
const general = /^(?:chief|head|director|chair|president|leader|vice|deputy)$/iu

/** What somebody is by trade or office: "I'm the practice manager", "our director of nursing", "Hamza, a pharmacist". */
export function findFunctions(reading: Reading, found: Findings): void {
  const { ahead, tokens, head, word } = reading
  for (let i = ahead[0]!; i < tokens.count; i = ahead[i + 1]!) {
    const isRole = (head[i]! & role) !== 0
    if ((!isRole && (word[i]! & flag.job) === 0) || found.claimed[i] !== 0) continue
    const to = endOf(reading, i)
    const first = startOf(reading, i, found)
    const from = unjudged(reading, first, i)
    if (isParticular(reading, found, { from, first, at: i, to, isRole })) {
      found.tokens(from, to, 'FUNCTION', likely)
      i = to - 1
    } else if (isOfOne(reading, first, i, to)) found.tokens(from, to, 'FUNCTION', look, -2)
  }
}

/** "consultant gastroenterologist", "registrar anaesthetist" */
const specialty = /^\p{L}{4,}(?:ologist|iatrist|etrist|aesthetist|esthetist|ician|otherapist|opaedist|surgeon)$/iu

/**
 * Whether a title that is said of nobody in particular, as far as this can be seen, may still be one person's: with an article or a
 * possessive before it, or a word that says which kind. For somebody to look at, since few may have it.
 */
function isOfOne({ tokens, near: close, head }: Reading, first: number, at: number, to: number): boolean {
  const before = first > 0 && (tokens.gap[first]! & ~gap.space) === 0 ? close[first - 1]! : 0
  if ((before & (article | possessive)) === 0 && first === at && to === at + 1) return false
  if (/^(?:any|every|each|no|which|what|some)$/iu.test(tokens.text.slice(tokens.start[first - 1] ?? 0, tokens.end[first - 1] ?? 0)))
    return false
  return (head[at]! & role) !== 0 && !/s$/iu.test(tokens.text.slice(tokens.start[to - 1]!, tokens.end[to - 1]!))
}

/** One past the title: "director of nursing and midwifery", "head of case management". */
function endOf(reading: Reading, at: number): number {
  const { tokens, near: close, head, word } = reading
  let to = at + 1
  // "chief executive", "charge nurse manager": the last noun of the row.
  const goesOn = (i: number) => (head[i]! & role) !== 0 || specialty.test(said(reading, i))
  while (to < tokens.count && to - at < 5 && follows(reading, to) && goesOn(to) && tokens.gap[to] === gap.space) to++
  if (
    !general.test(said(reading, to - 1)) &&
    !/^(?:manager|lead|officer|secretary|coordinator|professor|commissioner|minister|nurse|consultant|advisor|adviser|worker|midwife)$/iu.test(
      said(reading, to - 1),
    )
  )
    return to
  if (said(reading, to) !== 'of' && said(reading, to) !== 'for') return to
  let end = to + 1
  while (end < tokens.count && end - to < 6 && follows(reading, end)) {
    if ((close[end]! & (stop | says)) !== 0 && said(reading, end) !== 'and') break
    if ((word[end]! & (flag.frequency | flag.form | flag.notName)) === 0) break
    end++
  }
  while (end > to + 1 && (close[end - 1]! & stop) !== 0) end--
  // "director of the" tells nothing; "director of nursing at" ends before "at".
  return end > to + 1 ? end : to
}

/** Where the words begin that say which kind: back to the article, a verb or a small word. */
function startOf({ tokens, near: close, word, head }: Reading, at: number, found: Findings): number {
  let from = at
  while (from > 0 && at - from < 5) {
    if ((tokens.gap[from]! & ~(gap.space | gap.hyphen | gap.and)) !== 0) break
    const next = from - 1
    const bits = close[next]!
    const letters = tokens.text.slice(tokens.start[next], tokens.end[next])
    const isAnd = letters === 'and' && next > 1 && (close[next - 1]! & stop) === 0 && from < at && tokens.length[next - 1]! > 3
    if (!isAnd && (bits & (stop | article | possessive | says | number)) !== 0) break
    if (
      tokens.shape[next] === shape.digits ||
      found.claimed[next] !== 0 ||
      (bits & (near.bit.be | near.bit.pronoun | near.bit.does | near.bit.kin)) !== 0
    )
      break
    if ((word[next]! & flag.odd) !== 0) break
    if ((bits & title) !== 0 && (head[next]! & role) === 0 && tokens.length[next]! < 5) break
    from = next
  }
  return from
}

function unjudged(reading: Reading, from: number, at: number): number {
  let start = from
  while (start < at && judging.test(said(reading, start))) start++
  while (start < at && said(reading, start) === 'and') start++
  return start
}

interface Title {
  readonly from: number
  readonly first: number
  readonly at: number
  readonly to: number
  readonly isRole: boolean
}

/** Whether a title is said of somebody in particular. */
function isParticular(reading: Reading, found: Findings, { from, first, at, to, isRole }: Title): boolean {
  const { tokens, near: close, head } = reading
  const person = (i: number) => found.claimed[i] === 1
  if (to < tokens.count && (tokens.gap[to]! & ~gap.hyphen) === 0 && to < tokens.count) return false
  const article1 = said(reading, first - 1)
  const det = (close[first - 1] ?? 0) & (article | possessive)
  const joined = first > 0 && (tokens.gap[first]! & ~gap.space) === 0
  const qualified = from < at || to > at + 1
  const strong = (head[at]! & strongRole) !== 0 || (head[to - 1]! & strongRole) !== 0
  // "a pharmacist by trade", "the practice manager here": behind who somebody is.
  const verb = det && joined ? said(reading, first - 2) : ''
  const named = identity.test(verb) && (tokens.gap[first - 1]! & ~gap.space) === 0
  if (named && isSaidOf(reading, found, first - 2))
    return isRole || /^(?:a|an|the)$/iu.test(article1)
      ? !(bare.test(said(reading, at)) && !qualified) && !(first !== from && !qualified)
      : false
  // "was director of nursing": an office without an article.
  if (
    isRole &&
    !det &&
    (to > at + 1 || from < at) &&
    first > 0 &&
    identity.test(said(reading, first - 1)) &&
    joined &&
    isSaidOf(reading, found, first - 1)
  )
    return true
  // Beside the name of a person: "our chaplain Ruth", "Ruth, the chaplain".
  const after = /^(?:there|here)$/u.test(said(reading, to)) ? to + 1 : to
  const nameBehind = after < tokens.count && (tokens.gap[after]! & ~(gap.space | gap.comma)) === 0 && isNameBehind(reading, found, after)
  if (isRole && nameBehind && det && (qualified || !bare.test(said(reading, at)))) return true
  const comma = det ? first - 1 : first
  if (isRole && comma > 0 && (tokens.gap[comma]! & gap.comma) !== 0 && person(comma - 1) && (qualified || det !== 0)) return true
  // "our director of nursing at the time", "the cluster lead".
  return (
    isRole &&
    strong &&
    qualified &&
    det !== 0 &&
    joined &&
    /^(?:the|our|my|their|its|her|his)$/iu.test(article1) &&
    !never.test(said(reading, at - 1)) &&
    isOffice(reading, from, to)
  )
}

function isNameBehind(reading: Reading, found: Findings, at: number): boolean {
  if (found.claimed[at] === 1) return true
  const { word, plain, tokens } = reading
  if (plain[at] === 0) return tokens.shape[at] !== shape.lower && (word[at]! & (flag.first | flag.odd)) !== 0 && tokens.length[at]! > 1
  return (word[at]! & flag.first) !== 0 && (word[at]! & flag.frequency) === 0
}

/** Somebody is the one: "I'm", "she was", "Gethin, who was", not "it is" or "there was". */
function isSaidOf(reading: Reading, found: Findings, verb: number): boolean {
  const { tokens, near: close } = reading
  const letters = said(reading, verb)
  if (/^(?:as|im|hes|shes|qualified|trained)$/iu.test(letters))
    return (
      letters !== 'as' ||
      /^(?:me|him|her|work|works|worked|working|job|role|post|started|trained|qualified|life|up|year|years|time|appointed|retired|employed|position|here|there|training|hired)$/iu.test(
        said(reading, verb - 1),
      )
    )
  const before = said(reading, verb - 1)
  // "Who was the nurse?"
  if (/^who$/iu.test(before) && reading.begins[verb - 1] === 1) return false
  if (/^(?:i|he|she|who|ve|d|been|have|has|had|now|also|both|then|just|actually|always|only)$/iu.test(before)) return true
  if ((close[verb - 1] ?? 0) & (near.bit.kin | near.bit.colleague)) return true
  return (
    verb > 0 &&
    (found.claimed[verb - 1] === 1 || ((reading.word[verb - 1]! & flag.first) !== 0 && (reading.word[verb - 1]! & flag.frequency) < 2)) &&
    tokens.length[verb - 1]! > 1
  )
}

/** Not "the care worker", "the duty doctor" in general: an office that one person holds. */
function isOffice(reading: Reading, from: number, to: number): boolean {
  for (let i = from; i < to; i++)
    if (
      /^(?:manager|director|lead|coordinator|executive|head|chair|president|officer|superintendent|administrator|commissioner|secretary)$/iu.test(
        said(reading, i),
      )
    )
      return to - from > 1
  return false
}
