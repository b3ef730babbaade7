import { createCipheriv, createDecipheriv, scryptSync } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { en } from '../../src/language/en/index.js'
import { anonymise, expectPassphrase, type Key, noNames, openKey, restore, sealKey } from '../../src/privacy/index.js'
import { contentOf } from '../../src/privacy/key.js'
import { headerSize, type KeyHeader, limits, readHeader, tagSize, writeHeader } from '../../src/privacy/keyHeader.js'
import { readKeyText, writeKeyText } from '../../src/privacy/keyText.js'
import { openBytes, sealBytes } from '../../src/privacy/sealedBytes.js'
import { type Study, StudyError } from '../../src/study/index.js'
import { studyOf, transcript } from '../builders.js'

const read = (name: string) => readFileSync(join(import.meta.dirname, 'vectors', name))
const vector = JSON.parse(read('allotments.json').toString()) as Readonly<Record<'passphrase' | 'salt' | 'nonce', string>> &
  Readonly<Record<'N' | 'r' | 'p', number>>
const sealedVector = new Uint8Array(read('allotments.rtdk'))
const plainVector = read('allotments.plain.json').toString()

/** The least work a key may ask for: these tests open hundreds. */
const header: KeyHeader = { N: 2 ** 10, r: 1, p: 1, salt: new Uint8Array(16).fill(7), nonce: new Uint8Array(12).fill(9) }
const passphrase = 'orbit velvet canyon drift'

/** The same format by OpenSSL, and not by the code under test. */
function derive(given: Uint8Array, phrase: string): { key: Buffer; head: Buffer; nonce: Buffer } {
  const bytes = Buffer.from(given)
  const [N, r, p] = [bytes.readUInt32BE(6), bytes[10]!, bytes[11]!]
  const key = scryptSync(phrase.normalize('NFKC'), bytes.subarray(12, 28), 32, { N, r, p, maxmem: 2 ** 29 })
  return { key, head: bytes.subarray(0, 40), nonce: bytes.subarray(28, 40) }
}

function openedElsewhere(sealed: Uint8Array, phrase: string): string {
  const { key, head, nonce } = derive(sealed, phrase)
  const decipher = createDecipheriv('aes-256-gcm', key, nonce)
    .setAAD(head)
    .setAuthTag(Buffer.from(sealed.slice(-16)))
  const plain = Buffer.concat([decipher.update(sealed.slice(40, -16)), decipher.final()])
  const end = 4 + plain.readUInt32BE(0)
  expect(plain.length % 4096).toBe(0)
  expect(plain.subarray(end).every(byte => byte === 0)).toBe(true)
  return plain.subarray(4, end).toString()
}

function sealedElsewhere(plain: Uint8Array, given: KeyHeader, phrase: string): Uint8Array {
  const { key, head, nonce } = derive(writeHeader(given), phrase)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(head)
  return new Uint8Array(Buffer.concat([head, cipher.update(plain), cipher.final(), cipher.getAuthTag()]))
}

async function refusalOf(work: Promise<unknown>): Promise<string> {
  try {
    await work
  } catch (error) {
    if (error instanceof StudyError) return error.message
    throw error
  }
  throw new Error('it was not refused')
}

const study = studyOf([transcript('i1', ['I: So?', '10: Odélia’s beans are taller than she is, “really”.'])])
const { study: safe, key } = anonymise(study, { register: noNames('made up'), language: en, profile: 'archive', attributes: ['age'] })

describe('the test vector', () => {
  it('was made as it says, by another implementation', () => {
    expect(openedElsewhere(sealedVector, vector.passphrase)).toBe(plainVector)
    expect(vector.passphrase.normalize('NFKC')).not.toBe(vector.passphrase)
  })

  it('is opened, and leads back from its safe study', async () => {
    const opened = await openKey(sealedVector, vector.passphrase)
    const { original } = JSON.parse(plainVector) as { original: Study }
    expect({ ...restore(JSON.parse(read('allotments.safe.json').toString()) as Study, opened) }).toEqual(original)
    expect(original.transcripts[0]!.text).toContain('Odélia’s beans')
  })

  it('comes out byte for byte with its salt and nonce, of a passphrase written otherwise', async () => {
    const bytes = (hex: string) => new Uint8Array(Buffer.from(hex, 'hex'))
    const again = await sealBytes(plainVector, vector.passphrase.normalize('NFKD'), {
      ...vector,
      salt: bytes(vector.salt),
      nonce: bytes(vector.nonce),
    })
    expect(Buffer.from(again).equals(Buffer.from(sealedVector))).toBe(true)
  })

  it('holds what this version writes', () => {
    expect(writeKeyText(contentOf(readKeyText(plainVector), ''))).toBe(plainVector)
  })
})

