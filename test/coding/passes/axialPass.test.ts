import { describe, expect, it } from 'vitest'
import { type AxialPass, axialPass, openPass, selectivePass } from '../../../src/coding/index.js'
import { findProblems, type Study } from '../../../src/study/index.js'
import { by, respondent, studyOf, transcript } from '../../builders.js'
import { refused, told } from './problems.js'

const one = transcript('i1', ['I: And?', '1: We trust each other.', '2: We do not trust them at all.', '1+2: Trust comes and goes.'], {
  cases: ['north'],
})
const two = transcript('i2', ['3: They trust us, in the south.', '4: I trust nobody.'])
const cases = ['north', 'south'].map(id => ({ id, name: `Network ${id}`, extra: {} }))
const people = [
  respondent('1', { group: 'nurse', cases: ['north'] }),
  respondent('2', { group: 'doctor' }),
  respondent('3', { group: 'nurse', cases: ['south'] }),
  respondent('4'),
]
const coded = openPass(studyOf([one, two], { cases, respondents: people }), by, pass => {
  for (const nth of [2, 3, 4]) pass.code(pass.turn('i1', nth), 'trust', { role: 'mechanism' })
  pass.code(pass.turn('i2', 1), 'trust', { role: 'mechanism', about: 'north' })
  pass.code(pass.turn('i2', 2), 'trust', { role: 'outcome' })
  pass.define('norms', { role: 'context', definition: 'a rule' })
  pass.define('rules', { role: 'context' })
})
const axial = (work: (pass: AxialPass) => void, from: Study = coded) => axialPass(from, by, work)
const codes = (study: Study) => study.codings.map(coding => coding.code)

/** Two coders on the same words, and their agreement. */
const both = openPass(coded, { ...by, coder: 'JT' }, pass => {
  pass.code(pass.turn('i1', 2), 'norms', { role: 'context', polarity: 'enabling' })
})
const sides = [both.codings[0]!.id, both.codings.at(-1)!.id]
const agree = (pass: AxialPass) => pass.settle(sides, { code: 'norms', role: 'context', memo: 'it is the norm' })
const settled = axial(pass => void agree(pass), both)

describe('split', () => {
  it('by group, with an own outcome for what several said and for what is not known', () => {
    const parted = axial(pass => pass.split('trust', { by: 'group', several: 'trust', unknown: 'trust (others)' }))
    expect(codes(parted)).toEqual(['trust (nurse)', 'trust (doctor)', 'trust', 'trust (nurse)', 'trust (others)'])
    expect(parted.codes.find(code => code.id === 'trust')!.retired).toBeNull()
    expect(parted.codes.find(code => code.id === 'trust (nurse)')).toMatchObject({ role: 'mechanism', name: 'trust (nurse)' })
    expect(axial(pass => pass.split('trust', { by: 'group', several: 'trust', unknown: 'trust (others)' }), parted)).toBe(parted)
  })

  it('by respondent, source, case and round', () => {
    const parted = (by: 'respondent' | 'source' | 'case' | 'round') =>
      codes(axial(pass => pass.split('trust', { by, several: 'trust', unknown: 'trust (?)' })))
    expect(parted('respondent')).toEqual(['trust (1)', 'trust (2)', 'trust', 'trust (3)', 'trust (4)'])
    expect(parted('source')).toEqual(['trust (1, 2)', 'trust (1, 2)', 'trust (1, 2)', 'trust (3, 4)', 'trust (3, 4)'])
    expect(parted('case')).toEqual([
      'trust (Network north)',
      'trust (Network north)',
      'trust (Network north)',
      'trust (Network north)',
      'trust (?)',
    ])
    expect(parted('round')).toEqual(Array(5).fill('trust (?)'))
  })

  it('by a condition: what fits goes, the rest stays', () => {
    const parted = axial(pass => pass.split('trust', { into: 'trust gained', when: coding => coding.role === 'outcome' }))
    expect(codes(parted)).toEqual(['trust', 'trust', 'trust', 'trust', 'trust gained'])
  })

  it('never guesses, and refuses names that are slips or none', () => {
    expect(
      told(() =>
        axial(pass => {
          pass.split('trust', { by: 'group' })
          pass.split('trust', { by: 'ward' as 'group' })
          pass.split('trust', () => 'norm')
          pass.split('trust', () => 'a;b')
          pass.split('trsut', () => 'a')
        }),
      ),
    ).toEqual([
      'pass.split, call 1: 1 codings are of several at once: which group it is cannot be told',
      'pass.split, call 1: of 1 codings no group is known',
      'pass.split, call 2: a code is split by who spoke, or by a function',
      'pass.split, call 3: "norm" is almost the existing code "norms"',
      'pass.split, call 4: this is not a name for a code',
      'pass.split, call 5: there is no code "trsut"',
    ])
    const meant = axial(pass => {
      pass.define('norm', {})
      pass.split('trust', () => 'norm')
    })
    expect(codes(meant)).toEqual(Array(5).fill('norm'))
  })
})

