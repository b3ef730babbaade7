import { foldMark, longestMark } from './foldMark.js'
import { type TimeStamp, timeStampAt } from './timeStamp.js'

/** What the begin of a line looks like: a speaker, a time, or both. Whether it is one is decided over the whole text. */
export interface LineMark {
  /** Number of the line, the first is 1. */
  readonly line: number
  /** Offset in the text where the line begins. */
  readonly from: number
  /** Offset in the text of the first character after the mark. */
  readonly to: number
  /** The mark as written; null for a time stamp without a speaker. */
  readonly name: string | null
  /** The mark folded; empty for a time stamp without a speaker. */
  readonly key: string
  readonly at: number | null
  /** `[Name]` and `Name<tab>` need more evidence than a colon; `<v Name>` needs none. */
  readonly shape: 'colon' | 'bracket' | 'tab' | 'voice' | 'stamp'
  /** A time stamp beside the name. */
  readonly timed: boolean
  /** Nothing else on the line. */
  readonly alone: boolean
  /** Bold, or with # or @ in front. */
  readonly dressed: boolean
  /** Whether the time stamp at the begin cannot be a time of day in a sentence. */
  readonly sure: boolean
  /** Offset in the text behind the time stamp the line begins with: where the words begin if the name turns out to be none. */
  readonly stampEnd: number | null
}

/** How much of a line is looked at: a mark, two time stamps and the space around them. */
const looked = longestMark + 120

const blank = /[\s\u200b\ufeff]/u
const between = /[\s\u200b\ufeff|–—-]/u

/** A place in a line while its mark is read. */
interface Reading {
  readonly head: string
  readonly stamp: TimeStamp | null
  readonly dressed: boolean
  readonly begin: number
}

interface Found {
  readonly name: string
  readonly end: number
  readonly stamp: TimeStamp | null
  readonly shape: LineMark['shape']
}

/**
 * Reads what may be a speaker mark or a time stamp at the begin of a line, looking at its first 200 characters only.
 *
 * @param text the whole text
 * @param from offset where the line begins
 * @param until offset where it ends
 * @param line its number, the first is 1
 */
