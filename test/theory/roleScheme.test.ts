import { describe, expect, it } from 'vitest'
import { newStudy } from '../../src/study/index.js'
import { findNearby, negativeCases } from '../../src/theory/index.js'
import { roleScheme } from '../../src/theory/roleScheme.js'
import { code, coding, respondent, study, transcript } from '../analysis/makeStudy.js'
import { configuration } from './theoryStudy.js'

const schemeOf = (...roles: readonly (string | { id: string; parent: string })[]) =>
  roleScheme(newStudy({ title: 'T', language: 'en', roles: [...roles] }))

describe('roleScheme', () => {
  it('reads other schemes as context, mechanism and outcome', () => {
    expect(schemeOf('intervention', 'context', 'actor', 'mechanism', 'outcome', 'future')).toEqual({
      all: ['intervention', 'context', 'actor', 'mechanism', 'outcome'],
      contexts: ['context'],
      mechanisms: ['mechanism'],
      outcomes: ['outcome'],
    })
    expect(
      schemeOf('context', 'mechanism', { id: 'resource', parent: 'mechanism' }, { id: 'reasoning', parent: 'mechanism' }, 'outcome')
        .mechanisms,
    ).toEqual(['mechanism', 'resource', 'reasoning'])
    expect(schemeOf('setting', 'lever', 'spark', 'result')).toMatchObject({
      contexts: ['setting'],
      mechanisms: ['lever', 'spark'],
      outcomes: ['result'],
    })
    expect(schemeOf('setting')).toMatchObject({ contexts: ['setting'], mechanisms: [], outcomes: [] })
  })

  it('a mechanism of two parts is told when both are', () => {
    const talk = transcript('i1', [['1', 'Norms came, hours were given, we trust, care is better.']])
    const { roles, roleFacts } = newStudy({
      title: 'T',
      language: 'en',
      roles: ['context', { id: 'resource', parent: 'mechanism' }, { id: 'reasoning', parent: 'mechanism' }, 'outcome'],
    })
    const made = study({
      ...{ roles, roleFacts, transcripts: [talk], respondents: [respondent('1', 'nurse')] },
      codes: ['norms', 'hours', 'trust', 'care'].map(id => code(id)),
      codings: [
        coding(talk, 'Norms came', 'norms', { role: 'context' }),
        coding(talk, 'hours were given', 'hours', { role: 'resource' }),
        coding(talk, 'care is better', 'care', { role: 'outcome' }),
      ],
      configurations: [
        configuration('C1', { context: ['norms'], outcome: ['care'] }, { resource: ['hours'], reasoning: ['trust'] } as object),
      ],
    })
    expect(negativeCases(made, 'C1').rows).toMatchObject([
      { resource: 'said', reasoning: 'not coded', why: 'outcome said, mechanism not coded' },
    ])
    const whole = { ...made, codings: [...made.codings, coding(talk, 'we trust', 'trust', { role: 'reasoning' })] }
    expect(negativeCases(whole, 'C1').rows).toEqual([])
    expect(findNearby(whole, { size: 4 }).rows).toMatchObject([
      { context: 'norms', resource: 'hours', reasoning: 'trust', outcome: 'care', sources: 1 },
    ])
  })
})
