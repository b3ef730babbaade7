import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { axialPass, isSameTables, openPass, replay, selectivePass, theoryPass, undoPass, withJournal } from '../../../src/coding/index.js'
import { findProblems, type Study, StudyError } from '../../../src/study/index.js'
import { respondent, studyOf, transcript } from '../../builders.js'

const talks = [
  transcript('i1', ['I: What came first?', '1: The norm came.', '2: We met often.', '1+2: We learnt.'], { cases: ['north'] }),
  transcript('i2', ['I: And here?', '1: Nobody met.', '3: They did learn.']),
  transcript('i3', ['3: On my own again.']),
]
const base = withJournal({
  ...studyOf(talks, {
    respondents: [respondent('1', { group: 'nurse' }), respondent('2', { group: 'doctor' }), respondent('3')],
    cases: ['north', 'south'].map(id => ({ id, name: null, extra: {} })),
    topics: [{ id: 'start', label: 'How it began', parent: null, role: null, extra: {} }],
  }),
  rounds: [{ id: 'check', kind: null, title: null, purpose: null }],
})

const code = fc.constantFrom('alpha', 'gamma', 'delta', 'omega')
const role = fc.constantFrom('context', 'mechanism', 'outcome')
const theme = fc.constantFrom('First', 'Other')
const configuration = fc.constantFrom('C1', 'C2', 'C3')
const nth = fc.nat(12)
const call = fc.record({
  what: fc.nat(29),
  code,
  other: code,
  role,
  theme,
  under: theme,
  configuration,
  rival: configuration,
  nth,
  more: nth,
})
type Call = typeof call extends fc.Arbitrary<infer C> ? C : never

const kinds = ['open', 'axial', 'selective', 'theory'] as const

/** Does calls in one pass; a pass that is refused changes nothing. */
function doPass(study: Study, { kind, coder, calls }: { kind: (typeof kinds)[number]; coder: string; calls: readonly Call[] }): Study {
  const by = { coder, date: '2020-05-04' }
  const id = (n: number) => study.codings[n % Math.max(1, study.codings.length)]?.id ?? 'none'
  const turn = (n: number) => ['i1', 'i2', 'i3'][n % 3]!
  const pick = (one: Call, does: readonly (() => unknown)[]) => void does[one.what % does.length]!()
  const passes = {
    open: () =>
      openPass(study, by, pass => {
        for (const one of calls)
          pick(one, [
            () => pass.code(pass.turn(turn(one.nth), (one.more % 4) + 1), one.code, { role: one.role }),
            () => pass.inVivo(pass.turn('i1', 2 + (one.nth % 3)), { role: one.role }),
            () => pass.link(pass.turn(turn(one.nth), (one.more % 4) + 1), { [one.role]: one.code, future: one.other }),
            () => pass.account([id(one.nth), id(one.more)]),
            () => pass.remove([id(one.nth)]),
            () => pass.asked(turn(one.nth), 'start', one.more % 2 === 0 ? {} : { status: 'not reached' }),
            () => pass.asked('i1', 'start', { at: pass.turn('i1', (one.more % 4) + 1) }),
            () => pass.code(pass.answer('i1', 'start'), one.code, { role: one.role }),
            () => pass.prompt(pass.turn('i1', 1), one.configuration),
            () => pass.define(one.code, { parent: one.other, role: one.role }),
          ])
      }),
    axial: () =>
      axialPass(study, by, pass => {
        for (const one of calls)
          pick(one, [
            () => pass.merge([one.code, 'gamma'], one.other),
            () => pass.split(one.code, { by: one.nth % 2 === 0 ? 'group' : 'respondent', several: one.code, unknown: 'not known' }),
            () => pass.split(one.code, { into: one.other, when: coding => coding.role === one.role }),
            () => pass.nest(one.code, one.nth % 3 === 0 ? null : one.other),
            () => pass.rename(one.code, `${one.other} of ${one.nth}`),
            () => (one.nth % 2 === 0 ? pass.retire(one.code) : pass.unretire(one.code)),
            () => pass.relate(one.code, 'causes', one.other),
            () => pass.unrelate(one.code, one.other),
            () => pass.move([id(one.nth), id(one.more)], one.code),
            () => pass.recode(id(one.nth), { role: one.role, account: one.more % 2 === 0 ? null : 'a1' }),
            () =>
              pass.settle([id(one.nth), id(one.more)], {
                code: one.code,
                role: one.role,
                account: null,
                memo: 'agreed',
                at: { start: 3, end: 9 },
              }),
            () => pass.settle(id(one.nth), { code: one.code, role: one.role, memo: 'agreed anew' }),
            () => pass.remove(id(one.nth)),
          ])
      }),
    selective: () =>
      selectivePass(study, by, pass => {
        for (const one of calls)
          pick(one, [
            () => pass.theme(one.theme, { role: one.role, codes: [one.code], core: one.nth % 2 === 0 }),
            () => pass.theme(one.theme, { parent: one.under }),
            () => pass.removeCodes(one.theme, [one.code]),
            () => pass.addCodes(one.theme, [one.code]),
            () => pass.removeTheme(one.theme, one.nth % 2 === 0 ? {} : { to: one.under }),
            () => pass.order([one.theme, one.under]),
            () => pass.quote(one.theme, id(one.nth)),
            () => pass.cell('north', one.theme, { summary: String(one.nth) }),
            () => pass.configure({ context: [one.code], outcome: [one.other] }, { id: one.configuration }),
            () => pass.configure({}, { id: one.configuration, rivalOf: one.rival }),
            () => pass.evidence(one.configuration, id(one.nth), { stance: 'supports' }),
            () => pass.evidence(one.configuration, study.codings[one.nth]?.account ?? 'none', { stance: 'refutes' }),
            () => pass.removeEvidence(one.configuration, id(one.nth)),
          ])
      }),
    theory: () =>
      theoryPass(study, by, pass => {
        for (const one of calls)
          pick(one, [
            () => pass.theory(`v${one.nth % 3}`, { reason: 'heard', kind: 'working' }),
            () => pass.carry(one.configuration, { change: 'kept' }),
            () => pass.carry(one.configuration, { change: 'dropped', reason: 'r' }),
            () => pass.carry([one.configuration, one.rival], { change: 'merged', id: 'C9', reason: 'r', statement: 's' }),
            () => pass.carry(one.configuration, { change: 'narrowed', reason: 'r', roles: { context: [one.code] } }),
            () => pass.carryRest(),
            () => pass.configure({ mechanism: [one.code] }, { id: one.configuration, reason: 'r' }),
            () => pass.evidence(one.configuration, id(one.nth), { stance: 'supports' }),
            () => pass.verdict('south', one.configuration, { status: 'fired' }),
            () => pass.response('1', one.configuration, { round: 'check', response: 'adds' }),
          ])
      }),
  }
  try {
    return passes[kind]()
  } catch (error) {
    if (error instanceof StudyError) return study
    throw error
  }
}

