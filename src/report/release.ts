import { type DecidedPoint, type Decision, showOnly } from '../privacy/index.js'
import { counted, sharedMap } from '../study/index.js'
import type { Table } from '../table/index.js'
import type { Dossiers } from './risk/dossiers.js'

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

// Only what is known here was looked at, whatever is written on a release by hand.
const covered = sharedMap<object, { readonly outputs: ReadonlySet<object>; readonly open: number }>('released')

/** Whether an output was looked at for a release in which no point is open. */
export function isReleased(release: Release | undefined, output: object | undefined): boolean {
  const looked = release === undefined ? undefined : covered.get(release)
  return output !== undefined && looked !== undefined && looked.open === 0 && looked.outputs.has(output)
}

interface ReleaseFacts {
  readonly table: Table<PointRow>
  readonly points: readonly DecidedPoint[]
  readonly outputs: readonly object[]
  readonly dossiers: Dossiers
}

/** What the whole gate says of outputs that go out together. It shows only counts: its table holds what people said. */
export class Release {
  /** How many points nobody decided yet. */
  readonly open: number
  readonly decided: number
  /** All points, open ones first. For the team. */
  readonly table: Table<PointRow>

  /** The dossier of each label, to read before it is signed. For the team. */
  readonly dossiers: Dossiers

  constructor({ table, points, outputs, dossiers }: ReleaseFacts) {
    this.dossiers = dossiers
    this.open = points.filter(one => one.decision === null).length
    this.decided = points.length - this.open
    this.table = showOnly(table, `Points to decide: ${this.open} open, ${this.decided} decided (secret: use its rows)`)
    covered.set(this, { outputs: new Set(outputs), open: this.open })
    showOnly(this, `Release: ${counted(this.open, 'points')} open, ${this.decided} decided`)
  }

  /** Whether an output was looked at for this release and no point is open: then its file may be written. */
  lets(output: object): boolean {
    return isReleased(this, output)
  }

  /** The open points as rows of `decisions.csv`, for a person to fill in. */
  get toDecide(): readonly Decision[] {
    const none = { what: '', who: '', when: '', why: '' }
    return this.table.rows
      .filter(row => row.decided === '')
      .map(({ point, kind, entry, place, passage }) => ({ point, kind, entry, place, passage, ...none }))
  }
}
