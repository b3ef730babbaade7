import { type Nearness, sayWithin } from '../../analysis/index.js'
import { nearName, throwProblems } from '../../study/index.js'

/** How near codings of one transcript are: as queries know it, or in one `answer`: what is said between two questions. */
export type NearInText = Exclude<Nearness, 'account'> | 'answer'

/**
 * How near the parts of a combination are. In the text: as in queries (`Nearness`), or in the same `answer`, which is all that is said
 * between two questions. Beyond it: said by one `source`, wherever; by one source in more than one round (`other round`); or about one
 * `case`.
 */
export type Nearby = NearInText | 'source' | 'other round' | 'case'

const named = ['fragment', 'overlap', 'turn', 'next turn', 'answer', 'transcript', 'source', 'other round', 'case']

/** Refuses what is no nearness. */
export function needNearby(within: Nearby, call: string): void {
  if (typeof within === 'string' && named.includes(within)) return
  if (typeof within === 'object' && within !== null) {
    const [first, ...others] = Object.entries(within)
    const isKnown = first !== undefined && ['turns', 'words'].includes(first[0]) && Number.isInteger(first[1]) && first[1] >= 0
    if (isKnown && others.length === 0) return
  }
  const near = nearName(String(within), named)
  const hint =
    near === null ? `give within: ${named.map(one => `'${one}'`).join(', ')}, { turns: 2 } or { words: 20 }` : `did you mean '${near}'?`
  throwProblems([{ what: 'it is not said how near', hint, call }])
}

export function isInText(within: Nearby): within is NearInText {
  return within !== 'source' && within !== 'other round' && within !== 'case'
}

/** How near, in words. */
export function sayNearby(within: Nearby): string {
  if (within === 'answer') return 'in the same answer'
  if (within === 'source') return 'said by the same source'
  if (within === 'other round') return 'said by the same source in more than one round'
  if (within === 'case') return 'about the same case'
  return sayWithin(within)
}
