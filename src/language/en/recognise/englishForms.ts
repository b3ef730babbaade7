// English forms worked out backwards: what an inflected word is made from. The same rules thin the word list at build time and read it
// at run time, so that a form left out of the list is still known.

/** Whether a folded lower-case word stands in a list. */
export type HasWord = (word: string) => boolean

const longestForm = 30
const vowel = /[aeiouy]/u

/** Endings, and what may stand in their place in the word itself. */
const endings: readonly (readonly [ending: string, ...instead: string[]])[] = [
  ['ies', 'y', 'ie'],
  ['ied', 'y', 'ie'],
  ['iest', 'y'],
  ['ier', 'y'],
  ['ily', 'y'],
  ['iness', 'y'],
  ['ves', 'f', 'fe', 've'],
  ['es', '', 'e'],
  ['s', ''],
  ['ed', '', 'e'],
  ['ing', '', 'e'],
  ['ings', '', 'e'],
  ['er', '', 'e'],
  ['ers', '', 'e'],
  ['est', '', 'e'],
  ['ly', '', 'le'],
  ['ally', 'al', ''],
  ['ness', ''],
  ['less', ''],
  ['able', '', 'e'],
  ['ment', ''],
  ['ments', ''],
  ['wise', ''],
  ['ish', ''],
]
const starts = [
  'un',
  're',
  'non',
  'pre',
  'over',
  'under',
  'mis',
  'dis',
  'inter',
  'multi',
  'post',
  'out',
  'self',
  'super',
  'mini',
  'micro',
  'semi',
  'anti',
  'counter',
]

/** Whether a word is in the list, or an inflected or derived form of a word in it. */
export function isEnglishWord(word: string, has: HasWord): boolean {
  if (word.length > longestForm) return false
  if (isForm(word, has)) return true
  for (const start of starts) {
    if (word.length - start.length >= 4 && word.startsWith(start) && isForm(word.slice(start.length), has)) return true
  }
  return false
}

function isForm(word: string, has: HasWord): boolean {
  if (has(word)) return true
  for (const [ending, ...instead] of endings) {
    if (word.length - ending.length < 2 || !word.endsWith(ending)) continue
    const base = word.slice(0, -ending.length)
    if (!vowel.test(base)) continue
    for (const end of instead) if (base.length + end.length > 2 && has(base + end)) return true
    // stopped, bigger, running
    if (base.length > 3 && base.at(-1) === base.at(-2) && has(base.slice(0, -1))) return true
  }
  return false
}
