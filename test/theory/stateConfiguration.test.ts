import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { en } from '../../src/language/en/index.js'
import { nl } from '../../src/language/nl/index.js'
import {
  configurationRoles,
  newStudy,
  type RoleSchemeName,
  roleSchemeNames,
  roleSchemes,
  type Study,
  StudyError,
  type StudyFile,
} from '../../src/study/index.js'
import { stateConfiguration } from '../../src/theory/index.js'
import { code, coding, respondent, study, transcript } from '../analysis/makeStudy.js'
import { configuration, evidence, shuffled, theoryStudy } from './theoryStudy.js'

const empty = { theory: null, statement: null, beneficiary: null, status: null, from: [], change: null, reason: null, rivalOf: null }

/** A study with these roles and one configuration. */
function studyWith(file: Partial<StudyFile>, fields: Readonly<Record<string, unknown>>): Study {
  const made = newStudy({ title: 'T', language: 'nl', ...file })
  const roles = Object.fromEntries(configurationRoles(made).flatMap(role => [[role, []] as const, [`${role}Text`, null] as const]))
  const names = ['vertrouwen', 'een norm', 'een plan', 'een app', 'artsen', 'uren', 'durven', 'delen']
  return {
    ...made,
    codes: names.map(name => code(name)),
    configurations: [{ id: 'C1', ...roles, ...empty, extra: {}, ...fields } as unknown as Study['configurations'][number]],
  }
}

const state = (made: Study, language = nl) => stateConfiguration(made, 'C1', { language }).text

const chain = { context: ['een norm'], mechanism: ['vertrouwen', 'durven'], outcome: ['een plan'] }
const words = { contextText: 'De norm er komt.', mechanismText: 'artsen elkaar vertrouwen', outcomeText: 'komt er één plan' }

describe('stateConfiguration', () => {
  it('joins her words per role by the template of the language', () => {
    const made = studyWith({}, { ...chain, ...words })
    expect(stateConfiguration(made, 'C1', { language: nl })).toEqual({
      configuration: 'C1',
      theory: null,
      text: 'Als de norm er komt, dan komt er één plan, doordat artsen elkaar vertrouwen.',
      from: 'words',
      isOwnTemplate: false,
      empty: [],
      inferred: [],
    })
    expect(state(made, en)).toBe('If De norm er komt, then komt er één plan, because artsen elkaar vertrouwen.')
  })

  it('joins the names of codes where she gave no words, and says which', () => {
    const codes = studyWith({}, chain)
    expect(state(codes)).toBe('Als er sprake is van ‘een norm’, dan leidt dat tot ‘een plan’, door ‘vertrouwen’ en ‘durven’.')
    expect(state(codes, en)).toBe('Given ‘een norm’, the result is ‘een plan’, because of ‘vertrouwen’ and ‘durven’.')
    expect(stateConfiguration(codes, 'C1', { language: nl }).from).toBe('codes')
    const both = studyWith({}, { ...chain, contextText: words.contextText })
    expect(stateConfiguration(both, 'C1', { language: nl })).toMatchObject({
      from: 'words and codes',
      text: 'Als de norm er komt, dan leidt dat tot ‘een plan’, door ‘vertrouwen’ en ‘durven’.',
    })
  })

  it('gives her own statement where there is one, unless it is asked what would be put together', () => {
    const made = studyWith({}, { ...chain, statement: 'De norm brengt vertrouwen' })
    expect(stateConfiguration(made, 'C1', { language: nl })).toMatchObject({ text: 'De norm brengt vertrouwen', from: 'statement' })
    expect(stateConfiguration(made, 'C1', { language: nl, own: false })).toMatchObject({
      text: 'Als er sprake is van ‘een norm’, dan leidt dat tot ‘een plan’, door ‘vertrouwen’ en ‘durven’.',
      from: 'codes',
    })
  })

  it.each([
    [['context', 'outcome'], 'Als er sprake is van ‘een norm’, dan leidt dat tot ‘een plan’.', ['mechanism']],
    [['mechanism', 'outcome'], '‘een plan’, door ‘vertrouwen’ en ‘durven’.', ['context']],
    [['context', 'mechanism'], 'Als er sprake is van ‘een norm’, dan is de reactie ‘vertrouwen’ en ‘durven’.', ['outcome']],
    [['mechanism'], '‘vertrouwen’ en ‘durven’.', ['context', 'outcome']],
    [[], '', ['context', 'mechanism', 'outcome']],
  ])('leaves out the clause of a role without codes and words: %j', (roles, text, none) => {
    const fields = Object.fromEntries(roles.map(role => [role, chain[role as keyof typeof chain]]))
    expect(stateConfiguration(studyWith({}, fields), 'C1', { language: nl })).toMatchObject({ text, empty: none })
  })

  it('begins with a capital when its first clause is left out', () => {
    const { mechanismText, outcomeText } = words
    expect(state(studyWith({}, { mechanismText, outcomeText }))).toBe('Komt er één plan, doordat artsen elkaar vertrouwen.')
  })

  it('adds for whom it works, in the word of the language', () => {
    expect(state(studyWith({}, { ...chain, ...words, beneficiary: 'patients' }))).toBe(
      'Als de norm er komt, dan komt er één plan, doordat artsen elkaar vertrouwen. Voor wie: patiënten.',
    )
    expect(state(studyWith({}, { ...chain, beneficiary: 'de buurt' }), en)).toMatch(/‘durven’\. For whom: de buurt\.$/u)
  })

  it('marks a role that nobody told of as inferred, and only such a role', () => {
    const talk = transcript('i1', [['1', 'Norms came, we trust.']])
    const made = study({
      transcripts: [talk],
      respondents: [respondent('1', 'nurse')],
      codes: ['norms', 'trust', 'care'].map(id => code(id)),
      codings: [coding(talk, 'Norms came', 'norms', { role: 'context' }), coding(talk, 'we trust', 'trust', { role: 'mechanism' })],
      configurations: [configuration('C1', { context: ['norms'], mechanism: ['trust'], outcome: ['care'] })],
    })
    const [context, mechanism] = made.codings.map(one => one.id)
    const given = (...rows: Study['evidence']) => stateConfiguration({ ...made, evidence: rows }, 'C1', { language: en })
    const guess = evidence('e1', 'C1', { role: 'mechanism', coding: mechanism!, basis: 'inferred' })
    const said = evidence('e2', 'C1', { role: 'context', coding: context!, basis: 'said' })
    expect(given(guess, said)).toMatchObject({
      text: 'Given ‘norms’, the result is ‘care’, because of ‘trust’ (inferred by the analyst).',
      inferred: ['mechanism'],
    })
    expect(given(guess, evidence('e3', 'C1', { role: 'mechanism', coding: mechanism!, basis: 'said' })).inferred).toEqual([])
    expect(given(guess, evidence('e3', 'C1', { role: 'mechanism', reference: 'minutes' })).inferred).toEqual([])
    expect(given({ ...guess, stance: 'refutes' }).inferred).toEqual([])
  })
})