const pass = fc.record({
  kind: fc.constantFrom(...kinds),
  coder: fc.constantFrom('MV', 'JT'),
  calls: fc.array(call, { minLength: 1, maxLength: 4 }),
})

/** A start from which most calls can do something. */
const started = openPass(base, { coder: 'MV', date: '2020-05-04' }, open => {
  for (const name of ['alpha', 'gamma', 'delta', 'omega']) open.define(name, { role: 'context' })
  open.code([open.turn('i1', 2), open.turn('i1', 3), open.turn('i2', 2)], 'alpha')
  open.link(open.turn('i1', 2), { context: 'gamma', mechanism: 'delta' })
})
const begun = selectivePass(started, { coder: 'MV', date: '2020-05-04' }, selective => {
  selective.theme('First', { role: 'context', codes: ['alpha', 'gamma'] })
  selective.configure({ context: ['alpha'], mechanism: ['delta'] }, { id: 'C1' })
  selective.evidence('C1', started.codings[0]!, { stance: 'supports' })
  selective.evidence('C1', started.codings.at(-1)!.account!, { stance: 'supports' })
})

describe('passes of any calls', () => {
  it('that are not refused leave a sound study, told in full by its journal', () => {
    let done = 0
    fc.assert(
      fc.property(fc.array(pass, { minLength: 2, maxLength: 10 }), passes => {
        const study = passes.reduce((before, one) => {
          const after = doPass(before, one)
          if (after !== before) done++
          return after
        }, begun)
        expect(findProblems(study)).toEqual([])
        const again = replay(JSON.parse(JSON.stringify(study.journal)), study)
        expect(isSameTables(again, study)).toBe(true)
        expect(again.themes).toEqual(study.themes)
      }),
      { numRuns: 300 },
    )
    // Passes that are all refused would show nothing.
    expect(done).toBeGreaterThan(300)
  })

  it('do nothing when they are done again, wherever they can be', () => {
    fc.assert(
      fc.property(fc.array(pass, { maxLength: 5 }), fc.constantFrom(...kinds), call, (passes, kind, one) => {
        const study = passes.reduce(doPass, begun)
        const once = doPass(study, { kind, coder: 'MV', calls: [one] })
        fc.pre(once !== study && kind !== 'axial')
        // Positions of codings name others after a removal; then it is another call.
        fc.pre(once.codings.length >= study.codings.length)
        const twice = doPass(once, { kind, coder: 'MV', calls: [one] })
        if (once.codings.length === study.codings.length) expect(isSameTables(twice, once)).toBe(true)
      }),
      { numRuns: 200 },
    )
  })

  it('are taken back whole', () => {
    fc.assert(
      fc.property(fc.array(pass, { maxLength: 6 }), pass, (passes, last) => {
        const study = passes.reduce(doPass, begun)
        const after = doPass(study, last)
        fc.pre(after !== study)
        const undone = undoPass(after, { coder: 'MV', date: '2020-05-06' })
        expect(isSameTables(undone, study)).toBe(true)
        expect(undone.themes).toEqual(study.themes)
        expect(undone.codings).toEqual(study.codings)
      }),
      { numRuns: 200 },
    )
  })
})
