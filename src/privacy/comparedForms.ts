import { readGap, readWord } from './readGap.js'

/** The ways a spelling is compared: where a hyphen, apostrophe or dot stands, with a gap and without. */
export function comparedForms(spelling: string): readonly string[] {
  const forms = gapsOf(spelling).reduce<string[]>(
    (made, part) => {
      if (part.gap === '') return made.map(form => form + part.word)
      if (part.gap === 'soft')
        return made.length > 16
          ? made.map(form => `${form} ${part.word}`)
          : made.flatMap(form => [form + part.word, `${form} ${part.word}`])
      return made.map(form => form + part.gap + part.word)
    },
    [''],
  )
  return [...new Set(forms)]
}

interface Part {
  readonly gap: string
  readonly word: string
}

function gapsOf(spelling: string): Part[] {
  const parts: Part[] = []
  let at = 0
  let gap = ''
  while (at < spelling.length) {
    const word = readWord(spelling, at)
    if (word.letters !== '') {
      parts.push({ gap: parts.length === 0 ? '' : gap, word: word.letters })
      at = word.end
    }
    const next = readGap(spelling, at, word.letters)
    gap = next.soft ? 'soft' : next.symbols === '' ? ' ' : next.symbols
    // What follows the last word (the + of "Samen+") tells the name from the word.
    if (next.end >= spelling.length && next.symbols !== '' && parts.length > 0) parts.push({ gap: next.symbols, word: '' })
    at = Math.max(next.end, at + 1)
  }
  return parts
}
