import { StudyError } from '../study/error.js'

/**
 * Makes line ends LF and takes off a byte order mark.
 *
 * CR LF, CR, vertical tab, form feed, NEL and the Unicode separators of lines and paragraphs each become one LF.
 *
 * @throws StudyError when the text holds NUL or many other control characters: it is no text
 */
export function cleanText(text: string): string {
  const clean = (text.startsWith('\ufeff') ? text.slice(1) : text).replace(/\r\n?|[\v\f\u0085\u2028\u2029]/gu, '\n')
  if (clean.includes('\0')) refuse()
  const sample = clean.slice(0, 100_000)
  const controls = sample.match(/[\u0001-\u0008\u000e-\u001f]/gu)?.length ?? 0
  if (controls > 2 + sample.length / 100) refuse()
  return clean
}

/** Throws that a file is no text. */
export function refuse(): never {
  throw new StudyError([
    { what: 'the file is not text', hint: 'save the transcript as .txt (UTF-8) or as .docx, and check that the file is not damaged' },
  ])
}