export function lineMarkAt(text: string, from: number, until: number, line: number): LineMark | null {
  const head = text.slice(from, Math.min(until, from + looked))
  const bullet = bulletEnd(head)
  const first = skip(head, bullet, blank)
  if (first >= head.length) return null
  const stamp = timeStampAt(head, first)
  const name = skip(head, stamp?.end ?? first, stamp === null ? blank : between)
  const dress = isOneOf(head, name, '*_#@') ? (/^(?:\*\*|__|[#@](?=[\p{L}]))/u.exec(head.slice(name, name + 3))?.[0] ?? '') : ''
  const reading: Reading = { head, stamp, dressed: dress !== '', begin: name + dress.length }
  const whole = until - from <= looked
  const found = voice(reading) ?? bracketed(reading) ?? plain(reading, whole)
  const isNamed = found !== null && found.name !== ''
  if (!isNamed && stamp === null) return null
  const end = isNamed ? found.end : stamp!.end
  const next = skip(head, end, blank)
  const time = isNamed ? (stamp ?? found.stamp) : stamp
  // Key by key, since every line of every text makes one.
  return {
    line,
    from,
    to: from + next,
    name: isNamed ? found.name : null,
    key: isNamed ? foldMark(found.name) : '',
    at: time?.seconds ?? null,
    shape: isNamed ? found.shape : 'stamp',
    timed: time !== null,
    alone: whole && next >= head.length,
    dressed: isNamed && reading.dressed,
    sure: stamp?.sure ?? false,
    stampEnd: stamp === null ? null : from + stamp.end,
  }
}

/** `<v Name>`, as in WebVTT. */
function voice({ head, begin }: Reading): Found | null {
  if (!isOneOf(head, begin, '<')) return null
  const match = /^<v(?:\.[^\s<>]{1,40})?\s([^<>]{1,80})>/u.exec(head.slice(begin, begin + 140))
  return match === null ? null : { name: match[1]!.trim(), end: begin + match[0].length, stamp: null, shape: 'voice' }
}

/** `[Name] text`, `[Name]: text`, `[Name] 10:02:11`. */
function bracketed(reading: Reading): Found | null {
  if (!isOneOf(reading.head, reading.begin, '[{')) return null
  const match = /^[[{]([^[\]{}]{1,80})[\]}]/u.exec(reading.head.slice(reading.begin))
  if (match === null || timeStampAt(reading.head, reading.begin) !== null) return null
  const after = skip(reading.head, reading.begin + match[0].length, /[\s*_]/u)
  const name = match[1]!.trim().replace(/:$/u, '')
  if (reading.head.charAt(after) === ':') return afterColon(reading, name, after + 1)
  const stamp = timeStampAt(reading.head, after)
  if (stamp?.sure) return { name, end: colonAfter(reading.head, stamp.end), stamp, shape: 'colon' }
  // A stamp before [Name] is as good as one behind it.
  return { name, end: after, stamp: null, shape: reading.stamp === null ? 'bracket' : 'colon' }
}

/** `Name: text`, `Name (00:01:12): text`, `Name<tab>text`, and after a time stamp a name alone on its line. */
function plain(reading: Reading, whole: boolean): Found | null {
  const { head, begin } = reading
  const last = Math.min(head.length, begin + longestMark + 1)
  for (let at = begin + 1; at < last; at++) {
    // Letters and spaces, most of what there is, are no sign of anything.
    const code = head.charCodeAt(at)
    if (code === 0x20 || (code > 0x3a && code !== 0x5b)) continue
    const sign = head.charAt(at)
    if (sign === ':') return afterColon(reading, nameOf(head, begin, at), at + 1)
    if (/[\d#[(]/u.test(sign) && /[\s([|–—-]/u.test(head.charAt(at - 1))) {
      const stamp = timeStampAt(head, at)
      if (stamp !== null) return afterStamp(head, nameOf(head, begin, at), stamp, whole)
    }
    if (sign === '\t' && timeStampAt(head, skip(head, at, blank)) === null) {
      return { name: nameOf(head, begin, at), end: at, stamp: null, shape: reading.stamp === null ? 'tab' : 'colon' }
    }
  }
  const isLine = whole && head.length - begin <= longestMark
  return isLine && reading.stamp !== null ? { name: nameOf(head, begin, head.length), end: head.length, stamp: null, shape: 'colon' } : null
}

function afterColon(reading: Reading, name: string, end: number): Found | null {
  const { head } = reading
  // 10:36 and 16:9 are numbers, not speakers.
  if (/\d/u.test(head.charAt(end)) && /\d/u.test(head.charAt(end - 2))) return null
  const text = skip(head, end, /[*_]/u)
  const stamp = reading.stamp === null ? timeStampAt(head, skip(head, text, blank)) : null
  return stamp?.sure ? { name, end: stamp.end, stamp, shape: 'colon' } : { name, end: text, stamp: null, shape: 'colon' }
}

/** A stamp behind a name counts when it is certain, or when it ends the line or has a colon behind it. */
function afterStamp(head: string, name: string, stamp: TimeStamp, whole: boolean): Found | null {
  const end = colonAfter(head, stamp.end)
  const ends = whole && skip(head, end, blank) >= head.length
  const bracketed = /[\])#}]/u.test(head.charAt(stamp.end - 1))
  return ends || end > stamp.end || bracketed ? { name, end, stamp, shape: 'colon' } : null
}

function colonAfter(head: string, at: number): number {
  const next = skip(head, at, /[\s*_]/u)
  return head.charAt(next) === ':' ? skip(head, next + 1, /[*_]/u) : at
}

function nameOf(head: string, from: number, to: number): string {
  return head
    .slice(from, to)
    .replace(/[\s*_|,–—-]{1,12}$/u, '')
    .trim()
}

function bulletEnd(head: string): number {
  let at = 0
  while (at < 20 && blankSign(head, at)) at++
  return isOneOf(head, at, '-–—•') ? (/^\s{0,20}[-–—•]\s/u.exec(head)?.[0].length ?? 0) : 0
}

// Lines are many and begin with a letter nearly always: what they cannot be is seen without a pattern.
const isOneOf = (head: string, at: number, signs: string): boolean => at < head.length && signs.includes(head.charAt(at))
const blankSign = (head: string, at: number): boolean => at < head.length && !isLetter(head, at) && /\s/u.test(head.charAt(at))

function isLetter(head: string, at: number): boolean {
  const code = head.charCodeAt(at) | 0x20
  return code >= 0x61 && code <= 0x7a
}

function skip(head: string, from: number, what: RegExp): number {
  let at = from
  while (at < head.length && !isLetter(head, at) && what.test(head.charAt(at))) at++
  return at
}
