import { shape } from '../../recognise/tokens.js'
import { type Findings, likely, sure } from './findings.js'
import { anyName, flag } from './flags.js'
import type { Reading } from './reading.js'
import { headOf, near } from './triggers.js'

/** Names of the lists, of places and organisations: longest first. Those made of ordinary words count by their capitals or their place. */
export function findListed(reading: Reading, found: Findings): void {
  const { tokens, word, plain, lexicon } = reading
  const { count, shape: shapes } = tokens
  for (let i = 0; i < count; i++) {
    const form = shapes[i]!
    if (form === shape.digits || form === shape.alnum) continue
    if (
      plain[i] === 0
        ? form === shape.lower && !mayBeDepartment(reading, i)
        : (word[i]! & flag.frequency) === 3 && (word[i]! & anyName) === 0
    )
      continue
    const name = lexicon.names.longest(tokens, i)
    if (!name) continue
    const kind = lexicon.nameKinds[name.kind]!
    const taken = mark(reading, i, name.end, kind, found)
    if (taken) i = name.end - 1
  }
}

/** Departments are written without a capital too. */
const mayBeDepartment = ({ head }: Reading, at: number) => (head[at]! & (headOf.bit.specialty | headOf.bit.care2)) !== 0

function mark(reading: Reading, from: number, to: number, kind: string, found: Findings): boolean {
  if (found.claimed[from] !== 0) return false
  if (kind === '-') {
    if (reading.plain[from] === 1 || isCased(reading, from, to)) found.nothing(from, to)
    return true
  }
  const spoken = kind.startsWith('spoken ')
  const type = spoken ? kind.slice('spoken '.length) : kind
  const { plain } = reading
  const cased = plain[from] === 0
  if (cased && type !== 'DEPARTMENT' && !isCased(reading, from, to)) return false
  // "St George" goes on: "St George's Hospital" is longer than what is listed.
  const placed = isPlaced(reading, from)
  if (cased && goesOn(reading, to) && !placed) return false
  const ordinary = isOrdinary(reading, from, to)
  if (spoken && !(cased || type === 'LOCATION' ? placed || isThe(reading, from) : isThe(reading, from) && isPlaced(reading, from - 1)))
    return false
  // Organisations of several words are seldom said by chance; towns of ordinary words are.
  if (!cased && !spoken && ordinary && !placed && (type === 'LOCATION' || to === from + 1)) return false
  if (!spoken && to === from + 1 && ordinary && !placed) return false
  // "the Home Office": of words, but all with capitals where words have none.
  const written = cased && to > from + 1 && (type === 'LOCATION' ? !ordinary : reading.begins[from] === 0)
  found.tokens(from, to, type, !spoken && (written || (!ordinary && type === 'LOCATION')) ? sure : likely, 1)
  return true
}

const small = /^(?:of|and|the|in|on|upon|for|le|la|de|du|by|y|under|next|at|with|cum|en|s)$/iu

/** Whether every word has a capital, small words apart. */
function isCased({ tokens }: Reading, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    if (tokens.shape[i] !== shape.lower) continue
    if (i === from || !small.test(tokens.text.slice(tokens.start[i], tokens.end[i]))) return false
  }
  return true
}

/** Whether all its words are words of the language, so that in lines without capitals it may be no name. */
function isOrdinary({ word }: Reading, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if ((word[i]! & flag.frequency) < 2 && (word[i]! & (flag.form | flag.notName)) === 0) return false
  return true
}

const { placePrep } = near.bit

function isPlaced({ near: close, tokens }: Reading, from: number): boolean {
  if (from === 0) return false
  if ((close[from - 1]! & placePrep) !== 0) return true
  return /^(?:at|to|of)$/iu.test(tokens.text.slice(tokens.start[from - 1], tokens.end[from - 1]))
}

const isThe = ({ tokens }: Reading, from: number) =>
  from > 0 && /^the$/iu.test(tokens.text.slice(tokens.start[from - 1], tokens.end[from - 1]))

function goesOn({ tokens, head }: Reading, to: number): boolean {
  if (to >= tokens.count || (tokens.gap[to]! & ~(1 | 128)) !== 0) return false
  const { hospital, care, org } = headOf.bit
  return tokens.shape[to] === shape.capital && (head[to]! & (hospital | care | org)) !== 0
}
