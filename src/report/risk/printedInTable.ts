import type { Printed } from '../../privacy/index.js'
import type { AnyTable } from '../../table/index.js'

/** Columns that say who spoke, the first that is there. */
const labelColumns = ['label', 'speaker', 'source', 'respondent', 'respondents'] as const
/** Columns that hold what was said. */
const wordsColumns = ['quote', 'text', 'words'] as const
/** Columns that never tell of the person who spoke, though an attribute may be called so. */
const otherColumns = new Set(['role', 'theme', 'code', 'polarity', 'stance', 'sources', 'people', 'against', 'refining', 'memo'])

/**
 * What the rows of a table print under a label.
 *
 * @param ofAll what is told of all rows at once, by attribute
 */
export function printedInTable(
  table: AnyTable,
  rowName: (row: number) => string,
  ofAll: Readonly<Record<string, string>> = {},
): readonly Printed[] {
  const labelColumn = labelColumns.find(column => table.columns.includes(column))
  const wordsColumn = wordsColumns.find(column => table.columns.includes(column))
  if (labelColumn === undefined && wordsColumn === undefined) return []
  const beside = table.columns.filter(column => column !== labelColumn && column !== wordsColumn && !otherColumns.has(column))
  return table.rows.flatMap((row, i): readonly Printed[] => {
    const cell = (column: string | undefined) => (column === undefined ? '' : cellText(Reflect.get(row, column)))
    const [label, words] = [cell(labelColumn), cell(wordsColumn)]
    if (label === '' && words === '') return []
    const columns = Object.fromEntries(beside.flatMap(column => (cell(column) === '' ? [] : [[column, cell(column)]])))
    const facts = { ...ofAll, ...columns }
    return [{ output: table.title, place: rowName(i + 1), kind: words === '' ? 'row' : 'quote', label, words, columns: facts }]
  })
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return ''
  return Array.isArray(value) ? value.join(', ') : String(value)
}
