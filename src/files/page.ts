import { noteLinesAbove, type Page } from '../study/index.js'

/**
 * Reads a Markdown file of hers: what stands between `---` at its head, and the text after it.
 *
 * @example
 * readPage('trust', '---\ntheme: trust\norder: 2\n---\nThey know each other.\n')
 * //=> { id: 'trust', text: 'They know each other.\n', about: ['trust'], extra: { theme: 'trust', order: '2' } }
 */
export function readPage(id: string, source: string): Page {
  const text = source.replace(/^\uFEFF/u, '').replace(/\r\n?/gu, '\n')
  const { front, body, above } = splitFront(text)
  const entries = front.map(keyAndValue).filter(entry => entry !== null)
  const about = entries.filter(([key]) => key === 'about').flatMap(([, value]) => valuesOf(value))
  const extra = Object.fromEntries(entries.filter(([key]) => key !== 'about'))
  return noteLinesAbove({ id, text: body, about: about.length > 0 ? about : subjectsOf(extra), extra }, above)
}

/** Writes a page as `readPage` reads it. */
export function writePage({ text, about, extra }: Page): string {
  const lines = Object.entries(extra).map(([key, value]) => `${key}: ${value}`)
  if (JSON.stringify(about) !== JSON.stringify(subjectsOf(extra))) lines.unshift(`about: ${about.join('; ')}`)
  return lines.length === 0 && !text.startsWith('---\n') ? text : `---\n${lines.map(line => `${line}\n`).join('')}---\n${text}`
}

function subjectsOf(extra: Readonly<Record<string, string>>): readonly string[] {
  return [extra.chapter, extra.theme].flatMap(value => (value === undefined ? [] : valuesOf(value)))
}

function splitFront(text: string): { front: readonly string[]; body: string; above: number } {
  const lines = text.split('\n')
  const end = lines[0]?.trimEnd() === '---' ? lines.findIndex((line, i) => i > 0 && line.trimEnd() === '---') : -1
  if (end < 0) return { front: [], body: text, above: 0 }
  return { front: lines.slice(1, end), body: lines.slice(end + 1).join('\n'), above: end + 1 }
}

function keyAndValue(line: string): readonly [string, string] | null {
  const colon = line.indexOf(':')
  const key = line.slice(0, Math.max(colon, 0)).trim()
  if (key === '' || key.startsWith('#')) return null
  const value = line.slice(colon + 1).trim()
  const quoted = value.length > 1 && (value.startsWith('"') || value.startsWith("'")) && value.endsWith(value[0]!)
  return [key, quoted ? value.slice(1, -1) : value]
}

// `[a, b]` is how YAML writes what the tables write as `a; b`.
function valuesOf(value: string): string[] {
  const list = value.startsWith('[') && value.endsWith(']') ? value.slice(1, -1).split(',') : value.split(';')
  return list.map(one => one.trim()).filter(one => one !== '')
}
