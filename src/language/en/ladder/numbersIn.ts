const small =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const odd: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fifth: 5,
  eighth: 8,
  ninth: 9,
  twelfth: 12,
  hundred: 100,
  thousand: 1000,
  fourty: 40,
}

const values = new Map<string, number>(Object.entries(odd))
for (const [n, word] of small.entries()) values.set(word, n).set(`${word}th`, n)
for (const [t, ten] of tens.entries())
  values
    .set(ten, (t + 2) * 10)
    .set(ten.replace(/y$/u, 'ieth'), (t + 2) * 10)
    .set(ten.replace(/y$/u, 'ies'), (t + 2) * 10)

/** A number in a text, by its digits or by its words. */
export interface NumberIn {
  readonly value: number
  readonly digits: boolean
  /** Where its words stand among all words of the text, end exclusive. */
  readonly from: number
  readonly to: number
}

/** The words of a text in lower case; digits and letters apart. */
export const wordsIn = (text: string): readonly string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .match(/\p{L}+|\d+/gu) ?? []

/** The numbers of a text: "58", "fifty-eight", "a hundred and three", "two thousand and nineteen". */
export function numbersIn(words: readonly string[]): readonly NumberIn[] {
  const found: NumberIn[] = []
  for (let i = 0; i < words.length; ) {
    const one = /^\d/u.test(words[i]!) ? { value: Number(words[i]), to: i + 1 } : inWords(words, i)
    if (one !== null) found.push({ ...one, digits: /^\d/u.test(words[i]!), from: i })
    i = one?.to ?? i + 1
  }
  return found
}

interface Said {
  readonly value: number
  readonly to: number
}

function inWords(words: readonly string[], at: number): Said | null {
  const head = below100(words, at)
  if (head === null) return null
  const unit = words[head.to]
  if (head.value === 100 || head.value === 1000) return withRest(words, head.value, head.to)
  if (unit === 'hundred' || unit === 'thousand') return withRest(words, head.value * (unit === 'hundred' ? 100 : 1000), head.to + 1)
  return head
}

function withRest(words: readonly string[], value: number, to: number): Said {
  const rest = inWords(words, words[to] === 'and' ? to + 1 : to)
  return rest !== null && rest.value > 0 && rest.value < (value >= 1000 ? 1000 : 100)
    ? { value: value + rest.value, to: rest.to }
    : { value, to }
}

/** "fifty", "fifty eight", "fiftyeight", "fifty-eighth" */
function below100(words: readonly string[], at: number): Said | null {
  const word = words[at] ?? ''
  const value = values.get(word) ?? glued(word)
  if (value === null || value === undefined) return null
  const next = value >= 20 && value < 100 && value % 10 === 0 && tens.includes(word) ? values.get(words[at + 1] ?? '') : undefined
  return next !== undefined && next > 0 && next < 10 ? { value: value + next, to: at + 2 } : { value, to: at + 1 }
}

function glued(word: string): number | null {
  const ten = tens.find(one => word.startsWith(one))
  const rest = ten === undefined ? undefined : values.get(word.slice(ten.length))
  return rest !== undefined && rest > 0 && rest < 10 ? values.get(ten!)! + rest : null
}
