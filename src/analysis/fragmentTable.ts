import { type Coding, needStudy, type Study, throwProblems } from '../study/index.js'
import { type Cell, rNames, Table } from '../table/index.js'
import { countable } from './countable.js'
import { fragmentPlace, inTableOrder } from './query/fragmentPlace.js'
import { codePaths } from './query/queriedCodings.js'

export interface FragmentTableOptions {
  /** What has a column: each `code`, unless given, or each `code and role`. */
  readonly columns?: 'code' | 'code and role'
}

/** A table of 0 and 1 for R, and what its columns stand for. */
export interface FragmentTable {
  /** A row per fragment: `fragment`, `transcript`, `turn`, `speaker`, `group`, `case`, `round`, then a column per code. */
  readonly table: Table<Record<string, Cell>>
  /** Each column of a code, with the code under those above it, and its role. */
  readonly columns: Table<{ readonly column: string; readonly code: string; readonly role: string | null }>
}

const fixed = ['fragment', 'transcript', 'turn', 'speaker', 'group', 'case', 'round'] as const

/**
 * Lays fragments out as a table of 0 and 1 for R and other programs: a row for every stretch of text that carries codings that count, a column for
 * every code, 1 where it was given. Names of columns are made so that R reads them as they are; `columns` says which code each one is. A 0 says
 * that the code was not given there, by anybody.
 *
 * For readers a fragment is not tied closer to its speaker than its quote in `quotes.csv` says, as in `queryCodings`.
 *
 * @throws StudyError for columns that there are not
 * @example
 * const { table, columns } = fragmentTable(study)
 * table.rows[0]
 * //=> { fragment: 1, transcript: 'i10', turn: 1, speaker: '10', group: 'nurse', case: null, round: null, trust: 1 }
 * columns.rows
 * //=> [{ column: 'trust', code: 'trust', role: null }]
 */
export function fragmentTable(study: Study, options: FragmentTableOptions = {}): FragmentTable {
  const call = 'fragmentTable'
  needStudy(study, call)
  const { columns: wanted = 'code' } = options
  if (wanted !== 'code' && wanted !== 'code and role')
    throwProblems([{ what: 'a table of fragments has no such columns', hint: "give columns: 'code' or 'code and role'", call }])
  const byRole = wanted === 'code and role'
  const keyOf = ({ code, role }: Coding) => JSON.stringify(byRole ? [code, role] : [code])
  const fragments = new Map<string, { readonly first: Coding; readonly keys: Set<string> }>()
  const used = new Set<string>()
  for (const { coding } of countable(study)) {
    const at = `${coding.transcript}\n${coding.start}\n${coding.end}`
    const fragment = fragments.get(at) ?? { first: coding, keys: new Set<string>() }
    fragments.set(at, fragment)
    fragment.keys.add(keyOf(coding))
    used.add(keyOf(coding))
  }
  const keys = study.codes.flatMap(({ id }) =>
    byRole ? study.roles.map(role => JSON.stringify([id, role])).filter(key => used.has(key)) : [JSON.stringify([id])],
  )
  const pathOf = codePaths(study)
  const codes = keys.map(key => {
    const [id, role = null] = JSON.parse(key) as [string, string?]
    return { key, id, role, path: pathOf(id) }
  })
  const names = rNames(
    codes.map(({ path, role }) => (role === null ? path.at(-1)! : `${path.at(-1)} ${role}`)),
    fixed,
  )
  const perCoding = new Map([...fragments.values()].map(one => [one.first, one.keys]))
  const transcripts = new Map(study.transcripts.map(one => [one.id, one]))
  const rows = inTableOrder(study, [...perCoding.keys()]).map((coding, i) => {
    const { transcript, turn, speaker, group, case: of, round } = fragmentPlace(study, transcripts.get(coding.transcript)!, coding)
    const given = perCoding.get(coding)!
    const cells = codes.map(({ key }, c) => [names[c]!, given.has(key) ? 1 : 0] as const)
    return { fragment: i + 1, transcript, turn, speaker, group, case: of, round, ...Object.fromEntries(cells) }
  })
  return {
    table: new Table<Record<string, Cell>>({
      title: 'Codes per fragment',
      columns: [...fixed, ...names],
      rows,
      basis:
        'a row per stretch of text with codings that count; 1 where a code was given, by any coder; 0 does not say that it was not meant',
      of: study,
    }),
    columns: new Table({
      title: 'Columns of codes',
      columns: ['column', 'code', 'role'],
      rows: codes.map(({ path, role }, c) => ({ column: names[c]!, code: path.join(' > '), role })),
      basis: 'every column of a code in the table of fragments',
      of: study,
    }),
  }
}
