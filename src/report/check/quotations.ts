import type { Paragraph, ReportText } from './readReport.js'

/** A stretch of a report that is printed as somebody's words. UTF-16 code units of the text, end exclusive, without the marks. */
export interface Quotation {
  readonly start: number
  readonly end: number
  readonly words: string
  /** Where its closing mark ends: after it stands who said it. */
  readonly after: number
  readonly before: number
  readonly paragraph: Paragraph
  /** Whether it is a quotation only when something else says so: a single mark may stand around a term, and a box is set apart too. */
  readonly isUnsure: boolean
}

/** Longer than this nobody quotes: a mark was forgotten. */
const longest = 3000
const pairs: Readonly<Record<string, string>> = { '“': '”', '„': '”“', '«': '»' }

/** Finds what stands between quotation marks, and paragraphs that are set apart as a quotation. */
export function findQuotations(report: ReportText): readonly Quotation[] {
  const curly = betweenMarks(report)
  const isFree = (start: number, end: number) => !curly.some(one => one.before < end && start < one.after)
  const straight = report.paragraphs.flatMap(paragraph => straightIn(report.text, paragraph)).filter(one => isFree(one.before, one.after))
  const double = [...curly, ...straight]
  const single = report.paragraphs
    .flatMap(paragraph => singleIn(report.text, paragraph))
    .filter(one => !double.some(other => other.before < one.after && one.before < other.after))
  const marked = [...double, ...single.filter(one => one.words.trim().split(/\s+/u).length >= 5)]
  const apart = report.paragraphs
    .filter(paragraph => paragraph.isQuotation && !marked.some(one => one.before >= paragraph.start && one.before < paragraph.end))
    .map(paragraph => wholeOf(report.text, paragraph))
  return [...marked, ...apart].filter(one => /[\p{L}\p{N}]/u.test(one.words)).sort((a, b) => a.start - b.start)
}

/** Marks that open and close may stand in each other, and the words between them may go on over a page. */
function betweenMarks({ text, paragraphs }: ReportText): readonly Quotation[] {
  const found: Quotation[] = []
  for (let at = 0; at < text.length; at++) {
    const closing = pairs[text[at]!]
    if (closing === undefined) continue
    const end = closingOf(text, at, closing)
    if (end === null) continue
    found.push(quotation(text, at, end, paragraphOf(paragraphs, at), false))
    at = end
  }
  return found
}

function closingOf(text: string, from: number, closing: string): number | null {
  const opening = text[from]!
  let depth = 1
  let first: number | null = null
  for (let at = from + 1; at < Math.min(text.length, from + longest); at++) {
    const sign = text[at]!
    if (closing.includes(sign)) {
      first ??= at
      if (--depth === 0) return at
    } else if (sign === opening) depth++
  }
  return first
}

function straightIn(text: string, paragraph: Paragraph): readonly Quotation[] {
  const marks = Array.from(text.slice(paragraph.start, paragraph.end).matchAll(/"/gu), match => match.index + paragraph.start)
  const found: Quotation[] = []
  for (let i = 0; i + 1 < marks.length; i += 2) found.push(quotation(text, marks[i]!, marks[i + 1]!, paragraph, false))
  return found
}

/** An apostrophe is none: a single mark opens after a space and closes before one. */
function singleIn(text: string, paragraph: Paragraph): readonly Quotation[] {
  const found: Quotation[] = []
  const part = text.slice(paragraph.start, paragraph.end)
  for (const match of part.matchAll(/(?<=^|[\s(:])[‘'](?=[\p{L}\p{N}…[])[^‘]{10,1500}?(?<=[\p{L}\p{N}.,!?…\])])[’'](?![\p{L}\p{N}])/gu))
    found.push(quotation(text, match.index + paragraph.start, match.index + paragraph.start + match[0].length - 1, paragraph, true))
  return found
}

function quotation(text: string, open: number, close: number, paragraph: Paragraph, isUnsure: boolean): Quotation {
  return { start: open + 1, end: close, words: text.slice(open + 1, close), before: open, after: close + 1, paragraph, isUnsure }
}

/** A paragraph set apart: who said it may stand in brackets or after a dash at its end. */
function wholeOf(text: string, paragraph: Paragraph): Quotation {
  const words = text.slice(paragraph.start, paragraph.end)
  const named = /\s{0,3}(?:\([^()]{1,80}\)|[—–]\s?[^—–.]{1,80})(?:\s\p{L}{1,20}){0,3}\.?$/u.exec(words)
  const end = paragraph.start + (named?.index ?? words.length)
  return {
    start: paragraph.start,
    end,
    words: text.slice(paragraph.start, end),
    before: paragraph.start,
    after: end,
    paragraph,
    isUnsure: true,
  }
}

function paragraphOf(paragraphs: readonly Paragraph[], at: number): Paragraph {
  return paragraphs.find(one => at >= one.start && at < one.end) ?? paragraphs.at(-1)!
}
