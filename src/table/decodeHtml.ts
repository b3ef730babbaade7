import { decodeEntities } from './decodeEntities.js'
import { flags, inline, parting, raw } from './htmlNames.js'
import { readTag, type Tag } from './readTag.js'

/**
 * Reads every text in HTML as its reader would: first what is shown, in which tags within a line leave no gap and others
 * a line end; then attribute values, titles, comments, styles and scripts, each on its own. Takes linear time.
 *
 * @example
 * decodeHtml('<p title="a &amp; b"><b>J</b>an</p>')
 * //=> ['Jan', 'a & b']
 */
export function decodeHtml(html: string): readonly string[] {
  const reading: Reading = { html: html.replace(/\r\n?/gu, '\n'), shown: [], apart: [], foreign: 0 }
  let at = 0
  while (at < reading.html.length) at = readPiece(reading, at)
  while (reading.shown.at(-1) === '\n') reading.shown.pop()
  return [reading.shown.join(''), ...reading.apart.filter(text => text.trim() !== '')]
}

interface Reading {
  readonly html: string
  readonly shown: string[]
  readonly apart: string[]
  /** How deep in SVG or MathML, where other rules hold. */
  foreign: number
}

/** Reads one tag, comment or stretch of text and tells where it ends. */
function readPiece(reading: Reading, at: number): number {
  const { html } = reading
  const tag = readTag(html, at)
  if (tag !== null) return readElement(reading, tag, at)
  if (html.startsWith('<!--', at)) return readComment(reading, at)
  if (reading.foreign > 0 && html.startsWith('<![CDATA[', at)) return readCdata(reading, at)
  if (/^<(?:[!?]|\/[^>])/u.test(html.slice(at, at + 3))) return readDeclaration(reading, at)
  if (html.startsWith('</>', at)) return at + 3
  const next = html.indexOf('<', at + 1)
  const end = next < 0 ? html.length : next
  // A browser leaves NUL out of text.
  show(reading, decodeEntities(html.slice(at, end).replaceAll('\0', '')))
  return end
}

function readElement(reading: Reading, tag: Tag, at: number): number {
  const { name } = tag
  if (parting.has(name) || (raw.has(name) && reading.foreign > 0)) part(reading)
  if (!tag.closes) readAttributes(reading, tag)
  const known = parting.has(name) || inline.has(name) || raw.has(name)
  // A person's name typed between angle brackets is not shown, and stands in the file.
  if (!known || tag.attributes.some(attribute => attribute.value === null && !flags.has(attribute.name))) {
    reading.apart.push(reading.html.slice(at + 1, tag.end - 1))
  }
  if (name === 'svg' || name === 'math') reading.foreign = Math.max(0, reading.foreign + (tag.closes ? -1 : tag.empty ? 0 : 1))
  // In SVG the content of every element is markup.
  const holdsText = raw.has(name) || name === 'textarea' || name === 'title'
  return holdsText && !tag.closes && reading.foreign === 0 ? readContent(reading, name, tag.end) : tag.end
}

function readAttributes(reading: Reading, tag: Tag): void {
  for (const { value } of tag.attributes) {
    if (value === null) continue
    const address = decodePercents(value)
    reading.apart.push(value, ...(address === value ? [] : [address]))
  }
}

/** An address may write its letters as `%4A`. */
function decodePercents(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/giu, run => {
    try {
      return decodeURIComponent(run)
    } catch {
      return run
    }
  })
}

/** Content that is text up to its end tag. */
function readContent(reading: Reading, name: string, start: number): number {
  const closing = new RegExp(`</${name}(?=[\\t\\n\\f />])`, 'giu')
  closing.lastIndex = start
  const end = closing.exec(reading.html)?.index ?? reading.html.length
  const content = reading.html.slice(start, end)
  if (name === 'textarea') show(reading, decodeEntities(content))
  else reading.apart.push(name === 'title' ? decodeEntities(content) : content)
  return end
}

function readComment(reading: Reading, at: number): number {
  const { html } = reading
  const start = at + 4
  const empty = /^-?>/u.exec(html.slice(start, start + 2))
  if (empty !== null) return start + empty[0].length
  const closing = /--!?>/gu
  closing.lastIndex = start
  const found = closing.exec(html)
  reading.apart.push(html.slice(start, found?.index))
  return found === null ? html.length : found.index + found[0].length
}

function readCdata(reading: Reading, at: number): number {
  const start = at + '<![CDATA['.length
  const found = reading.html.indexOf(']]>', start)
  const end = found < 0 ? reading.html.length : found
  show(reading, reading.html.slice(start, end))
  return end + 3
}

/** A doctype, or something that a browser takes for a comment. */
function readDeclaration(reading: Reading, at: number): number {
  const found = reading.html.indexOf('>', at)
  const end = found < 0 ? reading.html.length : found
  const text = reading.html.slice(at + 1, end).replace(/^[!/]/u, '')
  if (!/^doctype html$/iu.test(text)) reading.apart.push(text)
  return end + 1
}

function show(reading: Reading, text: string): void {
  if (text !== '') reading.shown.push(text)
}

function part(reading: Reading): void {
  if (reading.shown.length > 0 && reading.shown.at(-1) !== '\n') reading.shown.push('\n')
}
