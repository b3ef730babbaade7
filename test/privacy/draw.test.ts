import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { drawBelow, drawOrder, secretRandom } from '../../src/privacy/draw.js'
import { newPassphrase } from '../../src/privacy/newPassphrase.js'
import { seededRandom } from './seededRandom.js'

describe('drawBelow', () => {
  it('gives whole numbers below the bound', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 32 }), fc.integer(), (below, seed) => {
        const drawn = drawBelow(below, seededRandom(seed))
        expect(Number.isInteger(drawn) && drawn >= 0 && drawn < below).toBe(true)
      }),
    )
  })

  it('draws again what would favour low numbers', () => {
    // 2^32 leaves 1 when divided by 3 times 5: the last number of all is the one too many.
    const bytes = [255, 255, 255, 255, 0, 0, 0, 7]
    expect(drawBelow(15, count => Uint8Array.from(bytes.splice(0, count)))).toBe(7)
    expect(bytes).toEqual([])
    const fits = [255, 255, 255, 254]
    expect(drawBelow(15, count => Uint8Array.from(fits.splice(0, count)))).toBe(14)
  })

  it('favours none: each of seven about as often', () => {
    const random = seededRandom(11)
    const seen = Array.from({ length: 7 }, () => 0)
    for (let i = 0; i < 14_000; i++) seen[drawBelow(7, random)]! += 1
    for (const count of seen) expect(Math.abs(count - 2000)).toBeLessThan(250)
  })
})

describe('drawOrder', () => {
  it('keeps what is there, and gives every order about as often', () => {
    const random = seededRandom(5)
    const seen = new Map<string, number>()
    for (let i = 0; i < 12_000; i++) {
      const order = drawOrder(['a', 'b', 'c'], random).join('')
      seen.set(order, (seen.get(order) ?? 0) + 1)
    }
    expect([...seen.keys()].sort()).toEqual(['abc', 'acb', 'bac', 'bca', 'cab', 'cba'])
    for (const count of seen.values()) expect(Math.abs(count - 2000)).toBeLessThan(250)
  })
})

describe('secretRandom', () => {
  it('gives as many bytes as asked, also more than are given at once, and others each time', () => {
    for (const count of [0, 1, 16, 65_536, 200_000]) expect(secretRandom(count)).toHaveLength(count)
    const far = secretRandom(200_000).subarray(190_000)
    expect(far.some(byte => byte !== 0)).toBe(true)
    expect(secretRandom(16)).not.toEqual(secretRandom(16))
  })
})

describe('newPassphrase', () => {
  afterEach(() => vi.restoreAllMocks())

  it('is six words of the list, by the chance of the machine', () => {
    const chance = vi.spyOn(globalThis.crypto, 'getRandomValues')
    const words = newPassphrase().split(' ')
    expect(chance).toHaveBeenCalledTimes(6)
    expect(words).toHaveLength(6)
    for (const word of words) expect(word).toMatch(/^[a-z]{3,8}$/u)
    expect(newPassphrase()).not.toBe(newPassphrase())
  })

  it('can hold the first and the last word', () => {
    vi.spyOn(globalThis.crypto, 'getRandomValues').mockImplementation(bytes => {
      ;(bytes as Uint8Array).fill(255)
      return bytes
    })
    expect(newPassphrase()).toBe(Array(6).fill('zoo').join(' '))
    vi.spyOn(globalThis.crypto, 'getRandomValues').mockImplementation(bytes => bytes)
    expect(newPassphrase()).toBe(Array(6).fill('abandon').join(' '))
  })
})