describe('the statement under a role scheme', () => {
  const all = {
    ...chain,
    intervention: ['een app'],
    actor: ['artsen'],
    strategy: ['delen'],
    resource: ['uren'],
    reasoning: ['durven'],
    mechanism: ['vertrouwen'],
  }
  const under = (roles: RoleSchemeName, language = nl) => {
    const made = studyWith({ roles }, {})
    const own = Object.fromEntries(configurationRoles(made).map(role => [role, all[role as keyof typeof all]]))
    return state(studyWith({ roles }, own), language)
  }

  it.each<[RoleSchemeName, string, string]>([
    [
      'CMO',
      'Als er sprake is van ‘een norm’, dan leidt dat tot ‘een plan’, door ‘vertrouwen’.',
      'Given ‘een norm’, the result is ‘een plan’, because of ‘vertrouwen’.',
    ],
    [
      'CMO-RR',
      'Als er sprake is van ‘een norm’ en ‘uren’, dan leidt dat tot ‘een plan’, door ‘vertrouwen’ en ‘durven’.',
      'Given ‘een norm’ and ‘uren’, the result is ‘een plan’, because of ‘vertrouwen’ and ‘durven’.',
    ],
    [
      'ICAMO',
      'Als er sprake is van ‘een app’ en ‘een norm’, dan leidt dat tot ‘een plan’ bij ‘artsen’, door ‘vertrouwen’.',
      'Given ‘een app’ and ‘een norm’, the result is ‘een plan’ for ‘artsen’, because of ‘vertrouwen’.',
    ],
    [
      'CIMO',
      'Als er sprake is van ‘een norm’ en ‘een app’, dan leidt dat tot ‘een plan’, door ‘vertrouwen’.',
      'Given ‘een norm’ and ‘een app’, the result is ‘een plan’, because of ‘vertrouwen’.',
    ],
    [
      'SCMO',
      'Als er sprake is van ‘delen’ en ‘een norm’, dan leidt dat tot ‘een plan’, door ‘vertrouwen’.',
      'Given ‘delen’ and ‘een norm’, the result is ‘een plan’, because of ‘vertrouwen’.',
    ],
  ])('%s', (scheme, dutch, english) => {
    expect([under(scheme), under(scheme, en)]).toEqual([dutch, english])
  })

  it('has a template for every scheme with a place for each of its roles, the two forms and languages alike', () => {
    for (const name of roleSchemeNames) {
      const roles = configurationRoles(newStudy({ title: 'T', language: 'nl', roles: roleSchemes[name] }))
      for (const { statements } of [nl, en]) {
        const { words: inWords, codes } = statements[name]
        const places = (text: string) => [...text.matchAll(/\{(\w+)\}/gu)].map(([, place]) => place)
        expect(places(inWords)).toEqual(places(codes))
        expect(places(inWords)).toEqual(places(nl.statements[name].words))
        expect(places(inWords).sort()).toEqual([...roles].sort())
        const { noOutcome } = statements[name]
        expect(places(noOutcome.words)).toEqual(places(noOutcome.codes))
        expect(places(noOutcome.words).sort()).toEqual(roles.filter(role => role !== 'outcome').sort())
      }
    }
  })

  it('takes over the words before the first of several conditions when that one is empty', () => {
    const made = studyWith({ roles: 'CMO-RR' }, { resource: ['uren'], reasoning: ['durven'], outcome: ['een plan'] })
    expect(state(made)).toBe('Als er sprake is van ‘uren’, dan leidt dat tot ‘een plan’, door ‘durven’.')
    const told = studyWith(
      { roles: 'CMO-RR' },
      { resourceText: 'er uren zijn', reasoningText: 'men durft', outcomeText: 'komt er een plan' },
    )
    expect(state(told)).toBe('Als er uren zijn, dan komt er een plan, doordat men durft.')
  })

  it('a role of her own beside a known scheme is told after it; a scheme all of her own role by role', () => {
    const wider = studyWith({ roles: [...roleSchemes.CMO, { id: 'setting', label: 'Setting' }] }, { ...chain, setting: ['artsen'] })
    expect(state(wider)).toBe(
      'Als er sprake is van ‘een norm’, dan leidt dat tot ‘een plan’, door ‘vertrouwen’ en ‘durven’. Setting: ‘artsen’.',
    )
    const own = studyWith({ roles: ['lever', 'spark'] }, { lever: ['een app'], sparkText: 'Men durft' })
    expect(state(own)).toBe('Lever: ‘een app’. Spark: men durft.')
  })
})

