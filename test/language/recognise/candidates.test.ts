import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { candidates, certainty } from '../../../src/language/recognise/candidates.js'

const text = 'Hans Bakker van het Slingeland in Doetinchem'

describe('candidates', () => {
  it('makes one of overlapping stretches of one type, as sure as the surest', () => {
    const all = candidates()
    all.add(0, 4, 'PERSON', certainty.sure)
    all.add(0, 11, 'PERSON', certainty.likely)
    expect(all.settle(text, []).map(mark => `${mark.certainty} ${mark.text}`)).toEqual(['sure Hans Bakker'])
  })

  it('keeps what is left of the weaker one, without its edges of space', () => {
    const all = candidates()
    all.add(0, 11, 'ORG', certainty.likely)
    all.add(0, 4, 'PERSON', certainty.sure)
    expect(all.settle(text, []).map(mark => `${mark.type} ${mark.text}`)).toEqual(['PERSON Hans', 'ORG Bakker'])
  })

  it('drops what is left of a name when it tells nothing, and keeps two letters of a number', () => {
    const rest = (type: string) => {
      const all = candidates()
      all.add(0, 7, type, certainty.likely)
      all.add(3, 7, 'ADDRESS', certainty.sure)
      return all.settle('de brug', []).map(mark => `${mark.type} ${mark.text}`)
    }
    expect(rest('ORG')).toEqual(['ADDRESS brug'])
    expect(rest('ID')).toEqual(['ID de', 'ADDRESS brug'])
  })

  it('never hides less than was proposed, never overlaps, and stays out of what was replaced', () => {
    const one = fc.tuple(fc.nat(43), fc.nat(12), fc.constantFrom('PERSON', 'ORG', 'DATE'), fc.nat(2), fc.nat(5))
    fc.assert(
      fc.property(fc.array(one, { maxLength: 12 }), stretches => {
        const all = candidates()
        const wanted = new Set<number>()
        for (const [start, length, type, sureness, strength] of stretches) {
          const end = Math.min(text.length, start + length)
          all.add(start, end, type, sureness, strength)
          for (let at = start; at < end; at++) if (/\p{L}/u.test(text[at]!)) wanted.add(at)
        }
        const marks = all.settle(text, [])
        const hidden = new Set<number>()
        let before = 0
        for (const { start, end, text: words } of marks) {
          expect(start).toBeGreaterThanOrEqual(before)
          expect(words).toBe(text.slice(start, end))
          before = end
          for (let at = start; at < end; at++) hidden.add(at)
        }
        // What is left of a name when a stronger one took the rest may be too little to tell anything.
        for (const at of wanted)
          if (!hidden.has(at)) expect(scrapAt(text, at, one => wanted.has(one) && !hidden.has(one))).toMatch(/^\p{Ll}{1,2}$/u)
        for (const { start, end } of all.settle(text, [5, 20])) expect(end <= 5 || start >= 20).toBe(true)
      }),
    )
  })
})

/** The letters around a place that were proposed and nothing hides. */
function scrapAt(text: string, at: number, isLeft: (at: number) => boolean): string {
  let [from, to] = [at, at + 1]
  while (isLeft(from - 1)) from--
  while (isLeft(to)) to++
  return text.slice(from, to)
}
