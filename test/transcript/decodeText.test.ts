import { describe, expect, it } from 'vitest'
import { cleanText } from '../../src/transcript/cleanText.js'
import { decodeText } from '../../src/transcript/decodeText.js'

const utf16 = (text: string, little: boolean): Uint8Array => {
  const bytes = new Uint8Array(text.length * 2)
  const view = new DataView(bytes.buffer)
  for (let i = 0; i < text.length; i++) view.setUint16(2 * i, text.charCodeAt(i), little)
  return bytes
}

describe('decodeText', () => {
  const text = 'I: Eén idee – “ja”?'
  it.each([
    ['UTF-8', new TextEncoder().encode(text)],
    ['UTF-8 with a mark', new TextEncoder().encode(`\ufeff${text}`)],
    ['UTF-16 LE with a mark', utf16(`\ufeff${text}`, true)],
    ['UTF-16 BE with a mark', utf16(`\ufeff${text}`, false)],
    ['UTF-16 LE without a mark', utf16(text, true)],
    ['UTF-16 BE without a mark', utf16(text, false)],
  ])('%s', (_, bytes) => {
    expect(decodeText(bytes)).toEqual({ text, notes: [] })
  })
  it('reads what is not UTF-8 as Windows-1252, with a note', () => {
    const bytes = new Uint8Array([0x45, 0xe9, 0x6e, 0x20, 0x93, 0x6a, 0x61, 0x94, 0x20, 0x80, 0x85, 0x92])
    const { text, notes } = decodeText(bytes)
    expect(text).toBe('Eén “ja” €…’')
    expect(notes.join()).toMatch(/Windows-1252/u)
  })
  it('reads a long Windows-1252 file whole', () => {
    expect(decodeText(new Uint8Array(20_000).fill(0xe9)).text).toBe('é'.repeat(20_000))
  })
  it('refuses UTF-16 that breaks off in the middle of a sign', () => {
    expect(() => decodeText(new Uint8Array([0xff, 0xfe, 0x41, 0x00, 0x42]))).toThrow(/not text/u)
  })
})

describe('cleanText', () => {
  it('makes every line end one LF', () => {
    expect(cleanText('\ufeffa\r\nb\rc\nd\u2028e\u2029f\vg\fh\u0085i\r\n\r\nj')).toBe('a\nb\nc\nd\ne\nf\ng\nh\ni\n\nj')
  })
})
