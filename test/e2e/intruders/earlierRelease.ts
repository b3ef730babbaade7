import type { Staff } from './inventedStudy.js'
import { type Guess, labelsIn, namedUnder, type Row, rowsIn } from './reading.js'

/** An earlier release, with the thanks to all who took part that stood in it. */
export interface Earlier {
  readonly folder: string
  readonly thanks: readonly Staff[]
}

/** A reader who kept the first version: the same words under two labels put together what both tell. */
export function earlierReleaseIntruder(out: string, { folder, thanks }: Earlier): readonly Guess[] {
  const before = told(folder)
  const now = told(out)
  return labelsIn(out).flatMap((label): Guess[] => {
    const words = new Set(now.filter(row => row.who === label).map(row => row.words))
    const facts = new Set(
      [...now.filter(row => row.who === label), ...before.filter(row => words.has(row.words))].flatMap(row => row.facts),
    )
    const named = [folder, out].flatMap(at =>
      namedUnder(
        at,
        label,
        thanks.map(one => one.name),
      ),
    )
    const known = new Set(thanks.flatMap(one => [one.group, one.hospital]))
    const candidates = thanks.filter(one =>
      named.length > 0
        ? named.includes(one.name)
        : [...facts].every(fact => !known.has(fact) || fact === one.group || fact === one.hospital),
    )
    return candidates[0] === undefined ? [] : [{ label, person: candidates[0].name }]
  })
}

interface Told {
  readonly who: string
  readonly words: string
  readonly facts: readonly string[]
}

function told(folder: string): readonly Told[] {
  const of = (row: Row): Told => ({
    who: row.label ?? row.speaker ?? '',
    words: row.quote ?? row.words ?? '',
    facts: [row.group, row.hospital, row.case].filter((one): one is string => Boolean(one)),
  })
  return [...rowsIn(folder, 'quotes'), ...rowsIn(folder, 'codings')].map(of)
}
