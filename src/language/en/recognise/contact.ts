import { gap, shape } from '../../recognise/tokens.js'
import { wordClasses } from '../../recognise/wordClasses.js'
import { type Findings, likely, sure } from './findings.js'
import type { Reading } from './reading.js'
import { headOf } from './triggers.js'

const ends = wordClasses({
  domain:
    'com org net edu gov mil int info biz io co uk ie ca us au nz za in de fr nl be es it eu ch se no dk fi pl pt gr jp cn br mx ru nhs example site online app dev tech shop website scot wales cymru london health care school academy foundation ngo charity me tv',
  /** Those that are no words: enough by themselves behind a dot. */
  clear: 'com org net edu gov uk ie ca au nz eu info io biz nhs scot',
})

const isLocal = (unit: number) => isLetterOrDigit(unit) || ".!#$%&'*+/=?^_`{|}~-’".includes(String.fromCharCode(unit))
const isDomain = (unit: number) => isLetterOrDigit(unit) || unit === 0x2e || unit === 0x2d
const isLetterOrDigit = (unit: number) =>
  (unit >= 0x30 && unit <= 0x39) ||
  (unit >= 0x41 && unit <= 0x5a) ||
  (unit >= 0x61 && unit <= 0x7a) ||
  (unit > 0x7f && /[\p{L}\p{N}]/u.test(String.fromCharCode(unit)))
const longest = 90

/** E-mail addresses as they are written: words without spaces around an @. */
export function findEmails({ text }: Reading, found: Findings): void {
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    let start = at
    while (start > 0 && at - start < longest && isLocal(text.charCodeAt(start - 1))) start--
    while (start < at && !isLetterOrDigit(text.charCodeAt(start))) start++
    let end = at + 1
    while (end < text.length && end - at < longest && isDomain(text.charCodeAt(end))) end++
    while (end > at + 1 && !isLetterOrDigit(text.charCodeAt(end - 1))) end--
    if (end <= at + 1) continue
    if (start === at) {
      // The name somebody goes by on a platform.
      if (at === 0 || /\s/u.test(text[at - 1]!)) found.units(at, end, 'USERNAME', likely)
    } else if (text.slice(at, end).includes('.')) found.units(start, end, 'EMAIL', sure)
    else found.units(start, end, 'EMAIL', likely)
  }
}

const isUrl = (unit: number) => unit > 0x20 && unit !== 0xa0 && !'<>"‹›“”'.includes(String.fromCharCode(unit))
const most = 400

/** Web addresses: with a protocol, with www, and bare ones that end as a domain does. */
export function findUrls(reading: Reading, found: Findings): void {
  const { text, tokens } = reading
  for (let at = text.indexOf('://'); at >= 0; at = text.indexOf('://', at + 3)) {
    let start = at
    while (start > 0 && at - start < 20 && isLetterOrDigit(text.charCodeAt(start - 1))) start--
    const end = urlEnd(text, at + 3)
    if (start < at && end > at + 3) found.units(start, end, 'URL', text.slice(at + 3, end).includes('.') ? sure : likely)
    at = Math.max(at, end - 3)
  }
  const { count, gap: gaps, shape: shapes, start, end, hash } = tokens
  for (let i = 1; i < count; i++) {
    if (gaps[i] !== (gap.stop | gap.dot) || shapes[i] === shape.digits || found.claimed[i] !== 0) continue
    let from = i - 1
    while (from > 0 && i - from < 8 && (gaps[from] === (gap.stop | gap.dot) || gaps[from] === gap.hyphen)) from--
    let to = i
    while (to + 1 < count && to - i < 8 && (gaps[to + 1] === (gap.stop | gap.dot) || gaps[to + 1] === gap.hyphen)) to++
    const ending = ends.of(hash[to]!)
    const www = text.slice(start[from], end[from]).toLowerCase() === 'www'
    const clear = (ending & ends.bit.clear) !== 0 && shapes[to] === shape.lower
    if (clear || (www && to - from > 1 && ending !== 0))
      found.units(start[from]!, urlEnd(text, end[to]!), 'URL', www || clear ? sure : likely)
    i = to
  }
}

/** Behind what goes on without a space, without the punctuation of the sentence. */
function urlEnd(text: string, from: number): number {
  let end = from
  while (end < text.length && end - from < most && isUrl(text.charCodeAt(end))) end++
  while (end > from && !/[\p{L}\p{N}/]/u.test(text[end - 1]!)) end--
  return end
}

/** Internet addresses: four numbers to 255, or five and more groups of hexadecimal digits. */
export function findIps({ text, tokens }: Reading, found: Findings): void {
  const { count, gap: gaps, shape: shapes, length, start, end } = tokens
  const dot = gap.stop | gap.dot
  for (let i = 0; i + 3 < count; i++) {
    if (shapes[i] === shape.digits && gaps[i + 1] === dot && gaps[i + 2] === dot && gaps[i + 3] === dot && gaps[i] !== dot) {
      const parts = [0, 1, 2, 3].map(k => text.slice(start[i + k], end[i + k]))
      const four = (i + 4 >= count || gaps[i + 4] !== dot) && parts.every(part => /^\d{1,3}$/u.test(part) && Number(part) < 256)
      if (four) found.tokens(i, i + 4, 'IP', sure)
    }
    if (gaps[i + 1] !== gap.colon || length[i]! > 4 || gaps[i] === gap.colon) continue
    let to = i
    while (to + 1 < count && gaps[to + 1] === gap.colon && length[to + 1]! <= 4) to++
    if (to - i >= 4 && /^[0-9a-f:]+$/iu.test(text.slice(start[i], Math.min(end[to]!, start[i]! + 60)))) found.tokens(i, to + 1, 'IP', sure)
    i = to
  }
}

/** "username: foobar", "password: baz123". */
export function findCredentials({ ahead, text, tokens, head }: Reading, found: Findings): void {
  for (let i = ahead[0]!; i < tokens.count; i = ahead[i + 1]!) {
    if ((head[i]! & headOf.bit.secret) === 0) continue
    const end = tokens.end[i]!
    const rest = /^(?:\s?(?:name|info|details))?(?:\s+is)?\s*[:=]\s*(\S{2,40})|^\s+is\s+(?=\S*\d)(\S{4,40})/u.exec(
      text.slice(end, end + 60),
    )
    const said = rest?.[1] ?? rest?.[2]
    if (!rest || said === undefined) continue
    const stop = end + rest[0].length - said.length + said.replace(/[.,;!?]+$/u, '').length
    found.units(tokens.start[i]!, stop, /^pass/iu.test(text.slice(tokens.start[i], end)) ? 'PASSWORD' : 'USERNAME', likely)
  }
}
