import type { Language, Recogniser } from '../../language/index.js'
import type { Study } from '../../study/index.js'
import { nameFinder } from '../findNames.js'
import { foldedWords } from '../fold.js'
import { firstEndingAfter } from '../marksAt.js'
import { isCased } from './addLooseParts.js'
import type { Draft } from './draft.js'
import { entryOf } from './placeParts.js'

/**
 * Decides which names are words too and are looked for by their capital: those the language knows as words, and those that stand in lower
 * case, unrecognised, in a text that has capitals. In speech-to-text without capitals a name that is no word is found anywhere.
 */
export function chooseMatches(drafts: readonly Draft[], study: Study, language: Language, recognise: Recogniser): void {
  const open = drafts.filter(one => one.match === 'anywhere')
  const finder = nameFinder(open.map(entryOf))
  const lower = new Set<number>()
  for (const { text } of study.transcripts) {
    if (!isCased(text)) continue
    const marks = recognise(text)
    for (const { start, end, entries } of finder.find(text)) {
      if (/\p{Lu}/u.test(text.slice(start, end)) || !/\p{L}/u.test(text.slice(start, end))) continue
      const mark = marks[firstEndingAfter(marks, start)]
      if (mark === undefined || mark.start >= end) for (const entry of entries) lower.add(entry)
    }
  }
  open.forEach((draft, i) => {
    if (draft.spellings.some(one => isSmallWord(one, language))) draft.match = 'recognised'
    else if (lower.has(i) || draft.spellings.some(one => isOneWord(one, language))) draft.match = 'capital'
  })
}

/** A recogniser may err, and "De" begins every other sentence. */
function isSmallWord(spelling: string, { articles, determiners, naming, stopWords }: Language): boolean {
  const word = spelling.toLowerCase()
  return articles.has(word) || determiners.has(word) || naming.fillers.has(word) || (word.length < 3 && stopWords.has(word))
}

function isOneWord(spelling: string, language: Language): boolean {
  const words = foldedWords(spelling, true)
  return words.length === 1 && /\p{L}/u.test(words[0]!) && language.isWord(spelling.toLowerCase())
}
