import { columnsOf, configurationRoles, rowsOf, type Study, type TableName, tableNames } from '../study/index.js'

/** The ids of rows of a table that something else in the study names: other rows, pages, memos. */
export function namedIds(study: Study, table: TableName): ReadonlySet<string> {
  const pages = [...study.pages, ...study.memos]
  const found = new Set(pages.flatMap(page => page.about))
  if (table === 'quotes') for (const page of pages) for (const id of quotesIn(page.text)) found.add(id)
  for (const one of tableNames) {
    const columns = Object.entries(columnsOf(one, configurationRoles(study))).filter(([, column]) => column.of === table)
    if (columns.length === 0) continue
    const rows =
      one === 'codings' ? [...rowsOf(study, one), ...(study.lost as readonly object[] as ReturnType<typeof rowsOf>)] : rowsOf(study, one)
    for (const [name] of columns) {
      for (const row of rows) {
        const value = row[name]
        if (typeof value === 'string') found.add(value)
        else if (Array.isArray(value)) for (const id of value) if (typeof id === 'string') found.add(id)
      }
    }
  }
  return found
}

const quotesIn = (text: string) => [...text.matchAll(/\{\{\s*quote\s+([^{}\s]+)\s*\}\}/gu)].map(match => match[1]!)
