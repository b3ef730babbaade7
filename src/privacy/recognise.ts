import type { Language, Mark, Recogniser } from '../language/index.js'

export interface RecogniseOptions {
  /** The language of the text. */
  readonly language: Language
  /** What else to look with: a staff list, a local model. */
  readonly recognisers?: readonly Recogniser[]
}

/**
 * Finds names and what else may identify a person in interview talk. It only proposes: the register decides what is hidden.
 *
 * @param text any text; offsets of the marks are UTF-16 code units in it, end exclusive
 * @returns marks in order that do not overlap; where two recognisers disagree, the surer and then the longer one
 * @example
 * recognise('Ik belde mevrouw Terpstra in Sneek.', { language: nl }).map(mark => `${mark.type} ${mark.text}`)
 * //=> ['PERSON Terpstra', 'LOCATION Sneek']
 */
export function recognise(text: string, { language, recognisers = [] }: RecogniseOptions): readonly Mark[] {
  const own = language.recognise(text)
  if (recognisers.length === 0) return own
  return apart([...own, ...recognisers.flatMap(one => one(text))])
}

const certainties: readonly Mark['certainty'][] = ['sure', 'likely', 'look']

/** Of marks that overlap the surest, then the longest. */
function apart(marks: readonly Mark[]): readonly Mark[] {
  const rank = (mark: Mark) => certainties.indexOf(mark.certainty)
  const best = [...marks].sort((a, b) => rank(a) - rank(b) || b.end - b.start - (a.end - a.start) || a.start - b.start)
  const kept: Mark[] = []
  // By place, so that looking for an overlap is a binary search and not a walk.
  for (const mark of best) {
    const at = firstAfter(kept, mark.start)
    if (kept[at] !== undefined && kept[at].start < mark.end) continue
    kept.splice(at, 0, mark)
  }
  return kept
}

function firstAfter(kept: readonly Mark[], start: number): number {
  let low = 0
  let high = kept.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (kept[middle]!.end <= start) low = middle + 1
    else high = middle
  }
  return low
}
