import type { Recogniser } from '../language/index.js'
import type { Span } from '../study/index.js'
import { comparedForms } from './comparedForms.js'
import { type Entry, spellings } from './entry.js'
import { foldCharacter, Kind } from './fold.js'
import { type MarksAt, marksAt } from './marksAt.js'
import { type Gap, readGap } from './readGap.js'
import { foundInMarkup } from './readMarkup.js'
import { turnedForms } from './turnedForms.js'

/** A place where a registered name stands. */
export interface Found extends Span {
  /** The positions in the register of the entries it may mean. */
  readonly entries: readonly number[]
  /** Whether a possessive s follows: what comes after `end` belongs to the same word. */
  readonly possessive: boolean
}

/** Finds registered names in a text, the longest at each place, from left to right. */
export interface NameFinder {
  readonly find: (text: string, transcript?: string) => readonly Found[]
}

interface Node {
  readonly next: Map<string, Node>
  readonly ends: End[]
}

interface End {
  readonly entry: number
  readonly type: string
  /** For a name that is a word: the letter, counted from 0 in its folded form, that must be a capital unless it is recognised. */
  readonly capital: number | null
  /** Whether it is meant only where it is recognised as what it is. */
  readonly recognised: boolean
  /** Whether it is not as the register writes it. */
  readonly turned: boolean
}

/**
 * Compiles a register into a finder that reads a text once, however many names there are.
 *
 * Names are compared as sequences of words after folding. Between two words any white space will do; a hyphen or an
 * apostrophe may also be missing; a hyphen at the end of a line holds a word together. A name begins and ends at a word
 * border, and a possessive s may follow it.
 *
 * @example
 * nameFinder([otto]).find('Otto woont in Bottrop')
 * //=> [{ start: 0, end: 4, entries: [0], possessive: false }]
 */
export function nameFinder(register: readonly Entry[], recognise: Recogniser = () => []): NameFinder {
  const root: Node = { next: new Map(), ends: [] }
  register.forEach((entry, position) => {
    if (entry.match !== 'keep') for (const spelling of spellings(entry)) addSpelling(root, spelling, position, entry)
  })
  // After all names as they are given, which go before what is another name turned around.
  register.forEach((entry, position) => {
    if (entry.match !== 'keep') for (const spelling of spellings(entry)) addTurned(root, spelling, position, entry)
  })
  const applies = (entry: number, transcript: string | undefined) => {
    const where = register[entry]!.where
    return where.length === 0 || transcript === undefined || where.includes(transcript)
  }
  return { find: (text, transcript) => foundInMarkup(text, one => findIn(one, transcript)) }

  function findIn(text: string, transcript: string | undefined): readonly Found[] {
    const found: Found[] = []
    const seen: Seen = { applies: entry => applies(entry, transcript), marks: marksAt(text, recognise) }
    let inWord = false
    let afterDigit = false
    for (let at = 0; at < text.length; ) {
      const point = text.codePointAt(at)!
      const { kind, letters } = foldCharacter(point)
      const width = point > 0xffff ? 2 : 1
      if (kind === Kind.Nothing) {
        at += width
        continue
      }
      const isDigit = kind === Kind.Word && (point < 128 ? point < 58 : digit.test(letters))
      // A digit may be glued to a name without being of it: "odilia2020".
      const starts = kind === Kind.Word && (!inWord || (afterDigit && !isDigit))
      inWord = kind === Kind.Word
      afterDigit = isDigit
      const match = starts && mayBegin(root, text, at) ? longestFrom(root, text, at, seen) : null
      if (match === null) at += width
      else {
        found.push(match)
        at = match.end
        inWord = false
        afterDigit = false
      }
    }
    return found
  }
}

function addSpelling(root: Node, spelling: string, entry: number, { match, type }: Entry): void {
  const capital = match === 'capital' ? capitalLetter(spelling) : null
  const recognised = match === 'recognised'
  for (const form of comparedForms(spelling)) {
    if (form === '') continue
    const node = nodeFor(root, form)
    if (!node.ends.some(end => end.entry === entry)) node.ends.push({ entry, type, capital, recognised, turned: false })
  }
}

function addTurned(root: Node, spelling: string, entry: number, { match, type }: Entry): void {
  if (match === 'recognised') return
  for (const { form, capital } of turnedForms(spelling, { type })) {
    const node = nodeFor(root, form)
    // What is a name as it stands is that name.
    if (node.ends.some(end => !end.turned || end.entry === entry)) continue
    node.ends.push({ entry, type, capital: capital ?? (match === 'capital' ? 0 : null), recognised: false, turned: true })
  }
}

function nodeFor(root: Node, form: string): Node {
  let node = root
  for (const unit of form) {
    const next = node.next.get(unit) ?? { next: new Map(), ends: [] }
    node.next.set(unit, next)
    node = next
  }
  return node
}

const isCapital = (character: string) => /^\p{Lu}/u.test(character)

/**
 * The letter that tells a name from a word: the first of its last word with a capital, so that "de Boer" is found in "De Boer"
 * and not in "De boer", and "De Wit" also in "collega de Wit".
 */
