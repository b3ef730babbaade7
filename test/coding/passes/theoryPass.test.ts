import { describe, expect, it } from 'vitest'
import { axialPass, type CarryFacts, openPass, replay, type TheoryPass, theoryPass } from '../../../src/coding/index.js'
import { findProblems, type Study } from '../../../src/study/index.js'
import { by, respondent, studyOf, transcript } from '../../builders.js'
import { refused, told } from './problems.js'

const one = transcript('i1', ['I: And?', '1: The norm came and so we trust each other.'])
const study: Study = {
  ...studyOf([one], { respondents: [respondent('1'), respondent('12')] }),
  cases: [{ id: 'north', name: 'Network North', extra: {} }],
  rounds: [{ id: 'check', kind: null, title: null, purpose: null }],
}
const coded = openPass(study, by, pass => {
  for (const code of ['norms', 'trust', 'care']) pass.define(code, { role: 'context' })
  pass.code(pass.fragment('i1', 'The norm came'), 'norms')
  pass.code(pass.fragment('i1', 'we trust'), 'trust', { role: 'mechanism' })
})
const [norm] = coded.codings
const theory = (work: (pass: TheoryPass) => void, from: Study = coded) => theoryPass(from, by, work)
const first = theory(pass => {
  pass.theory('first', { kind: 'initial', statement: 'Norms bring people together.', origin: 'papers' })
  pass.configure({ context: ['norms'], mechanism: ['trust'] }, { id: 'C1', statement: 'norms, so trust', status: 'proposed' })
  pass.configure({ context: ['norms'], outcome: ['care'] }, { id: 'C2', statement: 'norms, so care', words: { outcome: 'better care' } })
  pass.configure({ context: ['care'] }, { id: 'C3', statement: 'a rival', rivalOf: 'C1' })
  pass.evidence('C1', norm!, { stance: 'supports', weight: 'rich', basis: 'said' })
})
const next = (work: (pass: TheoryPass) => void, from: Study = first) =>
  theory(pass => {
    pass.theory('second', { kind: 'refined', reason: 'what we heard' })
    work(pass)
  }, from)
const second = (study: Study) => study.configurations.filter(row => row.theory === 'second')

describe('a version of the theory', () => {
  it('comes from the newest, with a reason, at the day of the pass', () => {
    const refined = next(pass => pass.carryRest())
    expect(refined.theories.map(row => [row.id, row.from, row.reason, row.date])).toEqual([
      ['first', null, null, by.date],
      ['second', 'first', 'what we heard', by.date],
    ])
    expect(second(refined).map(row => [row.id, row.change, row.from, row.rivalOf])).toEqual([
      ['C1', 'kept', ['C1'], null],
      ['C2', 'kept', ['C2'], null],
      ['C3', 'kept', ['C3'], 'C1'],
    ])
    expect(refined.evidence.map(row => [row.configuration, row.theory, row.coding, row.weight])).toEqual([
      ['C1', 'first', norm!.id, 'rich'],
      ['C1', 'second', norm!.id, 'rich'],
    ])
    expect(next(pass => pass.carryRest(), refined)).toBe(refined)
    expect(findProblems(refined)).toEqual([])
    expect(replay(refined.journal, refined).configurations).toEqual(refined.configurations)
  })

  it('says why it changed, and leaves nothing behind in silence', () => {
    expect(
      told(() =>
        theory(pass => {
          pass.theory('second', { kind: 'refined' })
          pass.theory('frist', { reason: 'r' })
          pass.theory('a;b', { from: null })
          pass.theory('first', { statement: 'Something else.' })
          pass.theory('third', { from: 'fourth', reason: 'r' })
          pass.theory('fourth', { kind: 'last' as 'initial', reason: 'r' })
        }, first),
      ).filter(what => !what.includes('version before')),
    ).toEqual([
      'pass.theory, call 1: a change of the theory needs its reason',
      'pass.theory, call 2: "frist" is almost the existing version "first"',
      'pass.theory, call 3: this is not an id for a version of the theory',
      'pass.theory, call 4: a change of the theory needs its reason',
      'pass.theory, call 5: there is no theory "fourth"',
      'pass.theory, call 6: this kind is not one a row of theories.csv can have',
    ])
    expect(told(() => next(pass => void pass.carry('C1', { change: 'kept' })))).toEqual([
      'pass.theory: "C2" of the version before is neither in "second" nor dropped',
      'pass.theory: "C3" of the version before is neither in "second" nor dropped',
    ])
  })
})