describe('what coders said before they agreed', () => {
  it('stays under the code they gave when codes are merged; that code is kept, retired', () => {
    const merged = axial(pass => pass.merge(['norms', 'trust'], 'what binds'), settled)
    expect(merged.codings.filter(one => one.status === 'superseded').map(one => one.code)).toEqual(['trust', 'norms'])
    expect(merged.codings.filter(one => one.status !== 'superseded').map(one => one.code)).toEqual(Array(5).fill('what binds'))
    expect(merged.codes.map(code => [code.id, code.retired])).toEqual([
      ['trust', true],
      ['norms', true],
      ['rules', null],
      ['what binds', null],
    ])
    expect(findProblems(merged)).toEqual([])
  })

  it('is not split, moved, recoded or joined', () => {
    const parted = axial(pass => pass.split('trust', () => 'trust given'), settled)
    expect(parted.codings.find(one => one.id === sides[0])!.code).toBe('trust')
    expect(
      told(() =>
        axial(pass => {
          pass.move(sides, 'rules')
          pass.recode(sides[0]!, { memo: 'm' })
          pass.settle(sides, { code: 'trust', role: 'mechanism', memo: 'no' })
        }, settled),
      ),
    ).toEqual([
      'pass.move, call 1: 2 of these codings were settled: what each coder said is kept as it was',
      'pass.recode, call 1: one of these codings was settled: what each coder said is kept as it was',
      'pass.settle, call 1: 2 of these codings were settled: what each coder said is kept as it was',
    ])
    expect(told(() => openPass(settled, by, pass => void pass.account(sides)))).toEqual([
      'pass.account, call 1: one of these codings was settled',
    ])
  })
})

