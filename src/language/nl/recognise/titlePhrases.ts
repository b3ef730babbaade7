import { gap, shape } from '../../recognise/tokens.js'
import { wordClasses } from '../../recognise/wordClasses.js'
import { flag } from './flags.js'
import type { Reading } from './reading.js'
import { near } from './triggers.js'

const words = wordClasses({
  link: 'na van in op aan voor met het de een en bij te om uit naar over door tot zonder je mijn onze',
  /** Bodies and laws that everybody knows by these words. */
  general:
    'raad bestuur toezicht kamer commissie staten ministerie minister wet unie hulp cao eerste tweede derde staatssecretaris inspectie rijk dienst gemeente provincie afdeling hof justitie god heer kerst pasen bijlage tabel figuur hoofdstuk artikel',
})
const { bit } = words
const longest = 8

/**
 * The last token of a title that begins at a token, or -1: words of the language with capitals inside a sentence, with short words
 * between them: "Samen Sterker na een Beroerte", "Overbruggen in Twente", "Achterhoek op Adem".
 */
export function titleEnd(reading: Reading, taken: Uint8Array, at: number): number {
  const { tokens, word, begins, plain, foreign, near: nearBits } = reading
  const { gap: gaps, shape: shapes, hash, count } = tokens
  if (plain[at] === 1 || foreign[at] === 1 || shapes[at] !== shape.capital || tokens.length[at]! < 3) return -1
  const opens = begins[at] === 1
  const closed = near.bit.stopWord | near.bit.personPrep | near.bit.placePrep | near.bit.timePrep | near.bit.pronoun | near.bit.article
  if ((nearBits[at]! & (opens ? closed : near.bit.article | near.bit.pronoun | near.bit.title | near.bit.month)) !== 0) return -1
  if (!opens && !isOrdinary(reading, at)) return -1
  if (opens && (word[at]! & (flag.first | flag.notName)) !== 0) return -1
  let last = at
  let linked = false
  for (let i = at + 1; i < count && i < at + longest && gaps[i] === gap.space; i++) {
    if ((words.of(hash[i]!) & bit.general) !== 0) return -1
    if (shapes[i] === shape.capital && tokens.length[i]! > 2) {
      if (taken[i] === 1) break
      // A name ends a title only where it is a place: "Sterk in Twente".
      const place = i > last + 1 && !opens && (word[at]! & flag.compound) === 0 && (word[i]! & flag.place) !== 0
      if (!isOrdinary(reading, i) && !place) return linked ? last : -1
      linked ||= i > last + 1
      last = i
    } else if (shapes[i] !== shape.lower || (words.of(hash[i]!) & bit.link) === 0 || i > last + 3) break
  }
  if (last === at || (words.of(hash[at]!) & bit.general) !== 0) return -1
  return opens && !linked ? -1 : last
}

/** A word of the language that is hardly a name. */
function isOrdinary({ word }: Reading, at: number): boolean {
  const bits = word[at]!
  const frequency = bits & flag.frequency
  if ((bits & flag.notName) !== 0) return false
  if ((bits & (flag.first | flag.surname | flag.place)) !== 0) return frequency > 4
  return frequency > 0 || (bits & flag.form) !== 0
}
