import { counted, isSame, nameColumn, type Row, type TableName, tables } from '../../study/index.js'

/** The name of a row that another row refers to. */
export type NameOf = (table: string, id: string) => string

/** A name as a sentence holds it. */
export const quoted = (name: unknown) => `'${String(name)}'`

/** Names in a sentence: the first three, and how many there are besides. */
export function several(names: readonly string[]): string {
  if (names.length > 3) return `${names.slice(0, 3).join(', ')} and ${names.length - 3} more`
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

const inOrder = new Intl.Collator('en', { numeric: true }).compare

/** Names of rows in a sentence, each once and in order, so that it is the same in whatever order the rows stand. */
export const namesIn = (names: readonly string[]) => several([...new Set(names)].filter(name => name !== '').sort(inOrder))

/** The fields that two states of a row differ in, those of `extra` by their own names. */
export function fieldsBetween(before: Row, after: Row): readonly (readonly [field: string, from: unknown, to: unknown])[] {
  const flat = ({ extra, text, turns, ...row }: Row) => ({ ...extra, ...row })
  const a: Readonly<Record<string, unknown>> = flat(before)
  const b: Readonly<Record<string, unknown>> = flat(after)
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].flatMap(field => {
    const [from, to] = [orNull(a[field]), orNull(b[field])]
    return isSame(from, to) ? [] : [[field, from, to] as const]
  })
}

// A journal leaves out what says nothing.
const orNull = (value: unknown) => (value === undefined || (Array.isArray(value) && value.length === 0) ? null : value)

// What a row says of its place follows its text; figures of it are for the table of fields.
const places: ReadonlySet<string> = new Set(['start', 'end', 'spans'])
const phrases: Readonly<Record<string, string>> = { hash: 'file changed', 'words before': 'words were edited in the transcript' }

/** What happened to the fields of a row, in phrases: "role from context to mechanism; claim reworded". */
export function tellFieldsOf(table: string, fields: ReturnType<typeof fieldsBetween>, nameOf: NameOf): string {
  const told = fields.map(([field, from, to]) =>
    places.has(field) && from !== null && to !== null
      ? 'moved to another place in the text'
      : ((to === null ? undefined : phrases[field]) ?? tellField(table, field, from, to, nameOf)),
  )
  return [...new Set(told)].join('; ')
}

/** What happened to a field of a row, in a phrase. */
export function tellField(table: string, field: string, from: unknown, to: unknown, nameOf: NameOf): string {
  const plain = plainKinds.has(columnOf(table, field)?.kind ?? '')
  const say = (value: unknown) => (plain ? sayValue(table, field, value, nameOf) : quoted(sayValue(table, field, value, nameOf)))
  if (columnOf(table, field)?.of === 'codings' && Array.isArray(from ?? to))
    return tellCount(field, (from ?? []) as unknown[], (to ?? []) as unknown[])
  if (Array.isArray(from ?? to)) return tellList(field, (from ?? []) as unknown[], (to ?? []) as unknown[], say)
  if (field === 'retired') return to === true ? 'retired' : 'in use again'
  if (field === 'parent') return to === null ? 'taken to the top' : `put under ${say(to)}`
  if (field === nameColumn[table as TableName] && from !== null && to !== null) return `renamed from ${say(from)} to ${say(to)}`
  const isProse = prose.test(field) || [from, to].some(value => typeof value === 'string' && value.length > 40)
  if (from === null) return isProse ? `${field} written` : `${field} set to ${say(to)}`
  if (to === null) return `${field} taken out`
  return isProse ? `${field} reworded` : `${field} from ${say(from)} to ${say(to)}`
}

function tellList(field: string, from: readonly unknown[], to: readonly unknown[], say: (value: unknown) => string): string {
  const put = to.filter(value => !from.some(other => isSame(value, other))).map(say)
  const cut = from.filter(value => !to.some(other => isSame(value, other))).map(say)
  const parts = [...(put.length === 0 ? [] : [`+ ${several(put)}`]), ...(cut.length === 0 ? [] : [`− ${several(cut)}`])]
  return parts.length === 0 ? `${field} in another order` : `${field} ${parts.join(', ')}`
}

// Codings have no names that a reader knows.
function tellCount(field: string, from: readonly unknown[], to: readonly unknown[]): string {
  const put = to.filter(id => !from.includes(id)).length
  const cut = from.filter(id => !to.includes(id)).length
  return `${field}: ${[...(put > 0 ? [`+ ${counted(put, 'codings')}`] : []), ...(cut > 0 ? [`− ${counted(cut, 'codings')}`] : [])].join(', ') || 'in another order'}`
}

/** A value as a reader knows it: names instead of ids, yes and no, places as from-to. */
export function sayValue(table: string, field: string, value: unknown, nameOf: NameOf): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.map(one => sayValue(table, field, one, nameOf)).join('; ')
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'object') {
    const { start, end } = value as { start?: number; end?: number }
    return start === undefined ? JSON.stringify(value) : `${start}-${end}`
  }
  const of = columnOf(table, field)?.of
  return of === undefined ? String(value) : nameOf(of, String(value))
}

/** What a column holds. Configurations have a column of codes per role of the study. */
function columnOf(table: string, field: string): { readonly of?: string; readonly kind: string } | null {
  const { columns } = tables[(table === 'lost' ? 'codings' : table) as TableName]
  if (Object.hasOwn(columns, field)) return columns[field as keyof typeof columns]
  return table === 'configurations' && !field.endsWith('Text') ? { of: 'codes', kind: 'references' } : null
}

const plainKinds: ReadonlySet<string> = new Set(['choice', 'role', 'integer', 'boolean', 'date', 'spans'])
// What is written in sentences is not repeated in one; the table of fields has it.
const prose =
  /^(?:memo|definition|when|whenNot|claim|bullet|statement|reason|reasoning|note|summary|text|quote|translation|action|\w+Text)$/u
