import fc from 'fast-check'

const marks = [
  '|',
  '\\',
  '`',
  '*',
  '_',
  '[',
  ']',
  '<',
  '>',
  '&',
  '#',
  '\n',
  '\r\n',
  ' ',
  '-',
  '=',
  '+',
  '@',
  '"',
  "'",
  ',',
  ';',
  '\t',
  '~',
  '!',
  '(',
  ')',
]
const pieces = [
  'a',
  'Jan',
  'é',
  '😀',
  'www.',
  'http://',
  '.nl',
  '&lt;',
  '&amp;',
  '<br>',
  '<b>',
  '</td>',
  '-->',
  '$',
  '1.',
  '＝',
  '\uFEFF',
  '\u00A0',
]

/** Texts full of the marks that formats give a meaning, besides any characters at all. */
export const trickyText: fc.Arbitrary<string> = fc.oneof(
  fc.array(fc.constantFrom(...marks, ...pieces), { maxLength: 12 }).map(parts => parts.join('')),
  fc.string({ unit: 'binary' }).map(text => text.replaceAll('\0', '')),
)

/** Text as HTML shows it: line ends of one kind, none at the start or end, since nothing stands beyond them. */
export function oneLineEnd(text: string): string {
  return text
    .replace(/\r\n?/gu, '\n')
    .replace(/\n{2,}/gu, '\n')
    .replace(/^\n|\n$/gu, '')
}
