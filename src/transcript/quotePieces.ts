import { foldText, type LineHyphen } from './foldText.js'

/** A piece of a quote between omissions, folded. Several forms when its first letter was put in: `[T]oen` is `Toen` or `toen`. */
export type Piece = readonly string[]

/** One way to read a quote: its pieces, which follow each other in the text. */
export type QuoteReading = readonly Piece[]

const marks = /[[(]\s{0,3}(?:…|\.{3,20})\s{0,3}[\])]|…|\.{3,20}|\[[^[\]]{0,300}\]/gu

/** A part of a quote: words, or what stands for an omission or is put in. */
interface Part {
  readonly kind: 'words' | 'omission' | 'insertion'
  readonly text: string
}

/**
 * The ways to read a quote, the strictest first: as it stands; without quotation marks around it; with `…`, `...` and `[...]` as omissions
 * and `[insertions]` taken out; and with an insertion standing in the place of words.
 *
 * @param quote the words of a quote
 * @param lineHyphen how the text it is looked for in is folded
 */
export function quoteReadings(quote: string, lineHyphen: LineHyphen): readonly QuoteReading[] {
  const fold = (words: string): string => foldText(words, lineHyphen).text.trim()
  const whole = fold(quote)
  const readings: QuoteReading[] = [[[whole]]]
  const bare = /^'.+'$/u.test(whole) ? quote.trim().slice(1, -1) : quote
  if (bare !== quote) readings.push([[fold(bare)]])
  const parts = partsOf(bare)
  if (parts.some(part => part.kind !== 'words')) {
    readings.push(piecesOf(parts, fold, false))
    if (parts.some(part => part.kind === 'insertion')) readings.push(piecesOf(parts, fold, true))
  }
  return readings.filter(reading => reading.length > 0 && reading.every(piece => piece.every(form => /[\p{L}\p{N}]/u.test(form))))
}

function partsOf(quote: string): readonly Part[] {
  const parts: Part[] = []
  let at = 0
  for (const match of quote.matchAll(marks)) {
    parts.push({ kind: 'words', text: quote.slice(at, match.index) })
    parts.push({ kind: /…|\.{3}/u.test(match[0].slice(0, 6)) ? 'omission' : 'insertion', text: match[0] })
    at = match.index + match[0].length
  }
  parts.push({ kind: 'words', text: quote.slice(at) })
  return parts
}

function piecesOf(parts: readonly Part[], fold: (words: string) => string, splitAtInsertions: boolean): QuoteReading {
  const pieces: Piece[] = []
  let forms = ['']
  const close = (): void => {
    const folded = forms.map(form => fold(form).replace(/^[\s.,;:!?)\]-]{1,9}/u, '')).filter(form => /[\p{L}\p{N}]/u.test(form))
    if (folded.length > 0) pieces.push([...new Set(folded)])
    forms = ['']
  }
  parts.forEach((part, i) => {
    const letter = /^\[(\p{L})\]$/u.exec(part.text)?.[1]
    if (part.kind === 'words') forms = forms.map(form => form + part.text)
    else if (part.kind === 'omission') close()
    else if (letter !== undefined && /^\p{L}/u.test(parts[i + 1]?.text ?? '')) {
      if (splitAtInsertions) close()
      if (forms.length < 8) forms = forms.flatMap(form => [form + letter.toLowerCase(), form + letter.toUpperCase()])
    } else if (splitAtInsertions) close()
  })
  close()
  return pieces
}
