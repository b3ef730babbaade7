import { counted, type Pass, type Problem } from '../../study/index.js'
import { namePass, undoneBy } from './undoneBy.js'

/** Collects which later passes stand in the way of an undo, and by how many rows of which table. */
export interface InTheWay {
  /** A row is no longer as the pass left it. `fields`: what differs; null when the row as a whole does. */
  readonly changed: (table: string, key: string, fields: readonly string[] | null, after: Pass) => void
  /** A row would be left pointing at nothing. `named`: what it points at; a pass that removed one of these is in the way. */
  readonly restsOn: (table: string, key: string, named: readonly RowName[]) => void
  /** The rows that were put where they are after a pass, by work that stands. */
  readonly placedAfter: (pass: Pass) => ReadonlyMap<string, RowName>
  readonly problems: () => readonly Problem[]
}

/** A row by its table and what names it in the journal. */
export interface RowName {
  readonly table: string
  readonly key: string
}

const placing = ['start', 'end', 'spans']

/** Starts looking for what is in the way of taking passes back. */
export function laterPasses(journal: readonly Pass[], undone: readonly Pass[]): InTheWay {
  const ids = new Set(undone.map(pass => pass.id))
  const gone = undoneBy(journal)
  const numbers = new Map(journal.map((pass, i) => [pass.id, i]))
  const earliest = Math.min(...undone.map(pass => numbers.get(pass.id)!))
  const rows = new Map<Pass, Map<string, Set<string>>>()
  // An undo of what came later than the pass in question leaves nothing of its own.
  const isRepair = (pass: Pass, after: number) =>
    pass.kind === 'undo' && pass.changes.every(({ undoes }) => undoes === undefined || (numbers.get(undoes) ?? 0) > after)
  let touching: ReadonlyMap<string, readonly Touch[]> | null = null
  const find = (table: string, key: string, after: number, touches: (fields: readonly string[] | null) => boolean) => {
    touching ??= touchesIn(journal.slice(earliest + 1).filter(pass => !ids.has(pass.id) && !gone.has(pass.id)))
    const mine = touching.get(JSON.stringify([table, key])) ?? []
    return new Set(
      mine.flatMap(({ pass, fields }) => (numbers.get(pass.id)! > after && !isRepair(pass, after) && touches(fields) ? [pass] : [])),
    )
  }
  const note = (table: string, key: string, found: ReadonlySet<Pass>) => {
    for (const pass of found.size > 0 ? found : [outside]) {
      const perTable = rows.get(pass) ?? new Map<string, Set<string>>()
      rows.set(pass, perTable)
      perTable.set(table, (perTable.get(table) ?? new Set()).add(key))
    }
  }
  return {
    changed: (table, key, fields, after) =>
      note(
        table,
        key,
        find(table, key, numbers.get(after.id)!, own => own === null || fields === null || own.some(field => fields.includes(field))),
      ),
    restsOn: (table, key, named) => {
      const removed = named
        .map(one => ({ ...one, by: find(one.table, one.key, earliest, fields => fields === null) }))
        .filter(({ by }) => by.size > 0)
      for (const one of removed) note(one.table, one.key, one.by)
      if (removed.length === 0)
        note(
          table,
          key,
          find(table, key, earliest, () => true),
        )
    },
    placedAfter: after => {
      const from = numbers.get(after.id)!
      const placed = new Map<string, RowName>()
      for (const pass of journal.slice(from + 1)) {
        // What was moved and put back, then or now, stands where it stood before.
        if (ids.has(pass.id) || gone.has(pass.id) || isRepair(pass, from)) continue
        for (const { patches } of pass.changes)
          for (const { table, id, to } of patches)
            if (to !== undefined && placing.some(field => field in to)) placed.set(JSON.stringify([table, id]), { table, key: id })
      }
      return placed
    },
    problems: () => [...rows].map(([pass, perTable]) => problemOf(pass, perTable, [...ids, pass.id])),
  }
}

interface Touch {
  readonly pass: Pass
  /** The fields that were changed; null when the row was added or removed. */
  readonly fields: readonly string[] | null
}

function touchesIn(passes: readonly Pass[]): ReadonlyMap<string, readonly Touch[]> {
  const touches = new Map<string, Touch[]>()
  for (const pass of passes) {
    for (const { patches } of pass.changes) {
      for (const { table, id, from, to, text } of patches) {
        const row = JSON.stringify([table, id])
        const list = touches.get(row) ?? []
        list.push({ pass, fields: from && to ? [...Object.keys(to), ...(text === undefined ? [] : ['text'])] : null })
        touches.set(row, list)
      }
    }
  }
  return touches
}

/** Stands for what happened to the tables without a pass. */
const outside: Pass = { id: '', base: '', kind: 'edit', coder: '', date: '', changes: [] }

function problemOf(pass: Pass, perTable: ReadonlyMap<string, ReadonlySet<string>>, ids: readonly string[]): Problem {
  const rows = [...perTable].map(([table, keys]) => `${counted(keys.size, 'rows')} of ${table}`).join(', ')
  if (pass === outside)
    return { what: `the journal does not tell ${rows} as they are now`, hint: 'look with checkJournal what differs', call: 'undoPass' }
  return {
    what: `a later pass rests on what would be taken back: ${namePass(pass)}, by ${rows}`,
    hint: `undo that pass first, or all at once: undoPass(study, by, [${ids.map(id => `'${id}'`).join(', ')}])`,
    call: 'undoPass',
  }
}
