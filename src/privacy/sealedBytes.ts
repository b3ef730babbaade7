import { scryptAsync } from '@noble/hashes/scrypt.js'
import { StudyError } from '../study/index.js'
import { block, headerSize, type KeyHeader, limits, readHeader, tagSize, type Work, writeHeader } from './keyHeader.js'
import { tooLarge } from './keyText.js'

/** The bytes before a text that say how long it is. */
const lengthSize = 4

/**
 * Seals a text: scrypt makes a key of the passphrase, AES-256-GCM encrypts with the header as additional data. What is
 * encrypted is the length of the text in UTF-8, the text, and zeros up to a whole number of blocks.
 */
export async function sealBytes(text: string, passphrase: string, header: KeyHeader): Promise<Uint8Array> {
  const bytes = new TextEncoder().encode(text)
  const plain = new Uint8Array(Math.ceil((lengthSize + bytes.length) / block) * block)
  if (headerSize + plain.length + tagSize > limits.size) throw tooLarge()
  new DataView(plain.buffer).setUint32(0, bytes.length)
  plain.set(bytes, lengthSize)
  const head = writeHeader(header)
  const key = await derive(passphrase, header, 'encrypt')
  const encrypted = new Uint8Array(await subtle().encrypt(algorithm(head), key, plain))
  const sealed = new Uint8Array(head.length + encrypted.length)
  sealed.set(head)
  sealed.set(encrypted, head.length)
  return sealed
}

/** Opens what `sealBytes` made. A wrong passphrase and a changed byte are one error: they cannot be told apart. */
export async function openBytes(sealed: Uint8Array, passphrase: string): Promise<string> {
  const header = readHeader(sealed)
  const key = await derive(passphrase, header, 'decrypt')
  const head = sealed.slice(0, headerSize)
  const plain = await subtle()
    .decrypt(algorithm(head), key, sealed.slice(headerSize))
    .catch(() => null)
  if (plain === null) throw wrongOrChanged()
  const length = new DataView(plain).getUint32(0)
  return new TextDecoder().decode(new Uint8Array(plain).subarray(lengthSize, lengthSize + length))
}

function algorithm(head: Uint8Array): AesGcmParams {
  return { name: 'AES-GCM', iv: head.slice(headerSize - 12), additionalData: head.slice(), tagLength: tagSize * 8 }
}

async function derive(passphrase: string, { salt, N, r, p }: KeyHeader & Work, use: 'encrypt' | 'decrypt'): Promise<CryptoKey> {
  const crypto = subtle()
  const derived = await scryptAsync(passphrase.normalize('NFKC'), salt, { N, r, p, dkLen: 32, maxmem: 2 * limits.memory })
  const key = await crypto.importKey('raw', derived.slice(), 'AES-GCM', false, [use])
  derived.fill(0)
  return key
}

function subtle(): SubtleCrypto {
  const found = globalThis.crypto?.subtle as SubtleCrypto | undefined
  if (found !== undefined) return found
  throw new StudyError([
    { what: 'there is no Web Crypto here', hint: 'open the page over https or from localhost, or use Node 20 or newer' },
  ])
}

function wrongOrChanged(): StudyError {
  return new StudyError([
    {
      what: 'the passphrase is wrong, or the key was changed after it was sealed',
      hint: 'try the passphrase again, with its spaces and capitals; a damaged key can only be taken from a backup',
      call: 'openKey',
    },
  ])
}
