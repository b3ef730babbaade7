import nlp from 'compromise/two'
import type { Mark, Recogniser } from '../mark.js'

// Our type, the tag of compromise, and how far to trust it: it takes many capitalised words for organisations and places.
const kinds: readonly (readonly [type: string, tag: string, certainty: 'likely' | 'look'])[] = [
  ['PERSON', 'Person', 'likely'],
  ['LOCATION', 'Place', 'look'],
  ['ORG', 'Organization', 'look'],
  ['PHONE', 'PhoneNumber', 'likely'],
  ['EMAIL', 'Email', 'likely'],
  ['DATE', 'Date', 'look'],
]

interface Found {
  readonly offset?: { readonly start: number; readonly length: number }
}

/**
 * A recogniser of English names, places, organisations, telephone numbers, addresses and dates, by the rules of compromise.
 *
 * It misses names (rare ones above all) and splits others, so it only suggests: the register decides what is hidden.
 *
 * @example
 * compromiseRecogniser()('Fatima lives in Leeds.')[0]
 * //=> { type: 'PERSON', start: 0, end: 6, text: 'Fatima', certainty: 'likely' }
 */
export function compromiseRecogniser(): Recogniser {
  return text => {
    const document = nlp(text)
    const marks = kinds.flatMap(([type, tag, certainty]) => {
      const found: readonly Found[] = document.match(`#${tag}+`).json({ offset: true })
      return found.flatMap(one => markAt(text, one, type, certainty))
    })
    return marks.sort((a, b) => a.start - b.start || b.end - a.end)
  }
}

/** compromise keeps the punctuation around a match; the mark is the words alone. */
function markAt(text: string, { offset }: Found, type: string, certainty: Mark['certainty']): Mark[] {
  if (offset === undefined) return []
  const said = text.slice(offset.start, offset.start + offset.length)
  const before = /^[\s\p{P}]*/u.exec(said)?.[0].replace(/[(+]$/u, '').length ?? 0
  const after = /[\p{L}\p{N}](?=[^\p{L}\p{N}]*$)/u.exec(said)
  if (after === null || offset.start + before >= offset.start + after.index + 1) return []
  const start = offset.start + before
  // A combining letter outside the basic plane is two units long.
  const end = offset.start + after.index + after[0].length
  return [{ type, start, end, text: text.slice(start, end), certainty }]
}