describe('settle', () => {
  it('keeps what only one coder said, and asks what holds where they differ', () => {
    expect(settled.codings.at(-1)).toMatchObject({ polarity: 'enabling', memo: 'it is the norm', coder: 'MV', status: 'settled' })
    expect(told(() => axial(pass => void pass.settle(sides, { memo: 'agreed' }), both))).toEqual([
      'pass.settle, call 1: these codings differ in code, role, and it is not said what holds',
    ])
    const twice = openPass(both, { ...by, coder: 'JT' }, pass => {
      pass.code(pass.turn('i1', 3), 'trust', { role: 'mechanism', certainty: 'low', level: 'micro', expected: false })
    })
    const pair = twice.codings.filter(one => one.transcript === 'i1' && one.start === coded.codings[1]!.start)
    const recoded = axial(pass => pass.recode(pair[0]!, { certainty: 'high', expected: true }), twice)
    expect(told(() => axial(pass => void pass.settle(pair, { memo: 'agreed' }), recoded))).toEqual([
      'pass.settle, call 1: these codings differ in expected, certainty, and it is not said what holds',
    ])
    const done = axial(pass => void pass.settle(pair, { memo: 'agreed', certainty: null, expected: false }), recoded)
    expect(done.codings.at(-1)).toMatchObject({ certainty: null, expected: false, level: 'micro' })
  })

  it('is done once, and a settled coding can be settled anew', () => {
    expect(axial(pass => void agree(pass), settled)).toBe(settled)
    const anew = axial(pass => void pass.settle(settled.codings.at(-1)!, { polarity: 'both', memo: 'on second thoughts' }), settled)
    expect(anew.codings.map(one => one.status)).toEqual([
      'superseded',
      'open',
      'open',
      'open',
      'open',
      'superseded',
      'superseded',
      'settled',
    ])
    expect(anew.codings.at(-1)).toMatchObject({ polarity: 'both', settles: [settled.codings.at(-1)!.id] })
    expect(findProblems(anew)).toEqual([])
  })

  it('takes over what rests on the codings', () => {
    const resting = selectivePass(
      { ...both, reveals: [{ id: 'r1', coding: sides[1]!, attribute: 'group', value: 'unique', extra: {} }] },
      by,
      pass => {
        pass.configure({ context: ['norms'] }, { id: 'C1' })
        pass.evidence('C1', sides[0]!, { stance: 'supports' })
        pass.evidence('C1', sides[1]!, { stance: 'supports' })
      },
    )
    const done = axial(pass => void agree(pass), resting)
    const agreed = done.codings.at(-1)!.id
    expect(done.evidence.map(row => row.coding)).toEqual([agreed])
    expect(done.reveals.map(row => row.coding)).toEqual([agreed])
  })
})

describe('recoding in bulk', () => {
  it('takes ids, codings, and anything that gives them one by one', () => {
    const found = new Set(coded.codings.filter(coding => coding.transcript === 'i2'))
    const ids = function* () {
      for (const coding of found) yield coding.id
    }
    expect(codes(axial(pass => pass.move(found, 'rules')))).toEqual(['trust', 'trust', 'trust', 'rules', 'rules'])
    expect(axial(pass => pass.recode(ids(), { level: 'meso' })).codings.filter(one => one.level === 'meso')).toHaveLength(2)
    expect(axial(pass => pass.recode(coded.codings[0]!, { level: 'meso' })).codings[0]!.level).toBe('meso')
    expect(axial(pass => pass.recode(coded.codings[0]!.id, { level: 'meso' })).codings[0]!.level).toBe('meso')
    expect(axial(pass => pass.move(found, 'trust'))).toBe(coded)
  })

  it('tells how many are not there, and codes that may not be used', () => {
    const shut = axial(pass => pass.retire('rules'))
    expect(
      told(() =>
        axial(pass => {
          pass.recode(['a', 'b'], { level: 'meso' })
          pass.move(coded.codings, 'rules')
          pass.move(coded.codings, 'norm')
          pass.recode(coded.codings, { code: 'rules' })
          pass.merge(['trust'], 'rules')
        }, shut),
      ),
    ).toEqual([
      'pass.recode, call 1: there are no codings with 2 of these ids',
      'pass.move, call 1: this code is retired',
      'pass.move, call 2: "norm" is almost the existing code "norms"',
      'pass.recode, call 2: this code is retired',
      'pass.merge, call 1: this code is retired',
    ])
    const opened = axial(pass => {
      pass.unretire('rules')
      pass.move(coded.codings, 'rules')
    }, shut)
    expect(codes(opened)).toEqual(Array(5).fill('rules'))
    expect(axial(pass => pass.unretire('norms'))).toBe(coded)
  })
})

