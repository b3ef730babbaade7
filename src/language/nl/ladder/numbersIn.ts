const small =
  'nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien'.split(
    ' ',
  )
const tens = 'twintig dertig veertig vijftig zestig zeventig tachtig negentig'.split(' ')
const odd: Readonly<Record<string, number>> = { eerste: 1, derde: 3, achtste: 8, honderd: 100, tweeduizend: 2000, negentienhonderd: 1900 }

/** 0 to 99 by their word. */
const below100 = new Map<string, number>()
for (const [n, word] of small.entries()) below100.set(word, n)
for (const [t, ten] of tens.entries()) {
  below100.set(ten, (t + 2) * 10)
  for (let unit = 1; unit < 10; unit++) below100.set(`${small[unit]}en${ten}`, (t + 2) * 10 + unit)
}

/** A number in a text, by its digits or by its word. */
export interface NumberIn {
  readonly value: number
  readonly digits: boolean
  /** Where its words stand among all words of the text, end exclusive. */
  readonly from: number
  readonly to: number
}

/** The words of a text in lower case, without diacritics; digits and letters apart. */
export const wordsIn = (text: string): readonly string[] =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .match(/\p{L}+|\d+/gu) ?? []

/**
 * The numbers of a text, in words as they are said and as speech-to-text writes them: "achtenvijftig", "acht en vijftig",
 * "tweeduizend negentien", "negentienhonderd vijf en negentig". A number may be part of a word: "58-jarige", "vijftiger".
 */
export function numbersIn(words: readonly string[]): readonly NumberIn[] {
  const found: NumberIn[] = []
  for (let i = 0; i < words.length; ) {
    const one = /^\d/u.test(words[i]!) ? { value: Number(words[i]), to: i + 1 } : inWords(words, i)
    if (one !== null) found.push({ ...one, digits: /^\d/u.test(words[i]!), from: i })
    i = one?.to ?? i + 1
  }
  return found
}

function inWords(words: readonly string[], at: number): { readonly value: number; readonly to: number } | null {
  const value = numberOf(words[at]!)
  if (value === null) return null
  if (value === 100 || value === 1900 || value === 2000) {
    const next = words[at + 1] === 'en' ? at + 2 : at + 1
    const rest = next < words.length ? inWords(words, next) : null
    return rest !== null && rest.value < 100 && rest.value > 0 ? { value: value + rest.value, to: rest.to } : { value, to: at + 1 }
  }
  const ten = value > 0 && value < 10 && words[at + 1] === 'en' ? numberOf(words[at + 2] ?? '') : null
  return ten !== null && ten >= 20 && ten < 100 && ten % 10 === 0 ? { value: value + ten, to: at + 3 } : { value, to: at + 1 }
}

/** The value of a word, also of an ordinal or of a word that a number begins: "achttiende", "vijftiger", "zestigjarige". */
function numberOf(word: string): number | null {
  for (const form of [word, word.replace(/(?:jarigen?|jarig|plussers?|plus|ers?|ste|de|s)$/u, '')]) {
    const value = odd[form] ?? below100.get(form) ?? withHundreds(form)
    if (value !== null) return value
  }
  return null
}

function withHundreds(word: string): number | null {
  const parts = /^(honderd|tweeduizend|negentienhonderd|negentien)(?:en)?(\p{L}+)$/u.exec(word)
  const rest = parts === null ? undefined : below100.get(parts[2]!)
  if (parts === null || rest === undefined || rest === 0) return null
  return (odd[parts[1]!] ?? 1900) + rest
}
