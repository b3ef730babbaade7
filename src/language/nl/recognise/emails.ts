import type { Candidates } from '../../recognise/candidates.js'
import { certainty } from '../../recognise/candidates.js'
import { kind, unitKind } from '../../recognise/letterTable.js'
import { gap, shape } from '../../recognise/tokens.js'
import { wordClasses } from '../../recognise/wordClasses.js'
import { wordHash } from '../../recognise/wordHash.js'
import { flag } from './flags.js'
import { interest } from './interest.js'
import type { Reading } from './reading.js'
import { near } from './triggers.js'

const spoken = wordClasses({
  at: 'apenstaartje apestaartje apenstaart apestaart',
  softAt: 'at et',
  dot: 'punt dot',
  join: 'min streepje underscore koppelteken liggend laag verbindingsstreepje',
  top: 'nl com org net be eu de info nu frl gov edu uk fr example',
  www: 'www',
  http: 'http https',
})
const { bit } = spoken
/** Whether a word is one of spoken addresses. */
export const onlineWords = (hash: number): boolean => spoken.of(hash) !== 0
const de = wordHash('de')

const isLetterOrDigit = (unit: number) => unitKind(unit) !== kind.other && unitKind(unit) <= kind.digit
const atSign = '@'.charCodeAt(0)
const localSigns = new Set(Array.from('._%+-', sign => sign.charCodeAt(0)))
const isLocal = (unit: number) => isLetterOrDigit(unit) || localSigns.has(unit)
/** A dot or a hyphen, which no address begins or ends with. */
const isEdge = (unit: number) => unit === 45 || unit === 46
const isDomain = (unit: number) => isLetterOrDigit(unit) || isEdge(unit)
const longest = 120

/** E-mail addresses and web addresses, written and spelled out. */
export function markAddressesOnline(reading: Reading, out: Candidates): void {
  const { tokens } = reading
  const { gap: gaps, hash, start, text } = tokens
  let done = 0
  for (const i of reading.at(interest.online)) {
    if (start[i]! < done) continue
    if ((gaps[i]! & gap.at) !== 0 && start[i]! > done) {
      let sign = start[i]! - 1
      while (text.charCodeAt(sign) !== atSign) sign--
      done = markWritten(text, sign, out) || done
      continue
    }
    const of = spoken.of(hash[i]!)
    if (of === 0) continue
    if ((of & bit.at) !== 0) markSpoken(reading, i, certainty.sure, out)
    else if ((of & bit.softAt) !== 0) markSpoken(reading, i, certainty.likely, out)
    else if ((of & bit.http) !== 0 && (gaps[i + 1]! & gap.slash) !== 0) done = markLink(text, start[i]!, out)
    else if ((of & bit.www) !== 0 && (gaps[i + 1]! & gap.dot) !== 0 && (gaps[i + 1]! & gap.space) === 0)
      done = markLink(text, start[i]!, out)
    else if ((of & bit.top) !== 0 && start[i]! >= done && (gaps[i]! & ~gap.stop) === gap.dot && i > 0)
      done = markDomain(reading, i, out) || done
    else if ((of & bit.top) !== 0 && i > 1 && (spoken.of(hash[i - 1]!) & bit.dot) !== 0) markSpokenDomain(reading, i, out)
  }
}

function markWritten(text: string, at: number, out: Candidates): number {
  let from = at
  while (from > 0 && at - from < longest && isLocal(text.charCodeAt(from - 1))) from--
  let to = at + 1
  while (to < text.length && to - at < longest && isDomain(text.charCodeAt(to))) to++
  while (to > at && isEdge(text.charCodeAt(to - 1))) to--
  while (from < at && isEdge(text.charCodeAt(from))) from++
  if (to <= at + 1) return 0
  // @handle
  let dot = at
  while (dot < to && text.charCodeAt(dot) !== 46) dot++
  const sure = from < at && dot < to ? certainty.sure : certainty.likely
  out.add(from, to, 'EMAIL', sure, 90)
  return to
}

