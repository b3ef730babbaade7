import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  axialPass,
  editPass,
  isSameTables,
  openPass,
  passId,
  positionOf,
  replay,
  selectivePass,
  shardsOf,
  undoPass,
  withJournal,
} from '../../src/coding/index.js'
import { findProblems, type Pass, type Study, StudyError } from '../../src/study/index.js'
import { studyOf, transcript } from '../builders.js'

const words = 'north south east west stone river bridge market tower garden window letter'.split(' ')
const base = withJournal(studyOf([transcript('i1', [`1: ${words.join(' ')}`]), transcript('i2', [`2: ${[...words].reverse().join(' ')}`])]))

const codes = ['alpha', 'gamma', 'delta', 'omega', 'kappa']
const roles = ['context', 'mechanism', 'outcome'] as const
const code = fc.constantFrom(...codes)
const step = fc.oneof(
  fc.record({
    kind: fc.constant('code' as const),
    transcript: fc.constantFrom('i1', 'i2'),
    word: fc.nat(words.length - 1),
    code,
    role: fc.constantFrom(...roles),
    coder: fc.constantFrom('MV', 'JT'),
  }),
  fc.record({ kind: fc.constant('merge' as const), a: code, b: code }),
  fc.record({ kind: fc.constant('split' as const), a: code, b: code }),
  fc.record({ kind: fc.constant('nest' as const), a: code, b: fc.option(code) }),
  fc.record({ kind: fc.constant('relate' as const), a: code, b: code }),
  fc.record({ kind: fc.constant('recode' as const), nth: fc.nat(20), b: code }),
  fc.record({ kind: fc.constant('settle' as const), nth: fc.nat(20) }),
  fc.record({ kind: fc.constant('theme' as const), a: code, label: fc.constantFrom('First', 'Other') }),
  fc.record({ kind: fc.constant('configure' as const), a: code, b: code }),
  fc.record({ kind: fc.constant('account' as const), nth: fc.nat(20) }),
  fc.record({ kind: fc.constant('undo' as const) }),
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

/** Does a step as a pass of its own; a step that the study refuses changes nothing. */
function doStep(study: Study, one: Step): Study {
  const by = { coder: 'coder' in one ? one.coder : 'MV', date: '2020-05-04' }
  const nth = (n: number) => study.codings[n % Math.max(1, study.codings.length)]?.id ?? 'none'
  const steps: Record<Step['kind'], () => Study> = {
    code: () =>
      openPass(study, by, pass => {
        if (one.kind === 'code') pass.code(pass.fragment(one.transcript, words[one.word]!), one.code, { role: one.role })
      }),
    merge: () => axialPass(study, by, pass => one.kind === 'merge' && pass.merge([one.a], one.b)),
    split: () =>
      axialPass(study, by, pass => one.kind === 'split' && pass.split(one.a, coding => (coding.start % 2 === 0 ? one.a : one.b))),
    nest: () => axialPass(study, by, pass => one.kind === 'nest' && pass.nest(one.a, one.b)),
    relate: () => axialPass(study, by, pass => one.kind === 'relate' && pass.relate(one.a, 'causes', one.b)),
    recode: () => axialPass(study, by, pass => one.kind === 'recode' && pass.recode([nth(one.nth)], { code: one.b, memo: 'moved' })),
    settle: () =>
      axialPass(study, by, pass => one.kind === 'settle' && void pass.settle([nth(one.nth), nth(one.nth + 1)], { memo: 'agreed' })),
    theme: () => selectivePass(study, by, pass => one.kind === 'theme' && void pass.theme(one.label, { role: 'context', codes: [one.a] })),
    configure: () =>
      selectivePass(study, by, pass => one.kind === 'configure' && void pass.configure({ context: [one.a], outcome: [one.b] })),
    account: () => openPass(study, by, pass => one.kind === 'account' && void pass.account([nth(one.nth), nth(one.nth + 1)])),
    undo: () => undoPass(study, by),
  }
  try {
    return steps[one.kind]()
  } catch (error) {
    if (error instanceof StudyError) return study
    throw error
  }
}

const worked = fc.array(step, { minLength: 4, maxLength: 24 }).map(steps => ({ steps, study: steps.reduce(doStep, base) }))
const throughJson = (journal: readonly Pass[]) => JSON.parse(JSON.stringify(journal)) as readonly Pass[]

describe('replay', () => {
  it('gives the same study from its journal, also after the journal was written and read', () => {
    fc.assert(
      fc.property(worked, ({ study }) => {
        const again = replay(throughJson(study.journal), study)
        for (const table of ['codes', 'codings', 'relations', 'themes', 'configurations', 'respondents', 'transcripts'] as const)
          expect(again[table]).toEqual(study[table])
      }),
      { numRuns: 300 },
    )
  })

  it('never leaves a study that breaks its own rules', () => {
    fc.assert(
      fc.property(worked, ({ study }) => {
        expect(findProblems(study)).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  it('gives the study before a pass when that pass is undone', () => {
    fc.assert(
      fc.property(worked, step, ({ study }, last) => {
        fc.pre(last.kind !== 'undo')
        const after = doStep(study, last)
        fc.pre(after !== study)
        const undone = undoPass(after, { coder: 'MV', date: '2020-05-06' })
        expect(isSameTables(undone, study)).toBe(true)
        expect(undone.codings).toEqual(study.codings)
        expect(undone.codes).toEqual(study.codes)
      }),
      { numRuns: 200 },
    )
  })

  it('is stamped: a change to a pass in the journal changes what it is called', () => {
    const study = doStep(base, { kind: 'code', transcript: 'i1', word: 3, code: 'alpha', role: 'context', coder: 'MV' })
    const other = doStep(base, { kind: 'code', transcript: 'i1', word: 4, code: 'alpha', role: 'context', coder: 'MV' })
    expect(study.journal[1]!.id).not.toBe(other.journal[1]!.id)
    expect(study.journal[1]!.base).toBe(study.journal[0]!.id)
  })
})

describe('passId', () => {
  it('covers what a call says, not only the rows it changed', () => {
    const change = { call: 'code', note: 'a', patches: [] }
    const id = (note: string) => passId('', 'open', { coder: 'MV', date: '2020-05-04' }, [{ ...change, note }])
    expect(id('a')).toBe(id('a'))
    expect(id('a')).not.toBe(id('b'))
  })
})

describe('shards', () => {
  it('find a coding in each of two branches that grew from one study', () => {
    const code = (from: Study, word: number) =>
      doStep(from, { kind: 'code', transcript: 'i1', word, code: 'alpha', role: 'context', coder: 'MV' })
    const trunk = code(base, 0)
    positionOf(trunk.codings, 'nothing')
    const left = code(code(trunk, 1), 3)
    const right = code(code(trunk, 2), 1)
    for (const study of [trunk, left, right]) {
      for (const [i, coding] of study.codings.entries()) expect(positionOf(study.codings, coding.id)).toBe(i)
      for (const { codings, positions } of shardsOf(study.codings).values()) expect(positions.map(at => study.codings[at])).toEqual(codings)
    }
    expect(positionOf(left.codings, right.codings[1]!.id)).toBe(-1)
    expect(positionOf(trunk.codings, left.codings[1]!.id)).toBe(-1)
  })
})

describe('editPass', () => {
  it('leads from any state to any other', () => {
    fc.assert(
      fc.property(worked, worked, ({ study: a }, { study: b }) => {
        const edit = editPass(a, { ...b, journal: a.journal }, { coder: '', date: '' })
        const journal = edit === null ? a.journal : [...a.journal, edit]
        expect(isSameTables(replay(throughJson(journal), b), b)).toBe(true)
      }),
      { numRuns: 100 },
    )
  })

  it('is nothing between equal tables', () => {
    expect(editPass(base, structuredClone(base), { coder: '', date: '' })).toBeNull()
  })
})
