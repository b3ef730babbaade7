import type { Staff } from './inventedStudy.js'
import { type Guess, labelsIn, namedUnder, numberIn, rowsIn } from './reading.js'

/** What the employer tries when several people fit: the order of the labels against the order of the list. */
export type StaffTrick = 'appearance' | 'number' | 'first'

/** The employer: has the staff list with groups and hospitals, and everything that was published. */
export function staffListIntruder(out: string, staff: readonly Staff[], trick: StaffTrick): readonly Guess[] {
  const labels = trick === 'number' ? [...labelsIn(out)].sort((a, b) => numberIn(a) - numberIn(b)) : labelsIn(out)
  const taken = new Set<string>()
  return labels.flatMap((label): Guess[] => {
    const rows = [...rowsIn(out, 'quotes'), ...rowsIn(out, 'codings')].filter(row => row.label === label || row.speaker === label)
    const told = new Set(rows.flatMap(row => [row.group, row.hospital, row.case]).filter(Boolean))
    const named = namedUnder(
      out,
      label,
      staff.map(one => one.name),
    )
    const fits = (one: Staff) =>
      ['group', 'hospital'].every(key => {
        const known = key === 'group' ? one.group : one.hospital
        const values = staff.map(other => (key === 'group' ? other.group : other.hospital))
        return (
          ![...told].some(value => values.includes(value!)) ||
          [...told].includes(known) ||
          ![...told].some(value => values.includes(value!) && value !== known)
        )
      })
    const candidates = staff.filter(one => (named.length > 0 ? named.includes(one.name) : fits(one)))
    const free = candidates.filter(one => !taken.has(one.name))
    const chosen = trick === 'first' ? candidates[0] : (free[0] ?? candidates[0])
    if (chosen === undefined) return []
    taken.add(chosen.name)
    return [{ label, person: chosen.name }]
  })
}
