import { type Candidates, certainty } from '../../recognise/candidates.js'
import { foldedWord } from '../../recognise/foldedWord.js'
import { gap, shape } from '../../recognise/tokens.js'
import { flag } from './flags.js'
import type { Reading } from './reading.js'

/** "Kerkstr 3", "Lindenpln. 4a"; and a word that is no word with a number, as a whole line: "Aaaadam 1". */
export function markShortStreet({ tokens, word, near: nearBits }: Reading, number: number, out: Candidates): void {
  const { start, end, gap: gaps, shape: shapes, text, count } = tokens
  const at = number - 1
  if (at < 0 || tokens.length[at]! < 4 || (gaps[number]! & ~(gap.space | gap.dot | gap.stop)) !== 0 || (gaps[number]! & gap.space) === 0)
    return
  const size = end[number]! - start[number]!
  if (shapes[number] === shape.digits ? size > 4 : size > 5 || !/^\d{1,4}[a-z]$/iu.test(text.slice(start[number]!, end[number]!))) return
  const abbreviated = shortStreet.test(foldedWord(tokens, at)) && (word[at]! & (flag.frequency | flag.form)) === 0
  const line = gap.line | gap.start
  const alone = (gaps[at]! & line) !== 0 && (number + 1 >= count || (gaps[number + 1]! & line) !== 0) && gaps[number] === gap.space
  const unknown = (word[at]! & (flag.frequency | flag.form | flag.notName | flag.first)) === 0 && nearBits[at] === 0
  const named = shapes[at] === shape.capital || shapes[at] === shape.mixed
  if (abbreviated && named) out.add(start[at]!, end[number]!, 'ADDRESS', certainty.likely, 70)
  else if ((abbreviated || alone) && unknown && shapes[at] !== shape.capitals)
    out.add(start[at]!, end[number]!, 'ADDRESS', named ? certainty.likely : certainty.look, 10)
}

/** Street names cut short. */
const shortStreet = /^[a-z]{3,}(?:str|strt|wg|ln|pln|plnts|plts|stg|hf|drf|mrkt|pd|dk|sngl|gr|kd|lei)$/u
