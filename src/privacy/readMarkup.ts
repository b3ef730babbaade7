import type { Span } from '../study/index.js'
import { decodeEntities } from '../table/index.js'

/** A text as whoever decodes it reads it, and where each of its characters stands in the text as it is written. */
interface Readable {
  readonly text: string
  /** The place in the written text of a stretch of the readable one. */
  readonly placeOf: (span: Span) => Span
}

// Tags and comments that cut a word, references, addresses, escapes of Markdown and of code, and the spaces of a web query.
const coded =
  /<\/?[a-z][^<>]{0,300}>|<!--|-->|&[#\p{L}][\p{L}\p{N}]{1,40};?|(?:%[0-9a-f]{2})+|\\(?:u\{?[0-9a-f]{4,6}\}?|x[0-9a-f]{2}|[ -/:-@[-`{-~])|(?<=[\p{L}\p{N}])\+(?=[\p{L}\p{N}])/giu
const mayBeCoded = /[<&%\\+]|-->/u
/** How often something may have been encoded: "&amp;eacute;" was, twice. */
const most = 3

/**
 * Reads what a browser, a reader of Markdown or a program would: "Ot<b>to</b>", "&#79;tto", "%4Ftto" and "O\tto" all say Otto.
 *
 * @returns null when the text says what is written
 */
function readMarkup(text: string, times = most): Readable | null {
  const once = times === 0 ? null : decodedOnce(text)
  const more = once === null ? null : readMarkup(once.text, times - 1)
  return once === null || more === null ? once : { text: more.text, placeOf: span => once.placeOf(more.placeOf(span)) }
}

/** Decodes each piece once; null when there is none. */
function decodedOnce(text: string): Readable | null {
  if (!mayBeCoded.test(text)) return null
  // Where each piece begins and ends, in the readable text and as written.
  const pieces: Piece[] = []
  let readable = ''
  let at = 0
  for (const { 0: piece, index } of text.matchAll(coded)) {
    const decoded = decodedPiece(piece)
    if (decoded === piece) continue
    readable += text.slice(at, index)
    at = index + piece.length
    pieces.push({ from: readable.length, to: readable.length + decoded.length, start: index, end: at })
    readable += decoded
  }
  if (pieces.length === 0) return null
  return {
    text: readable + text.slice(at),
    placeOf: ({ start, end }) => {
      const first = lastFrom(pieces, start)
      const last = lastFrom(pieces, end - 1)
      return {
        start: first === null ? start : start < first.to ? first.start : first.end + start - first.to,
        end: last === null ? end : end <= last.to ? last.end : last.end + end - last.to,
      }
    },
  }
}

interface Piece extends Span {
  readonly from: number
  readonly to: number
}

/** The last piece that begins at or before a place of the readable text; of several that say nothing there, the last. */
function lastFrom(pieces: readonly Piece[], place: number): Piece | null {
  let low = 0
  let high = pieces.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (pieces[middle]!.from <= place) low = middle + 1
    else high = middle
  }
  return pieces[low - 1] ?? null
}

function decodedPiece(piece: string): string {
  switch (piece.charAt(0)) {
    case '<':
    case '-':
      return ''
    case '&':
      return decodeEntities(piece)
    case '%':
      return decodedPercents(piece)
    case '+':
      return ' '
    default:
      return unescaped(piece)
  }
}

function decodedPercents(piece: string): string {
  try {
    return decodeURIComponent(piece)
  } catch {
    return piece
  }
}

function unescaped(piece: string): string {
  const point = /^\\(?:u\{?|x)([0-9a-f]+)\}?$/iu.exec(piece)?.[1]
  if (point === undefined) return piece.slice(1)
  const code = Number.parseInt(point, 16)
  return code > 0x10ffff ? piece : String.fromCodePoint(code)
}

/** What is found in a text as it is written, and as it is read by whoever decodes it: where both find something, all that they cover. */
export function foundInMarkup<F extends Span & { readonly entries: readonly number[] }>(
  text: string,
  find: (text: string) => readonly F[],
): readonly F[] {
  const plain = find(text)
  const readable = readMarkup(text)
  if (readable === null) return plain
  const decoded = find(readable.text).map(one => ({ ...one, ...readable.placeOf(one) }))
  const apart: F[] = []
  for (const one of [...plain, ...decoded].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = apart.at(-1)
    if (last === undefined || last.end <= one.start) apart.push(one)
    else if (one.end > last.end)
      apart[apart.length - 1] = { ...one, start: last.start, entries: [...new Set([...last.entries, ...one.entries])] }
  }
  return apart
}
