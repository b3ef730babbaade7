/**
 * Escapes text for Markdown (CommonMark and GFM): on one line, in a table cell too, it is shown as exactly the text.
 * A line end becomes `<br>`.
 *
 * @example
 * escapeMarkdown('a | b\n*c*')
 * //=> 'a \\| b<br>\\*c\\*'
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[&<>\0]/gu, character => references[character]!)
    .replace(marks, '\\$&')
    .replace(blockStart, '$1\\$2')
    .replace(linkStart, '$1\\$2')
    .replace(/^[^\S\r\n]|[^\S\r\n]$/gu, space => `&#${space.codePointAt(0)};`)
    .replace(/\r\n?|\n/gu, '<br>')
}

// CommonMark gives `$` and `^` no meaning, but notebooks set formulas between `$` and some readers raise what follows `^`.
const marks = /[\\`*_~[\]|@$^]/gu

const references: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\0': '\uFFFD' }

// Would start a heading, a list, an underlined heading or the alignment row of a table.
const blockStart = /^(\d{1,9}(?=[.)])|)([.)#+\-=:])/u

// GFM makes a link of a bare address, and takes our backslashes in it for a part of the address.
const linkStart = /((?:https?|ftp)(?=:)|www(?=\.))([:.])/giu
