import { describe, expect, it } from 'vitest'
import { axialPass, openPass, undoPass } from '../../src/coding/index.js'
import { journalRow, wholeRows } from '../../src/coding/journalRow.js'
import { columnsOf } from '../../src/study/index.js'
import { by, studyOf, transcript } from '../builders.js'

const interview = transcript('i1', ['I: What changed?', '10: We sat round the table within a month.'])
const coded = openPass(studyOf([interview]), by, pass => {
  pass.code(pass.fragment('i1', 'We sat round the table'), 'meetings', { role: 'mechanism' })
})
const coding = coded.codings[0]!

describe('a row in the journal', () => {
  it('leaves out what says nothing and comes back whole', () => {
    const held = journalRow(coding as object as Readonly<Record<string, unknown>>)
    expect(Object.keys(held).sort()).toEqual(['code', 'coder', 'end', 'id', 'pass', 'role', 'start', 'status', 'transcript'])
    expect(wholeRows(coded, 'codings')(held)).toEqual(coding)
    expect(
      coded.journal
        .at(-1)!
        .changes.flatMap(change => change.patches)
        .find(patch => patch.table === 'codings')!.to,
    ).not.toHaveProperty('memo')
  })

  it('has every column of a coding but those that follow from others', () => {
    const columns = Object.keys(columnsOf('codings', [])).filter(name => !['quote', 'lost', 'pass'].includes(name))
    expect(Object.keys(wholeRows(coded, 'codings')({})).sort()).toEqual([...columns, 'extra'].sort())
    const row = Object.fromEntries(columns.map(name => [name, `a ${name}`]))
    expect(wholeRows(coded, 'lost')({ ...row, pass: 'p1' })).toEqual({ ...row, pass: 'p1', extra: {} })
  })

  it('never holds the words of a transcript', () => {
    const held = journalRow(interview as object as Readonly<Record<string, unknown>>)
    expect(held).toMatchObject({ id: 'i1', respondents: ['10'] })
    expect(held).not.toHaveProperty('text')
    expect(held).not.toHaveProperty('turns')
  })

  it('stands no more once a later pass fills what it left empty', () => {
    const later = axialPass(coded, by, pass => pass.recode([coding.id], { level: 'macro' }))
    expect(() => undoPass(later, by, coded.journal.at(-1)!.id)).toThrow(/later pass/u)
  })
})
