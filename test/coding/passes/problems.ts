import { type Problem, StudyError } from '../../../src/study/index.js'

/** The problems of work that is refused; none when it is done. */
export function refused(work: () => unknown): readonly Problem[] {
  try {
    work()
  } catch (error) {
    if (error instanceof StudyError) return error.problems
    throw error
  }
  return []
}

/** What is wrong, and with which call. */
export function told(work: () => unknown): readonly string[] {
  return refused(work).map(({ call, what }) => `${call}: ${what}`)
}