describe('the codebook', () => {
  it('merges once, with a definition, and the same call again is no change', () => {
    const merge = (pass: AxialPass) => pass.merge(['norms', 'rules'], 'rules from outside', { definition: 'what others ask' })
    const merged = axial(merge)
    expect(merged.codes.at(-1)).toMatchObject({ name: 'rules from outside', role: 'context', definition: 'what others ask' })
    expect(axial(merge, merged)).toBe(merged)
    expect(told(() => axial(pass => pass.merge(['norms'], 'trust'), merged))).toEqual(['pass.merge, call 1: there is no code "norms"'])
  })

  it('merges a code into one that stands under it', () => {
    const tree = axial(pass => {
      pass.nest('rules', 'norms')
      pass.nest('trust', 'rules')
    })
    const merged = axial(pass => pass.merge(['norms'], 'trust'), tree)
    expect(merged.codes.map(code => [code.id, code.parent])).toEqual([
      ['trust', null],
      ['rules', 'trust'],
    ])
    expect(findProblems(merged)).toEqual([])
  })

  it('renames once, and not into a name that differs by a capital', () => {
    const renamed = axial(pass => pass.rename('norms', 'norms from outside'))
    expect(axial(pass => pass.rename('norms from outside', 'norms from outside'), renamed)).toBe(renamed)
    expect(told(() => axial(pass => pass.rename('norms', 'Trust')))).toEqual([
      'pass.rename, call 1: there is a code "trust", which differs by a capital or an accent only',
    ])
    expect(axial(pass => pass.rename('norms', 'Norms')).codes[1]!.name).toBe('Norms')
    expect(told(() => axial(pass => pass.rename('nothing', 'trust')))).toEqual(['pass.rename, call 1: there is no code "nothing"'])
  })

  it('relates codes with a reason, and takes that back', () => {
    const related = axial(pass => {
      pass.relate('norms', 'makes urgent', 'trust', { memo: 'said by four' })
      pass.relate('norms', 'blocks', 'trust')
    })
    expect(related.relations.map(row => [row.relation, row.memo])).toEqual([
      ['makes urgent', 'said by four'],
      ['blocks', null],
    ])
    const more = axial(pass => pass.relate('norms', 'blocks', 'trust', { memo: 'at first' }), related)
    expect(more.relations[1]!.memo).toBe('at first')
    expect(axial(pass => pass.unrelate('norms', 'trust', 'blocks'), more).relations).toEqual([related.relations[0]])
    expect(axial(pass => pass.unrelate('norms', 'trust'), more).relations).toEqual([])
    const hints = refused(() =>
      axial(pass => {
        pass.relate('norms', 'cuases', 'trust')
        pass.relate('norms', 'makes urgnt', 'rules')
        pass.relate('norms', 'causes', 'norms')
      }, related),
    ).map(one => one.hint)
    expect(hints).toEqual(['did you mean "causes"?', 'did you mean "makes urgent"?', 'name two codes'])
  })

  it('keeps two relations that each say why when their codes become one', () => {
    const related = axial(pass => {
      pass.relate('norms', 'causes', 'trust', { memo: 'one' })
      pass.relate('rules', 'causes', 'trust', { memo: 'other' })
      pass.relate('norms', 'blocks', 'trust')
      pass.relate('rules', 'blocks', 'trust')
      pass.merge(['rules'], 'norms')
    })
    expect(related.relations.map(row => [row.from, row.relation, row.memo])).toEqual([
      ['norms', 'causes', 'one'],
      ['norms', 'causes', 'other'],
      ['norms', 'blocks', null],
    ])
  })

  it('refuses definitions that go round in a circle', () => {
    expect(
      told(() =>
        axial(pass => {
          pass.define('norms', { parent: 'rules' })
          pass.define('rules', { parent: 'norms' })
        }),
      ),
    ).toEqual(['pass.define, call 1: a code cannot stand under itself', 'pass.define, call 2: a code cannot stand under itself'])
    const hints = refused(() => axial(pass => pass.define('norms', { defintion: 'x' } as object))).map(one => one.hint)
    expect(hints).toEqual(['did you mean "definition"?'])
  })
})
