import type { Mark } from '../../mark.js'
import type { Reading } from './reading.js'
import { near } from './triggers.js'

/** With so few words a text is a heading, a cell or a name of a code, and says little of what its words are. */
const fewest = 6
const told = new Set(['PERSON', 'LOCATION', 'ORG', 'HOSPITAL', 'CARE_INSTITUTION', 'PROJECT', 'DEPARTMENT'])

/**
 * Of a text of a few words names are for somebody to look at, unless a word beside them says what they are: "mevrouw Terpstra", "ik ben
 * Jan", "in Sneek".
 */
export function doubtInShortText({ tokens, near: nearBits, kindOf }: Reading, marks: readonly Mark[]): readonly Mark[] {
  if (tokens.count >= fewest || marks.length === 0) return marks
  const telling =
    near.bit.title |
    near.bit.kin |
    near.bit.colleague |
    near.bit.naming |
    near.bit.says |
    near.bit.does |
    near.bit.placePrep |
    near.bit.orgBefore
  const inMark = (at: number) =>
    marks.some(({ start, end, type }) => told.has(type) && tokens.start[at]! >= start && tokens.end[at]! <= end)
  for (let i = 0; i < tokens.count; i++) {
    if (inMark(i)) continue
    if ((nearBits[i]! & telling) !== 0 || kindOf[i] !== 0) return marks
  }
  if (/(?:^|[^\p{L}])(?:ik|hij|zij|ze|we|wij|u|naam is)(?:$|[^\p{L}])/iu.test(tokens.text)) return marks
  return marks.map(mark => (told.has(mark.type) ? { ...mark, certainty: 'look' } : mark))
}
