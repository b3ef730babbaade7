import { describe, expect, test } from 'vitest'
import { behindTheme } from '../../src/analysis/index.js'
import { type Answer, StudyError } from '../../src/study/index.js'
import { code, coding, respondent, study, theme, transcript } from './makeStudy.js'

const t10 = transcript('t10', [
  ['I', 'Do they know you?'],
  ['10', 'They know me. They greet me. It is not for all.'],
])
const t11 = transcript('t11', [['11', 'Nobody knows me there. Well, one does.']])
const t13 = transcript('t13', [['13a+13b', 'We know everyone. Everyone knows us.']])
const people = [respondent('10', 'nurse'), respondent('11', 'doctor'), respondent('13a', 'doctor'), respondent('13b', 'manager')]
const trust = theme('trust', ['known'])
const answer = (id: string, on: string, status: Answer['status'], topic = 'q1'): Answer => ({
  id,
  transcript: on,
  topic,
  start: null,
  end: null,
  status,
  extra: {},
})

const known = (on: typeof t10, words: string, facts = {}) => coding(on, words, 'known', facts)
const base = { transcripts: [t10, t11, t13], respondents: people, themes: [trust], codes: [code('known', { topic: 'q1' })] }
const behind = (codings: ReturnType<typeof known>[], facts = {}) => behindTheme(study({ ...base, codings, ...facts }), 'trust')

describe('behindTheme', () => {
  test('counts a source once, a pair as one, people as a range', () => {
    const found = behind([known(t10, 'They know me'), known(t10, 'They greet me'), known(t13, 'We know')])
    expect(found.supports.map(source => source.id)).toEqual(['10', '13a;13b'])
    expect(found.people).toEqual({ low: 2, high: 3 })
    expect(found.passages).toBe(3)
    expect(found.byGroup).toEqual([
      { group: 'doctor / manager', sources: 1 },
      { group: 'nurse', sources: 1 },
    ])
  })

  test('counts only its own role, its own codes, and no interviewer', () => {
    const found = behind([
      known(t10, 'They know me', { role: 'outcome' }),
      coding(t10, 'They greet me', 'greeted'),
      known(t10, 'Do they know you'),
      known(t11, 'one does'),
    ])
    expect(found.supports.map(source => source.id)).toEqual(['11'])
  })

  test('does not count the codes under its codes', () => {
    const codes = [code('known', { topic: 'q1' }), code('greeted', { parent: 'known' })]
    expect(behind([coding(t10, 'They greet me', 'greeted')], { codes }).supports).toEqual([])
  })

  test('keeps what refutes and refines apart, also of one source', () => {
    const found = behind([
      known(t11, 'Nobody knows me', { stance: 'refutes' }),
      known(t11, 'one does'),
      known(t10, 'It is not for all', { stance: 'refines' }),
    ])
    expect(found.supports.map(source => source.id)).toEqual(['11'])
    expect(found.against.map(source => source.id)).toEqual(['11'])
    expect(found.twoMinds.map(source => source.id)).toEqual(['11'])
    expect(found.refining.map(source => source.id)).toEqual(['10'])
  })

  test('what was rejected refutes, unless a stance says otherwise', () => {
    expect(behind([known(t10, 'They know me', { elicited: 'rejected' })]).against).toHaveLength(1)
    expect(behind([known(t10, 'They know me', { elicited: 'rejected', stance: 'supports' })]).against).toHaveLength(0)
  })

  test('counts those who only agreed, and says how many', () => {
    const agreed = { elicited: 'agreed' as const }
    const found = behind([known(t10, 'They know me', agreed), known(t11, 'one does', agreed), known(t13, 'We know')])
    expect([found.supports.length, found.agreedOnly]).toEqual([3, 2])
    expect(behind([known(t10, 'They know me', agreed), known(t10, 'They greet me', { elicited: 'volunteered' })]).agreedOnly).toBe(0)
  })

  test('two coders on one passage count it once', () => {
    const found = behind([known(t10, 'They know me'), known(t10, 'know me', { coder: 'CD' })])
    expect([found.passages, found.supports.length]).toEqual([1, 1])
  })

  test('a group that is not stated is null, and comes last', () => {
    const respondents = [respondent('10'), respondent('11', 'doctor')]
    expect(behind([known(t10, 'They know me'), known(t11, 'one does')], { respondents }).byGroup).toEqual([
      { group: 'doctor', sources: 1 },
      { group: null, sources: 1 },
    ])
  })

  test('names a theme that is not there', () => {
    expect(() => behindTheme(study(base), 'hope')).toThrow(StudyError)
  })
})

describe('asked', () => {
  const said = [known(t10, 'They know me'), known(t11, 'one does')]

  test('is not known without rows about its topics', () => {
    expect(behind(said).asked).toBeNull()
    expect(behind(said, { answers: [answer('a', 't10', 'asked', 'q2')] }).asked).toBeNull()
    expect(behind(said, { answers: [answer('a', 't10', 'not reached')] }).asked).toBeNull()
  })

  test('counts the sources asked or speaking of it unasked, and among those only the ones that support', () => {
    const answers = [answer('a', 't10', 'asked'), answer('b', 't13', 'volunteered'), answer('c', 't11', 'not reached')]
    expect(behind(said, { answers }).asked).toEqual({ sources: 2, supporting: 1 })
    expect(behind(said, { answers: [...answers, answer('d', 't11', 'asked')] }).asked).toEqual({ sources: 3, supporting: 2 })
  })

  test('what one of several said counts only when all who may have said it were asked', () => {
    const both = transcript('both', [['10+11', 'We both know them.']])
    const transcripts = [t10, t11, t13, both]
    const shared = [known(both, 'We both')]
    expect(behind(shared, { transcripts, answers: [answer('a', 't10', 'asked')] }).asked).toEqual({ sources: 1, supporting: 0 })
    const answers = [answer('a', 't10', 'asked'), answer('b', 't11', 'asked')]
    expect(behind(shared, { transcripts, answers }).asked).toEqual({ sources: 2, supporting: 1 })
  })
})
