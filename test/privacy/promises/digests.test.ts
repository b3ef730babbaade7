import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { en } from '../../../src/language/en/index.js'
import { foldedWords } from '../../../src/privacy/fold.js'
import { contentId } from '../../../src/study/index.js'
import { entry } from '../../builders.js'
import { everyField } from './everyField.js'
import { archiveOf, outputsOf } from './outputsOf.js'

const name = 'Otto Canary'
const register = [entry(name, { label: 'a colleague', variants: ['Canary'] })]
/** So much stands before the first turn that no count of the safe study comes near a place in the original. */
const far = 70_000
const hashed = /^(?:codings|quotes|relations|evidence|cells|prompts|answers|responses|reveals|sampling|consents)\.id$/u

/** A study with a name in every text, whose rows without an id have one made from what they say, and whose texts begin far on. */
const study = everyField((place, plain) => {
  if (place === 'roles.id' || place === 'respondents.label') return plain
  if (hashed.test(place)) return contentId('c', `${plain} ${name}`)
  if (place === 'transcripts.text outside turns') return `${plain} ${'recorded '.repeat(far / 9)}`
  return `${plain} ${name}`
})

/** Every text of the original, whole and in the parts that somebody might take a digest of. */
function originals(value: unknown, into = new Set<string>()): ReadonlySet<string> {
  if (typeof value === 'string' && value.length > 2) {
    for (const one of [value, ...en.sentences(value).map(({ start, end }) => value.slice(start, end))]) {
      for (const form of [one, one.trim(), one.toLowerCase(), one.normalize('NFD'), foldedWords(one).join(' ')]) into.add(form)
    }
    for (const word of value.slice(-200).split(/\s+/u)) into.add(word)
  } else if (typeof value === 'object' && value !== null) for (const one of Object.values(value)) originals(one, into)
  return into
}

const base32 = 'abcdefghijklmnopqrstuvwxyz234567'
function inBase32(bytes: Uint8Array): string {
  const bits = [...bytes.slice(0, 10)].map(byte => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{5}/gu) ?? []).map(five => base32[Number.parseInt(five, 2)]).join('')
}

const digestsOf = (text: string) =>
  ['md5', 'sha1', 'sha256', 'sha512'].flatMap(kind => {
    const bytes = createHash(kind).update(text).digest()
    return [bytes.toString('hex'), bytes.toString('base64'), bytes.toString('base64url'), inBase32(bytes)].map(one => one.slice(0, 8))
  })

/** All stretches of eight characters that a digest could be. */
function eights(text: string): Set<string> {
  const found = new Set<string>()
  for (const [run] of text.matchAll(/[A-Za-z0-9+/_-]{8,}/gu)) {
    for (let i = 0; i + 8 <= run.length; i++) {
      const eight = run.slice(i, i + 8)
      found.add(eight)
      found.add(eight.toLowerCase())
    }
  }
  return found
}

/** The texts by what could be the beginning of a digest of them. */
const byDigest = (texts: ReadonlySet<string>) => new Map([...texts].flatMap(one => digestsOf(one).map(digest => [digest, one] as const)))

const digestsIn = (text: string, of: ReadonlyMap<string, string>) => [...eights(text)].flatMap(eight => of.get(eight) ?? [])

describe('what is public or archived', () => {
  let outputs = new Map<string, string>()
  beforeAll(async () => {
    outputs = new Map([...outputsOf(study, { register }), ...(await archiveOf(study, { register }))])
  })

  it('holds no digest of an original text, id or name', () => {
    const safe = originals(JSON.parse(outputs.get('safe study')!))
    const secret = new Set([...originals(study), ...originals(register)].filter(one => !safe.has(one)))
    expect(secret.size).toBeGreaterThan(500)
    const digests = byDigest(secret)
    for (const [where, text] of outputs) expect([where, digestsIn(text, digests)]).toEqual([where, []])
  })

  it('holds no id that was made from a row of the original', () => {
    const ids = Object.values(study).flatMap(rows => (Array.isArray(rows) ? rows.flatMap(row => idsIn(row)) : []))
    expect(ids.length).toBeGreaterThan(20)
    for (const [where, text] of outputs) expect([where, ids.filter(id => text.includes(id.slice(0, 9)))]).toEqual([where, []])
  })

  it('holds no place in an original text, and no length of it', () => {
    expect(Math.min(...study.transcripts.map(one => one.turns[0]!.start))).toBeGreaterThan(far)
    for (const [where, text] of outputs) {
      const numbers = (text.match(/(?<![\p{L}\p{N}.#])\d{5,}(?![\p{L}\p{N}])/gu) ?? []).filter(one => Number(one) >= far)
      expect([where, numbers]).toEqual([where, []])
    }
  })

  it('would show what these tests look for', () => {
    expect(digestsIn(`x ${createHash('sha1').update(name).digest('hex').slice(0, 12)}`, byDigest(new Set([name])))).toContain(name)
    expect(digestsIn(contentId('', name), byDigest(new Set([name])))).toContain(name)
    const plain = JSON.stringify(study)
    expect(plain.match(/"start":7\d{4}/u)).not.toBeNull()
  })
})

function idsIn(row: unknown): string[] {
  const id: unknown = typeof row === 'object' && row !== null ? Reflect.get(row, 'id') : null
  return typeof id === 'string' && /^c[a-z2-7]{12}/u.test(id) ? [id] : []
}