function markLink(text: string, from: number, out: Candidates): number {
  let to = from
  while (to < text.length && to - from < 2000 && /[^\s<>"“”‹›)\]}]/u.test(text[to]!)) to++
  while (to > from && /[.,;:!?'’]/u.test(text[to - 1]!)) to--
  out.add(from, to, 'URL', certainty.sure, 80)
  return to
}

/** zorgnet.nl, www2.zorgnet.nl/pagina: words joined by dots that end in a top domain. */
function markDomain({ tokens }: Reading, top: number, out: Candidates): number {
  const { gap: gaps, start, end, text, shape: shapes } = tokens
  if (shapes[top] !== shape.lower) return 0
  let first = top
  const joins = gap.dot | gap.stop | gap.hyphen
  while (first > 0 && top - first < 12 && gaps[first] !== 0 && (gaps[first]! & ~joins) === 0) first--
  if (first === top || end[top - 1]! - start[top - 1]! < 2) return 0
  let to = end[top]!
  if (text[to] === '/') while (to < text.length && to - end[top]! < 500 && /[^\s<>"“”‹›)\]},;]/u.test(text[to]!)) to++
  while (/[.:!?]/u.test(text[to - 1]!)) to--
  out.add(start[first]!, to, 'URL', certainty.sure, 70)
  return to
}

/** jan punt de vries apenstaartje gmail punt com */
function markSpoken({ tokens, near: nearBits }: Reading, at: number, sureness: number, out: Candidates): void {
  const { hash, start, end, gap: gaps, count } = tokens
  const is = (i: number, bits: number) => i >= 0 && i < count && (spoken.of(hash[i]!) & bits) !== 0
  const glue = bit.dot | bit.join
  let last = at + 1
  let ended = false
  while (last + 1 < count && last - at < 14 && (gaps[last + 1]! & gap.line) === 0) {
    if (is(last + 1, glue)) last++
    else if (is(last, glue) && !ended) last++
    else if (!ended && !hasTop(tokens, at, last) && last - at < 5 && is(last + 2, glue)) last++
    else break
    if (is(last, bit.top) && is(last - 1, bit.dot)) {
      ended = true
      if (!is(last + 1, bit.dot)) break
    }
  }
  if (!ended && sureness < certainty.sure) return
  if (last >= count || (!ended && (gaps[at + 1]! & gap.line) !== 0)) last = at
  let first = at
  const stops = gap.line | gap.stop | gap.comma | gap.colon
  while (first > 0 && at - first < 12 && (gaps[first]! & stops) === 0) {
    const before = first - 1
    const joined = is(before, glue) || is(first, glue)
    const particle = (nearBits[first]! & near.bit.article) !== 0 || (nearBits[before]! & (near.bit.article | near.bit.placePrep)) !== 0
    if (first === at || joined || (particle && is(before - 1, glue))) first = before
    else break
  }
  if (first < at) out.add(start[first]!, end[last]!, 'EMAIL', sureness, 90)
}

function hasTop({ hash }: Reading['tokens'], from: number, to: number): boolean {
  for (let i = from; i <= to; i++) if ((spoken.of(hash[i]!) & bit.top) !== 0 && (spoken.of(hash[i - 1]!) & bit.dot) !== 0) return true
  return false
}

/** www punt zorgnet punt nl */
function markSpokenDomain({ tokens, word }: Reading, top: number, out: Candidates): void {
  const { hash, start, end, gap: gaps, count } = tokens
  const is = (i: number, bits: number) => i >= 0 && i < count && (spoken.of(hash[i]!) & bits) !== 0
  let first = top
  const stops = gap.line | gap.stop | gap.comma | gap.colon
  while (first > 1 && top - first < 12 && (gaps[first]! & stops) === 0 && is(first - 1, bit.dot | bit.join)) first -= 2
  if (first === top || first < 0) return
  const www = is(first, bit.www) || (word[top - 2]! & flag.frequency) < 4
  // "de": "op dit punt de" is no domain.
  if (!www || hash[top] === de) return
  out.add(start[first]!, end[top]!, 'URL', is(first, bit.www) ? certainty.sure : certainty.likely, 60)
}
