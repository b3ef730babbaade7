import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contentId, rowId, sha256Hex } from '../../src/study/ids.js'

// FIPS 180-2, appendix B; the base 32 of RFC 4648 was made of them with Python's base64.b32encode.
const abc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
const abcBase32 = 'xj4bnp4pahh6uqkbidpf3lrceoyagyndsylxvhfucd7wd4qacwwq'

describe('sha256Hex', () => {
  it('gives the known hashes', () => {
    expect(sha256Hex('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
    expect(sha256Hex('abc')).toBe(abc)
    expect(sha256Hex('abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq')).toBe(
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    )
  })

  it('takes text as UTF-8', () => {
    expect(sha256Hex('één')).toBe(sha256Hex(new TextEncoder().encode('één')))
    expect(sha256Hex(new Uint8Array([0x61, 0x62, 0x63]))).toBe(abc)
  })
})

describe('contentId', () => {
  it('is the hash in base 32 after its letter', () => {
    expect(contentId('p', 'abc')).toBe(`p${abcBase32.slice(0, 12)}`)
    expect(contentId('c', 'abc', 32)).toBe(`c${abcBase32.slice(0, 32)}`)
    expect(contentId('', 'abc', 0)).toBe('')
  })

  it('starts with the letter and holds nothing a spreadsheet takes for a number', () => {
    fc.assert(
      fc.property(fc.string(), content => {
        expect(contentId('c', content)).toMatch(/^c[a-z2-7]{12}$/u)
      }),
    )
  })
})

describe('rowId', () => {
  it('is the same for the same content, and another for other content', () => {
    const free = () => false
    expect(rowId(['a', 1, null], free)).toBe(rowId(['a', 1, null], free))
    // Values do not run into one another, and a text is not its number.
    const different = [['ab', ''], ['a', 'b'], ['1'], [1], [null], []].map(content => rowId(content, free))
    expect(new Set(different).size).toBe(different.length)
  })

  it('gets -2, -3 when it is taken', () => {
    const id = rowId(['a'], () => false)
    const taken = new Set([id])
    expect(rowId(['a'], one => taken.has(one))).toBe(`${id}-2`)
    taken.add(`${id}-2`)
    expect(rowId(['a'], one => taken.has(one))).toBe(`${id}-3`)
  })
})
