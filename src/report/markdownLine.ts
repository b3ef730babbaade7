import { escapeMarkdown } from '../table/index.js'
import type { Inline } from './block.js'
import { plainText } from './plainText.js'

/** A line as Markdown. Pieces side by side are escaped as one, so that no space or sign between them is escaped for nothing. */
export function markdownLine(line: readonly Inline[]): string {
  return merged(line)
    .map((inline, i, all) => markdownOf(inline, i === 0, i === all.length - 1))
    .join('')
}

/** A line as Markdown inside a table, where also code may not hold a bare `|`. Nothing else that is written here holds one. */
export function markdownCell(line: readonly Inline[]): string {
  return markdownLine(line).replace(/(?<!\\)\|/gu, '\\|')
}

function markdownOf(inline: Inline, isFirst: boolean, isLast: boolean): string {
  switch (inline.kind) {
    case 'text':
    case 'fixed':
      return escapedRun(inline.text, isFirst, isLast)
    case 'code':
      return codeSpan(inline.text)
    case 'strong':
      return wrapped('**', inline.children)
    case 'emphasis':
      return wrapped('*', inline.children)
    case 'struck':
      return wrapped('~~', inline.children)
    case 'tag':
      return `*(${markdownLine(inline.children)})*`
    case 'link':
      return `[${markdownLine(inline.children)}](<${escapedAddress(inline.href)}>)`
    case 'mention':
      return markdownLine(inline.children)
    case 'break':
      return '<br>'
  }
}

function wrapped(sign: string, children: readonly Inline[]): string {
  return `${sign}${markdownLine(children)}${sign}`
}

/** Spaces inside a line are plain spaces; at its ends they go. */
function escapedRun(run: string, isFirst: boolean, isLast: boolean): string {
  const words = run.trim()
  if (words === '') return isFirst || isLast ? '' : ' '
  const before = !isFirst && run.trimStart() !== run ? ' ' : ''
  const after = !isLast && run.trimEnd() !== run ? ' ' : ''
  // Only at the start of a line can a sign start a heading or a list; a letter before it tells the escaping that it does not.
  const escaped = isFirst ? escapeMarkdown(words) : escapeMarkdown(`x${words}`).slice(1)
  return `${before}${escaped}${after}`
}

/** Without empty pieces: emphasis with nothing in it would be read as stars. */
function merged(line: readonly Inline[]): readonly Inline[] {
  const pieces: Inline[] = []
  for (const inline of line) {
    if ('text' in inline && inline.text === '') continue
    if ('children' in inline && plainText(inline.children) === '') continue
    const last = pieces.at(-1)
    const isText = inline.kind === 'text' || inline.kind === 'fixed'
    if (isText && last !== undefined && (last.kind === 'text' || last.kind === 'fixed'))
      pieces[pieces.length - 1] = { kind: last.kind, text: last.text + inline.text }
    else pieces.push(inline)
  }
  return pieces
}

function codeSpan(code: string): string {
  const text = code.replace(/\s+/gu, ' ')
  const fence = fenceFor(text, 1)
  return `${fence} ${text} ${fence}`
}

/** A run of backticks that the text does not hold. */
export function fenceFor(text: string, least: number): string {
  const longest = (text.match(/`+/gu) ?? []).reduce((most, run) => Math.max(most, run.length), 0)
  return '`'.repeat(Math.max(least, longest + 1))
}

function escapedAddress(href: string): string {
  return href.replace(/[<>\\\s]/gu, character => encodeURIComponent(character))
}
