import { describe, expect, it } from 'vitest'
import { axialPass, openPass, selectivePass } from '../../../src/coding/index.js'
import { type Study, StudyError } from '../../../src/study/index.js'
import { by, studyOf, transcript } from '../../builders.js'

const study: Study = {
  ...studyOf([
    transcript('i1', ['I: And?', '1: The norm came and we began to trust each other, and so we learnt.']),
    transcript('i2', ['2: We never met.']),
  ]),
  theories: [
    { id: 'first', kind: 'initial', from: null, date: null, statement: null, origin: null, reason: null, extra: {} },
    { id: 'second', kind: 'refined', from: 'first', date: null, statement: null, origin: null, reason: null, extra: {} },
  ],
  topics: [{ id: 'start', label: 'How it began', parent: null, role: null, extra: {} }],
  cases: [{ id: 'north', name: 'Network North', extra: {} }],
}
let ids: string[] = []
const coded = openPass(study, by, pass => {
  pass.define('norm', { role: 'context', topic: 'How it began', when: 'a rule from outside' })
  pass.define('strict norm', { role: 'context', parent: 'norm' })
  ids = [
    pass.code(pass.fragment('i1', 'The norm came'), 'norm', { about: 'north', expected: false, level: 'meso' }),
    pass.code(pass.fragment('i1', 'we began to trust'), 'trust', { role: 'mechanism', elicited: 'volunteered' }),
    pass.code(pass.fragment('i1', 'so we learnt'), 'learning', { role: 'outcome', beneficiary: 'staff', certainty: 'high', memo: 'clear' }),
    pass.code(pass.fragment('i2', 'We never met'), 'distance', { role: 'context' }),
  ]
  pass.account(ids.slice(0, 3))
})

function problemsOf(work: () => unknown): readonly string[] {
  try {
    work()
  } catch (error) {
    if (error instanceof StudyError) return error.problems.map(problem => problem.what)
    throw error
  }
  return []
}
const selective = (work: Parameters<typeof selectivePass>[2]) => selectivePass(coded, by, work)

describe('defining codes', () => {
  it('fills in what is said, and names topic and parent by id', () => {
    expect(coded.codes.find(code => code.id === 'norm')).toMatchObject({ topic: 'start', when: 'a rule from outside' })
    expect(coded.codes.find(code => code.id === 'strict norm')).toMatchObject({ parent: 'norm', role: 'context' })
  })

  it('refuses a parent, topic or role that is not there, and a name that would fall apart', () => {
    expect(
      problemsOf(() =>
        openPass(study, by, pass => {
          pass.define('a', { parent: 'nothing' })
          pass.define('b', { topic: 'nothing' })
          pass.define('c', { role: 'weather' })
          pass.define('d;e', {})
        }),
      ),
    ).toEqual([
      'the code above this one does not exist',
      'this topic is not in topics.csv',
      'this role is not one of the study’s',
      'this is not a name for a code',
    ])
  })

  it('refuses facts a coding cannot have', () => {
    const code = (facts: object) =>
      problemsOf(() => openPass(coded, by, pass => void pass.code(pass.fragment('i2', 'never met'), 'distance', facts)))
    expect(code({ about: 'nowhere' })).toEqual(['"about" names a case that is not in cases.csv'])
    expect(code({ expected: 'yes' })).toEqual(['this expected is not one a coding can have'])
    expect(code({ stance: 'maybe' })).toEqual(['this stance is not one a coding can have'])
    expect(code({ colour: 'red' })).toEqual(['this is not a fact of a coding'])
    expect(code({ stance: undefined, level: null })).toEqual([])
  })

  it('refuses accounts of one coding, of unknown codings, of two sources, and over two accounts', () => {
    const account = (from: Study, codings: readonly string[]) => problemsOf(() => openPass(from, by, pass => void pass.account(codings)))
    expect(account(coded, [ids[0]!])).toHaveLength(1)
    expect(account(coded, [ids[0]!, 'nothing'])).toHaveLength(1)
    expect(account(coded, [ids[0]!, ids[3]!])).toEqual(['an account is the explanation of one source'])
    const apart = openPass(coded, by, pass => {
      const other = ['trust each other', 'began to'].map(words => pass.code(pass.fragment('i1', words), 'trust', { role: 'mechanism' }))
      pass.account(other)
    })
    const [first, second] = [apart.codings[0]!.id, apart.codings.at(-1)!.id]
    expect(account(apart, [first, second])).toEqual(['some of these codings belong to another account'])
  })
})

describe('themes', () => {
  it('are made once, and changed when named again', () => {
    const made = selective(pass => {
      pass.theme('Norms', { role: 'context', codes: ['norm'], polarity: 'enabling' })
      pass.theme('Strict', { role: 'context', codes: ['strict norm'], parent: 'Norms' })
    })
    const changed = selectivePass(made, by, pass => {
      pass.theme('Norms', { role: 'context', codes: ['norm', 'distance'], bullet: 'Rules bring people together.', core: true })
    })
    expect(changed.themes).toMatchObject([
      { id: 'Norms', codes: ['norm', 'distance'], polarity: 'enabling', core: true },
      { id: 'Strict', parent: 'Norms' },
    ])
    expect(
      problemsOf(() => selectivePass(made, by, pass => void pass.theme('Norms', { role: 'context', codes: ['norm'], parent: 'Strict' }))),
    ).toEqual(['a theme cannot stand under itself'])
  })

  it('refuses what is no theme', () => {
    expect(
      problemsOf(() =>
        selective(pass => {
          pass.theme('A', { role: 'weather', codes: ['norm'] })
          pass.theme('B', { role: 'context', codes: ['nrom'] })
          pass.theme('C', { role: 'context', codes: ['norm'], parent: 'nothing' })
          pass.theme(' ', { role: 'context', codes: ['norm'] })
          pass.theme('D', { role: 'context', codes: 'norm' as unknown as string[] })
        }),
      ),
    ).toEqual([
      'this role is not one of the study’s',
      'there is no code "nrom"',
      'the theme above this one does not exist',
      'this is not a name for a theme',
      'codes are given as a list',
    ])
  })
})

