import { type Change, isSame, type Patch, type Row, type Study } from '../../study/index.js'
import { journalRow } from '../journalRow.js'
import { changeRows, type Listed, type Rows } from '../rows.js'
import { type Steps, stepOf } from './broughtSteps.js'
import type { Merged } from './mergeRepairs.js'
import type { MergedRow, Vote } from './mergeRow.js'

interface Placed {
  readonly place: number
  readonly patch: Patch
}

/**
 * The changes of a merge: one per call that is brought in, with what is left of it. So the journal goes on telling who did what and
 * when; a call of which nothing is left is told as well.
 */
export function mergeChanges(base: Study, merged: Merged, steps: Steps): readonly Change[] {
  const placed = [...merged.values()].flatMap(rows => [...rows.values()].flatMap(one => patchesOf(one, steps)))
  const perStep = new Map<number, Patch[]>()
  const last = Math.max(0, steps.all.length - 1)
  for (const { place, patch } of placed.sort((a, b) => a.place - b.place || compareKeys(a.patch, b.patch))) {
    const step = Math.min(Math.max(0, stepOf(place)), last)
    const there = perStep.get(step)
    if (there === undefined) perStep.set(step, [patch])
    else there.push(patch)
  }
  const lists = new Map<string, Rows>()
  return steps.all.map(({ call, note, brings }, step) => ({
    call,
    note,
    brings,
    patches: (perStep.get(step) ?? []).map(patch => stand(base, lists, patch)),
  }))
}

/** Applies a patch to the lists under way, and says of a row that is taken out where it stood. */
function stand(base: Study, lists: Map<string, Rows>, patch: Patch): Patch {
  const list = lists.get(patch.table) ?? changeRows(base, patch.table as Listed)
  lists.set(patch.table, list)
  const standing = patch.to === undefined ? { ...patch, at: list.place(patch.id) } : patch
  list.apply(standing)
  return standing
}

function compareKeys(a: Patch, b: Patch): number {
  if (a.table !== b.table || a.id === b.id) return 0
  return a.id < b.id ? -1 : 1
}

function patchesOf(one: MergedRow, steps: Steps): readonly Placed[] {
  const { base, row, table, key } = one
  if (row === null) return base === null ? [] : [{ place: removal(one), patch: { table, id: key, from: journalRow(base) } }]
  if (base !== null) return fieldPatches(one, base, row, steps, Number.NEGATIVE_INFINITY)
  const first = one.votes.filter(vote => vote.made !== null && vote.to !== null).sort((a, b) => a.place - b.place)[0]!
  // It is told as it was first made, and then as it was changed: by the calls that did so.
  const made = { ...first.made!.row, ...(table === 'codings' ? { pass: row.pass } : {}) }
  const rest = fieldPatches(one, made, row, steps, first.place)
  return [{ place: first.place, patch: { table, id: key, to: journalRow(made) } }, ...rest]
}

function removal({ votes }: MergedRow): number {
  return Math.min(...votes.filter(vote => vote.to === null).map(vote => vote.place))
}

function fieldPatches(one: MergedRow, before: Row, after: Row, steps: Steps, notBefore: number): readonly Placed[] {
  const { table, key, votes } = one
  const isText = table === 'transcripts' ? ['text', 'turns'] : []
  const perPlace = new Map<number, string[]>()
  for (const field of Object.keys(after)) {
    if (isText.includes(field) || isSame(before[field] ?? null, after[field] ?? null)) continue
    const place = Math.max(notBefore, fieldPlace(votes, field, after[field], steps, table))
    perPlace.set(place, [...(perPlace.get(place) ?? []), field])
  }
  const pick = (row: Row, fields: readonly string[]) => Object.fromEntries(fields.map(field => [field, row[field] ?? null]))
  return [...perPlace].map(([place, fields]) => ({ place, patch: { table, id: key, from: pick(before, fields), to: pick(after, fields) } }))
}

/** Where a field got its value: at the first call that gave it this one, else at the last that gave it another. */
function fieldPlace(votes: readonly Vote[], field: string, value: unknown, steps: Steps, table: string): number {
  const places = votes.map(vote => ({ place: placeOfField(vote, field, steps, table), gave: isSame(vote.to?.[field] ?? null, value) }))
  const gave = places.filter(one => one.gave).map(one => one.place)
  return gave.length > 0 ? Math.min(...gave) : Math.max(...places.map(one => one.place), 0)
}

/** Where a side last gave a field its value: by itself, or with the row. */
export function placeOfField(vote: Vote, field: string, steps: Steps, table: string): number {
  return Math.max(vote.place, steps.touch(vote.side, table, vote.own, field))
}
