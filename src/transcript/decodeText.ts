import { cleanText, refuse } from './cleanText.js'

export interface Decoded {
  /** Line ends are LF, there is no byte order mark. */
  readonly text: string
  readonly notes: readonly string[]
}

/** What Windows-1252 holds at 0x80 to 0x9f; own table because TextDecoder of some Node versions reads them as control characters. */
const windows = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/**
 * Decodes the bytes of a text file: UTF-8, UTF-16 (with a byte order mark or evidently so), and otherwise Windows-1252, with a note.
 *
 * @param bytes the file
 * @throws StudyError when the bytes are not text
 * @example
 * decodeText(new Uint8Array([0xef, 0xbb, 0xbf, 0x68, 0x69, 0x0d, 0x0a])).text //=> 'hi\n'
 */
export function decodeText(bytes: Uint8Array): Decoded {
  const utf16 = utf16Of(bytes)
  if (utf16 !== null) return { text: cleanText(decodeAs(utf16, bytes) ?? refuse()), notes: [] }
  const utf8 = decodeAs('utf-8', bytes)
  if (utf8 !== null) return { text: cleanText(utf8), notes: [] }
  const text = cleanText(fromWindows(bytes))
  return { text, notes: ['The file is not UTF-8: it was read as Windows-1252. Check letters such as é and ë, or save it as UTF-8.'] }
}

function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  // In western languages UTF-16 has a zero in most pairs, always on the same side.
  const pairs = Math.min(bytes.length, 4096) >> 1
  let even = 0
  let odd = 0
  for (let i = 0; i < pairs; i++) {
    if (bytes[2 * i] === 0) even++
    if (bytes[2 * i + 1] === 0) odd++
  }
  if (pairs === 0 || bytes.length % 2 === 1) return null
  if (odd > pairs * 0.6 && even < pairs * 0.02) return 'utf-16le'
  return even > pairs * 0.6 && odd < pairs * 0.02 ? 'utf-16be' : null
}

function decodeAs(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function fromWindows(bytes: Uint8Array): string {
  const parts: string[] = []
  const size = 8192
  for (let from = 0; from < bytes.length; from += size) {
    const codes = Array.from(bytes.subarray(from, from + size), byte =>
      byte >= 0x80 && byte < 0xa0 ? windows.charCodeAt(byte - 0x80) : byte,
    )
    parts.push(String.fromCharCode(...codes))
  }
  return parts.join('')
}
