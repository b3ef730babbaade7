import { StudyError } from '../study/error.js'

/** The words of a language for counts: `{x}` and `{m}` stand for numbers, written out when small. */
export interface CountPhrases {
  readonly numbers: readonly string[]
  readonly exact: string
  readonly none: string
  readonly all: string
  readonly most: string
  readonly moreThanHalf: string
  readonly half: string
  readonly some: string
  readonly few: string
}

/**
 * Says a count in words by a fixed rule: of fewer than five asked the number itself ("three of the four"); of five or more
 * none, all, most (three quarters or more), more than half, half, some (a quarter or more) or a few; without a known number asked
 * only the number. Percentages are never given: the people interviewed are not a sample of anything.
 *
 * @param count how many said it
 * @param asked how many were asked, or null when that is not known
 * @param noun what is counted, for a count without a number asked: its singular and plural
 * @throws StudyError when the count is not a whole number from 0 to the number asked
 */
export function countWordsBy(phrases: CountPhrases, count: number, asked: number | null, noun: readonly [string, string]): string {
  if (!Number.isInteger(count) || count < 0 || (asked !== null && (!Number.isInteger(asked) || count > asked)))
    throw new StudyError([{ what: 'this count cannot be put into words', hint: 'give whole numbers, and no more than were asked' }])
  if (asked === null) return `${numberWord(phrases, count)} ${count === 1 ? noun[0] : noun[1]}`
  return phraseFor(phrases, count, asked).replace('{x}', numberWord(phrases, count)).replace('{m}', numberWord(phrases, asked))
}

/** A number as a word up to twelve, as digits above. */
export function numberWord(phrases: Pick<CountPhrases, 'numbers'>, n: number): string {
  return phrases.numbers[n] ?? String(n)
}

function phraseFor(phrases: CountPhrases, count: number, asked: number): string {
  if (count === 0) return phrases.none
  if (asked < 5) return phrases.exact
  if (count === asked) return phrases.all
  // Whole numbers, so that three quarters of eight is exactly six.
  if (count * 4 >= asked * 3) return phrases.most
  if (count * 2 > asked) return phrases.moreThanHalf
  if (count * 2 === asked) return phrases.half
  return count * 4 >= asked ? phrases.some : phrases.few
}
