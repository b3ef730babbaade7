import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import Papa from 'papaparse'

/** Who an intruder thinks stands behind a label. */
export interface Guess {
  readonly label: string
  readonly person: string
}

export type Row = Readonly<Record<string, string>>

/** The text of every file in a folder, by its path. */
export function filesIn(folder: string): ReadonlyMap<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()
  return new Map(paths.filter(path => statSync(join(folder, path)).isFile()).map(path => [path, readFileSync(join(folder, path), 'utf8')]))
}

/** The rows of a table in a folder, whether it is called `quotes.csv` or `quotes.team.csv`. */
export function rowsIn(folder: string, name: string): readonly Row[] {
  const files = [...filesIn(folder)].filter(([path]) => new RegExp(`^${name}(?:\\.team)?\\.csv$`, 'u').test(path))
  return files.flatMap(([, text]) => Papa.parse<Row>(text.trim(), { header: true }).data)
}

/** The labels of people in a table of quotes, in the order in which they come. */
export function labelsIn(folder: string): readonly string[] {
  return [...new Set(rowsIn(folder, 'quotes').flatMap(row => (row.label ? [row.label] : [])))]
}

export const numberIn = (label: string) => Number(/\d+/u.exec(label)?.[0] ?? Number.NaN)

/** Names that stand beside a label, or in words under it. */
export function namedUnder(folder: string, label: string, names: readonly string[]): readonly string[] {
  const rows = [...rowsIn(folder, 'quotes'), ...rowsIn(folder, 'codings')].filter(row => row.label === label || row.speaker === label)
  const text = rows
    .flatMap(row => Object.values(row))
    .join('\n')
    .toLowerCase()
  return names.filter(name =>
    name
      .toLowerCase()
      .split(' ')
      .some(part => new RegExp(`(?<!\\p{L})${part}(?!\\p{L})`, 'u').test(text)),
  )
}

/** Puts guesses in the order of two lists that an intruder takes to follow one another. */
export function inStep(labels: readonly string[], people: readonly string[]): readonly Guess[] {
  return labels.flatMap((label, i) => (people[i] === undefined ? [] : [{ label, person: people[i] }]))
}
