import type { Tokens } from '../../recognise/tokens.js'
import { wordHash } from '../../recognise/wordHash.js'

const small =
  'nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien'.split(
    ' ',
  )
const tens = 'twintig dertig veertig vijftig zestig zeventig tachtig negentig'.split(' ')

const values = new Map<number, number>()
const put = (word: string, value: number) => values.set(wordHash(word), value)

function below100(n: number): string {
  if (n < 20) return small[n]!
  const ten = tens[Math.floor(n / 10) - 2]!
  return n % 10 === 0 ? ten : `${small[n % 10]}en${ten}`
}

for (let n = 0; n < 100; n++) put(below100(n), n)
put('honderd', 100)
put('honderdeen', 101)
put('honderdtwee', 102)
put('honderddrie', 103)
put('tweeduizend', 2000)
for (let n = 1; n < 60; n++) {
  put(`tweeduizend${below100(n)}`, 2000 + n)
  put(`tweeduizenden${below100(n)}`, 2000 + n)
}
for (let n = 0; n < 100; n++) {
  const year = n === 0 ? 'negentienhonderd' : `negentienhonderd${below100(n)}`
  put(year, 1900 + n)
  put(`negentien${below100(n)}`, 1900 + n)
}

/** The value of a token of ASCII digits; NaN where other digits stand. */
export function numberAt({ text, start, end }: Tokens, at: number): number {
  let value = 0
  for (let i = start[at]!; i < end[at]!; i++) {
    const digit = text.charCodeAt(i) - 48
    if (digit < 0 || digit > 9) return Number.NaN
    value = value * 10 + digit
  }
  return value
}

/** The value of a Dutch number word: 0 to 103, or a year written as one word; -1 for other words. */
export const numberWord = (hash: number): number => values.get(hash) ?? -1

const ordinals = new Map<number, number>()
const ordinal = (n: number) => {
  const word = below100(n)
  const odd: Readonly<Record<number, string>> = { 1: 'eerste', 3: 'derde', 8: 'achtste' }
  return odd[n] ?? (n < 20 ? `${word}de` : `${word}ste`)
}
for (let n = 1; n < 100; n++) ordinals.set(wordHash(ordinal(n)), n)

/** The value of a Dutch ordinal in words, 1 to 99; -1 for other words. */
export const ordinalWord = (hash: number): number => ordinals.get(hash) ?? -1
