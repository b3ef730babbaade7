import { type Coding, type Row, rowId, type Study } from '../../study/index.js'
import { changedFields } from '../journal.js'
import { wholeRows } from '../journalRow.js'
import { keyOf, type Listed, listed } from '../rows.js'
import type { Steps } from './broughtSteps.js'
import type { Vote } from './mergeRow.js'
import type { Side } from './mergeSides.js'

export type Votes = ReadonlyMap<Listed, ReadonlyMap<string, readonly Vote[]>>

/** What each side made of each row that it touched. */
export function votesOf(sides: readonly Side[], steps: Steps): Votes {
  const votes = new Map<Listed, Map<string, Vote[]>>()
  for (const table of listed) {
    const perKey = new Map<string, Vote[]>()
    for (const [side, { start, study }] of sides.entries()) {
      for (const vote of changedRows(table, start, study, side, steps)) {
        const there = perKey.get(vote.key)
        if (there === undefined) perKey.set(vote.key, [vote])
        else there.push(vote)
      }
    }
    if (perKey.size > 0) votes.set(table, perKey)
  }
  return setApart(votes)
}

function changedRows(table: Listed, start: Study, study: Study, side: number, steps: Steps): readonly Vote[] {
  if (start[table] === study[table]) return []
  const rows = (of: Study) => new Map((of[table] as readonly object[] as readonly Row[]).map(row => [keyOf(table, row), row]))
  const [before, after] = [rows(start), rows(study)]
  const whole = wholeRows(study, table)
  const gone = [...before].filter(([key]) => !after.has(key)).map(([key, from]) => ({ key, from, to: null }))
  const changed = [...after].flatMap(([key, to]) => {
    const from = before.get(key) ?? null
    return from !== null && changedFields(table, key, from, to).length === 0 ? [] : [{ key, from, to }]
  })
  return [...gone, ...changed].map(({ key, from, to }): Vote => {
    const added = from === null ? steps.added(side, table, key) : null
    const place = steps.touch(side, table, key)
    const made = added === null ? null : { pass: added.pass, row: whole(added.to ?? {}) }
    return { side, key, own: key, from, to, made: from === null && made === null ? { pass: '', row: to! } : made, place }
  })
}

/**
 * Readings that two people agreed on apart, for the same codings: they have one id, and each keeps its own, so that both stand and
 * can be looked at side by side. The id of the earliest stays.
 */
function setApart(votes: Map<Listed, Map<string, Vote[]>>): Votes {
  const codings = votes.get('codings')
  if (codings === undefined) return votes
  const renamed = new Map<number, Map<string, string>>()
  for (const [key, all] of [...codings]) {
    const settled = all.filter(vote => vote.from === null && (vote.to as Coding | null)?.settles.length)
    if (new Set(settled.map(vote => vote.made!.pass)).size < 2) continue
    const ids = new Map<string, string>()
    for (const vote of settled.sort((a, b) => a.place - b.place)) {
      const { pass, row } = vote.made!
      const reading = readingOf(vote.to!)
      const id = ids.get(pass) ?? ids.get(reading) ?? (ids.size === 0 ? key : rowId([key, reading], one => codings.has(one)))
      ids.set(pass, id).set(reading, id)
      if (id === key) continue
      renamed.set(vote.side, (renamed.get(vote.side) ?? new Map<string, string>()).set(key, id))
      const left = codings.get(key)!.filter(one => one !== vote)
      codings.set(key, left)
      codings.set(id, [...(codings.get(id) ?? []), { ...vote, key: id, to: { ...vote.to!, id }, made: { pass, row: { ...row, id } } }])
    }
  }
  if (renamed.size === 0) return votes
  return new Map(
    [...votes].map(([table, rows]) => [
      table,
      new Map([...rows].map(([key, all]) => [key, all.map(vote => follow(table, vote, renamed.get(vote.side)))])),
    ]),
  )
}

/** What a coding says of its words; who says so and why is no part of it. */
function readingOf(coding: Row): string {
  const { id, coder, pass, memo, status, settles, extra, ...reading } = coding
  return JSON.stringify(Object.entries(reading).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** Columns that name codings. */
const naming: Partial<Record<Listed, readonly string[]>> = {
  codings: ['settles'],
  codes: ['typical', 'borderline'],
  evidence: ['coding'],
  reveals: ['coding'],
}

function follow(table: Listed, vote: Vote, ids: ReadonlyMap<string, string> | undefined): Vote {
  const columns = naming[table]
  if (ids === undefined || columns === undefined || vote.to === null) return vote
  const now = (value: unknown): unknown =>
    Array.isArray(value) ? value.map(now) : typeof value === 'string' ? (ids.get(value) ?? value) : value
  const moved = (row: Row): Row => ({ ...row, ...Object.fromEntries(columns.map(column => [column, now(row[column])])) })
  return { ...vote, to: moved(vote.to), made: vote.made === null ? null : { ...vote.made, row: moved(vote.made.row) } }
}