function capitalLetter(name: string): number {
  let letters = 0
  let last = 0
  let inWord = false
  for (const character of name) {
    const folded = foldCharacter(character.codePointAt(0)!)
    if (folded.kind === Kind.Nothing) continue
    if (folded.kind === Kind.Word && !inWord && isCapital(character)) last = letters
    inWord = folded.kind === Kind.Word
    letters += folded.letters.length
  }
  return last
}

/** Whether a letter of what was found, counted in its folded form, is written with a capital. */
function hasCapitalAt(written: string, at: number): boolean {
  let letters = 0
  for (const character of written) {
    if (letters >= at && isCapital(character)) return letters === at
    letters += foldCharacter(character.codePointAt(0)!).letters.length
    if (letters > at) return false
  }
  return false
}

/** What decides, besides its spelling, whether an entry is meant at a place. */
interface Seen {
  readonly applies: (entry: number) => boolean
  readonly marks: MarksAt
}

/** Whether a name may begin at a place: not when the letters of the word lead to none. Most words are done with here. */
function mayBegin(root: Node, text: string, start: number): boolean {
  let node = root
  for (let at = start; at < text.length; ) {
    const point = text.codePointAt(at)!
    const { kind, letters } = foldCharacter(point)
    if (kind !== Kind.Word && kind !== Kind.Nothing) return true
    for (const letter of letters) {
      const next = node.next.get(letter)
      if (next === undefined) return false
      if (next.ends.length > 0) return true
      node = next
    }
    at += point > 0xffff ? 2 : 1
  }
  return true
}

function longestFrom(root: Node, text: string, start: number, seen: Seen): Found | null {
  let states: readonly Node[] = [root]
  let best: Found | null = null
  let at = start
  while (states.length > 0 && at < text.length) {
    const wordStart = at
    const word = walkWord(states, text, at, (nodes, end, possessive) => {
      best = matchAt(nodes, text, start, end, seen, possessive) ?? best
    })
    if (word.states.every(node => node.next.size === 0)) return best
    const gap = readGap(text, word.end, text.slice(wordStart, word.end))
    states = stepGap(word.states, gap, (nodes, symbols) => {
      best = matchAt(nodes, text, start, word.end + symbols, seen, false) ?? best
    })
    at = gap.end
  }
  return best
}

const digit = /^\p{Nd}/u

/** Follows the letters of one word; tells the states at its end, and those at a possessive inside it. */
function walkWord(
  from: readonly Node[],
  text: string,
  start: number,
  ended: (nodes: readonly Node[], end: number, possessive: true | null) => void,
): { states: readonly Node[]; end: number } {
  let states = from
  let before = from
  let beforeEnd = start
  let last = ''
  let at = start
  while (at < text.length) {
    const point = text.codePointAt(at)!
    const { kind, letters } = foldCharacter(point)
    if (kind !== Kind.Word && kind !== Kind.Nothing) break
    if (kind === Kind.Word) {
      // A dead end is looked at one letter further only: an s may be the possessive of a name that ended before it.
      if (states.length === 0) return { states, end: at }
      if (last !== '' && digit.test(letters) && !digit.test(last)) ended(states, at, true)
      before = states
      beforeEnd = at
      last = letters
      states = follow(states, letters)
    }
    at += point > 0xffff ? 2 : 1
  }
  if (last === 's' && beforeEnd > start) ended(before, beforeEnd, true)
  ended(states, at, null)
  return { states, end: at }
}

function follow(states: readonly Node[], letters: string): readonly Node[] {
  let now = states
  for (const letter of letters) {
    const first = now.length === 1 ? now[0]!.next.get(letter) : undefined
    now = now.length === 1 ? (first === undefined ? none : [first]) : now.flatMap(node => node.next.get(letter) ?? [])
  }
  return now
}

const none: readonly Node[] = []

function isPossessive(text: string, end: number): boolean {
  return /^['’‘ʼ´`]s(?![\p{L}\p{N}])/u.test(text.slice(end, end + 3))
}

function matchAt(
  nodes: readonly Node[],
  text: string,
  start: number,
  end: number,
  { applies, marks }: Seen,
  possessive: boolean | null,
): Found | null {
  const ends = nodes.flatMap(node =>
    node.ends.filter(
      one =>
        applies(one.entry) &&
        (one.capital === null || hasCapitalAt(text.slice(start, end), one.capital) || marks.isName(one.type, start, end)) &&
        (!one.recognised || marks.isOfType(one.type, start, end)),
    ),
  )
  return ends.length === 0
    ? null
    : { start, end, entries: [...new Set(ends.map(one => one.entry))], possessive: possessive ?? isPossessive(text, end) }
}

function stepGap(states: readonly Node[], gap: Gap, ended: (nodes: readonly Node[], symbols: number) => void): Node[] {
  if (gap.symbols !== '') {
    let nodes = [...states]
    let width = 0
    for (const symbol of gap.symbols) {
      nodes = nodes.flatMap(node => node.next.get(symbol) ?? [])
      width += symbol.length
      if (nodes.length > 0 && gap.adjacent) ended(nodes, width)
    }
    return nodes
  }
  const parted = states.flatMap(node => node.next.get(' ') ?? [])
  return gap.soft ? [...states, ...parted] : parted
}
