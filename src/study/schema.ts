import * as z from 'zod/mini'
import { type Column, isDate } from './columns.js'
import { roleSchemeNames } from './roleSchemes.js'
import { columnsOf, type TableName } from './tables.js'

const id = z.string().check(z.minLength(1))
const span = z.object({ start: z.int().check(z.nonnegative()), end: z.int().check(z.nonnegative()) })

/** The schema of the values a column holds in memory. */
export function valueSchema(column: Column): z.ZodMiniType {
  switch (column.kind) {
    case 'date':
      return z.nullable(z.string().check(z.refine(isDate)))
    case 'text':
    case 'reference':
    case 'role':
      return z.nullable(z.string())
    case 'integer':
      return z.nullable(z.int())
    case 'boolean':
      return z.nullable(z.boolean())
    case 'choice':
      return z.nullable(z.enum([...(column.values ?? [])]))
    case 'list':
    case 'references':
      return z.array(z.string())
    case 'spans':
      return z.array(span)
  }
}

/** What a column holds, in words for a person who got it wrong. */
export function expectation(column: Column | undefined): string {
  if (column === undefined) return 'a value of another kind'
  if (column.kind === 'choice') return `one of: ${column.values?.join(', ')}`
  const words = {
    text: 'a text',
    date: 'a date as year-month-day, such as 2020-05-31',
    reference: 'an id',
    role: 'the id of a role',
    integer: 'a whole number',
    boolean: 'true or false',
    list: 'a list of texts',
    references: 'a list of ids',
    spans: 'a list of spans { start, end }',
  }
  return words[column.kind]
}

const extra = z.record(z.string(), z.string())

/** The schema of the rows of a table, from its declaration. Codings and transcripts carry their own fields besides. */
export function rowSchema(table: TableName, configurationRoles: readonly string[]): z.ZodMiniType {
  const shape: Record<string, z.ZodMiniType> = { id, extra }
  for (const [name, column] of Object.entries(columnsOf(table, configurationRoles))) {
    if (name !== 'id') shape[name] = valueSchema(column)
  }
  if (table === 'codings') Object.assign(shape, codingShape)
  return z.object(shape)
}

// In memory a coding always has a place, a code and a status; `quote` follows from the place, `lost` from the list it is in.
const codingShape = {
  transcript: id,
  start: z.int().check(z.nonnegative()),
  end: z.int().check(z.nonnegative()),
  quote: z.optional(z.unknown()),
  lost: z.optional(z.unknown()),
  code: id,
  role: id,
  coder: z.string(),
  pass: z.string(),
  status: z.enum(['open', 'settled', 'superseded']),
}

/**
 * Makes the question whether a row fits its schema, asked without the report of what does not: of a hundred thousand rows
 * nearly all fit, and a schema that answers copies each of them.
 */
export function rowFits(table: TableName, configurationRoles: readonly string[]): (row: Readonly<Record<string, unknown>>) => boolean {
  const columns = Object.entries(columnsOf(table, configurationRoles)).filter(([name]) => name !== 'id')
  const held: readonly Held[] =
    table === 'codings'
      ? columns.filter(([name]) => !(name in codingShape)).map(([name, column]) => [name, holds(column)] as const)
      : columns.map(([name, column]) => [name, holds(column)] as const)
  const own: readonly Held[] = table === 'codings' ? codingHeld : []
  const all: readonly Held[] = [['id', isId], ['extra', isExtra], ...held, ...own]
  return row => all.every(([name, fits]) => fits(row[name]))
}

type Fits = (value: unknown) => boolean
type Held = readonly [name: string, fits: Fits]

const isText: Fits = value => typeof value === 'string'
const isId: Fits = value => typeof value === 'string' && value !== ''
const isPlace: Fits = value => Number.isSafeInteger(value) && (value as number) >= 0
const isExtra: Fits = value => {
  if (typeof value !== 'object' || value === null || ![Object.prototype, null].includes(Object.getPrototypeOf(value))) return false
  for (const name in value) if (typeof (value as Record<string, unknown>)[name] !== 'string') return false
  return true
}
const statuses = new Set<unknown>(['open', 'settled', 'superseded'])
const codingHeld: readonly Held[] = [
  ['transcript', isId],
  ['start', isPlace],
  ['end', isPlace],
  ['code', isId],
  ['role', isId],
  ['coder', isText],
  ['pass', isText],
  ['status', value => statuses.has(value)],
]

function holds(column: Column): Fits {
  switch (column.kind) {
    case 'date':
      return value => value === null || (typeof value === 'string' && isDate(value))
    case 'text':
    case 'reference':
    case 'role':
      return value => value === null || typeof value === 'string'
    case 'integer':
      return value => value === null || Number.isSafeInteger(value)
    case 'boolean':
      return value => value === null || typeof value === 'boolean'
    case 'choice': {
      const known = new Set<unknown>([null, ...(column.values ?? [])])
      return value => known.has(value)
    }
    case 'list':
    case 'references':
      return value => Array.isArray(value) && value.every(isText)
    case 'spans':
      return value => Array.isArray(value) && value.every(one => isPlace(one?.start) && isPlace(one?.end))
  }
}

const words = z.array(z.string())

/** What `study.json` may hold. */
export const studyFileSchema = z.object({
  title: z.string().check(z.minLength(1)),
  language: z.string().check(z.minLength(2)),
  questions: z.optional(words),
  roles: z.optional(
    z.union([
      z.enum(roleSchemeNames),
      z.readonly(
        z.array(
          z.union([
            z.string(),
            z.readonly(
              z.object({
                id: z.string(),
                label: z.optional(z.string()),
                parent: z.optional(z.string()),
                inConfiguration: z.optional(z.boolean()),
              }),
            ),
          ]),
        ),
      ),
    ]),
  ),
  template: z.optional(z.union([z.string(), z.record(z.string().check(z.minLength(2)), z.string())])),
  rounds: z.optional(
    z.array(z.object({ id: z.string(), kind: z.optional(z.string()), title: z.optional(z.string()), purpose: z.optional(z.string()) })),
  ),
  consent: z.optional(z.enum(['verbatim', 'paraphrase', 'none'])),
  basis: z.optional(z.enum(['interviews', 'quotes'])),
  cleaning: z.optional(words),
  speakerPattern: z.optional(z.string()),
  ethics: z.optional(z.string()),
  invented: z.optional(z.boolean()),
})

export type StudyFile = z.infer<typeof studyFileSchema>
