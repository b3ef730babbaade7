import { decodeCsv, decodeMarkdown } from '../table/index.js'
import { readHtml } from './renderHtml.js'

/**
 * The texts of a finished output as its own reader reads them, by what its file is called. What is no text (a zip, an image) is looked at
 * where it is made.
 */
export function finishedTexts(path: string, content: string | Uint8Array): readonly string[] {
  const text = typeof content === 'string' ? content : textOf(content)
  if (text === null) return []
  if (/\.html?$/iu.test(path)) return readHtml(text)
  if (/\.(?:md|markdown)$/iu.test(path)) return decodeMarkdown(text)
  if (/\.[ct]sv$/iu.test(path)) return decodeCsv(text, delimiterIn(text))
  return [text]
}

function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

const delimiters = [',', ';', '\t'] as const

/** The delimiter that parts the first line most. */
function delimiterIn(csv: string): (typeof delimiters)[number] {
  const [head = ''] = csv.split('\n', 1)
  const parts = (one: string) => head.split(one).length
  return delimiters.reduce((best, one) => (parts(one) > parts(best) ? one : best))
}