describe('configurations', () => {
  it('belong to the newest theory unless another is named, and take numbers in order', () => {
    const made = selective(pass => {
      expect(pass.configure({ context: ['norm'], mechanism: ['trust'] }, { words: { mechanism: 'because people dare' } })).toBe('C1')
      expect(pass.configure({ outcome: ['learning'] }, { theory: 'first' })).toBe('C2')
      pass.configure({ context: ['distance'] }, { id: 'C1', theory: 'first', rivalOf: 'C2', from: ['C2'] })
    })
    expect(made.configurations.map(one => [one.id, one.theory])).toEqual([
      ['C1', 'second'],
      ['C2', 'first'],
      ['C1', 'first'],
    ])
    expect(made.configurations[0]).toMatchObject({ mechanismText: 'because people dare', outcome: [] })
    const changed = selectivePass(made, by, pass => void pass.configure({ outcome: ['learning'] }, { id: 'C1', status: 'contested' }))
    expect(changed.configurations[0]).toMatchObject({ context: ['norm'], outcome: ['learning'], status: 'contested' })
  })

  it('refuse unknown theories, roles, rivals and ids that would fall apart', () => {
    expect(
      problemsOf(() =>
        selective(pass => {
          pass.configure({ context: ['norm'] }, { theory: 'third' })
          pass.configure({ context: ['norm'] }, { words: { weather: 'rain' } })
          pass.configure({ context: ['norm'] }, { rivalOf: 'C9' })
          pass.configure({ context: ['norm'] }, { id: 'C@1' })
        }),
      ),
    ).toEqual([
      'there is no theory "third"',
      'configurations of this study have no place for this role',
      'this names a configuration that does not exist',
      'this is not an id for a configuration',
    ])
  })

  it('rest on a coding, an account, or something else, each said once', () => {
    const account = coded.codings[0]!.account!
    const made = selective(pass => {
      pass.configure({ context: ['norm'] })
      for (let twice = 0; twice < 2; twice++) pass.evidence('C1', account, { stance: 'supports', weight: 'rich' })
      pass.evidence('C1', ids[1]!, { stance: 'supports', role: 'mechanism', basis: 'inferred', reasoning: 'nobody else could' })
      pass.evidence('C1', 'minutes of 2019', { stance: 'refutes', basis: 'other data', note: 'n' })
    })
    expect(made.evidence.map(one => [one.coding, one.account, one.reference])).toEqual([
      [null, account, null],
      [ids[1], null, null],
      [null, null, 'minutes of 2019'],
    ])
    expect(
      problemsOf(() =>
        selectivePass(made, by, pass => {
          pass.evidence('C1', 'x', { stance: 'hm' as 'supports' })
          pass.evidence('C1', 'x', { stance: 'supports', basis: 'inferred' })
          pass.evidence('C1', 'x', { stance: 'supports', role: 'weather' })
          pass.evidence('C1', 'x', { stance: 'supports', theory: 'first' })
        }),
      ),
    ).toEqual([
      'evidence needs a stance',
      'what is inferred needs its reasoning',
      'this role is not one of the study’s',
      'there is no configuration "C1" in the theory "first"',
    ])
  })
})

describe('axial calls that are wrong', () => {
  it('are listed', () => {
    expect(
      problemsOf(() =>
        axialPass(coded, by, pass => {
          pass.merge('norm' as unknown as string[], 'trust')
          pass.split('norm', () => '')
          pass.rename('norm', 'a;b')
          pass.relate('norm', ' ', 'trust')
          pass.settle([ids[0]!], { memo: 'one' })
          pass.settle([ids[0]!, ids[3]!], { memo: 'two texts' })
          pass.settle([ids[0]!, ids[1]!], { memo: 'apart', code: 'norm', role: 'context' })
          pass.settle([ids[0]!, ids[1]!], { memo: 'of two', at: { start: 0, end: 9 } })
          pass.settle([ids[0]!, ids[1]!], { memo: ' ', code: 'norm', role: 'context', at: { start: 0, end: 9 } })
          pass.recode([ids[0]!], { code: 'nothing' })
        }),
      ),
    ).toEqual([
      'the codes to merge are given as a list',
      'the function gave no code for a coding',
      'this is not a name for a code',
      'a relation needs a word',
      'settling takes two or more codings, or one that was settled before',
      'codings of different transcripts cannot be one reading',
      'these codings do not touch: words between them were coded by nobody',
      'these codings differ in code, role, and it is not said what holds',
      'say why this is the agreed reading',
      'there is no code "nothing"',
    ])
  })

  it('merge into one of the codes keeps relations and children, and drops a relation with itself', () => {
    const related = axialPass(coded, by, pass => {
      pass.relate('norm', 'causes', 'trust')
      pass.relate('trust', 'causes', 'learning')
      pass.relate('trust', 'causes', 'learning')
      pass.merge(['norm'], 'trust')
    })
    expect(related.relations).toMatchObject([{ from: 'trust', relation: 'causes', to: 'learning' }])
    expect(related.codes.find(code => code.id === 'strict norm')!.parent).toBe('trust')
  })

  it('a split that moves some codings keeps the code', () => {
    const parted = axialPass(coded, by, pass => pass.split('distance', coding => (coding.start > 1000 ? 'far' : 'distance')))
    expect(parted).toBe(coded)
  })
})
