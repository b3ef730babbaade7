import { columnsOf, configurationRoles, type Page, type Row, type Study, type TableName, tableNames } from '../study/index.js'

/** Per table the new ids by the old ones. */
export type NewIds = Readonly<Partial<Record<TableName, ReadonlyMap<string, string>>>>

/** A study in which rows have other ids, and everything that refers to them follows: tables, turns, marks, pages. */
export function withIds(study: Study, ids: NewIds): Study {
  const roles = configurationRoles(study)
  const of = (table: string, id: string) => ids[table as TableName]?.get(id) ?? id
  const renamed = (table: TableName, rows: readonly Row[]): readonly Row[] => {
    const columns = Object.entries(columnsOf(table, roles)).filter(([, column]) => column.of !== undefined && column.of in ids)
    return rows.map(row => {
      const changed: Record<string, unknown> = { ...row, id: of(table, row.id) }
      for (const [name, column] of columns) {
        const held = row[name]
        if (typeof held === 'string') changed[name] = of(column.of!, held)
        // In the order of the new ids, since that of the old ones tells of them.
        else if (Array.isArray(held)) changed[name] = held.map(id => of(column.of!, String(id))).sort()
      }
      return changed as Row
    })
  }
  const rowsIn = (list: readonly object[]) => list as readonly Row[]
  const lists = Object.fromEntries(tableNames.map(table => [table, renamed(table, rowsIn(study[table]))])) as unknown as Pick<
    Study,
    TableName
  >
  return {
    ...study,
    ...lists,
    lost: renamed('codings', rowsIn(study.lost)) as unknown as Study['lost'],
    transcripts: lists.transcripts.map(one => ({
      ...one,
      speakers: one.speakers.map(entry => {
        const at = entry.indexOf('=') + 1
        return at === 0 ? entry : `${entry.slice(0, at)}${of('respondents', entry.slice(at).trim())}`
      }),
      turns: one.turns.map(turn => ({ ...turn, respondents: turn.respondents.map(id => of('respondents', id)).sort() })),
    })),
    pages: study.pages.map(page => renamedPage(page, ids)),
    memos: study.memos.map(page => renamedPage(page, ids)),
  }
}

function renamedPage(page: Page, ids: NewIds): Page {
  const all = Object.values(ids)
  const anew = (id: string) => all.find(known => known.has(id))?.get(id) ?? id
  const text = page.text.replace(
    /(\{\{\s*\w+\s+)([^{}]*?)(\s*\}\})/gu,
    (_, before: string, id: string, after: string) => before + anew(id) + after,
  )
  return { ...page, text, about: page.about.map(anew) }
}
