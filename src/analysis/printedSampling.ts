import { audienceOf, type Sampling, type Study } from '../study/index.js'
import { foldedClasses, smallClasses } from './smallClasses.js'

/** A row of the sampling as it is printed; the cell is null where small ones are put together. */
export type PrintedSampling = Pick<Sampling, 'planned' | 'reached' | 'refused'> & { readonly cell: string | null }

/**
 * Who was sought and reached, to readers with the kinds of fewer than three people put together, by the rule of `smallClasses`: of those
 * that were reached, or where nobody was of those who refused. A kind called like a group that is put together goes along with it.
 */
export function printedSampling(study: Study): readonly PrintedSampling[] {
  const rows = study.sampling.map(({ cell, planned, reached, refused }) => ({ cell: cell ?? '', planned, reached, refused }))
  if (audienceOf(study) === 'team') return rows
  const groups = smallClasses(study, 'group')
  const sizeOf = (row: (typeof rows)[number]) => row.reached || row.refused || 0
  const places = rows.map((row, i) => ({ row, name: String(i), size: sizeOf(row) })).filter(one => one.size > 0)
  // Of nobody known by name: as many people as were counted.
  const members = new Map(places.map(({ name, size }) => [name, new Set(Array.from({ length: size }, (_, k) => `${name} ${k}`))]))
  const along = places.filter(({ row }) => groups.printed(row.cell) === groups.other && row.cell !== groups.other)
  const isGroup = new Set(study.respondents.map(one => one.group))
  const folded = foldedClasses(members, new Set(along.filter(({ row }) => isGroup.has(row.cell)).map(one => one.name)))
  const small = rows.filter((_, i) => folded.has(String(i)))
  if (small.length === 0) return rows
  const sum = (column: 'planned' | 'reached' | 'refused') =>
    small.every(row => row[column] === null) ? null : small.reduce((total, row) => total + (row[column] ?? 0), 0)
  const together = { cell: null, planned: sum('planned'), reached: sum('reached'), refused: sum('refused') }
  return [...rows.filter((_, i) => !folded.has(String(i))), together]
}
