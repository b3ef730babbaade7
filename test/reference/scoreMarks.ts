import type { Mark } from '../../src/language/index.js'
import type { MarkedText } from './readInterview.js'

/** Hits of a number, as `[hits, of]`. */
type Pair = [hits: number, of: number]

/** The figures of a recogniser over some texts. */
export interface Score {
  readonly core: Pair
  readonly direct: Pair
  readonly indirect: Pair
  /** Marks that touch what was marked by hand; `look` is not counted. */
  readonly marks: Pair
  readonly sure: Pair
  readonly characters: Pair
  /** Persons, organisations and projects of which no mention stays readable. */
  readonly whole: Pair
  /** Texts without anything to find that were marked. */
  readonly clean: Pair
}

const direct = new Set(['PERSON', 'PHONE', 'EMAIL', 'URL', 'ID', 'BSN', 'IBAN', 'ADDRESS'])
const indirect = new Set(['PROJECT', 'DEPARTMENT', 'FUNCTION'])
const core = new Set([...direct, 'HOSPITAL', 'CARE_INSTITUTION', 'ORG', 'LOCATION', 'POSTCODE', 'DATE', 'AGE'])
const letter = /[\p{L}\p{N}]/u

/**
 * Scores marks by masking: an entity counts when every letter and digit of it is inside some mark, whatever its type. Marking whole
 * sentences does not pay, for characters are counted too.
 */
export function scoreMarks(texts: readonly MarkedText[], recognise: (text: string) => readonly Mark[]): Score {
  const score: Score = {
    core: [0, 0],
    direct: [0, 0],
    indirect: [0, 0],
    marks: [0, 0],
    sure: [0, 0],
    characters: [0, 0],
    whole: [0, 0],
    clean: [0, 0],
  }
  for (const one of texts) scoreText(score, one, recognise(one.text))
  return score
}

function count(pair: Pair, hit: boolean): void {
  if (hit) pair[0]++
  pair[1]++
}

function scoreText(score: Score, { text, entities, scope }: MarkedText, marks: readonly Mark[]): void {
  const covered = new Uint8Array(text.length)
  for (const { start, end } of marks) covered.fill(1, start, end)
  const readable = new Map<string, boolean>()
  for (const { start, end, type, who } of entities) {
    if (!core.has(type) && !indirect.has(type)) continue
    let masked = true
    for (let at = start; at < end; at++) if (letter.test(text[at]!) && covered[at] === 0) masked = false
    if (who) readable.set(who, (readable.get(who) ?? false) || !masked)
    count(indirect.has(type) ? score.indirect : score.core, masked)
    if (direct.has(type)) count(score.direct, masked)
  }
  for (const leaks of readable.values()) count(score.whole, !leaks)
  const gold = new Uint8Array(text.length)
  for (const { start, end } of entities) gold.fill(1, start, end)
  const judged = marks.filter(one => one.certainty !== 'look' && (!scope || scope.includes(one.type)))
  for (const one of judged) {
    const hit = entities.some(entity => one.start < entity.end && entity.start < one.end)
    count(score.marks, hit)
    if (one.certainty === 'sure') count(score.sure, hit)
    for (let at = one.start; at < one.end; at++) if (letter.test(text[at]!)) count(score.characters, gold[at] === 1)
  }
  if (entities.length === 0) count(score.clean, judged.length > 0)
}

/** Hits in percent; 100 when there was nothing to hit. */
export const percent = ([hits, of]: Pair): number => (of === 0 ? 100 : (100 * hits) / of)

/** A line of figures. */
export const figures = (score: Score): string =>
  Object.entries(score)
    .map(([name, pair]) => `${name} ${percent(pair).toFixed(1)}`)
    .join('  ')
