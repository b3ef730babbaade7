import type { Language } from '../../language/index.js'
import { StudyError } from '../../study/index.js'
import { decodeHtml } from '../../table/index.js'
import { readWordLines } from '../../transcript/index.js'

/** A part of a report between two blank lines, or a paragraph of a Word file. UTF-16 code units of the text, end exclusive. */
export interface Paragraph {
  readonly start: number
  readonly end: number
  readonly isHeading: boolean
  /** Whether the whole of it is set apart as a quotation. */
  readonly isQuotation: boolean
}

/** A report as it is read: its lines put together again, and where they stood. */
export interface ReportText {
  readonly text: string
  readonly paragraphs: readonly Paragraph[]
  /** The line of the text, or the paragraph of the Word file, that holds a place; from 1. */
  readonly lineAt: (offset: number) => number
  readonly sentences: readonly { readonly start: number; readonly end: number; readonly paragraph: Paragraph }[]
}

export type ReportFormat = 'text' | 'markdown' | 'html' | 'docx'

interface Line {
  readonly text: string
  readonly style: string | null
}

/**
 * Reads a report: plain text (also with its lines cut at a width, as a PDF is copied), Markdown, HTML, or a Word file.
 *
 * @throws StudyError when it holds no text, or the Word file cannot be read
 */
export async function readReport(input: string | Uint8Array, language: Language, format?: ReportFormat): Promise<ReportText> {
  const lines = await linesOf(input, format)
  if (!lines.some(line => line.text.trim() !== ''))
    throw new StudyError([
      { what: 'there is no text in this report', hint: 'give the text of the report, or the bytes of a .docx file', call: 'checkReport' },
    ])
  return put(lines, language)
}

async function linesOf(
  input: string | Uint8Array,
  format: ReportFormat | undefined,
): Promise<readonly (Line & { readonly isWhole: boolean })[]> {
  const isZip = typeof input !== 'string' && input[0] === 0x50 && input[1] === 0x4b
  if (format === 'docx' || (format === undefined && isZip)) {
    const bytes = typeof input === 'string' ? new TextEncoder().encode(input) : input
    return (await readWordLines(bytes)).map(line => ({ ...line, isWhole: true }))
  }
  const text = (typeof input === 'string' ? input : new TextDecoder().decode(input)).replace(/^\uFEFF/u, '').replace(/\r\n?/gu, '\n')
  if (format === 'html' || (format === undefined && /^\s{0,9}<(?:!doctype|html|\?xml|article|section|p)\b/iu.test(text)))
    return (decodeHtml(text)[0] ?? '').split('\n').map(line => ({ text: line, style: null, isWhole: true }))
  const isMarkdown = format === 'markdown' || (format === undefined && /^#{1,6} \S/mu.test(text))
  return text.split('\n').map(line => (isMarkdown ? markdownLine(line) : { text: line, style: null, isWhole: false }))
}

/** A line of Markdown without its signs: what is meant is enough here, the page is not drawn. */
function markdownLine(line: string): Line & { readonly isWhole: boolean } {
  const [, quoted = '', rest = ''] = /^((?:\s{0,3}>)*)\s{0,3}(.*)$/u.exec(line) ?? []
  const [, heading = '', words = ''] = /^(#{1,6} |[-*+] |\d{1,3}[.)] )?(.*)$/u.exec(rest) ?? []
  const plain = words
    .replace(/(?<![\\\p{L}\p{N}])(\*{1,3}|_{1,3})(?=\S)|(?<=[^\s\\])(\*{1,3}|_{1,3})(?![\p{L}\p{N}])/gu, '')
    .replace(/\\([!-/:-@[-`{-~])/gu, '$1')
  const style = heading.startsWith('#') ? 'heading' : quoted !== '' ? 'quotation' : null
  return { text: plain, style, isWhole: heading !== '' || words.startsWith('|') }
}

const isHeadingStyle = (style: string | null) => style !== null && /^(?:heading|kop|title|titel|subtitle|ondertitel)/iu.test(style)
const isQuotationStyle = (style: string | null) =>
  style !== null && /^(?:(?:intense |block )?quot|(?:duidelijk |intensief )?citaat|block text|bloktekst)/iu.test(style)

/** Puts lines together as paragraphs: those of a Word file are whole, others go on until a blank line. */
function put(lines: readonly (Line & { readonly isWhole: boolean })[], language: Language): ReportText {
  const glue = gluesLines(lines)
  // Where headings are marked as such, a short line is none.
  const isMarked = lines.some(line => isHeadingStyle(line.style))
  let text = ''
  const starts: number[] = []
  const paragraphs: Paragraph[] = []
  let open: { readonly start: number; readonly style: string | null; lines: number } | null = null
  const close = () => {
    if (open === null) return
    const words = text.slice(open.start)
    paragraphs.push({
      start: open.start,
      end: text.length,
      isHeading: isHeadingStyle(open.style) || (!isMarked && open.style === null && open.lines === 1 && looksLikeHeading(words)),
      isQuotation: isQuotationStyle(open.style),
    })
    open = null
    text += '\n\n'
  }
  lines.forEach((line, i) => {
    const words = line.text.trim()
    if (
      words === '' ||
      line.isWhole ||
      (open !== null && line.style !== open.style) ||
      /^\s{0,9}(?:[•–▪◦‣]|\d{1,2}\.\s)\s/u.test(line.text)
    )
      close()
    starts.push(text.length)
    if (words === '') return
    if (open === null) open = { start: text.length, style: line.style, lines: 0 }
    else if (!isInWord(lines[i - 1]!.text, words, glue)) text += ' '
    starts[starts.length - 1] = text.length
    open.lines++
    text += words
    if (line.isWhole) close()
  })
  close()
  const sentences = paragraphs.flatMap(paragraph =>
    language
      .sentences(text.slice(paragraph.start, paragraph.end))
      .map(({ start, end }) => ({ start: start + paragraph.start, end: end + paragraph.start, paragraph })),
  )
  return { text, paragraphs, sentences, lineAt: offset => lineOf(starts, offset) }
}

/** In a text copied from a PDF lines end with a space; one that does not is cut inside a word. */
function gluesLines(lines: readonly Line[]): boolean {
  const inside = lines.filter((line, i) => line.text.trim() !== '' && (lines[i + 1]?.text.trim() ?? '') !== '')
  return inside.length > 0 && inside.filter(line => /\s$/u.test(line.text)).length * 2 > inside.length
}

function isInWord(before: string, words: string, glue: boolean): boolean {
  return glue && !/\s$/u.test(before) && /^[\p{Ll}\p{N}]/u.test(words)
}

function looksLikeHeading(words: string): boolean {
  return words.length <= 90 && words.split(/\s+/u).length <= 12 && !/[.!?:;,…”"]$/u.test(words.trim())
}

function lineOf(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (starts[middle]! <= offset) low = middle
    else high = middle - 1
  }
  return low + 1
}
