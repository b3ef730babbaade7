import { StudyError } from '../study/index.js'

/** How much work it is to try a passphrase: the parameters of scrypt (RFC 7914). */
export interface Work {
  readonly N: number
  readonly r: number
  readonly p: number
}

/** What stands in the clear at the head of a sealed key. */
export interface KeyHeader extends Work {
  /** 16 bytes. */
  readonly salt: Uint8Array
  /** 12 bytes. */
  readonly nonce: Uint8Array
}

const magic = [0x52, 0x54, 0x44, 0x4b]
const version = 1
const scrypt = 1

/** The bytes of a header: magic 4, version 1, key derivation 1, N 4, r 1, p 1, salt 16, nonce 12. Numbers have their high byte first. */
export const headerSize = 40
/** The tag of AES-GCM, behind the ciphertext. */
export const tagSize = 16
/** The plaintext is a multiple of so many bytes, so that the size of a key tells little of the study in it. */
export const block = 4096

/** What a key may ask for at most, so that a file of a stranger cannot keep a machine busy. The usual one asks 128 MiB and 2^20. */
export const limits = {
  /** Bytes of a file. */
  size: 384 * 2 ** 20 + headerSize + tagSize,
  N: { least: 2 ** 10, most: 2 ** 20 },
  r: 16,
  p: 4,
  /** Bytes that scrypt takes: 128 N r. */
  memory: 256 * 2 ** 20,
  /** N r p. */
  work: 2 ** 22,
} as const

/** Writes the header of a sealed key. */
export function writeHeader({ N, r, p, salt, nonce }: KeyHeader): Uint8Array {
  const header = new Uint8Array(headerSize)
  header.set([...magic, version, scrypt])
  new DataView(header.buffer).setUint32(6, N)
  header.set([r, p, ...salt, ...nonce], 10)
  return header
}

/**
 * Reads the header of a sealed key, and checks the size of all of it: everything that can be known before a passphrase is
 * tried.
 *
 * @throws StudyError when it is no key, of another version, not whole, or asks for more than a key may
 */
export function readHeader(sealed: Uint8Array): KeyHeader {
  const begins = magic.every((byte, i) => sealed[i] === byte)
  if (!begins) throw refusal('this is not a key of this library', 'give the file that was written beside the safe study')
  if (sealed[4] !== version)
    throw refusal('this key is of a version that this library does not know', 'open it with the newest version of the library')
  const length = sealed.length - headerSize - tagSize
  if (length < block || length % block !== 0 || sealed.length > limits.size)
    throw refusal('this key is not whole', 'take it again from where it was copied from, or from a backup')
  const N = new DataView(sealed.buffer, sealed.byteOffset).getUint32(6)
  const r = sealed[10]!
  const p = sealed[11]!
  if (sealed[5] !== scrypt || !isAllowed({ N, r, p }))
    throw refusal('this key asks for what a key of this version may not ask', 'it was damaged or is not a key: take it from a backup')
  return { N, r, p, salt: sealed.slice(12, 28), nonce: sealed.slice(28, headerSize) }
}

function isAllowed({ N, r, p }: Work): boolean {
  const isPower = Number.isInteger(Math.log2(N)) && N >= limits.N.least && N <= limits.N.most
  const isCounted = r >= 1 && r <= limits.r && p >= 1 && p <= limits.p
  return isPower && isCounted && 128 * N * r <= limits.memory && N * r * p <= limits.work
}

function refusal(what: string, hint: string): StudyError {
  return new StudyError([{ what, hint, call: 'openKey' }])
}
