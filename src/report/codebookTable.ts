import { codeNumbers, countableOf } from '../analysis/index.js'
import { needStudy, type Study } from '../study/index.js'
import { type Cell, Table } from '../table/index.js'
import { codesInTree, type PlacedCode } from './codesInTree.js'

/** A code in a row: besides these columns `level 1`, `level 2` … hold the names of its path, one a column. */
export interface CodebookRow {
  readonly [level: `level ${number}`]: string
  readonly id: string
  readonly name: string
  /** The id of the code it stands under. */
  readonly parent: string | null
  readonly role: string | null
  readonly topic: string | null
  readonly definition: string | null
  readonly when: string | null
  readonly whenNot: string | null
  readonly colour: string | null
  readonly sensitive: boolean | null
  readonly retired: boolean | null
  readonly typical: readonly string[]
  readonly borderline: readonly string[]
  /** The roles it was used in. */
  readonly usedAs: readonly string[]
  readonly themes: readonly string[]
  /** Null when only quotes are known. */
  readonly sources: number | null
  /** "3", or a range "3-4". */
  readonly people: string
  readonly codings: number | null
}

const before = ['id', 'name', 'parent'] as const
const after = [
  'role',
  'topic',
  'definition',
  'when',
  'whenNot',
  'colour',
  'sensitive',
  'retired',
  'typical',
  'borderline',
  'usedAs',
  'themes',
  'sources',
  'people',
  'codings',
] as const

/**
 * Makes the codebook as a table: a row per code in the order of the tree, with a column per level of its path, what is said of it, and
 * counts. As CSV it can be worked on in a spreadsheet and read back by `readCodebook`; levels and counts are there to be read, and what
 * counts for a place in the tree is `parent`.
 *
 * @example
 * codebookTable(study).rows[0]?.name
 * //=> 'trust'
 */
export function codebookTable(study: Study): Table<CodebookRow> {
  needStudy(study, 'codebookTable')
  const placed = codesInTree(study.codes)
  const depth = Math.max(0, ...placed.map(one => one.above.length + 1))
  const levels = Array.from({ length: depth }, (_, i): `level ${number}` => `level ${i + 1}`)
  return new Table<CodebookRow>({
    title: 'Codebook',
    columns: [...before, ...levels, ...after],
    rows: placed.map(one => rowOf(study, one)),
    basis:
      study.basis === 'interviews'
        ? 'codings that count, those of one passage once; sources counted once over all rounds'
        : 'quotes only, so nothing is counted',
    of: study,
  })
}

function rowOf(study: Study, { code, above }: PlacedCode): CodebookRow & Readonly<Record<string, Cell | readonly string[]>> {
  const said = countableOf(study, code.id)
  const counted = study.basis === 'interviews' ? codeNumbers(study, said) : { sources: null, people: '', codings: null }
  const names = [...above, code].map(one => one.name ?? one.id)
  const roles = new Set<string>(said.map(one => one.coding.role))
  return {
    id: code.id,
    name: code.name ?? code.id,
    parent: code.parent,
    ...Object.fromEntries(names.map((name, i) => [`level ${i + 1}`, name])),
    role: code.role,
    topic: code.topic,
    definition: code.definition,
    when: code.when,
    whenNot: code.whenNot,
    colour: code.colour,
    sensitive: code.sensitive,
    retired: code.retired,
    typical: code.typical,
    borderline: code.borderline,
    usedAs: study.roles.filter(role => roles.has(role)),
    themes: study.themes.filter(theme => theme.codes.includes(code.id)).map(theme => theme.label ?? theme.id),
    ...counted,
  }
}
