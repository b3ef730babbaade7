import { StudyError } from '../study/error.js'
import { checkZip } from './checkZip.js'
import { cleanText } from './cleanText.js'
import type { Decoded } from './decodeText.js'

/** A node of the document as mammoth reads it: only what a transcript needs of it. */
interface WordNode {
  readonly type: string
  readonly value?: string
  readonly breakType?: string
  readonly styleName?: string | null
  readonly styleId?: string | null
  readonly children?: readonly WordNode[]
}

/**
 * Reads the text of a Word file: a paragraph is a line, as when Word saves it as plain text.
 *
 * A line break inside a paragraph is a line end too (mammoth's own raw text drops it, which glues `Name:` to the words below it), the
 * cells of a table row are separated by tabs, optional hyphens are left out because they are no words. Deleted text of tracked changes is
 * not read, inserted text is; comments, footnotes, headers and footers are not read, and a note counts the first two.
 *
 * @param bytes the file
 * @throws StudyError when it is not a Word file, is damaged, or unpacks to an absurd size
 */
export async function readDocx(bytes: Uint8Array): Promise<Decoded> {
  const { lines, skipped } = await readLines(bytes)
  const notes: string[] = []
  if (skipped.comments > 0)
    notes.push(`${skipped.comments} ${skipped.comments === 1 ? 'comment' : 'comments'} in the Word file: not part of the text.`)
  if (skipped.notes > 0)
    notes.push(`${skipped.notes} ${skipped.notes === 1 ? 'footnote' : 'footnotes'} in the Word file: not part of the text.`)
  return { text: cleanText(lines.map(line => `${line.text}\n`).join('')), notes }
}

/** A line of a Word file, with the name of its paragraph's style. */
export interface WordLine {
  readonly text: string
  readonly style: string | null
}

/**
 * Reads a Word file as lines, as `readDocx` does, with the style of each: what is a heading, what is set apart as a quotation.
 *
 * @throws StudyError when it is not a Word file, is damaged, or unpacks to an absurd size
 */
export async function readWordLines(bytes: Uint8Array): Promise<readonly WordLine[]> {
  return (await readLines(bytes)).lines.map(line => ({ ...line, text: cleanText(line.text) }))
}

interface Skipped {
  comments: number
  notes: number
}

async function readLines(bytes: Uint8Array): Promise<{ readonly lines: readonly WordLine[]; readonly skipped: Skipped }> {
  await checkZip(bytes)
  const document = await documentOf(bytes)
  const lines: WordLine[] = []
  const skipped = { comments: 0, notes: 0 }
  try {
    walk(document, lines, skipped)
  } catch (error) {
    throw error instanceof StudyError ? error : unreadable()
  }
  return { lines, skipped }
}

/**
 * Reads the document with mammoth's own reader. Its front door is passed by: that changes `__proto__`, which Deno refuses, and
 * turns the document into HTML, which is not asked for.
 */
async function documentOf(bytes: Uint8Array): Promise<WordNode> {
  const [unzip, reader] = await Promise.all([import('mammoth/lib/unzip.js'), import('mammoth/lib/docx/docx-reader.js')])
  try {
    // A copy: a Node Buffer may be a window on a larger ArrayBuffer. Node takes `buffer`, browsers take `arrayBuffer`.
    const copy = bytes.slice()
    const zip = await unzip.default.openZip({ buffer: copy, arrayBuffer: copy.buffer })
    const { value } = await reader.default.read(zip, {}, {})
    return value as WordNode
  } catch {
    // What mammoth says may hold the content of the file.
    throw unreadable()
  }
}

function walk(node: WordNode, lines: WordLine[], skipped: Skipped): void {
  const push = (text: string) => lines.push(...text.split('\n').map(one => ({ text: one, style: node.styleName ?? node.styleId ?? null })))
  if (node.type === 'paragraph') push(inline(node, skipped))
  else if (node.type === 'tableRow') {
    const cells = (node.children ?? []).map(cell => {
      const inner: WordLine[] = []
      walk({ type: 'cell', children: cell.children ?? [] }, inner, skipped)
      return inner
        .map(line => line.text)
        .join('\n')
        .trim()
    })
    push(cells.join('\t'))
  } else for (const child of node.children ?? []) walk(child, lines, skipped)
}

function inline(node: WordNode, skipped: Skipped): string {
  if (node.type === 'text') return (node.value ?? '').replaceAll('\u00ad', '')
  if (node.type === 'tab') return '\t'
  if (node.type === 'break') return '\n'
  if (node.type === 'commentReference') skipped.comments++
  if (node.type === 'noteReference') skipped.notes++
  return (node.children ?? []).map(child => inline(child, skipped)).join('')
}

function unreadable(): StudyError {
  return new StudyError([{ what: 'the Word file cannot be read', hint: 'open it in Word, save it again as .docx, and try once more' }])
}
