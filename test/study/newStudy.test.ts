import { describe, expect, it } from 'vitest'
import { columnsOf, configurationRoles, findProblems, newStudy, type StudyFile, tableNames } from '../../src/study/index.js'

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
