import type { Language } from '../../language/index.js'
import type { Study } from '../../study/index.js'
import { foldedWords } from '../fold.js'
import { attach } from './attach.js'
import { type Group, listBy } from './group.js'
import type { Mention } from './mention.js'

interface Organisation {
  readonly group: Group
  readonly names: (readonly string[])[]
}

/**
 * Puts the mentions of organisations together, or of projects: a name that is a part of a longer one belongs to it ("Odilia" to "Sint
 * Odilia Ziekenhuis"), and so do letters that stand near the name they are the first letters of.
 *
 * @param known those of the given register, with a group each
 * @param isBold whether it would be bold to take a short name for a longer one that stands in other transcripts only
 */
export function groupOrganisations(
  mentions: readonly Mention[],
  known: readonly { readonly group: Group; readonly names: readonly string[] }[],
  study: Study,
  language: Language,
  isBold: boolean,
): readonly Group[] {
  const { kinds } = language.naming
  const wordsOf = (written: string) => {
    const words = foldedWords(written, true)
    return words.length > 1 && language.articles.has(words[0]!) ? words.slice(1) : words
  }
  // A town in the names of two organisations makes them no relatives.
  const isPlace = (words: readonly string[]) => language.ladder('LOCATION', words.join(' ')).length > 0
  const all: Organisation[] = known.map(({ group, names }) => ({ group, names: names.map(wordsOf) }))
  const lists = listBy(mentions, one => wordsOf(one.text).join(''))
  const longestFirst = [...lists].sort((a, b) => wordsOf(b[0]!.text).length - wordsOf(a[0]!.text).length)
  for (const list of longestFirst) {
    const words = wordsOf(list[0]!.text)
    const longer = all.filter(
      one =>
        one.names.some(name => isPartOf(words, name, kinds) && (words.length === name.length || !isPlace(words))) ||
        (isShort(words) && standsForIt(list, words[0]!, one, kinds)),
    )
    const own = attach(
      list,
      longer.map(one => one.group),
      study,
      isBold,
    )
    if (own !== null) all.push({ group: own, names: [words] })
  }
  return all.map(one => one.group)
}

/** Whether words stand in a row in a longer name, and are more than words for a kind of organisation. */
function isPartOf(words: readonly string[], name: readonly string[], kinds: ReadonlySet<string>): boolean {
  if (words.join('') === name.join('')) return true
  if (words.length >= name.length || words.every(word => kinds.has(word))) return false
  return name.some((_, i) => words.every((word, j) => name[i + j] === word))
}

/** How near to its name an abbreviation stands that is introduced as such, in characters. */
const near = 120

const isShort = (words: readonly string[]) => words.length === 1 && words[0]!.length >= 2 && words[0]!.length <= 8

function standsForIt(list: readonly Mention[], letters: string, { group, names }: Organisation, kinds: ReadonlySet<string>): boolean {
  if (!names.some(name => isAbbreviationOf(letters, name, kinds))) return false
  return list.some(a => group.mentions.some(b => a.transcript === b.transcript && Math.abs(a.start - b.start) < near))
}

/** How many letters a word may give to an abbreviation: two for IJssel. */
const longestPart = 2

/** Whether letters are the first letters of the words of a name; those of small words may be there or not. */
function isAbbreviationOf(letters: string, name: readonly string[], kinds: ReadonlySet<string>): boolean {
  if (name.length < 2 || name.length > 12) return false
  const fits = (at: number, word: number): boolean => {
    if (word === name.length) return at === letters.length
    for (let n = 1; n <= longestPart && n <= name[word]!.length && name[word]!.startsWith(letters.slice(at, at + n)); n++)
      if (at + n <= letters.length && fits(at + n, word + 1)) return true
    // "van" in a name may have no letter of its own.
    return name[word]!.length <= 3 && kinds.has(name[word]!) && fits(at, word + 1)
  }
  return fits(0, 0)
}
