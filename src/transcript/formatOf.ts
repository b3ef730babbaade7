import { StudyError } from '../study/error.js'

/** The formats a transcript can be read from. */
export const formats = ['txt', 'md', 'docx', 'vtt', 'srt'] as const

export type Format = (typeof formats)[number]

const otherNames: Readonly<Record<string, Format>> = { text: 'txt', markdown: 'md' }

/** Files that are plainly something else, by their first bytes. */
const foreign: readonly { readonly begins: string; readonly what: string; readonly hint: string }[] = [
  {
    begins: '\u00d0\u00cf\u0011\u00e0',
    what: 'this is an old Word file (.doc), or a Word file with a password',
    hint: 'open it in Word and save it as .docx without a password',
  },
  { begins: '%PDF', what: 'this is a PDF file', hint: 'save the transcript as .docx or .txt' },
  { begins: '{\\rtf', what: 'this is an RTF file', hint: 'open it in Word and save it as .docx' },
]

/**
 * Tells the format of a transcript: what is asked for, else the extension of the name, else the begin of the file.
 *
 * @throws StudyError when the format is unknown or the file is plainly another kind of file
 * @example
 * formatOf('WEBVTT\n', {}) //=> 'vtt'
 */
export function formatOf(input: Uint8Array | string, options: { readonly format?: string; readonly name?: string }): Format {
  const begin = beginOf(input)
  const other = foreign.find(kind => begin.startsWith(kind.begins))
  if (other !== undefined) throw new StudyError([{ what: other.what, hint: other.hint }])
  const isZip = begin.startsWith('PK\u0003\u0004')
  const asked = askedFor(options)
  if (asked === 'docx' && (!isZip || typeof input === 'string')) {
    throw new StudyError([
      { what: 'this is not a Word file (.docx)', hint: 'open the transcript in Word and save it as .docx, or save it as .txt' },
    ])
  }
  if (isZip && asked !== null && asked !== 'docx') {
    throw new StudyError([
      { what: `this is not a .${asked} file but a Word or zip file`, hint: 'give it the extension .docx if it comes from Word' },
    ])
  }
  return asked ?? (isZip ? 'docx' : sniff(begin))
}

function askedFor({ format, name }: { readonly format?: string; readonly name?: string }): Format | null {
  const dot = name?.lastIndexOf('.') ?? -1
  const wanted = format ?? (dot > 0 ? name!.slice(dot + 1) : null)
  if (wanted === null) return null
  const low = wanted.toLowerCase()
  const found = formats.find(each => each === low) ?? otherNames[low]
  if (found !== undefined) return found
  const hint = low === 'doc' ? 'open it in Word and save it as .docx' : `a transcript can be ${formats.map(each => `.${each}`).join(', ')}`
  throw new StudyError([
    { what: low === 'doc' ? 'old Word files (.doc) cannot be read' : 'the format of the transcript is not known', hint },
  ])
}

function sniff(begin: string): Format {
  const text = begin.replace(/^\ufeff|^\u00ef\u00bb\u00bf/u, '')
  if (/^WEBVTT(?:\s|$)/u.test(text)) return 'vtt'
  return /^\s{0,20}\d{1,7}\s{1,4}\d{1,2}:\d{2}:\d{2},\d{3} -->/u.test(text) ? 'srt' : 'txt'
}

function beginOf(input: Uint8Array | string): string {
  return typeof input === 'string' ? input.slice(0, 100) : String.fromCharCode(...input.subarray(0, 100))
}
