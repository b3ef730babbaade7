import { describe, expect, it } from 'vitest'
import { disagreements, unsettled } from '../../src/analysis/index.js'
import { axialPass, mergeCoders, openPass } from '../../src/coding/index.js'
import type { Study } from '../../src/study/index.js'
import { by, studyOf, transcript } from '../builders.js'

const interview = transcript('i1', [
  '1: When the norm came we sat round the table within a month.',
  '1: Then people began to trust each other.',
])
const code = (study: Study, coder: string, words: string, name: string, role = 'context') =>
  openPass(study, { ...by, coder }, pass => {
    pass.define(name, { role })
    pass.code(pass.fragment('i1', words), name, { role })
  })
const start = studyOf([interview])
const told = (study: Study) =>
  disagreements(study).rows.map(row => `${row.differs}: ${row.coder} ${row.code}, ${row.otherCoder} ${row.otherCode}`)

describe('disagreements', () => {
  it('lists shared words with different codes, when neither gave the code of the other there', () => {
    const study = code(code(start, 'AB', 'When the norm came', 'norms'), 'CD', 'the norm came we sat', 'haste')
    expect(told(study)).toEqual(['code: AB norms, CD haste'])
    const [row] = disagreements(study).rows
    expect(interview.text.slice(row!.start, row!.end)).toBe('the norm came')
    expect(told(code(study, 'CD', 'norm came', 'norms'))).toEqual([])
    // A code that the other gave elsewhere is no answer here.
    expect(told(code(study, 'CD', 'people began', 'norms'))).toEqual(['code: AB norms, CD haste'])
  })

  it('lists no words that only one coded, that do not touch, or that one coder gave two codes', () => {
    const one = code(code(start, 'AB', 'When the norm came', 'norms'), 'AB', 'the norm came', 'haste')
    expect(told(code(one, 'CD', 'we sat round', 'meetings'))).toEqual([])
  })

  it('says when one code stands under the other', () => {
    const two = code(code(start, 'AB', 'When the norm came', 'norms'), 'CD', 'the norm came', 'volume norms')
    expect(told(axialPass(two, by, pass => pass.nest('volume norms', 'norms')))).toEqual([
      'code, one under the other: AB norms, CD volume norms',
    ])
  })

  it('holds what is unsettled, until it is settled', () => {
    const two = code(code(start, 'AB', 'When the norm came', 'norms'), 'CD', 'the norm came', 'norms', 'mechanism')
    expect(disagreements(two).rows.map(({ otherCode, ...row }) => row)).toEqual(unsettled(two).rows)
    expect(told(two)).toEqual(['role: AB norms, CD norms'])
    const ids = two.codings.map(one => one.id)
    const settle = (coder: string, role: string) =>
      axialPass(two, { ...by, coder }, pass => void pass.settle(ids, { role, memo: 'so it is' }))
    expect(told(settle('AB', 'context'))).toEqual([])
    const { study } = mergeCoders(two, [settle('AB', 'context'), settle('CD', 'mechanism')], by)
    expect(told(study)).toEqual(['settled twice: AB norms, CD norms'])
  })
})