describe('sealKey', () => {
  let sealed: Uint8Array
  beforeAll(async () => {
    sealed = await sealKey(key, passphrase)
  })

  it('begins with its magic and asks for N = 2^17, r = 8, p = 1; other salt and nonce each time', async () => {
    expect(new TextDecoder().decode(sealed.subarray(0, 4))).toBe('RTDK')
    expect(readHeader(sealed)).toMatchObject({ N: 2 ** 17, r: 8, p: 1 })
    const other = await sealKey(key, passphrase)
    for (const part of ['salt', 'nonce'] as const) expect(readHeader(other)[part]).not.toEqual(readHeader(sealed)[part])
    expect(other.length).toBe(sealed.length)
  })

  it('gives back the key: the original, how the safe study was made, and by what it is known', async () => {
    const opened = await openKey(sealed, passphrase)
    expect(contentOf(opened, '')).toEqual(contentOf(key, ''))
    expect(contentOf(opened, '').options).toEqual({ language: 'en', profile: 'archive', attributes: ['age'] })
    expect(restore(safe, opened).transcripts[0]!.text).toBe(study.transcripts[0]!.text)
    expect(JSON.stringify(restore(safe, opened))).toBe(JSON.stringify(study))
  })

  it('lets the rest of the program go on meanwhile', async () => {
    let ticks = 0
    const timer = setInterval(() => ticks++, 5)
    await openKey(sealed, passphrase)
    clearInterval(timer)
    expect(ticks).toBeGreaterThan(5)
  })

  it('holds nothing that can be read without the passphrase', () => {
    const text = Buffer.from(sealed).toString('latin1')
    expect(text).not.toMatch(/beans|taller|made up|transcripts/u)
  })

  it('refuses a passphrase under twelve characters, as counted after normalising', async () => {
    for (const short of ['', 'eleven char', '🌱🌱🌱🌱🌱🌱', 'é'.normalize('NFD').repeat(11)])
      expect(await refusalOf(sealKey(key, short))).toMatch(/shorter than 12 characters/u)
    // A ligature counts as the letters it is made of.
    expect(() => expectPassphrase('ﬁeldﬁeldab')).not.toThrow()
    expect(await refusalOf(sealKey(key, undefined as never))).toMatch(/no passphrase was given/u)
    expect(await refusalOf(sealKey({} as Key, passphrase))).toMatch(/this is not a key/u)
    expect(await refusalOf(openKey('RTDK' as never, passphrase))).toMatch(/give its bytes/iu)
  })

  it('says where there is no Web Crypto', async () => {
    vi.stubGlobal('crypto', undefined)
    try {
      expect(await refusalOf(openBytes(sealed, passphrase))).toMatch(/no Web Crypto here/u)
    } finally {
      vi.unstubAllGlobals()
    }
  })
})

describe('what is sealed', () => {
  it('comes back, whatever it says, in whole blocks, and elsewhere too', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.integer({ min: 4080, max: 4100 }).map(length => 'x'.repeat(length)),
    )
    await fc.assert(
      fc.asyncProperty(text, fc.string({ unit: 'grapheme' }), async (said, phrase) => {
        const sealed = await sealBytes(said, phrase, header)
        expect((sealed.length - headerSize - tagSize) % 4096).toBe(0)
        expect(sealed.length - headerSize - tagSize - Buffer.byteLength(said)).toBeLessThan(4096 + 4)
        expect(await openBytes(sealed, phrase)).toBe(said)
        expect(openedElsewhere(sealed, phrase)).toBe(said)
      }),
      { numRuns: 60 },
    )
  })

  it('takes as much room for a study as for one a little larger', async () => {
    const sizes = await Promise.all(
      [1, 2000, 4092, 4093].map(async length => (await sealBytes('x'.repeat(length), passphrase, header)).length),
    )
    expect(sizes).toEqual([1, 1, 1, 2].map(blocks => headerSize + blocks * 4096 + tagSize))
  })
})

describe('what was tampered with', () => {
  let sealed: Uint8Array
  let wrong = ''
  beforeAll(async () => {
    sealed = await sealBytes('x'.repeat(9000), passphrase, header)
    wrong = await refusalOf(openBytes(sealed, 'another passphrase'))
  })
  const flipped = (at: number, by: number) => sealed.map((byte, i) => (i === at ? byte ^ by : byte))

  it('is one error, that of a wrong passphrase: any byte of salt, nonce, ciphertext and tag', async () => {
    expect(wrong).toMatch(/the passphrase is wrong, or the key was changed/u)
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 12, max: sealed.length - 1 }), fc.integer({ min: 1, max: 255 }), async (at, by) => {
        expect(await refusalOf(openBytes(flipped(at, by), passphrase))).toBe(wrong)
      }),
      { numRuns: 150 },
    )
    for (const at of [12, 27, 28, 39, 40, sealed.length - 17, sealed.length - 16, sealed.length - 1])
      expect(await refusalOf(openBytes(flipped(at, 1), passphrase))).toBe(wrong)
  })

  it('is said plainly of magic, version and kind, and of work that no key asks; other work is the one error', async () => {
    for (let at = 0; at < 12; at++) {
      for (let bit = 0; bit < 8; bit++) {
        const message = await refusalOf(openBytes(flipped(at, 1 << bit), passphrase))
        const plain = at < 4 ? /not a key of this library/u : at === 4 ? /of a version/u : /asks for what a key of this version may not/u
        if (at <= 5) expect(message).toMatch(plain)
        else expect(message === wrong || plain.test(message), message).toBe(true)
      }
    }
  })

  it('is said of a file that is not whole, or has more behind it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: sealed.length - 1 }), async length => {
        const message = await refusalOf(openBytes(sealed.slice(0, length), passphrase))
        if (length < 5) expect(message).toMatch(/not a key of this library|of a version/u)
        // A whole number of blocks taken off cannot be told from a change.
        else if ((sealed.length - length) % 4096 === 0)
          expect([wrong, 'openKey: this key is not whole']).toContain(message.split('. Take')[0])
        else expect(message).toMatch(/not whole/u)
      }),
      { numRuns: 60 },
    )
    expect(await refusalOf(openBytes(new Uint8Array([...sealed, 0]), passphrase))).toMatch(/not whole/u)
    expect(await refusalOf(openBytes(new Uint8Array(), passphrase))).toMatch(/not a key of this library/u)
  })

  it('has no other end than these, whatever the file', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 6000 }), fc.boolean(), async (bytes, begun) => {
        const file = begun ? new Uint8Array([0x52, 0x54, 0x44, 0x4b, 1, 1, ...bytes]) : bytes
        expect(await refusalOf(openKey(file, passphrase))).toMatch(/^openKey: /u)
      }),
      { numRuns: 60 },
    )
  })
})

