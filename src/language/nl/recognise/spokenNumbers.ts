import { type Candidates, certainty } from '../../recognise/candidates.js'
import { foldedWord } from '../../recognise/foldedWord.js'
import { gap, shape } from '../../recognise/tokens.js'
import { wordHash } from '../../recognise/wordHash.js'
import { wordSet } from '../../recognise/wordSet.js'
import { interest } from './interest.js'
import { numberWord } from './numberWords.js'
import type { Reading } from './reading.js'
import { near } from './triggers.js'

/** Short for banks, as they stand in an account number. */
const banks = wordSet('rabo abna ingb trio snsb asnb rbrb knab bunq fvlb ing abn bng hand revo')
const nl = wordHash('nl')
const spelled = wordSet('n l a b c d e f g h i j k m o p q r s t u v w x y z')
const inside = wordSet('eh uh streepje dubbel punt min')
/** Numbers that are nobody's. */
const ofThings = /^(?:telefoon|huis|kamer|toestel|mobiel|lot|nood|tafel|lijn|bus|blad|spoor|volg|rang|rug|alarm|kanaal)nummers?$/u

/** Whether a word stands in a number as it is spoken: a bank, or what the number is of. */
export const spokenWords = (hash: number, letters: string): boolean =>
  banks(hash) || (/^[a-z]{3,20}nummer$/u.test(letters) && !ofThings.test(letters))

/** "nl tweeëntwintig rabo nul drie een vier", "mijn vrijwilligersnummer is h v nul acht nul acht": numbers of one person as they are spoken. */
export function markSpokenNumbers(reading: Reading, out: Candidates): void {
  const { tokens } = reading
  for (const i of reading.at(interest.id)) {
    if (banks(tokens.hash[i]!)) markSpokenIban(reading, i, out)
    else if (/nummer$/u.test(foldedWord(tokens, i))) markSpokenId(reading, i, out)
  }
}

const joined = ({ tokens }: Reading, at: number) =>
  at > 0 && at < tokens.count && (tokens.gap[at]! & (gap.line | gap.comma | gap.colon | gap.stop)) === 0
const isNumber = ({ tokens }: Reading, at: number) => tokens.shape[at] === shape.digits || numberWord(tokens.hash[at]!) >= 0
/** How many digits a token says. */
const digitsOf = ({ tokens }: Reading, at: number) => {
  if (tokens.shape[at] === shape.digits) return tokens.end[at]! - tokens.start[at]!
  const value = numberWord(tokens.hash[at]!)
  return value > 999 ? 4 : value > 99 ? 3 : value > 9 ? 2 : 1
}

/** The last number of a run from a token on, over what is said between them; with how many digits. */
function runEnd(reading: Reading, first: number): { readonly last: number; readonly digits: number } {
  let last = first - 1
  let digits = 0
  for (let i = first; i < first + 16 && joined(reading, i); i++) {
    if (isNumber(reading, i)) {
      digits += digitsOf(reading, i)
      last = i
    } else if (!inside(reading.tokens.hash[i]!)) break
  }
  return { last, digits }
}

/** "nl tweeëntwintig rabo nul drie een vier nul nul een een twee twee" */
function markSpokenIban(reading: Reading, bank: number, out: Candidates): void {
  const { tokens } = reading
  let first = -1
  for (let i = bank - 1; i >= 0 && i > bank - 5 && joined(reading, i + 1); i--) {
    if (tokens.hash[i] === nl) first = i
    // "n l"
    if (tokens.length[i] === 1 && spelled(tokens.hash[i]!) && i > 0 && tokens.length[i - 1] === 1) first = i - 1
    if (first >= 0 || !isNumber(reading, i)) break
  }
  const { last, digits } = runEnd(reading, bank + 1)
  if (digits > 5 && (first >= 0 || digits > 8))
    out.add(tokens.start[first < 0 ? bank : first]!, tokens.end[last]!, 'IBAN', certainty.sure, 95)
}

/** "mijn vrijwilligersnummer is hv nul acht nul acht" */
function markSpokenId(reading: Reading, at: number, out: Candidates): void {
  const { tokens, near: nearBits } = reading
  let i = at + 1
  while (
    i < at + 5 &&
    joined(reading, i) &&
    (nearBits[i]! & (near.bit.filler | near.bit.does | near.bit.pronoun)) !== 0 &&
    !isNumber(reading, i)
  )
    i++
  const first = i
  while (i < first + 3 && joined(reading, i) && tokens.length[i]! < 4 && !isNumber(reading, i) && nearBits[i] === 0) i++
  if (i >= tokens.count || !joined(reading, i) || !isNumber(reading, i)) return
  const { last, digits } = runEnd(reading, i)
  if (digits > 2) out.add(tokens.start[first]!, tokens.end[last]!, 'ID', digits > 3 ? certainty.sure : certainty.likely, 28)
}
