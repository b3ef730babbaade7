import { gap, shape } from '../../recognise/tokens.js'
import { type Findings, likely, sure } from './findings.js'
import type { Reading } from './reading.js'
import { aboutNumber } from './spoken.js'
import { near } from './triggers.js'

/** Digits with what stands between them, as one number may be written. */
interface Run {
  readonly from: number
  readonly to: number
  readonly digits: string
  readonly groups: readonly number[]
  readonly plus: boolean
  readonly brackets: boolean
  /** The bits of all that stands between the groups. */
  readonly between: number
}

const most = 24

/** Telephone numbers, cards and numbers that somebody is known by, written in digits. */
export function findNumbers(reading: Reading, found: Findings): void {
  const { ahead, tokens } = reading
  const { count, shape: shapes } = tokens
  for (let i = ahead[0]!; i < count; i = ahead[i + 1]!) {
    if (shapes[i] !== shape.digits || found.claimed[i] !== 0) continue
    const run = runAt(reading, i)
    judge(reading, run, found)
    i = run.to - 1
  }
}

const links = gap.space | gap.hyphen | gap.dot | gap.stop | gap.open | gap.close | gap.slash

function runAt({ tokens, text }: Reading, from: number): Run {
  const { count, gap: gaps, shape: shapes, start, end } = tokens
  let to = from + 1
  let between = 0
  const groups = [end[from]! - start[from]!]
  while (to < count && to - from < most && shapes[to] === shape.digits && (gaps[to]! & ~links) === 0) {
    const room = start[to]! - end[to - 1]!
    if (room > 2 && !(room === 3 && (gaps[to]! & (gap.hyphen | gap.close)) !== 0)) break
    // "in 2019. 44 people": the end of a sentence.
    if ((gaps[to]! & gap.stop) !== 0 && (gaps[to]! & gap.space) !== 0) break
    between |= gaps[to]!
    groups.push(end[to]! - start[to]!)
    to++
  }
  const before = text.slice(Math.max(0, start[from]! - 3), start[from]!)
  const digits = text.slice(start[from], Math.min(end[to - 1]!, start[from]! + 80)).replace(/\P{Nd}/gu, '')
  return {
    from,
    to,
    digits,
    groups,
    plus: /\+\s?\(?$/u.test(before),
    brackets: /\($/u.test(before) || (between & (gap.open | gap.close)) !== 0,
    between,
  }
}

function judge(reading: Reading, run: Run, found: Findings): void {
  const { from, to, digits, groups, plus, brackets, between } = run
  const { length } = digits
  if (length < 5 || (length < 6 && !plus)) return
  const { start, end } = reading.tokens
  const { text } = reading
  const money = /[£$€]\s?$/u.test(text.slice(Math.max(0, start[from]! - 2), start[from]!))
  if (money || (from > 0 && reading.tokens.gap[from]! === gap.comma)) return
  const about = aboutNumber(reading, from)
  const shapeOf = groups.join(' ')
  if (isDate(groups, digits, between)) return
  if (about === 'CREDIT_CARD' && length >= 11 && length <= 19) return found.tokens(from, to, 'CREDIT_CARD', sure)
  if (length >= 13 && length <= 19 && passesLuhn(digits) && (groups.length === 1 || shapeOf === '4 4 4 4' || shapeOf === '4 6 5'))
    return found.tokens(from, to, 'CREDIT_CARD', sure)
  if (shapeOf === '3 2 4' && !plus) return found.tokens(from, to, 'ID', sure)
  if (
    length === 10 &&
    !plus &&
    digits[0] !== '0' &&
    isNhsNumber(digits) &&
    about !== 'PHONE' &&
    (groups.length === 1 || shapeOf === '3 3 4')
  )
    return found.tokens(from, to, 'ID', about === 'ID' ? sure : likely)
  if (about === 'ID' && length >= 5 && !plus && !brackets)
    return found.tokens(from, withLetter(reading, to), 'ID', length > 5 ? sure : likely)
  const opens = text.slice(Math.max(0, start[from]! - 2), start[from]!)
  const at = plus ? start[from]! - opens.length + opens.indexOf('+') : /\($/u.test(opens) ? start[from]! - 1 : start[from]!
  const stop = extension(reading, to)
  if (isPhone(run, about))
    found.units(
      at < 0 ? start[from]! : at,
      end[stop - 1]!,
      'PHONE',
      plus || about === 'PHONE' || brackets || digits[0] === '0' ? sure : likely,
    )
  else if (groups.length === 1 && length >= 6 && (reading.near[to] ?? 0 & near.bit.unit) === 0) found.tokens(from, to, 'ID', likely)
}

/** "22/0147-B": a letter that belongs to a number. */
function withLetter({ tokens }: Reading, to: number): number {
  const joined = to < tokens.count && (tokens.gap[to] === gap.hyphen || tokens.gap[to] === gap.slash)
  return joined && tokens.length[to]! < 3 ? to + 1 : to
}

/** "ext. 204", "extension 12" behind a number. */
function extension({ tokens, text }: Reading, to: number): number {
  const { count, shape: shapes, start, end } = tokens
  if (to + 1 < count && shapes[to + 1] === shape.digits && /^(?:ext|extension|x)$/iu.test(text.slice(start[to], end[to]))) return to + 2
  return to
}

function isPhone({ digits, groups, plus, brackets, between }: Run, about: string | null): boolean {
  const { length } = digits
  if (length > 15) return false
  if (plus) return length >= 7
  if (about === 'PHONE') return length >= 6
  if (brackets) return length >= 7
  if (digits[0] === '0') return length >= 9 && length <= 14
  const shapeOf = groups.join(' ')
  // 415-555-0132, 1-800-555-0100, 555-0148, 1800 123 456, 353 87 419 2265
  if (/^(?:1 )?3 3 4$/u.test(shapeOf) || /^(?:3 4)$/u.test(shapeOf)) return (between & gap.slash) === 0
  if (/^(?:800|888|877|866|1800|1850|1890|1300|13)/u.test(digits) && groups.length > 1) return length >= 6
  if (groups.length > 1 && length >= 9 && length <= 13) return true
  return groups.length === 1 && length === 11
}

/** 5-20-2021, 2021-05-21, 21.5.21 and the like are for the rules of dates. */
function isDate(groups: readonly number[], digits: string, between: number): boolean {
  if (groups.length < 3 || (between & gap.space) !== 0 || digits.length > 8)
    return groups.length === 2 && /^(?:19|20)\d\d(?:19|20)\d\d$/u.test(digits)
  const [a, b, c] = groups as [number, number, number]
  return groups.length === 3 && ((a === 4 && b <= 2 && c <= 2) || (a <= 2 && b <= 2 && (c === 4 || c === 2)))
}

/** The check digit of bank cards (ISO/IEC 7812-1). */
export function passesLuhn(digits: string): boolean {
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i])
    sum += i % 2 === 0 ? digit : digit * 2 - (digit > 4 ? 9 : 0)
  }
  return sum % 10 === 0
}

/** The check digit of NHS numbers: modulo 11 over the first nine. */
export function isNhsNumber(digits: string): boolean {
  let sum = 0
  for (let i = 0; i < 9; i++) sum += Number(digits[i]) * (10 - i)
  const check = (11 - (sum % 11)) % 11
  return check !== 10 && check === Number(digits[9]) && !/^(\d)\1*$/u.test(digits)
}