describe('carrying configurations over', () => {
  it('proposes again what is to be weighed again', () => {
    const supported = theory(pass => void pass.configure({}, { id: 'C1', status: 'supported' }), first)
    const statusOf = (facts: CarryFacts) =>
      second(
        next(pass => {
          pass.carry('C1', { reason: 'r', statement: 'norms, so some trust', ...facts })
          pass.carryRest()
        }, supported),
      )[0]!.status
    expect(statusOf({ change: 'narrowed' })).toBe('proposed')
    expect(statusOf({ change: 'narrowed', evidence: true })).toBe('supported')
    expect(statusOf({ change: 'narrowed', status: 'contested' })).toBe('contested')
    expect(statusOf({ change: 'reworded' })).toBe('supported')
    expect(statusOf({ change: 'reworded', evidence: false })).toBe('proposed')
  })

  const refined = next(pass => {
    pass.carry('C1', { change: 'split', id: 'C1a', reason: 'two ways', statement: 'norms, so trust in skills' })
    pass.carry('C1', { change: 'split', id: 'C1b', reason: 'two ways', roles: { mechanism: ['care'] } })
    pass.carry(['C2', 'C3'], { change: 'merged', id: 'C4', reason: 'one and the same', statement: 'norms and care' })
    pass.configure({ context: ['trust'] }, { id: 'C5', reason: 'came up in every talk' })
  })

  it('keeps what is not said otherwise, and the evidence only where the meaning stays', () => {
    expect(second(refined).map(row => [row.id, row.change, row.from])).toEqual([
      ['C1a', 'split', ['C1']],
      ['C1b', 'split', ['C1']],
      ['C4', 'merged', ['C2', 'C3']],
      ['C5', 'new', []],
    ])
    expect(second(refined)[1]).toMatchObject({ mechanism: ['care'], statement: 'norms, so trust', context: ['norms'] })
    expect(second(refined)[2]).toMatchObject({ context: ['norms', 'care'], outcome: ['care'], outcomeText: null, rivalOf: null })
    expect(refined.evidence).toHaveLength(1)
    const dropped = next(pass => {
      pass.carry('C2', { change: 'dropped', reason: 'nobody knew it' })
      pass.carry('C1', { change: 'widened', reason: 'also elsewhere', beneficiary: 'all', evidence: true })
      pass.carryRest()
    })
    expect(second(dropped).map(row => [row.id, row.status])).toEqual([
      ['C2', 'abandoned'],
      ['C1', 'proposed'],
      ['C3', null],
    ])
    expect(dropped.evidence).toHaveLength(2)
    const third = theory(pass => {
      pass.theory('third', { reason: 'later' })
      pass.carryRest()
    }, dropped)
    expect(third.configurations.filter(row => row.theory === 'third').map(row => row.id)).toEqual(['C1', 'C3'])
  })

  it('lists what is wrong', () => {
    const problems = refused(() =>
      next(pass => {
        pass.carry('C9', { change: 'kept' })
        pass.carry('C1', { change: 'reworded', statement: 'other words' })
        pass.carry('C2', { change: 'narrowed', reason: 'r' })
        pass.carry(['C1', 'C2'], { change: 'narrowed', reason: 'r' })
        pass.carry('C1', { change: 'merged', id: 'C7', reason: 'r' })
        pass.carry(['C1', 'C2'], { change: 'merged', reason: 'r' })
        pass.carry(['C1', 'C2'], { change: 'merged', id: 'C7', reason: 'r' })
        pass.carry('C3', { change: 'keptt' as 'kept' })
        pass.carry('C1', { change: 'dropped', reason: 'r' })
        pass.carry('C3', { change: 'split', id: 'C3a', statement: 's', reason: 'r' })
        pass.configure({ context: ['trust'] }, { id: 'C8' })
      }),
    )
    expect(problems.map(({ call, what }) => `${call}: ${what}`)).toEqual([
      'pass.carry, call 1: there is no configuration "C9" in the theory "first"',
      'pass.carry, call 2: a change of the theory needs its reason',
      'pass.carry, call 3: it is not said what was narrowed',
      'pass.carry, call 4: one configuration is narrowed at a time',
      'pass.carry, call 5: merging takes two configurations or more',
      'pass.carry, call 6: the configuration that others are merged into needs an id',
      'pass.carry, call 7: the configurations that are merged say different things',
      'pass.carry, call 8: this is no kind of change',
      'pass.carry, call 9: "C1" is in this version already',
      'pass.configure, call 1: a change of the theory needs its reason',
      'pass.theory: "C3" is split, but into one',
    ])
    expect(problems[7]!.hint).toBe('did you mean "kept"?')
    expect(told(() => theory(pass => void pass.carry('C1', { change: 'kept' }), first))).toEqual([
      'pass.carry, call 1: this version of the theory comes from no other',
    ])
  })

  it('asks a reason of a configuration that changes, not of its status or of the same call again', () => {
    expect(told(() => theory(pass => void pass.configure({ context: ['care'] }, { id: 'C1' }), first))).toEqual([
      'pass.configure, call 1: a change of the theory needs its reason',
    ])
    const contested = theory(pass => void pass.configure({}, { id: 'C1', status: 'contested' }), first)
    expect(contested.configurations[0]!.status).toBe('contested')
    expect(theory(pass => void pass.configure({ context: ['norms'] }, { id: 'C1', statement: 'norms, so trust' }), first)).toBe(first)
    expect(told(() => theory(pass => void pass.configure({}, { id: 'C1', rivalOf: 'C1' }), first))).toEqual([
      'pass.configure, call 1: a configuration does not compete with itself',
    ])
  })
})

