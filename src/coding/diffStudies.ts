import type { Patch, Study } from '../study/index.js'
import { Table } from '../table/index.js'
import { differences } from './journal.js'

/** One difference between two states of a study. */
export interface Difference {
  readonly table: string
  readonly what: 'added' | 'removed' | 'changed'
  readonly id: string
  readonly field: string
  readonly before: string
  readonly after: string
}

/**
 * Lists what differs between the tables of two states of a study, a row per field.
 *
 * @returns a table for the team: it holds what the tables hold
 * @example
 * diffStudies(study, coded).rows[0]?.what
 * //=> 'added'
 */
export function diffStudies(before: Study, after: Study): Table<Difference> {
  const rows = differences(before, after).flatMap(patch => describe(patch))
  return new Table<Difference>({
    title: 'Differences',
    columns: ['table', 'what', 'id', 'field', 'before', 'after'],
    rows,
    basis: `${before.journal.length} passes before, ${after.journal.length} after`,
    of: {},
  })
}

function describe({ table, id, from, to }: Patch): Difference[] {
  if (from === undefined) return [{ table, what: 'added', id, field: '', before: '', after: '' }]
  if (to === undefined) return [{ table, what: 'removed', id, field: '', before: '', after: '' }]
  return Object.keys(to).map(field => ({ table, what: 'changed', id, field, before: say(from[field]), after: say(to[field]) }))
}

function say(value: unknown): string {
  if (value === null || value === undefined) return ''
  return Array.isArray(value) ? value.map(say).join('; ') : typeof value === 'object' ? JSON.stringify(value) : String(value)
}
