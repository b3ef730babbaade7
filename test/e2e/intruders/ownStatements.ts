import type { Staff } from './inventedStudy.js'
import { type Guess, namedUnder, rowsIn } from './reading.js'

/** What somebody who took part knows: herself, what she said, and who works where. */
export interface OwnKnowledge {
  readonly name: string
  readonly said: readonly string[]
  /** Who took part as well, as far as she can tell: all who work there. */
  readonly staff: readonly Staff[]
  /** Who sat beside her. */
  readonly beside: string | null
}

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, ' ')
    .trim()

/** An insider: finds her own label by her words, so that she is out of the question under every other. */
export function ownStatementsIntruder(out: string, { name, said, staff, beside }: OwnKnowledge): readonly Guess[] {
  const rows = rowsIn(out, 'quotes').filter(row => row.label)
  const own = rows.find(row => said.some(words => plain(row.quote ?? '').includes(plain(words))))?.label
  const labels = [...new Set(rows.map(row => row.label!))]
  return labels.flatMap((label): Guess[] => {
    if (label === own) return beside === null ? [] : [{ label, person: beside }]
    const groups = new Set(rows.filter(row => row.label === label).map(row => row.group))
    const names = staff.filter(one => one.name !== name).map(one => one.name)
    const named = namedUnder(out, label, names)
    const candidates = staff.filter(one => one.name !== name && (named.length > 0 ? named.includes(one.name) : groups.has(one.group)))
    // Nobody is taken for granted, so a guess is as good as another: the last of the list.
    const chosen = candidates.at(-1)
    return chosen === undefined ? [] : [{ label, person: chosen.name }]
  })
}
