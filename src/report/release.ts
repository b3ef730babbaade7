import { type DecidedPoint, type Decision, showOnly } from '../privacy/index.js'
import { counted } from '../study/index.js'
import type { Table } from '../table/index.js'

/** A point for a person to decide. */
export interface PointRow {
  readonly kind: string
  readonly entry: string
  readonly place: string
  readonly passage: string
  readonly what: string
  readonly why: string
  readonly todo: string
  /** Who decided that it is printed, when and why; empty: open. */
  readonly decided: string
  readonly point: string
}

const covered = new WeakMap<Release, ReadonlySet<object>>()

/** What the whole gate says of outputs that go out together. It shows only counts: its table holds what people said. */
export class Release {
  /** How many points nobody decided yet. */
  readonly open: number
  readonly decided: number
  /** All points, open ones first. For the team. */
  readonly table: Table<PointRow>

  constructor(table: Table<PointRow>, points: readonly DecidedPoint[], outputs: readonly object[]) {
    this.open = points.filter(one => one.decision === null).length
    this.decided = points.length - this.open
    this.table = showOnly(table, `Points to decide: ${this.open} open, ${this.decided} decided (secret: use its rows)`)
    covered.set(this, new Set(outputs))
    showOnly(this, `Release: ${counted(this.open, 'points')} open, ${this.decided} decided`)
  }

  /** Whether an output was looked at for this release and no point is open: then its file may be written. */
  lets(output: object): boolean {
    return this.open === 0 && (covered.get(this)?.has(output) ?? false)
  }

  /** The open points as rows of `decisions.csv`, for a person to fill in. */
  get toDecide(): readonly Decision[] {
    const none = { what: '', who: '', when: '', why: '' }
    return this.table.rows
      .filter(row => row.decided === '')
      .map(({ point, kind, entry, place, passage }) => ({ point, kind, entry, place, passage, ...none }))
  }
}
