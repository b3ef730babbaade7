import { describe, expect, it } from 'vitest'
import {
  columnsOf,
  configurationRoles,
  findProblems,
  newStudy,
  roleSchemes,
  StudyError,
  type StudyFile,
  tableNames,
} from '../../src/study/index.js'

const about = { title: 'Walk-in clinic', language: 'en' }

describe('newStudy', () => {
  it('needs a title and a language, and is sound and empty', () => {
    const study = newStudy(about)
    expect(study).toMatchObject({ ...about, questions: [], rounds: [], consent: null, basis: 'interviews', invented: false, journal: [] })
    for (const table of tableNames) expect(study[table]).toEqual([])
    expect(findProblems(study)).toEqual([])
  })

  it('keeps what the study file says', () => {
    const said: Partial<StudyFile> = {
      questions: ['what works?'],
      consent: 'paraphrase',
      basis: 'quotes',
      cleaning: ['no ehs'],
      speakerPattern: 'R:',
      ethics: 'waived',
      invented: true,
    }
    expect(newStudy({ ...about, ...said })).toMatchObject(said)
  })

  it('has context, mechanism and outcome in configurations, and future beside them', () => {
    const study = newStudy(about)
    expect(study.roles).toEqual(['context', 'mechanism', 'outcome', 'future'])
    expect(configurationRoles(study)).toEqual(['context', 'mechanism', 'outcome'])
  })

  it.each([
    ['ICAMO', ['intervention', 'context', 'actor', 'mechanism', 'outcome']],
    ['CIMO', ['context', 'intervention', 'mechanism', 'outcome']],
    ['SCMO', ['strategy', 'context', 'mechanism', 'outcome']],
  ])('takes the role scheme %s as data, in its order', (_, roles) => {
    const study = newStudy({ ...about, roles })
    expect(study.roles).toEqual(roles)
    expect(configurationRoles(study)).toEqual(roles)
    const columns = Object.keys(columnsOf('configurations', configurationRoles(study)))
    expect(columns.slice(0, 2 + 2 * roles.length)).toEqual(['id', 'theory', ...roles.flatMap(role => [role, `${role}Text`])])
  })

  it('takes a known scheme by its name, and says which there are when it is not known', () => {
    for (const [name, roles] of Object.entries(roleSchemes))
      expect(newStudy({ ...about, roles: name as keyof typeof roleSchemes })).toEqual(newStudy({ ...about, roles }))
    expect(newStudy({ ...about, roles: 'CMO' })).toEqual(newStudy(about))
    const wrong = (roles: string) => () => newStudy({ ...about, roles: roles as 'CMO' })
    expect(wrong('ICAM')).toThrow(StudyError)
    expect(wrong('ICAM')).toThrow(/Did you mean "ICAMO"/u)
    expect(wrong('whatever')).toThrow(/Use one of CMO, CMO-RR, ICAMO, CIMO, SCMO/u)
  })

  it('takes a template for the language of the study, or one per language', () => {
    expect(newStudy(about).templates).toEqual([])
    expect(newStudy({ ...about, language: 'nl-BE', template: 'Als {context}' }).templates).toEqual([
      { language: 'nl', text: 'Als {context}' },
    ])
    const both = newStudy({ ...about, template: { nl: 'Als {context}', en: 'If {context}' } })
    expect(both.templates.map(one => one.language)).toEqual(['nl', 'en'])
  })

  it.each([
    ['If {context}, then {outcom}', /place 2 no role .*Did you mean \{outcome\}\?/su],
    ['If {context}, then {zeal}', /place 2 no role .*There are: \{context\}, \{mechanism\}, \{outcome\}, \{beneficiary\}/su],
    ['If {context, then {outcome}', /a brace that is not closed/u],
    ['If context}, then {outcome}', /a brace that is not closed/u],
    ['If this, then that', /no place for any role/u],
  ])('finds what is wrong with a template: %s', (template, problem) => {
    const problems = findProblems(newStudy({ ...about, template }))
    expect(problems).toMatchObject([{ file: 'study.json', column: 'template' }])
    expect(new StudyError(problems).message).toMatch(problem)
    expect(new StudyError(problems).message).not.toMatch(/zeal|outcom\}|this, then/u)
  })

  it('finds nothing wrong with a template of its own roles, for whom included, and tells of two in one language', () => {
    const template = { en: 'For {beneficiary}: {lever} gives { spark }' }
    expect(findProblems(newStudy({ ...about, roles: ['lever', 'spark'], template }))).toEqual([])
    const twice = newStudy({ ...about, template: { en: 'If {context}', 'en-GB': 'If {context}' } })
    expect(findProblems(twice)).toMatchObject([{ what: 'template 2 of the statement is in the same language as another' }])
  })

  it('keeps what is said of a role, and lets it say whether configurations have a place for it', () => {
    const study = newStudy({
      ...about,
      roles: [
        'mechanism',
        { id: 'reasoning', label: 'Reasoning', parent: 'mechanism', inConfiguration: false },
        { id: 'future', inConfiguration: true },
        'wish',
      ],
    })
    expect(study.roleFacts).toEqual([
      { id: 'mechanism', label: null, parent: null, inConfiguration: true },
      { id: 'reasoning', label: 'Reasoning', parent: 'mechanism', inConfiguration: false },
      { id: 'future', label: null, parent: null, inConfiguration: true },
      { id: 'wish', label: null, parent: null, inConfiguration: true },
    ])
    expect(configurationRoles(study)).toEqual(['mechanism', 'future', 'wish'])
    for (const future of ['future', { id: 'future' }]) {
      expect(configurationRoles(newStudy({ ...about, roles: ['context', future] }))).toEqual(['context'])
    }
  })

  it('keeps the order of rounds, and nothing where nothing is said', () => {
    const rounds = [
      { id: 'r2', kind: 'reflection' },
      { id: 'r1', title: 'First', purpose: 'glean' },
    ]
    expect(newStudy({ ...about, rounds }).rounds).toEqual([
      { id: 'r2', kind: 'reflection', title: null, purpose: null },
      { id: 'r1', kind: null, title: 'First', purpose: 'glean' },
    ])
  })
})
