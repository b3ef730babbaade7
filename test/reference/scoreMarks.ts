import type { Mark } from '../../src/language/index.js'
import type { GoldMark as Gold } from './markedInterview.js'

const direct = new Set(['PERSON', 'PHONE', 'EMAIL', 'URL', 'ID', 'BSN', 'IBAN', 'ADDRESS'])
const indirect = new Set(['PROJECT', 'DEPARTMENT', 'FUNCTION'])
const core = new Set([...direct, 'HOSPITAL', 'CARE_INSTITUTION', 'ORG', 'LOCATION', 'POSTCODE', 'DATE', 'AGE'])

/** A text, what is marked in it by hand and by a recogniser. */
export interface Judged {
  readonly text: string
  readonly gold: readonly Gold[]
  readonly marks: readonly Mark[]
  /** Only these types were marked by hand. */
  readonly scope?: readonly string[] | undefined
}

/** Percentages over all texts; NaN where there was nothing to count. */
export interface Scores {
  readonly direct: number
  readonly core: number
  readonly indirect: number
  /** Marks surer than "look" that touch what was marked by hand. */
  readonly precision: number
  readonly sure: number
  /** Different words proposed with "look", for every 1,000 words. */
  readonly looks: number
}

/** Whether every letter and digit of a stretch is inside some mark, whatever its type. */
function isMasked({ text }: Judged, { start, end }: Gold, covered: Uint8Array): boolean {
  for (let at = start; at < end; at++) if (/[\p{L}\p{N}]/u.test(text[at]!) && covered[at] === 0) return false
  return true
}

/** Scores marks by masking: an entity counts when nothing of it can be read. */
export function scoreMarks(all: readonly Judged[]): Scores {
  const tally = { direct: [0, 0], core: [0, 0], indirect: [0, 0], marks: [0, 0], sure: [0, 0] }
  const count = (pair: number[], hit: boolean) => {
    pair[0]! += hit ? 1 : 0
    pair[1]! += 1
  }
  let looks = 0
  let words = 0
  for (const one of all) {
    const covered = new Uint8Array(one.text.length)
    for (const mark of one.marks) covered.fill(1, mark.start, mark.end)
    for (const entity of one.gold) {
      const masked = isMasked(one, entity, covered)
      if (direct.has(entity.type)) count(tally.direct, masked)
      if (core.has(entity.type)) count(tally.core, masked)
      if (indirect.has(entity.type)) count(tally.indirect, masked)
    }
    words += one.text.split(/\s+/u).length
    looks += new Set(one.marks.filter(mark => mark.certainty === 'look').map(mark => mark.text)).size
    for (const mark of one.marks) {
      if (mark.certainty === 'look' || (one.scope && !one.scope.includes(mark.type))) continue
      const hit = one.gold.some(entity => mark.start < entity.end && entity.start < mark.end)
      count(tally.marks, hit)
      if (mark.certainty === 'sure') count(tally.sure, hit)
    }
  }
  const percent = ([hit, of]: number[]) => (100 * hit!) / of!
  return {
    direct: percent(tally.direct),
    core: percent(tally.core),
    indirect: percent(tally.indirect),
    precision: percent(tally.marks),
    sure: percent(tally.sure),
    looks: (1000 * looks) / words,
  }
}
