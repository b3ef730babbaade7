import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { openPass } from '../../src/coding/index.js'
import { en } from '../../src/language/en/index.js'
import { anonymise } from '../../src/privacy/index.js'
import { by, entry, studyOf, transcript } from '../builders.js'

const study = studyOf([transcript('i1', ['1: Canary came to us and we were glad of it.'])])
const coded = openPass(study, by, pass => void pass.code(pass.fragment('i1', 'glad of it'), 'gladness', { role: 'outcome' }))
const safe = anonymise(coded, { register: [entry('Canary')], language: en }).study

describe('a study that is looked at', () => {
  it('shows counts, in a console and in a notebook, also inside something else', () => {
    expect(inspect(coded)).toBe('Study, for the team: 1 transcript, 1 respondent, 1 code, 1 coding, 2 passes')
    expect(inspect(safe)).toBe('Safe study, pseudonymised: 1 transcript, 1 respondent, 1 code, 1 coding, 2 passes')
    expect(inspect({ coded }, { depth: 9 })).not.toContain('Canary')
    const bundle = Reflect.get(coded, Symbol.for('Jupyter.display'))() as object
    expect(bundle).toEqual({ 'text/plain': inspect(coded) })
  })

  it('is plain data all the same', () => {
    expect(Object.keys(coded)).toEqual(Object.keys({ ...study }))
    expect(JSON.parse(JSON.stringify(coded))).toEqual({ ...coded })
  })
})