describe('a template of her own', () => {
  const template = 'In een praktijk waar {context}, zorgt {mechanism} voor {outcome}'

  it('is used in its language, with its own words', () => {
    const made = studyWith({ template }, { ...chain, ...words })
    expect(stateConfiguration(made, 'C1', { language: nl })).toMatchObject({
      text: 'In een praktijk waar de norm er komt, zorgt artsen elkaar vertrouwen voor komt er één plan.',
      isOwnTemplate: true,
    })
    expect(state(made, en)).toMatch(/^If /u)
    const both = studyWith({ template: { nl: template, en: 'Where {context}: {outcome}' } }, chain)
    expect(state(both, en)).toBe('Where ‘een norm’: ‘een plan’. Mechanism: ‘vertrouwen’ and ‘durven’.')
  })

  it('may say for whom, and is used in any language where no other is known', () => {
    const made = studyWith(
      { template: 'Voor {beneficiary}: met {lever} ontstaat {spark}.', roles: ['lever', 'spark'] },
      { lever: ['uren'], spark: ['durven'] },
    )
    expect(state(made, en)).toBe('Met ‘uren’ ontstaat ‘durven’.'.replace('Met ', ''))
    const whom = { ...made, configurations: [{ ...made.configurations[0]!, beneficiary: 'patients' }] }
    expect(state(whom)).toBe('Voor patiënten: met ‘uren’ ontstaat ‘durven’.')
  })
})

describe('laws', () => {
  it('what order codings and evidence stand in changes nothing, and every code of a role is named once', () => {
    fc.assert(
      fc.property(theoryStudy, fc.nat(), (made, seed) => {
        const one = stateConfiguration(made, 'C1', { language: en })
        expect(stateConfiguration(shuffled(made, seed), 'C1', { language: en })).toEqual(one)
        const meant = made.configurations[0]! as unknown as Readonly<Record<string, readonly string[]>>
        const named = [...one.text.matchAll(/‘(\w+)’/gu)].map(([, name]) => name).sort()
        expect(named).toEqual(
          configurationRoles(made)
            .flatMap(role => meant[role]!)
            .sort(),
        )
        expect(one.empty).toEqual(configurationRoles(made).filter(role => meant[role]!.length === 0))
        expect(one.text).not.toMatch(/[{}]|undefined|null| {2}|^ /u)
      }),
      { numRuns: 200, seed: 3 },
    )
  })

  it('names what is missing', () => {
    const made = studyWith({}, chain)
    expect(() => stateConfiguration(made, 'C2', { language: nl })).toThrow(/no such configuration/u)
    expect(() => stateConfiguration(made, 'C1')).toThrow(StudyError)
  })
})
