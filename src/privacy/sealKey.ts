import { StudyError } from '../study/index.js'
import { secretRandom } from './draw.js'
import { contentOf, type Key } from './key.js'
import type { Work } from './keyHeader.js'
import { readKeyText, writeKeyText } from './keyText.js'
import { openBytes, sealBytes } from './sealedBytes.js'

/** 128 MiB and about half a second for whoever tries a passphrase. */
const usual: Work = { N: 2 ** 17, r: 8, p: 1 }

/** The characters a passphrase has at least. */
export const shortest = 12

/**
 * Seals a key with a passphrase, so that it can be kept as a file. Without the passphrase nobody opens it, you included:
 * write it down, and keep it apart from the file.
 *
 * The file begins with `RTDK` and its version; scrypt (RFC 7914, N = 2^17, r = 8, p = 1) makes of the passphrase the key for
 * AES-256-GCM (NIST SP 800-38D). That takes about a second, in which a page does not answer. Its size tells that of the study to 4 KiB. `docs/key.md` describes it byte by byte.
 *
 * @param key what `anonymise` gave
 * @param passphrase twelve characters or more; `newPassphrase` makes a good one. It is normalised (Unicode NFKC) first, so that it
 *   does not matter how a keyboard writes é
 * @returns the bytes of the file
 * @throws StudyError when the passphrase is too short, or where there is no Web Crypto
 * @example
 * const { key } = anonymise(coded, { register, language: en })
 * const sealed = await sealKey(key, 'orbit velvet canyon drift')
 * new TextDecoder().decode(sealed.subarray(0, 4))
 * //=> 'RTDK'
 */
export async function sealKey(key: Key, passphrase: string): Promise<Uint8Array> {
  const content = contentOf(key, 'sealKey')
  expectPassphrase(passphrase)
  return sealBytes(writeKeyText(content), passphrase, { ...usual, salt: secretRandom(16), nonce: secretRandom(12) })
}

/**
 * Opens a sealed key. What the file asks of the machine is looked at before anything is done: no file takes more than four
 * times the work of a usual one.
 *
 * @param sealed the bytes that `sealKey` gave
 * @throws StudyError when it is not a key; and one and the same when the passphrase is wrong or any byte was changed
 * @example
 * const { key } = anonymise(coded, { register, language: en })
 * const opened = await openKey(await sealKey(key, 'orbit velvet canyon drift'), 'orbit velvet canyon drift')
 * opened.version
 * //=> 1
 */
export async function openKey(sealed: Uint8Array, passphrase: string): Promise<Key> {
  if (!(sealed instanceof Uint8Array))
    throw new StudyError([{ what: 'this is not a key file', hint: 'give its bytes first: openKey(bytes, passphrase)', call: 'openKey' }])
  expectText(passphrase, 'openKey')
  return readKeyText(await openBytes(sealed, passphrase))
}

/** Refuses a passphrase that a machine would guess. */
export function expectPassphrase(passphrase: string): void {
  expectText(passphrase, 'sealKey')
  if ([...passphrase.normalize('NFKC')].length >= shortest) return
  throw new StudyError([
    {
      what: `this passphrase is shorter than ${shortest} characters`,
      hint: 'take a longer one, such as the six words that newPassphrase() gives',
      call: 'sealKey',
    },
  ])
}

function expectText(passphrase: string, call: string): void {
  if (typeof passphrase === 'string') return
  throw new StudyError([{ what: 'no passphrase was given', hint: `give it second: ${call}(..., passphrase)`, call }])
}