describe('limits', () => {
  const file = (work: Pick<KeyHeader, 'N' | 'r' | 'p'>) => {
    const bytes = new Uint8Array(headerSize + 4096 + tagSize)
    bytes.set(writeHeader({ ...header, ...work }))
    return bytes
  }

  it('are looked at before anything is derived', () => {
    const allowed = { N: 2 ** 17, r: 8, p: 1 }
    expect(readHeader(file(allowed))).toMatchObject(allowed)
    expect(readHeader(file({ N: 2 ** 17, r: 8, p: 4 }))).toMatchObject({ p: 4 })
    const refused = [
      { N: 0 },
      { N: 2 ** 9 },
      { N: 2 ** 17 - 1 },
      { N: 2 ** 19 },
      { N: 2 ** 31 },
      { r: 0 },
      { r: 17 },
      { r: 255 },
      { p: 0 },
      { p: 5 },
      { p: 255 },
      { N: 2 ** 18, r: 16 },
    ]
    for (const one of refused) expect(() => readHeader(file({ ...allowed, ...one })), JSON.stringify(one)).toThrow(/may not ask/u)
  })

  it('hold for every header: no more memory and work than said', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 32 }), fc.integer({ min: 0, max: 255 }), fc.integer({ min: 0, max: 255 }), (log, r, p) => {
        const N = 2 ** log
        const bytes = file({ N: 0, r, p })
        new DataView(bytes.buffer).setUint32(6, N % 2 ** 32)
        try {
          readHeader(bytes)
        } catch (error) {
          expect(error).toBeInstanceOf(StudyError)
          return
        }
        expect(128 * N * r).toBeLessThanOrEqual(256 * 2 ** 20)
        expect(N * r * p).toBeLessThanOrEqual(4 * 2 ** 17 * 8)
      }),
      { numRuns: 2000 },
    )
  })

  it('hold for the size of a file, and for what is sealed', async () => {
    // An array that says it is larger than it is: nobody makes 400 MB to have it refused.
    const large = new Proxy(file({ N: 2 ** 10, r: 1, p: 1 }), {
      get: (target, name) => (name === 'length' ? limits.size + 4096 : Reflect.get(target, name, target)),
    })
    expect(() => readHeader(large)).toThrow(/not whole/u)
  })
})

describe('the text of a key', () => {
  const sealedText = async (text: string) => refusalOf(openKey(await sealBytes(text, passphrase, header), passphrase))

  it('is of a version, and holds a study', async () => {
    expect(await sealedText('{}')).toMatch(/another version/u)
    expect(await sealedText('no JSON')).toMatch(/another version/u)
    expect(await sealedText('[]')).toMatch(/another version/u)
    const whole = JSON.parse(plainVector) as Record<string, unknown>
    for (const part of ['entries', 'replacements', 'digests', 'options', 'original'])
      expect(await sealedText(JSON.stringify({ ...whole, [part]: undefined })), part).toMatch(/does not hold a study/u)
    expect(await sealedText(JSON.stringify({ ...whole, options: { language: 'fr' } }))).toMatch(/does not hold a study/u)
  })

  it('whose length is a lie is no text of a key', async () => {
    const plain = new Uint8Array(4096)
    new DataView(plain.buffer).setUint32(0, 2 ** 32 - 1)
    expect(await refusalOf(openKey(sealedElsewhere(plain, header, passphrase), passphrase))).toMatch(/another version/u)
  })

  it('too long for one text is said, and not thrown as it comes', () => {
    vi.spyOn(JSON, 'stringify').mockImplementationOnce(() => {
      throw new RangeError('Invalid string length')
    })
    expect(() => writeKeyText(contentOf(key, ''))).toThrow(/too large for one key/u)
    vi.restoreAllMocks()
  })
})
