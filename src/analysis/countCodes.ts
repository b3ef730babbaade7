import { needStudy, type Role, type Study } from '../study/index.js'
import { type Cell, Table } from '../table/index.js'
import { codeNumbers } from './codeNumbers.js'
import { countable, type Said } from './countable.js'
import { type Division, divide, needDivision } from './divide.js'

/** How often a code was given in a role. */
export interface CodeCount {
  readonly code: string
  readonly role: Role
  /** The group, case or round counted in; left out when nothing is divided. */
  readonly in?: string
  readonly sources: number
  /** "3", or a range "3-4". */
  readonly people: string
  /** Passages: overlapping codings of the code count once. */
  readonly codings: number
}

/**
 * Counts sources, people and passages per code and role, whatever their stance.
 *
 * @param options.by divides the counts by group of the source, by case spoken of, or by round
 * @throws StudyError when there is nothing of that kind to divide by
 * @example
 * countCodes(study).rows[0]
 * //=> { code: 'trust', role: 'mechanism', sources: 3, people: '3-4', codings: 7 }
 */
export function countCodes(study: Study, options: { readonly by?: Division } = {}): Table<CodeCount> {
  needStudy(study, 'countCodes')
  const { by } = options
  if (by !== undefined) needDivision(by, 'countCodes')
  const names = new Map(study.codes.map((code, i) => [code.id, { name: code.name ?? code.id, place: i }]))
  const perCell = new Map<string, Said[]>()
  for (const said of countable(study)) {
    for (const part of by === undefined ? [''] : divide(study, said, by)) {
      const key = JSON.stringify([said.coding.code, said.coding.role, part])
      const list = perCell.get(key)
      if (list === undefined) perCell.set(key, [said])
      else list.push(said)
    }
  }
  const rows = [...perCell].map(([key, said]) => {
    const [code, role, part] = JSON.parse(key) as [string, Role, string]
    const place = [names.get(code)?.place ?? names.size, study.roles.indexOf(role), part] as const
    return { place, row: countRow(study, names.get(code)?.name ?? code, role, by === undefined ? {} : { in: part }, said) }
  })
  rows.sort((a, b) => a.place[0] - b.place[0] || a.place[1] - b.place[1] || (a.place[2] < b.place[2] ? -1 : 1))
  return new Table<CodeCount>({
    title: 'Codes',
    columns: by === undefined ? ['code', 'role', 'sources', 'people', 'codings'] : ['code', 'role', 'in', 'sources', 'people', 'codings'],
    rows: rows.map(one => one.row),
    basis: `codings that count${by === undefined ? '' : `, by ${by}`}, those of one passage once; sources counted once over all rounds`,
    of: study,
  })
}

function countRow(study: Study, code: string, role: Role, part: { in?: string }, said: readonly Said[]): CodeCount & Record<string, Cell> {
  return { code, role, ...part, ...codeNumbers(study, said) }
}
