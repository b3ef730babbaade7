/** What becomes of a hyphen at the end of a line: `join` makes one word of it, `hyphen` keeps it without the line end, `keep` folds nothing. */
export type LineHyphen = 'join' | 'hyphen' | 'keep'

/** A text folded for comparing, with the way back to the original. */
export interface FoldedText {
  readonly text: string
  /** Per UTF-16 unit of `text`: where the original it stands for begins. Never decreases. */
  readonly starts: Int32Array
  /** Per UTF-16 unit of `text`: where the original it stands for ends. Never decreases. */
  readonly ends: Int32Array
}

const single = "'‘’‚‛`´′ʼ"
const double = '"“”„‟«»″'
const dashes = '-‐‑‒–—―−'

/** Per sign what it is folded into: all quotation marks and apostrophes are one sign, so are all dashes. */
const same = new Map<string, string>([
  ...[...single, ...double].map(sign => [sign, "'"] as const),
  ...[...dashes].map(sign => [sign, '-'] as const),
  ...['\u00ad', '\u200b', '\u200c', '\u200d', '\u200e', '\u200f', '\u2060', '\ufeff'].map(sign => [sign, ''] as const),
  ['ﬀ', 'ff'],
  ['ﬁ', 'fi'],
  ['ﬂ', 'fl'],
  ['ﬃ', 'ffi'],
  ['ﬄ', 'ffl'],
])

/**
 * Folds a text so that differences of typing fall away: white space and line ends (one space), quotation marks and apostrophes, dashes,
 * the dots of an ellipsis, soft hyphens and zero-width signs (nothing), letters with separate accents. Case and letters stay.
 *
 * @param text the text
 * @param lineHyphen what becomes of a hyphen at the end of a line
 * @example
 * foldText('„Ja”,\n zei  hij').text //=> "'Ja', zei hij"
 */
export function foldText(text: string, lineHyphen: LineHyphen = 'join'): FoldedText {
  // Folding makes a text longer only at ligatures, at most threefold.
  const room = text.length + 2 * (text.match(/[ﬀ-ﬄ]/gu)?.length ?? 0)
  const units = new Uint16Array(room)
  const starts = new Int32Array(room)
  const ends = new Int32Array(room)
  let length = 0
  for (let at = 0; at < text.length; ) {
    const { folded, end } = signAt(text, at, lineHyphen)
    const repeats = length > 0 && (folded === ' ' || folded === '-' || folded === '…') && units[length - 1] === folded.charCodeAt(0)
    if (repeats) ends[length - 1] = end
    else {
      for (let unit = 0; unit < folded.length; unit++) {
        units[length] = folded.charCodeAt(unit)
        starts[length] = at
        ends[length++] = end
      }
    }
    at = end
  }
  return { text: stringOf(units.subarray(0, length)), starts: starts.subarray(0, length), ends: ends.subarray(0, length) }
}

/** Whether a text has hyphens at line ends: only then it matters what becomes of them. */
export function hasLineHyphen(text: string): boolean {
  return /\p{L}[-‐\u00ad]\s*\n/u.test(text)
}

function signAt(text: string, at: number, lineHyphen: LineHyphen): { folded: string; end: number } {
  const code = text.charCodeAt(at)
  const next = text.charCodeAt(at + 1)
  // Most signs by far: a plain letter or digit without an accent behind it.
  if (isPlain(code) && !(next >= 0x300)) return { folded: text.charAt(at), end: at + 1 }
  if (code === 0x2e && next === 0x2e && text.charCodeAt(at + 2) === 0x2e) return { folded: '…', end: runEnd(text, at, /\./u) }
  if (/\s/u.test(text.charAt(at))) return { folded: ' ', end: runEnd(text, at, /\s/u) }
  const hyphen = lineHyphen === 'keep' ? null : lineHyphenEnd(text, at)
  if (hyphen !== null) return { folded: lineHyphen === 'join' ? '' : '-', end: hyphen }
  const end = clusterEnd(text, at)
  const cluster = text.slice(at, end)
  const folded = same.get(cluster)
  if (folded !== undefined) return { folded, end }
  const composed = cluster.normalize('NFC')
  return { folded: composed.length <= cluster.length ? composed : cluster, end }
}

function isPlain(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39) || code === 0x2c
}

/** The end of a sign with the accents that stand behind it. */
function clusterEnd(text: string, at: number): number {
  let end = at + String.fromCodePoint(text.codePointAt(at)!).length
  while (end < text.length && text.charCodeAt(end) >= 0x300 && /^\p{M}$/u.test(String.fromCodePoint(text.codePointAt(end)!))) {
    end += text.codePointAt(end)! > 0xffff ? 2 : 1
  }
  return end
}

/** Where a word goes on behind a hyphen at a line end, or null when this is none. */
function lineHyphenEnd(text: string, at: number): number | null {
  if (!/[-‐\u00ad]/u.test(text.charAt(at)) || !/\p{L}/u.test(text.charAt(at - 1))) return null
  const end = runEnd(text, at + 1, /\s/u)
  return text.slice(at + 1, end).includes('\n') && /\p{Ll}/u.test(text.charAt(end)) ? end : null
}

function runEnd(text: string, at: number, what: RegExp): number {
  let end = at
  while (end < text.length && what.test(text.charAt(end))) end++
  return end
}

/** In pieces: a call takes only so many arguments. */
function stringOf(units: Uint16Array): string {
  const parts: string[] = []
  for (let from = 0; from < units.length; from += 8192) parts.push(String.fromCharCode(...units.subarray(from, from + 8192)))
  return parts.join('')
}
