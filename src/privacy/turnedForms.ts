import type { Entry } from './entry.js'
import { readWord } from './readGap.js'

/** A form in which a name is also written, and where it must have a capital to be the name. */
export interface TurnedForm {
  readonly form: string
  /** Counted in folded letters from 0; null: nowhere. */
  readonly capital: number | null
}

const people: ReadonlySet<string> = new Set(['PERSON', 'OTHER'])
/** Short names run together make other words: "An As". */
const fewestJoined = 8
const mostWords = 6

/**
 * The ways in which lists, file names and addresses write a name of several words: the last name first ("Vries, Jan de", "vries-jan"), and
 * run together ("jandevries", "JanDeVries"). Only people are turned around; what is run together and is no person must show by a capital
 * inside that it was two words ("InZicht", not "inzicht").
 */
export function turnedForms(spelling: string, { type }: Pick<Entry, 'type'>): readonly TurnedForm[] {
  const words = wordsOf(spelling)
  if (words === null || words.length < 2 || words.length > mostWords) return []
  const isPerson = people.has(type)
  const joined = words.join('')
  const together = joined.length < fewestJoined ? [] : [{ form: joined, capital: type === 'PERSON' ? null : words[0]!.length }]
  if (!isPerson) return together
  const turned = words.slice(1).flatMap((_, i) => {
    if (!isFirstName(spelling, words[0]!)) return []
    const last = words.slice(i + 1).join(' ')
    const first = words.slice(0, i + 1).join(' ')
    return [`${last},${first}`, `${last} ${first}`].map(form => ({ form, capital: null }))
  })
  return [...together, ...turned]
}

const particles: ReadonlySet<string> = new Set('da de del den der des di du el het la las le los ten ter van von'.split(' '))

/** "Vos, mevrouw" and "Wit, de" are no way to write a name. */
function isFirstName(spelling: string, folded: string): boolean {
  return /^\p{Lu}/u.test(spelling.trim()) && !particles.has(folded)
}

/** The words of a name that is nothing but words; null for one with an initial or a sign, of which parts mean nothing by themselves. */
function wordsOf(spelling: string): readonly string[] | null {
  const words = spelling.trim().split(/[\s-]+/u)
  const folded = words.map(word => readWord(word, 0))
  if (folded.some(({ letters, end }, i) => end < words[i]!.length || letters.length < 2)) return null
  return folded.map(one => one.letters)
}
