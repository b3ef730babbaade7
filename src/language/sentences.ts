import type { Span } from '../study/index.js'

// A full stop, question or exclamation mark (with closing quotes or brackets), or the end of a line.
const boundary = /[.!?…]+["'”’)\]]*(?=\s)|\n+/gu

/**
 * Cuts a text into sentences: at a mark that ends one, unless an abbreviation, an initial or a lower-case word shows that it goes on.
 *
 * @param abbreviations words in lower case, without their last full stop, after which a sentence goes on
 * @returns spans in UTF-16 code units, without the white space around them
 * @example
 * sentencesIn('Dr. Ohm came. She stayed.', new Set(['dr']))
 * //=> [{ start: 0, end: 13 }, { start: 14, end: 25 }]
 */
export function sentencesIn(text: string, abbreviations: ReadonlySet<string>): readonly Span[] {
  const found: Span[] = []
  let start = 0
  for (const match of text.matchAll(boundary)) {
    const end = match.index + match[0].length
    if (match[0].startsWith('.') && goesOn(text, match.index, end, abbreviations)) continue
    push(found, text, start, end)
    start = end
  }
  push(found, text, start, text.length)
  return found
}

function goesOn(text: string, mark: number, end: number, abbreviations: ReadonlySet<string>): boolean {
  const before = /[\p{L}.]{1,12}$/u.exec(text.slice(Math.max(0, mark - 12), mark))?.[0] ?? ''
  if (abbreviations.has(before.toLowerCase()) || /^\p{Lu}$/u.test(before)) return true
  return /^\s{0,4}\p{Ll}/u.test(text.slice(end, end + 5)) && text[mark + 1] !== '.'
}

function push(found: Span[], text: string, start: number, end: number): void {
  const said = text.slice(start, end)
  const from = start + (said.length - said.trimStart().length)
  const to = start + said.trimEnd().length
  if (from < to) found.push({ start: from, end: to })
}
