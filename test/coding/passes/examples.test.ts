import { describe, expect, it } from 'vitest'
import { axialPass, type CodeFacts, openPass, replay, undoPass } from '../../../src/coding/index.js'
import { findProblems, type Study, StudyError } from '../../../src/study/index.js'
import { by, studyOf, transcript } from '../../builders.js'

const interview = transcript('i1', ['1: The norm came. We trusted each other. We shared what failed. We drank coffee.'])
let ids: Readonly<Record<string, string>> = {}
const coded = openPass(studyOf([interview]), by, pass => {
  const role = 'mechanism'
  pass.define('trust', { role })
  pass.define('trust in persons', { role, parent: 'trust' })
  const code = (words: string, name: string) => pass.code(pass.fragment('i1', words), name, { role })
  ids = {
    trust: code('We trusted each other', 'trust'),
    persons: code('trusted each other', 'trust in persons'),
    failures: code('We shared what failed', 'sharing failures'),
    coffee: code('We drank coffee', 'trust'),
  }
})
const marked = openPass(coded, by, pass => pass.define('trust', { typical: [ids.trust!, ids.persons!], borderline: [ids.coffee!] }))
const codeOf = (study: Study, name: string) => study.codes.find(code => code.name === name)
const examplesOf = (study: Study, name: string) => [codeOf(study, name)?.typical, codeOf(study, name)?.borderline]

function problemsOf(facts: CodeFacts): readonly string[] {
  try {
    openPass(marked, by, pass => pass.define('trust', facts))
  } catch (error) {
    if (error instanceof StudyError) return error.problems.map(problem => `${problem.call}: ${problem.what}`)
    throw error
  }
  return []
}

describe('examples in a pass', () => {
  it('are said with the code, also in the pass that makes their codings', () => {
    expect(examplesOf(marked, 'trust')).toEqual([[ids.trust, ids.persons], [ids.coffee]])
    const atOnce = openPass(studyOf([interview]), by, pass => {
      const id = pass.code(pass.fragment('i1', 'The norm came'), 'norms', { role: 'context' })
      pass.define('norms', { typical: [id] })
    })
    expect(examplesOf(atOnce, 'norms')).toEqual([[atOnce.codings[0]!.id], []])
  })

  it('are refused when they are no codings, those of another code, or both at once', () => {
    expect(problemsOf({ typical: ['c-nowhere'] })).toEqual(['pass.define, call 1: an example is not the id of a coding'])
    expect(problemsOf({ borderline: [ids.failures!] })).toEqual(['pass.define, call 1: an example is a coding of another code'])
    expect(problemsOf({ typical: [ids.coffee!] })).toEqual(['pass.define, call 1: an example is typical and borderline at once'])
    expect(problemsOf({ typical: [ids.coffee!], borderline: [] })).toEqual([])
  })

  it('go with their codings when their code is merged into another', () => {
    const merged = axialPass(marked, by, pass => pass.merge(['trust', 'trust in persons'], 'trusting'))
    expect(examplesOf(merged, 'trusting')).toEqual([[ids.trust, ids.persons], [ids.coffee]])
    expect(findProblems(merged)).toEqual([])
  })

  it('go with their codings when all of the code is split', () => {
    const split = axialPass(marked, by, pass => pass.split('trust', one => (one.id === ids.coffee ? 'coffee' : 'trust of groups')))
    expect(examplesOf(split, 'coffee')).toEqual([[], [ids.coffee]])
    expect(examplesOf(split, 'trust of groups')).toEqual([[ids.trust], []])
    // That of the code under it, which was not split, stays where it was.
    expect(examplesOf(split, 'trust')).toEqual([[ids.persons], []])
    expect(examplesOf(split, 'trust in persons')).toEqual([[], []])
    expect(findProblems(split)).toEqual([])
  })

  it('are none any more when their coding goes to another code, or a code is taken from under it', () => {
    const recoded = axialPass(marked, by, pass => pass.recode([ids.coffee!], { code: 'sharing failures' }))
    expect(examplesOf(recoded, 'trust')).toEqual([[ids.trust, ids.persons], []])
    expect(examplesOf(recoded, 'sharing failures')).toEqual([[], []])
    const moved = axialPass(marked, by, pass => pass.nest('trust in persons', null))
    expect(examplesOf(moved, 'trust')).toEqual([[ids.trust], [ids.coffee]])
    for (const study of [recoded, moved]) {
      expect(findProblems(study)).toEqual([])
      expect(study.journal.at(-1)!.changes.at(-1)!.call).toBe('examples')
      expect(replay(study.journal, study).codes).toEqual(study.codes)
      expect(undoPass(study, by).codes).toEqual(marked.codes)
    }
  })

  it('cost a pass that touches none of them nothing', () => {
    const after = openPass(marked, by, pass => pass.define('trust', { when: 'people speak of one another' }))
    expect(after.journal.at(-1)!.changes.map(change => change.call)).toEqual(['define'])
  })
})
