import { describe, expect, it } from 'vitest'
import { describeProblem, describeProblems, type Problem, StudyError, throwProblems } from '../../src/study/error.js'

const problem: Problem = { what: 'unknown code', hint: 'define it in codes.csv' }
const many = (n: number): Problem[] => Array.from({ length: n }, (_, i) => ({ ...problem, file: 'codings.csv', row: i + 2 }))

describe('describeProblem', () => {
  it('is a sentence, with a capital when no place comes before it', () => {
    expect(describeProblem(problem)).toBe('Unknown code. Define it in codes.csv.')
    expect(describeProblem({ what: 'élan is gone', hint: '' })).toBe('Élan is gone.')
  })

  it('says the place first, from the outside in', () => {
    const places: Problem = {
      ...problem,
      call: 'pass.code, call 3',
      file: 'codings.csv',
      row: 14,
      column: 'code',
      transcript: 'interview-1',
      at: { start: 0, end: 5 },
    }
    expect(describeProblem(places)).toBe(
      'pass.code, call 3, codings.csv, row 14, column code, transcript interview-1, characters 0 to 5: unknown code. Define it in codes.csv.',
    )
    expect(describeProblem({ ...problem, column: 'code' })).toBe('column code: unknown code. Define it in codes.csv.')
  })
})

describe('describeProblems', () => {
  it('numbers them when there are several', () => {
    expect(describeProblems(many(2))).toBe(
      [
        '2 problems:',
        '  1. codings.csv, row 2: unknown code. Define it in codes.csv.',
        '  2. codings.csv, row 3: unknown code. Define it in codes.csv.',
      ].join('\n'),
    )
  })

  it('shows fifty, and how many more there are', () => {
    expect(describeProblems(many(50)).split('\n')).toHaveLength(51)
    const lines = describeProblems(many(53)).split('\n')
    expect(lines).toHaveLength(52)
    expect(lines[0]).toBe('53 problems:')
    expect(lines[50]).toContain('row 51')
    expect(lines[51]).toContain('3 more')
  })
})

describe('StudyError', () => {
  it('is an error that carries every problem, not only those shown', () => {
    const error = new StudyError(many(60))
    expect(error).toBeInstanceOf(Error)
    expect(error.name).toBe('StudyError')
    expect(error.problems).toHaveLength(60)
    expect(String(error)).toMatch(/^StudyError: 60 problems:\n/u)
    expect(error.stack).toContain('60 problems')
  })

  it('is thrown when there are problems, and only then', () => {
    expect(() => throwProblems([])).not.toThrow()
    expect(() => throwProblems(many(1))).toThrow(StudyError)
  })
})
