import { type Candidates, certainty } from '../../recognise/candidates.js'
import { gap, shape } from '../../recognise/tokens.js'
import { interest } from './interest.js'
import type { Reading } from './reading.js'
import { near as bits } from './triggers.js'

const small = bits.bit.stopWord | bits.bit.personPrep | bits.bit.placePrep

/** "Aan-Z", "Op-Maat": small words with a capital inside a sentence, joined by a hyphen to another capital, are a name that somebody made. */
export function markHyphenNames(reading: Reading, covered: Uint8Array, out: Candidates): void {
  const { tokens, plain, begins, near } = reading
  for (const i of reading.at(interest.hyphen)) {
    const first = i - 1
    if (first < 0 || plain[i] === 1 || tokens.gap[i] !== gap.hyphen || covered[i] === 1 || covered[first] === 1) continue
    const capital = tokens.shape[i] === shape.capital || tokens.shape[i] === shape.capitals
    if (
      !capital ||
      tokens.shape[first] !== shape.capital ||
      begins[first] === 1 ||
      tokens.length[first]! < 2 ||
      (near[first]! & small) === 0
    )
      continue
    if (i + 1 < tokens.count && (tokens.gap[i + 1]! & gap.hyphen) !== 0) continue
    out.add(tokens.start[first]!, tokens.end[i]!, 'ORG', certainty.likely, -1)
  }
}
