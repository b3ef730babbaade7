import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../package/sources.js'

/** Rows of a list of `lists/`: a record per row, by the columns that its line with `#:` names. */
export function readList(path: string): readonly Readonly<Record<string, string>>[] {
  let columns: readonly string[] = []
  const rows: Record<string, string>[] = []
  for (const line of readFileSync(join(root, 'lists', path), 'utf8').split('\n')) {
    if (line.startsWith('#:'))
      columns = line
        .slice(2)
        .split('\t')
        .map(one => one.trim())
    if (line.startsWith('#') || line === '') continue
    const cells = line.split('\t')
    if (cells.length > columns.length) throw new Error(`${path}: more cells than columns: ${line}`)
    rows.push(Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? ''])))
  }
  return rows
}

/** Everything that the rows of a list may be called. */
export const namesOf = (path: string): readonly string[] =>
  readList(path).flatMap(row => [row.name!, ...`${row.variants ?? ''};${row.spoken ?? ''}`.split(';').filter(one => one !== '')])

/** A name as somebody may write it: other case, no diacritics, other apostrophes, other hyphens. */
export const spelledOtherwise = (name: string): readonly string[] => [
  name.toLowerCase(),
  name.toUpperCase(),
  name.normalize('NFD'),
  name.normalize('NFD').replace(/\p{M}/gu, ''),
  name.replace(/['’]/gu, '’'),
  name.replaceAll('-', ' '),
  name.replaceAll('-', '\u2011'),
  ` ${name} `,
]

/** Whether a text holds the words of a name one after another. */
export function holdsWords(text: string, name: string): boolean {
  const words = (one: string) =>
    one
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[\p{M}'’]/gu, '')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  const [all, some] = [words(text), words(name)]
  return some.length > 0 && all.some((_, i) => some.every((word, j) => all[i + j] === word))
}
