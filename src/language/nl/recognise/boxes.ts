import { gap, shape } from '../../recognise/tokens.js'
import { wordClasses } from '../../recognise/wordClasses.js'
import { numberWord } from './numberWords.js'
import type { Reading } from './reading.js'

const words = wordClasses({ box: 'bus huisje chalet appartement app flat kamer unit kavel plek standplaats studio box etage verdieping' })

/** Over what tells one door from another behind a house number: "9 bus 3", "12, huisje 44". */
export function withBox({ tokens }: Reading, last: number): number {
  const { count, gap: gaps, hash, shape: shapes } = tokens
  const [word, number] = [last + 1, last + 2]
  if (number >= count || (gaps[word]! & ~(gap.space | gap.comma)) !== 0 || gaps[number] !== gap.space) return last
  if ((words.of(hash[word]!) & words.bit.box) === 0) return last
  return shapes[number]! >= shape.digits || numberWord(hash[number]!) > 0 || tokens.length[number] === 1 ? number : last
}

/** "9170 Sint-Gillis-Waas" behind an address: a postcode of four digits, as in Belgium. Whether a place stands behind the number. */
export const isBelgianCode = ({ tokens, word }: Reading, at: number, placeFlag: number): boolean => {
  const { gap: gaps, shape: shapes, count, start, end, text } = tokens
  const next = at + 1
  if (next >= count || gaps[next] !== gap.space || shapes[next] !== shape.capital || at === 0 || (gaps[at]! & (gap.comma | gap.line)) === 0)
    return false
  if (end[at]! - start[at]! !== 4 || text[start[at]!] === '0') return false
  return (word[next]! & placeFlag) !== 0 || /^(?:Sint|Saint|De|Ter)$/u.test(text.slice(start[next]!, end[next]!))
}
