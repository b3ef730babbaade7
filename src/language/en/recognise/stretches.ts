import { gap, shape } from '../../recognise/tokens.js'
import { anyName, flag } from './flags.js'
import type { Reading } from './reading.js'
import { near } from './triggers.js'

// What rules about names have in common: which tokens may be part of one, and what joins them.

const links = gap.space | gap.hyphen | gap.apostrophe | gap.and
const particles =
  /^(?:van|von|de|der|den|del|della|di|da|do|dos|das|du|la|le|el|al|bin|bint|ibn|ap|ni|nic|ui|ó|ten|ter|zu|e|y|mac|abu|ben|bar)$/iu

/** The letters of a token, of no more than a few. */
export const said = ({ tokens, text }: Reading, at: number): string =>
  at < 0 || at >= tokens.count ? '' : text.slice(tokens.start[at], Math.min(tokens.end[at]!, tokens.start[at]! + 24))

/** Whether a token goes on directly behind the one before it, with no more than a space, a hyphen or an apostrophe between. */
export const follows = ({ tokens }: Reading, at: number): boolean => at > 0 && at < tokens.count && (tokens.gap[at]! & ~links) === 0

/** The same, with the dot of an initial or an abbreviated title between. */
export function followsInitial(reading: Reading, at: number): boolean {
  const { tokens } = reading
  if (follows(reading, at)) return true
  if (at <= 0 || at >= tokens.count || (tokens.gap[at]! & ~(links | gap.dot | gap.stop)) !== 0 || (tokens.gap[at]! & gap.dot) === 0)
    return false
  return tokens.length[at - 1] === 1 || (tokens.length[at - 1]! < 4 && (reading.near[at - 1]! & (near.bit.title | near.bit.compass)) !== 0)
}

/** Whether a token has a capital that says something: in lines that have lower-case words too. */
export function isCapital({ tokens, plain }: Reading, at: number): boolean {
  const form = tokens.shape[at]
  return at >= 0 && at < tokens.count && plain[at] === 0 && (form === shape.capital || form === shape.mixed || form === shape.capitals)
}

/** The s of possession, and the other tails that apostrophes part from their words. */
export function isTail({ tokens }: Reading, at: number): boolean {
  if (at >= tokens.count || tokens.gap[at] !== gap.apostrophe) return false
  return (
    tokens.shape[at] === shape.lower &&
    tokens.length[at]! <= 2 &&
    /^(?:s|m|re|ve|ll|d|t)$/u.test(tokens.text.slice(tokens.start[at], tokens.end[at]))
  )
}

export const isPossessive = (reading: Reading, at: number): boolean => isTail(reading, at) && said(reading, at) === 's'

export const isParticle = (reading: Reading, at: number): boolean =>
  (reading.tokens.length[at] ?? 9) <= 5 && particles.test(said(reading, at))

/** A word that is known as a name, or not known at all, and is no word of the language. */
export function isStrange({ word, tokens, near: close, head }: Reading, at: number): boolean {
  const bits = word[at]!
  if (tokens.shape[at] === shape.digits || tokens.shape[at] === shape.alnum || tokens.length[at]! < 2) return false
  if ((bits & (flag.frequency | flag.form | flag.notName)) !== 0) return false
  if ((bits & flag.odd) !== 0) return tokens.length[at]! > 2
  return (bits & anyName) !== 0 && close[at] === 0 && head[at] === 0
}

/** A day or a month: a name only behind a title or a word of kin. */
export const isDay = ({ near: close }: Reading, at: number): boolean => (close[at]! & (near.bit.day | near.bit.month)) !== 0

/** The bits of `near` of the word before, when it stands in the same sentence. */
export function before({ tokens, near: close }: Reading, at: number): number {
  return at > 0 && (tokens.gap[at]! & ~(gap.space | gap.line | gap.comma | gap.hyphen)) === 0 ? close[at - 1]! : 0
}

/** The bits of `near` of the word at a place behind a stretch, when it stands in the same sentence. */
export function behind({ tokens, near: close }: Reading, at: number): number {
  return at < tokens.count && (tokens.gap[at]! & ~(gap.space | gap.line | gap.apostrophe)) === 0 ? close[at]! : 0
}
