import { type Leaf, type Look, throwProblems } from '../study/index.js'
import { decodeHtml, decodeMarkdown } from '../table/index.js'

/** A text of a saved notebook, and how strictly it is looked at. */
export interface NotebookLeaf extends Leaf {
  readonly look: Look
}

/** The texts of a saved notebook, and what no text could be read from. */
export interface NotebookTexts {
  readonly leaves: readonly NotebookLeaf[]
  /** Places of pictures and the like. */
  readonly unread: readonly string[]
}

/**
 * Every text of a Jupyter notebook as its reader sees it: code and prose of the cells, each output in each of its forms, error messages,
 * and what stands in the metadata. Code is the researcher's own; what an output prints came from the study and is looked at more strictly.
 *
 * @param json the content of an `.ipynb` file, format 4
 * @param file what to call it in errors
 * @throws StudyError when it is no notebook
 */
export function notebookLeaves(json: string, file: string): NotebookTexts {
  const notebook = parsed(json)
  const cells = notebook?.cells
  if (notebook === null || !Array.isArray(cells))
    throwProblems([{ what: 'this is not a Jupyter notebook of format 4', hint: 'save it as .ipynb, and give that file', file }])
  const texts: Texts = { leaves: [], unread: [] }
  ;(cells as readonly unknown[]).forEach((cell, i) => {
    readCell(texts, cell, `cell ${i + 1}`)
  })
  for (const text of textsIn(notebook!.metadata)) texts.leaves.push({ text, where: 'metadata', look: 'finished' })
  return texts
}

interface Texts {
  readonly leaves: NotebookLeaf[]
  readonly unread: string[]
}

type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)

function parsed(json: string): Fields | null {
  try {
    const value: unknown = JSON.parse(json)
    return isFields(value) ? value : null
  } catch {
    return null
  }
}

function readCell(texts: Texts, cell: unknown, where: string): void {
  if (!isFields(cell)) return
  const source = lines(cell.source)
  const read = cell.cell_type === 'markdown' ? decodeMarkdown(source) : [source]
  for (const text of read) texts.leaves.push({ text, where, look: 'finished' })
  for (const text of textsIn(cell.metadata)) texts.leaves.push({ text, where: `${where}, metadata`, look: 'finished' })
  for (const name of isFields(cell.attachments) ? Object.keys(cell.attachments) : []) {
    texts.leaves.push({ text: name, where: `${where}, attachment`, look: 'finished' })
    texts.unread.push(`${where}, attachment`)
  }
  ;(Array.isArray(cell.outputs) ? cell.outputs : []).forEach((output, i) => {
    readOutput(texts, output, `${where}, output ${i + 1}`)
  })
}

function readOutput(texts: Texts, output: unknown, where: string): void {
  if (!isFields(output)) return
  const add = (text: string, part = where) => texts.leaves.push({ text, where: part, look: 'parts' })
  add(plain(lines(output.text)))
  for (const part of [output.ename, output.evalue, ...(Array.isArray(output.traceback) ? output.traceback : [])])
    if (typeof part === 'string') add(plain(part), `${where}, error`)
  for (const text of textsIn(output.metadata)) add(text, `${where}, metadata`)
  for (const [mime, data] of Object.entries(isFields(output.data) ? output.data : {})) {
    const read = readMime(mime, data)
    if (read === null) texts.unread.push(`${where}, ${mime}`)
    else for (const text of read) add(text, `${where}, ${mime}`)
  }
}

/** The texts of a piece of output, or null for one that no text can be read from. */
function readMime(mime: string, data: unknown): readonly string[] | null {
  const text = lines(data)
  if (mime === 'text/html' || mime === 'image/svg+xml' || mime.endsWith('+xml')) return decodeHtml(text)
  if (mime === 'text/markdown') return decodeMarkdown(text)
  if (mime.startsWith('text/') || mime === 'application/javascript') return [plain(text)]
  if (mime.endsWith('json')) return textsIn(typeof data === 'string' ? (parsed(data) ?? data) : data)
  return null
}

/** A text that may be kept as a list of its lines. */
function lines(value: unknown): string {
  if (typeof value === 'string') return value
  return Array.isArray(value) ? value.filter(line => typeof line === 'string').join('') : ''
}

// The colours of a terminal would cut names in two.
const plain = (text: string) => text.replace(/\u001b\[[\d;]{0,20}[A-Za-z]/gu, '')

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, one]) => [...(Array.isArray(value) ? [] : [key]), ...textsIn(one)])
}
