import { counted, needStudy, type Study } from '../../study/index.js'
import { Table } from '../../table/index.js'
import { tellChanges } from './tellChanges.js'
import { fieldsBetween, sayValue } from './tellFields.js'
import { tellFrame } from './tellFrame.js'
import { type Said, startTelling } from './telling.js'
import { changesBetween } from './touched.js'

/** One difference between two states of a study, in a sentence and as data. */
export interface Difference extends Said {}

/** One field of one row that differs between two states of a study. */
export interface FieldDifference {
  readonly table: string
  readonly what: 'added' | 'removed' | 'changed'
  readonly id: string
  readonly field: string
  readonly before: string
  readonly after: string
}

/**
 * Tells in plain words what differs between two states of a study: which codes were merged and how many codings moved,
 * who added what where, what was reworded. It is read from the two states, so that it holds also for what was changed
 * by hand. Most telling first: texts and what was lost, theory, themes, codes, codings, then the other tables.
 *
 * Always for the team: it holds what the tables hold.
 *
 * @param options.fields gives a row per field instead, with what it said before and after
 * @example
 * diffStudies(study, coded).rows.map(row => row.what)
 * //=> ["1 code added: 'regular meetings'", '1 coding added by MV in 1 transcript, with 1 new code']
 * @example
 * diffStudies(study, coded, { fields: true }).rows[0]
 * //=> { table: 'codes', what: 'added', id: 'regular meetings', field: '', before: '', after: '' }
 */
export function diffStudies(before: Study, after: Study, options: { readonly fields: true }): Table<FieldDifference>
export function diffStudies(before: Study, after: Study, options?: { readonly fields?: false }): Table<Difference>
export function diffStudies(
  before: Study,
  after: Study,
  options: { readonly fields?: boolean } = {},
): Table<Difference> | Table<FieldDifference> {
  needStudy(before, 'diffStudies')
  needStudy(after, 'diffStudies')
  const changes = changesBetween(before, after)
  const facts = { title: 'Differences', basis: `${counted(before.journal.length, 'passes')} before, ${after.journal.length} after`, of: {} }
  if (options.fields === true) {
    const { nameOf } = startTelling(changes)
    const rows = changes.touched.flatMap(({ table, key: id, before: from, after: to, reworded }): FieldDifference[] => {
      if (from === null || to === null) return [{ table, what: from === null ? 'added' : 'removed', id, field: '', before: '', after: '' }]
      const fields: readonly (readonly [string, unknown, unknown])[] = [
        ...fieldsBetween(from, to),
        ...(reworded ? [['text', ...changedPart(String(from.text), String(to.text))] as const] : []),
      ]
      const say = (field: string, value: unknown) => (field === 'text' ? String(value ?? '') : sayValue(table, field, value, nameOf))
      return fields.map(([field, was, is]) => ({ table, what: 'changed', id, field, before: say(field, was), after: say(field, is) }))
    })
    return new Table<FieldDifference>({ ...facts, columns: ['table', 'what', 'id', 'field', 'before', 'after'], rows })
  }
  return new Table<Difference>({
    ...facts,
    columns: ['what', 'count', 'transcripts'],
    rows: [...tellChanges(changes), ...tellFrame(before, after)],
  })
}

/** What is left of two texts without their common begin and end. */
function changedPart(a: string, b: string): readonly [string, string] {
  let start = 0
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start++
  let end = 0
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++
  return [a.slice(start, a.length - end), b.slice(start, b.length - end)]
}
