import { gap, shape } from '../../recognise/tokens.js'
import { wordClasses } from '../../recognise/wordClasses.js'
import { type Findings, likely, sure } from './findings.js'
import { flag } from './flags.js'
import { cardinalOf } from './numberWords.js'
import type { Reading } from './reading.js'
import { near } from './triggers.js'

const words = wordClasses({
  at: 'at',
  dot: 'dot point period',
  dash: 'dash hyphen underscore underline minus plus',
  domain: 'com org net edu gov uk ie ca us au nz nhs ac co io info eu example',
  provider: 'gmail hotmail yahoo outlook icloud aol btinternet googlemail live protonmail sky talktalk virginmedia nhs me msn comcast',
})
const { at: atBit, dot, dash, domain, provider } = words.bit

/** E-mail addresses spelled out: "john dot smith at gmail dot com". */
export function findSpokenEmails(reading: Reading, found: Findings): void {
  const { tokens } = reading
  const { count, hash, gap: gaps } = tokens
  for (let i = 1; i < count; i++) {
    if ((words.of(hash[i]!) & atBit) === 0) continue
    const to = domainEnd(reading, i + 1)
    if (to === 0) continue
    const from = localStart(reading, i)
    // "met at gmail" is an address only when its first part is spelled out.
    if (to === i + 2 && from === i - 1) continue
    if (from < i && (gaps[i]! & (gap.stop | gap.line)) === 0) found.tokens(from, to, 'EMAIL', sure, 3)
  }
}

/** One past "gmail dot com", "nhs dot net", "leeds dot ac dot uk", "gmail.com"; 0 when no domain stands there. */
function domainEnd({ tokens }: Reading, at: number): number {
  const { count, hash, gap: gaps } = tokens
  let end = 0
  for (let i = at; i < count && i < at + 12; i++) {
    const of = words.of(hash[i]!)
    if (i > at && (gaps[i]! & ~(gap.space | gap.dot | gap.stop | gap.hyphen | gap.line)) !== 0) break
    const said = i > at && (words.of(hash[i - 1]!) & dot) !== 0
    const written = i > at && gaps[i] === (gap.stop | gap.dot)
    if ((of & domain) !== 0 && (said || written)) end = i + 1
    else if (i > at && (gaps[i]! & gap.stop) !== 0 && !written) break
    else if (end > 0 && (of & (dot | dash)) === 0) break
    if (i - at > 4 && end === 0) break
  }
  if (end === 0 && at < count && (words.of(hash[at]!) & provider) !== 0 && (words.of(hash[at]!) & domain) === 0 && at > 0) return at + 1
  return end
}

/** Where the words before "at" begin that belong to the address: parts apart by dots and dashes, letters and numbers said one by one. */
function localStart({ tokens, word, near: close }: Reading, at: number): number {
  const { gap: gaps, length, shape: shapes, hash } = tokens
  const joined = (i: number) => (gaps[i]! & ~(gap.space | gap.dot | gap.stop | gap.hyphen | gap.line | gap.apostrophe)) === 0
  const isSep = (i: number) => i >= 0 && (words.of(hash[i]!) & (dot | dash)) !== 0
  const small = (i: number) =>
    i >= 0 && (length[i] === 1 || shapes[i] === shape.digits || shapes[i] === shape.alnum || cardinalOf(hash[i]!) >= 0)
  let from = at - 1
  if ((close[from]! & near.bit.stop) !== 0 && length[from]! > 1 && !isSep(from - 1)) return at
  for (let steps = 0; from > 0 && steps < 14 && joined(from); steps++) {
    const written = gaps[from] === (gap.stop | gap.dot)
    const spelled = small(from) && small(from - 1) && (gaps[from]! & gap.stop) === 0
    const afterDigits = small(from) && shapes[from] !== shape.lower && (word[from - 1]! & flag.frequency) < 3
    if (!(isSep(from) || isSep(from - 1) || written || spelled || afterDigits)) break
    from--
  }
  return from
}

const doubled = wordClasses({ twice: 'double triple' })

/** Digits said one by one: "oh seven seven double four nine one two three oh". Six and more are a telephone number, or a number of something. */
export function findSpokenDigits(reading: Reading, found: Findings): void {
  const { ahead, tokens, near: close } = reading
  const { count, hash, gap: gaps, shape: shapes, length } = tokens
  const step = (i: number): number => {
    if (shapes[i] === shape.digits) return length[i]! <= 4 ? length[i]! : 0
    if ((close[i]! & near.bit.number) === 0) return 0
    const value = cardinalOf(hash[i]!)
    return value >= 0 && value < 10 ? 1 : value >= 10 ? 2 : 0
  }
  for (let i = ahead[0]!; i < count; i = ahead[i + 1]!) {
    if ((close[i]! & near.bit.number) === 0 && doubled.of(hash[i]!) === 0) continue
    let digits = 0
    let ones = 0
    let end = i
    let last = i
    for (; end < count && end - i < 40; end++) {
      if (end > i && (gaps[end]! & ~(gap.space | gap.comma | gap.hyphen | gap.line | gap.dot | gap.stop)) !== 0) break
      const of = step(end)
      if (of > 0) {
        digits += of
        if (of === 1) ones++
        last = end + 1
      } else if (doubled.of(hash[end]!) !== 0) digits++
      else if ((close[end]! & near.bit.filler) === 0 || end === i) break
    }
    if (digits >= 7 && ones >= 4 && ones * 2 >= last - i) {
      const about = aboutNumber(reading, i)
      found.tokens(i, last, about === 'ID' ? 'ID' : 'PHONE', digits >= 9 ? sure : likely)
    } else if (digits >= 4 && ones >= 4 && aboutNumber(reading, i) !== null) found.tokens(i, last, aboutNumber(reading, i)!, likely)
    i = Math.max(i, last - 1)
  }
}

/** What the words before a number say that it is. */
export function aboutNumber({ near: close, tokens }: Reading, at: number): 'PHONE' | 'ID' | 'CREDIT_CARD' | null {
  const { idWord, phoneWord, cardWord } = near.bit
  let ids = 0
  for (let i = at - 1; i >= 0 && i >= at - 8; i--) {
    if ((tokens.gap[i + 1]! & gap.stop) !== 0 && (tokens.gap[i + 1]! & gap.space) !== 0 && i < at - 1) break
    if ((close[i]! & cardWord) !== 0) return 'CREDIT_CARD'
    if ((close[i]! & phoneWord) !== 0 && (close[i]! & (idWord | near.bit.stop | near.bit.object)) === 0) return ids > 1 ? 'ID' : 'PHONE'
    if ((close[i]! & idWord) !== 0 && tokens.length[i]! > 1 && (close[i]! & near.bit.stop) === 0) {
      ids++
      if ((close[i]! & phoneWord) === 0) return 'ID'
    }
  }
  return ids > 0 ? 'PHONE' : null
}
