import fc from 'fast-check'
import { axialPass, openPass, selectivePass, undoPass, withJournal } from '../../../src/coding/index.js'
import { type Study, StudyError } from '../../../src/study/index.js'
import { studyOf, transcript } from '../../builders.js'

const words = 'north south east west stone river bridge market tower garden window letter'.split(' ')
const names = ['alpha', 'gamma', 'delta', 'omega', 'kappa']
const roles = ['context', 'mechanism', 'outcome'] as const
const polarities = ['enabling', 'hindering', 'both'] as const

const empty = withJournal(
  studyOf([transcript('i1', [`1: ${words.join(' ')}`]), transcript('i2', [`2: ${[...words].reverse().join(' ')}`])]),
)

const code = fc.constantFrom(...names)
const nth = fc.nat(20)

/** One thing that a coder does, as a pass of its own. */
export const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('code' as const),
      transcript: fc.constantFrom('i1', 'i2'),
      word: fc.nat(11),
      code,
      role: fc.constantFrom(...roles),
      polarity: fc.option(fc.constantFrom(...polarities)),
    }),
  },
  fc.record({ kind: fc.constant('merge' as const), a: code, b: code }),
  fc.record({ kind: fc.constant('split' as const), a: code, b: code }),
  fc.record({ kind: fc.constant('nest' as const), a: code, b: fc.option(code) }),
  fc.record({ kind: fc.constant('rename' as const), a: code, n: fc.nat(3) }),
  fc.record({ kind: fc.constant('retire' as const), a: code }),
  fc.record({ kind: fc.constant('relate' as const), a: code, b: code }),
  fc.record({ kind: fc.constant('define' as const), a: code, nth, words: fc.constantFrom('one', 'two', 'three') }),
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('recode' as const), nth, b: code, polarity: fc.constantFrom(...polarities) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('settle' as const), nth, other: nth, polarity: fc.constantFrom(...polarities) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('theme' as const), a: code, b: code, label: fc.constantFrom('First', 'Other') }) },
  fc.record({ kind: fc.constant('configure' as const), a: code, b: code, id: fc.constantFrom('C1', 'C2') }),
  fc.record({ kind: fc.constant('evidence' as const), nth, account: fc.boolean(), id: fc.constantFrom('C1', 'C2') }),
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('account' as const), nth, other: nth }) },
  fc.record({ kind: fc.constant('undo' as const) }),
)
export type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

/** Does a step; one that the study refuses changes nothing. */
export function doStep(study: Study, one: Step, coder: string): Study {
  const by = { coder, date: '2020-05-04' }
  const idAt = (n: number) => study.codings[n % Math.max(1, study.codings.length)]?.id ?? 'none'
  const open = (work: Parameters<typeof openPass>[2]) => openPass(study, by, work)
  const axial = (work: Parameters<typeof axialPass>[2]) => axialPass(study, by, work)
  const selective = (work: Parameters<typeof selectivePass>[2]) => selectivePass(study, by, work)
  const act = (): Study => {
    switch (one.kind) {
      case 'code':
        return open(
          pass => void pass.code(pass.fragment(one.transcript, words[one.word]!), one.code, { role: one.role, polarity: one.polarity }),
        )
      case 'merge':
        return axial(pass => pass.merge([one.a], one.b))
      case 'split':
        return axial(pass => pass.split(one.a, coding => (coding.start % 2 === 0 ? one.a : one.b)))
      case 'nest':
        return axial(pass => pass.nest(one.a, one.b))
      case 'rename':
        return axial(pass => pass.rename(one.a, `${one.a} ${one.n}`))
      case 'retire':
        return axial(pass => pass.retire(one.a))
      case 'relate':
        return axial(pass => pass.relate(one.a, 'causes', one.b))
      case 'define': {
        const coding = study.codings[one.nth % Math.max(1, study.codings.length)]
        return open(pass =>
          pass.define(coding?.code ?? one.a, { definition: one.words, ...(coding === undefined ? {} : { typical: [coding.id] }) }),
        )
      }
      case 'recode':
        return axial(pass => pass.recode([idAt(one.nth)], { code: one.b, polarity: one.polarity, memo: coder }))
      case 'settle':
        return axial(pass => void pass.settle([idAt(one.nth), idAt(one.other)], { polarity: one.polarity, memo: `agreed by ${coder}` }))
      case 'theme':
        return selective(pass => void pass.theme(one.label, { role: 'context', codes: [one.a, one.b], bullet: `${one.a} of ${coder}` }))
      case 'configure':
        return selective(pass => void pass.configure({ context: [one.a], outcome: [one.b] }, { id: one.id, statement: `says ${coder}` }))
      case 'evidence': {
        const coding = study.codings[one.nth % Math.max(1, study.codings.length)]
        const of = one.account ? (study.codings.find(other => other.account !== null)?.account ?? 'report') : (coding?.id ?? 'report')
        return selective(pass => pass.evidence(one.id, of, { stance: 'supports' }))
      }
      case 'account':
        return open(pass => void pass.account([idAt(one.nth), idAt(one.other)]))
      case 'undo':
        return undoPass(study, by)
    }
  }
  try {
    return act()
  } catch (error) {
    if (error instanceof StudyError) return study
    throw error
  }
}

/** A base that some work was done on, and three studies in which work went on apart. */
export const apart = fc
  .record({
    before: fc.array(step, { maxLength: 10 }),
    after: fc.tuple(...[0, 1, 2].map(() => fc.array(step, { maxLength: 8 }))),
    coders: fc.constantFrom(['AB', 'CD', 'EF'], ['AB', 'AB', 'CD']),
  })
  .map(({ before, after, coders }) => {
    const base = before.reduce((study, one) => doStep(study, one, 'MV'), empty)
    const [a, b, c] = after.map((steps, i) => steps.reduce((study, one) => doStep(study, one, coders[i]!), base))
    return { base, a: a!, b: b!, c: c! }
  })
