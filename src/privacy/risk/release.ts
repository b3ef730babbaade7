import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, hexToBytes, randomBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { type Problem, sharedMap, throwProblems } from '../../study/index.js'
import { showOnly } from '../entry.js'
import type { EarlierPrinted } from './risk.js'

/** What one version of the outputs printed, so that the next can be weighed together with it. Holds digests and facts, no words. */
export interface ReleaseLine {
  readonly date: string
  readonly name: string
  /** Keyed digests of the ids of those who took part. */
  readonly people: readonly string[]
  /** How many of them there are per group, and per theme and group how many are behind it. */
  readonly counts: Readonly<Record<string, number>>
  readonly printed: readonly Omit<EarlierPrinted, 'release'>[]
}

/** Earlier releases with the secret of their digests. Secret itself: it shows only how many they are. */
export interface EarlierReleases {
  readonly releases: readonly ReleaseLine[]
}

const secrets = sharedMap<object, string>('secrets of releases')

/** The secret behind digests, for the functions of this room and for the file alone. */
export function secretOf(value: object): string {
  return secrets.get(value) ?? ''
}

export function withSecret<T extends object>(value: T, secret: string): T {
  secrets.set(value, secret)
  return value
}

/**
 * Begins a list of releases with a new secret.
 *
 * @param random makes so many random bytes; those of the system unless given
 * @example
 * newReleases().releases.length
 * //=> 0
 */
export function newReleases(random: (length: number) => Uint8Array = randomBytes): EarlierReleases {
  return releasesOf([], bytesToHex(random(32)))
}

function releasesOf(releases: readonly ReleaseLine[], secret: string): EarlierReleases {
  const value = showOnly({ releases }, `Releases: ${releases.length}`)
  return withSecret(Object.defineProperty(value, 'toJSON', { value: () => 'Releases (not written out)', enumerable: false }), secret)
}

/** Makes keyed digests (HMAC-SHA-256, 128 bits of it): who does not have the secret cannot try words on them. */
export function digester(releases: EarlierReleases): (text: string) => string {
  const key = hexToBytes(secretOf(releases))
  const known = new Map<string, string>()
  return text => {
    const cached = known.get(text)
    if (cached !== undefined) return cached
    const digest = bytesToHex(hmac(sha256, key, utf8ToBytes(text))).slice(0, 32)
    known.set(text, digest)
    return digest
  }
}

const format = 'retroduct releases 1'

/** The first line of `releases.jsonl`. */
export function writeReleasesHead(secret: string): string {
  return `${JSON.stringify({ format, secret })}\n`
}

/** A line of `releases.jsonl`. */
export function writeRelease({ date, name, people, counts, printed }: ReleaseLine): string {
  return `${JSON.stringify({ date, name, people, counts, printed })}\n`
}

/**
 * Reads `releases.jsonl`: a line with the secret, then a line per release.
 *
 * @throws StudyError with every line that cannot be read; it tells the row only
 */
export function readReleases(text: string, file = 'releases.jsonl'): EarlierReleases {
  const lines = text.replace(/^\uFEFF/u, '').split('\n')
  const problems: Problem[] = []
  const wrong = (row: number) => {
    problems.push({ what: 'this line is no release', hint: 'take it from a backup; what was printed cannot be guessed', file, row })
    return []
  }
  const head = parsed(lines[0] ?? '')
  if (head?.format !== format || typeof head.secret !== 'string' || !/^[\da-f]{64}$/u.test(head.secret))
    problems.push({ what: 'the first line does not hold the secret of the digests', hint: 'take it from a backup', file, row: 1 })
  const releases = lines.slice(1).flatMap((line, i) => {
    if (line.trim() === '') return []
    const value = parsed(line)
    return isRelease(value) ? [value] : wrong(i + 2)
  })
  throwProblems(problems)
  return releasesOf(releases, String(head!.secret))
}

function parsed(line: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : null
  } catch {
    return null
  }
}

function isRelease(value: object | null): value is ReleaseLine {
  const { date, name, people, counts, printed } = (value ?? {}) as Partial<Record<keyof ReleaseLine, unknown>>
  return (
    typeof date === 'string' &&
    typeof name === 'string' &&
    areTexts(people) &&
    typeof counts === 'object' &&
    counts !== null &&
    Object.values(counts).every(Number.isInteger) &&
    Array.isArray(printed) &&
    printed.every(isPrinted)
  )
}

function isPrinted(value: unknown): boolean {
  const { label, links, words, facts } = (value ?? {}) as Partial<Record<keyof EarlierPrinted, unknown>>
  const isFact = (fact: unknown) => {
    const { attribute, value: said } = (fact ?? {}) as Partial<Record<string, unknown>>
    return typeof attribute === 'string' && typeof said === 'string'
  }
  return typeof label === 'string' && typeof links === 'boolean' && areTexts(words) && Array.isArray(facts) && facts.every(isFact)
}

function areTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every(one => typeof one === 'string')
}