describe('evidence', () => {
  const two = openPass(first, { ...by, coder: 'JT' }, pass => {
    pass.code(pass.fragment('i1', 'The norm came'), 'norms', { role: 'mechanism' })
    pass.link(pass.fragment('i1', 'so we trust'), { context: 'norms', mechanism: 'trust' })
  })
  const settled = axialPass(two, by, pass => {
    pass.settle([norm!.id, two.codings[2]!.id], { role: 'context', memo: 'agreed' })
  })

  it('follows a settlement, and rests on nothing that was settled or lost', () => {
    expect(settled.evidence.map(row => row.coding)).toEqual([settled.codings.at(-1)!.id])
    const lost = { ...settled, lost: [{ ...settled.codings[1]!, id: 'gone' }] }
    expect(
      told(() =>
        theory(pass => {
          pass.evidence('C2', norm!, { stance: 'supports' })
          pass.evidence('C2', 'gone', { stance: 'supports' })
          pass.evidence('C2', 'c-nothing', { stance: 'supports' })
          pass.evidence('C1', settled.codings.at(-1)!, { stance: 'refutes' })
          pass.evidence('C2', 'report 2019', { stance: 'suports' as 'supports', basis: 'other data' })
        }, lost),
      ),
    ).toEqual([
      'pass.evidence, call 1: this coding was settled',
      'pass.evidence, call 2: the words of this coding are gone from the text',
      'pass.evidence, call 3: this is the id of no coding and no account',
      'pass.evidence, call 4: this is evidence for it already, with another stance',
      'pass.evidence, call 5: evidence needs a stance',
    ])
  })

  it('is given by many codings at once, weighed anew, and taken away', () => {
    const given = theory(pass => {
      pass.evidence('C2', two.codings.slice(0, 2), { stance: 'supports', role: 'context' })
      pass.evidence('C2', two.codings[3]!.account!, { stance: 'refines' })
      pass.evidence('C1', norm!, { stance: 'supports', weight: 'thin' })
    }, two)
    expect(given.evidence).toHaveLength(4)
    expect(given.evidence[0]!.weight).toBe('thin')
    const less = theory(pass => pass.removeEvidence('C2', two.codings, { role: 'context' }), given)
    expect(less.evidence.map(row => row.configuration)).toEqual(['C1', 'C2'])
    expect(findProblems(less)).toEqual([])
  })

  it('is not carried over when it rests on what was settled', () => {
    const stale = { ...settled, evidence: first.evidence }
    expect(refused(() => next(pass => pass.carryRest(), stale))).toMatchObject([
      { what: 'evidence rests on a coding that was settled, or of which the words are gone', file: 'evidence.csv', row: 2 },
    ])
  })
})

