import fc from 'fast-check'
import { applyPass, axialPass, makePass, openPass, selectivePass, undoPass, withJournal } from '../../src/coding/index.js'
import { type Study, StudyError } from '../../src/study/index.js'
import { studyOf, transcript } from '../builders.js'

const words = 'north south east west stone river bridge market tower garden window letter'.split(' ')
/** Two conversations, before any work. */
export const base = withJournal(
  studyOf([transcript('i1', [`1: ${words.join(' ')}`]), transcript('i2', [`2: ${[...words].reverse().join(' ')}`])]),
)

const codes = ['alpha', 'gamma', 'delta', 'omega', 'kappa']
const roles = ['context', 'mechanism', 'outcome'] as const
const code = fc.constantFrom(...codes)
/** A pass of any kind. */
export const step = fc.oneof(
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
  fc.record({ kind: fc.constant('undo one' as const), nth: fc.nat(20) }),
  fc.record({ kind: fc.constant('undo two' as const) }),
  fc.record({ kind: fc.constant('text' as const), word: fc.nat(words.length - 1) }),
)
export type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

/** Does a step as a pass of its own; a step that the study refuses changes nothing. */
export function doStep(study: Study, one: Step): Study {
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
    'undo one': () => undoPass(study, by, study.journal[one.kind === 'undo one' ? one.nth % study.journal.length : 0]!.id),
    'undo two': () => undoPass(study, by, { last: 2 }),
    text: () => (one.kind === 'text' ? retype(study, words[one.word]!) : study),
  }
  try {
    return steps[one.kind]()
  } catch (error) {
    if (error instanceof StudyError) return study
    throw error
  }
}

/** Writes a word of the first conversation in capitals and twice; what stands behind it goes along, what is in it stays. */
function retype(study: Study, word: string): Study {
  const { id, text } = study.transcripts[0]!
  const at = text.indexOf(word)
  if (at < 0) return study
  const put = `${word.toUpperCase()} ${word.toUpperCase()}`
  const shift = put.length - word.length
  const places = study.codings
    .filter(coding => coding.transcript === id && coding.start > at)
    .map(({ id, start, end }) => ({ table: 'codings', id, from: { start, end }, to: { start: start + shift, end: end + shift } }))
  const patches = [{ table: 'transcripts', id, from: {}, to: {}, text: [{ at, cut: word, put }] }, ...places]
  return applyPass(study, makePass(study, 'revise', { coder: 'MV', date: '2020-05-05' }, [{ call: 'revise', note: '', patches }]))
}
