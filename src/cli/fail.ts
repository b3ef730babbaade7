import { describeProblems, type Problem, StudyError } from '../study/index.js'

/** Ends the command with the list of problems, or with the place of a mistake of ours: never with content. */
export function fail(error: unknown): void {
  process.exitCode = 1
  if (error instanceof StudyError) {
    console.error(describeProblems(error.problems.map(forCommand)))
    return
  }
  const frames = error instanceof Error ? (error.stack ?? '').split('\n').filter(line => /^\s+at /u.test(line)) : []
  console.error(['This is a mistake in retroduct, not in your study. Please report these lines:', ...frames.slice(0, 8)].join('\n'))
}

/** Who types a command has no calls to mend: what a problem says of them is said in options. */
function forCommand({ call: _, ...problem }: Problem): Problem {
  const hint = problem.hint.replace("noNames('...')", '--without-register with the reason').replace('write today as', 'write --today as')
  return { ...problem, hint }
}