describe('cases and responses', () => {
  it('gives a verdict per case, once', () => {
    const judged = theory(pass => pass.verdict('north', 'C1', { status: 'fired', summary: 'after the first evening' }), first)
    expect(judged.cells).toMatchObject([{ case: 'north', configuration: 'C1', theory: 'first', theme: null, status: 'fired' }])
    const other = theory(pass => pass.verdict('north', 'C1', { status: 'did not fire' }), judged)
    expect(other.cells).toMatchObject([{ status: 'did not fire', summary: 'after the first evening' }])
    expect(
      refused(() =>
        theory(pass => {
          pass.verdict('north', 'C1', { status: 'fire' as 'fired' })
          pass.verdict('nort', 'C1', { status: 'fired' })
          pass.verdict('north', 'C8', { status: 'fired' })
          pass.verdict('north', 'C1', {})
        }, first),
      ).map(({ what }) => what),
    ).toEqual(['this is no such status', 'this case is not in cases.csv', 'there is no configuration "C8"', 'nothing is said of this case'])
  })

  it('records what people said of findings, and what was done with it', () => {
    const heard = theory(pass => {
      pass.response('1', 'C1', { round: 'check', response: 'disputes', at: pass.turn('i1', 2), text: 'not at all' })
      pass.response('1', 'C1', { round: 'check', response: 'adds' })
      pass.response('12', 'that norms helped', { response: 'agrees' })
    }, first)
    expect(heard.responses.map(row => [row.item, row.response, row.transcript, row.start])).toEqual([
      ['C1', 'disputes', 'i1', one.turns[1]!.start],
      ['C1', 'adds', null, null],
      ['that norms helped', 'agrees', null, null],
    ])
    const done = theory(pass => pass.response('1', 'C1', { response: 'disputes', action: 'narrowed', reason: 'the north differs' }), heard)
    expect(done.responses[0]).toMatchObject({ action: 'narrowed', reason: 'the north differs', text: 'not at all' })
    expect(findProblems(done)).toEqual([])
    const problems = refused(() =>
      theory(pass => {
        pass.response('1', 'C1', { response: 'disputes', action: 'nothing' })
        pass.response('1', 'C1', { action: 'nothing' })
        pass.response('1', 'C1', { round: 'chekc', response: 'agrees' })
        pass.response('2', 'C1', { response: 'agrees' })
        pass.response('1', ' ', { response: 'agrees' })
        pass.response('12', 'C1', { response: 'agree' as 'agrees' })
      }, heard),
    )
    expect(problems.map(({ what }) => what)).toEqual([
      'what a person disputes needs a reason for what was done with it',
      'this person said several things of this',
      'this round is not in study.json',
      'this respondent is not in respondents.csv',
      'it is not said what was put to this person',
      'this response is not one a row of responses.csv can have',
    ])
    expect(problems[2]!.hint).toBe('did you mean "check"?')
  })
})
