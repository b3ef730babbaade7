import type { Span } from './model.js'

/** One thing that is wrong, in plain words: what, where, and what to do about it. Never the content itself. */
export interface Problem {
  readonly what: string
  readonly hint: string
  readonly file?: string
  /** The row as a spreadsheet numbers it: the header is row 1. */
  readonly row?: number
  readonly column?: string
  /** The call of a pass: `pass.code, call 3`. */
  readonly call?: string
  readonly transcript?: string
  /** UTF-16 code units of the transcript's text, end exclusive. */
  readonly at?: Span
}

const shown = 50

/**
 * The one error this library throws on wrong input: it carries every problem found, not only the first.
 *
 * @example
 * new StudyError([{ what: 'unknown code', hint: 'define it in codes.csv', file: 'codings.csv', row: 14 }]).message
 * //=> 'codings.csv, row 14: unknown code. Define it in codes.csv.'
 */
export class StudyError extends Error {
  override readonly name = 'StudyError'
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    super(describeProblems(problems))
    this.problems = problems
  }
}

/** Throws one `StudyError` when there are problems, and does nothing otherwise. */
export function throwProblems(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new StudyError(problems)
}

/** Lays problems out for a person: one line each, numbered when there are several, the first fifty of them. */
export function describeProblems(problems: readonly Problem[]): string {
  if (problems.length === 1) return describeProblem(problems[0]!)
  const lines = problems.slice(0, shown).map((problem, i) => `${String(i + 1).padStart(3)}. ${describeProblem(problem)}`)
  if (problems.length > shown) lines.push(`     … and ${problems.length - shown} more (see error.problems)`)
  return `${problems.length} problems:\n${lines.join('\n')}`
}

/** Says one problem in a sentence that starts with its place. */
export function describeProblem(problem: Problem): string {
  const place = [
    problem.call,
    problem.file,
    problem.row === undefined ? undefined : `row ${problem.row}`,
    problem.column === undefined ? undefined : `column ${problem.column}`,
    problem.transcript === undefined ? undefined : `transcript ${problem.transcript}`,
    problem.at === undefined ? undefined : `characters ${problem.at.start} to ${problem.at.end}`,
  ].filter(part => part !== undefined)
  const sentence = `${problem.what}. ${problem.hint === '' ? '' : closed(capital(problem.hint))}`.trim()
  return place.length === 0 ? capital(sentence) : `${place.join(', ')}: ${sentence}`
}

const closed = (hint: string) => (/[.?!]$/u.test(hint) ? hint : `${hint}.`)

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
