import { describe, expect, it } from 'vitest'
import { type AxialPass, axialPass, type OpenPass, openPass, selectivePass, theoryPass } from '../../../src/coding/index.js'
import type { Study } from '../../../src/study/index.js'
import { by, studyOf, transcript } from '../../builders.js'
import { refused, told } from './problems.js'

const study = studyOf([transcript('interview-01', ['I: How?', '1: We sat round the table.'])])
// What is written in a script without types.
const loose = (pass: object) => pass as Record<string, (...given: readonly unknown[]) => unknown>

describe('a pass', () => {
  it('lists calls that were given something else than they take, each with how it is written', () => {
    const work = (given: OpenPass) => {
      const pass = loose(given)
      pass.define!('trust')
      given.code(given.turn('interview-01', 9), 'trust', { role: 'context' })
      pass.asked!('interview-01', 'start', null)
    }
    expect(refused(() => openPass(study, by, work)).map(one => [one.call, one.hint])).toEqual([
      ['pass.define, call 1', "write pass.define('trust', { role, definition })"],
      ['pass.turn, call 1', 'its turns are numbered from 1 to 2'],
      ['pass.asked, call 1', "write pass.asked('interview-1', 'topic', { status, at })"],
    ])
    const split = (pass: AxialPass) => {
      pass.define('trust', { role: 'context' })
      loose(pass).split!('trust', 'group')
    }
    expect(told(() => axialPass(study, by, split))).toEqual(['pass.split, call 1: this call was given something else than it takes'])
    expect(refused(() => selectivePass(study, by, pass => loose(pass).theme!('Trust')))).toHaveLength(1)
    expect(refused(() => theoryPass(study, by, pass => loose(pass).theory!('v2')))).toHaveLength(1)
  })

  it('says of a call that it does not have where it belongs, or which was meant', () => {
    const work = (given: OpenPass) => {
      const pass = loose(given)
      pass.merge!(['a', 'b'], 'a')
      pass.fragmnt!('interview-01', 'table')
      pass.verdict!('a', 'C1')
      pass.zzz!()
    }
    const problems = refused(() => openPass(study, by, work))
    expect(problems.map(one => `${one.call}: ${one.what}`)[0]).toBe('pass.merge, call 1: there is no such call in an open pass')
    expect(problems.map(one => one.hint)).toEqual([
      'pass.merge belongs in an axial pass: axialPass',
      'did you mean pass.fragment?',
      'pass.verdict belongs in a theory pass: theoryPass',
      'it has: fragment, turn, answer, define, code, inVivo, link, account, asked, prompt, remove',
    ])
  })

  it('knows every call of every pass', () => {
    for (const run of [openPass, axialPass, selectivePass, theoryPass] as readonly ((
      study: Study,
      given: typeof by,
      work: (pass: object) => void,
    ) => Study)[]) {
      let calls: readonly string[] = []
      const [problem] = refused(() =>
        run(study, by, pass => {
          calls = Object.keys(pass)
          loose(pass).zzz!()
        }),
      )
      expect(problem!.hint.replace('it has: ', '').split(', ').sort()).toEqual([...calls].sort())
    }
  })

  it('lets an error of the work itself through', () => {
    expect(() =>
      openPass(study, by, () => {
        throw new RangeError('mine')
      }),
    ).toThrow(RangeError)
  })

  it('says what is missing when it is given no work, a date written otherwise, or no study', () => {
    const run = openPass as (...given: readonly unknown[]) => unknown
    expect(told(() => run(study, by))).toEqual(['openPass: the work of this pass is missing'])
    expect(refused(() => run(study, { coder: 'MV', date: '4-5-2020' }, () => {})).map(one => one.what)).toEqual([
      'the date of this pass is not written as year-month-day',
    ])
    expect(refused(() => run(Promise.resolve(study), by, () => {}))[0]!.hint).toMatch(/^write await/u)
    expect(refused(() => run('my-study', by, () => {}))[0]!.what).toBe('this is not a study')
    expect(refused(() => run(undefined, by, () => {}))[0]!.what).toBe('this is not a study')
  })

  it('names the transcript whose number has other zeros', () => {
    expect(refused(() => openPass(study, by, pass => void pass.turn('interview-1', 2)))[0]!.hint).toBe('did you mean "interview-01"?')
    expect(refused(() => openPass(study, by, pass => void pass.turn('interview-10', 2)))[0]!.hint).toBe('use an id of transcripts.csv')
  })
})
