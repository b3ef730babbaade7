import { type Problem, throwProblems } from '../study/error.js'
import { foldMark } from './foldMark.js'
import { meansAsker } from './roleWords.js'

/** Who stands behind a mark: the side that asks, one or more respondents, or nobody who counts. */
export interface Side {
  readonly asks: boolean
  readonly respondents: readonly string[]
}

const nobody = new Set(['', 'other', 'nobody', 'anders', 'overig', 'niemand'])

/**
 * Reads the entries of the column `speakers`: `R=10`, `I=interviewer`, two entries for a pair that shares a mark, `P=other` for a third person.
 *
 * @param entries the entries
 * @param respondents the ids of the transcript's respondents; empty when they are not known
 * @returns per folded mark who stands behind it
 * @throws StudyError when an entry has no `=`, names someone who is not a respondent, or makes a mark both ask and answer
 * @example
 * speakersOf(['R=13a', 'R=13b', 'I=interviewer'], []).get('r') //=> { asks: false, respondents: ['13a', '13b'] }
 */
export function speakersOf(entries: readonly string[], respondents: readonly string[]): ReadonlyMap<string, Side> {
  const sides = new Map<string, Side>()
  const problems: Problem[] = []
  entries.forEach((entry, i) => {
    const read = entryOf(entry, respondents)
    const wrong = typeof read === 'string' ? read : clash(sides.get(read.mark), read)
    if (typeof read === 'string' || wrong !== null) {
      problems.push({ what: `entry ${i + 1} of speakers ${wrong}`, hint: 'write for example R=10, I=interviewer or P=other' })
    } else {
      const before = sides.get(read.mark)?.respondents ?? []
      sides.set(read.mark, { asks: read.asks, respondents: [...new Set([...before, ...read.respondents])] })
    }
  })
  throwProblems(problems)
  return sides
}

/** An entry read, or what is wrong with it. */
function entryOf(entry: string, respondents: readonly string[]): (Side & { readonly mark: string }) | string {
  const equals = entry.lastIndexOf('=')
  const mark = foldMark(entry.slice(0, Math.max(0, equals)))
  if (mark === '') return 'is not a mark, = and who that is'
  const target = entry.slice(equals + 1).trim()
  const own = respondents.find(id => foldMark(id) === foldMark(target))
  if (own !== undefined) return { mark, asks: false, respondents: [own] }
  if (meansAsker(target)) return { mark, asks: true, respondents: [] }
  if (nobody.has(target.toLowerCase())) return { mark, asks: false, respondents: [] }
  if (respondents.length > 0) return 'names somebody who is not a respondent of this transcript'
  return { mark, asks: false, respondents: [target] }
}

function clash(before: Side | undefined, now: Side): string | null {
  return before !== undefined && (before.asks || now.asks) ? 'gives a second meaning to a mark' : null
}
