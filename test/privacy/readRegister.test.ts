import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { noNames, readRegister } from '../../src/privacy/index.js'
import { StudyError } from '../../src/study/index.js'

function problemsOf(csv: string): readonly string[] {
  try {
    readRegister(csv)
  } catch (error) {
    if (!(error instanceof StudyError)) throw error
    expect(`${error.message}${error.stack}`).not.toMatch(/canary/iu)
    return error.problems.map(problem => `row ${problem.row ?? '-'}: ${problem.what}`)
  }
  return []
}

describe('readRegister', () => {
  it('reads names, variants and the rest, whatever the delimiter', () => {
    const rows = [
      ['name', 'variants', 'type', 'label', 'respondent', 'match', 'where', 'note'],
      ['Roos Mei', '"Roos; mevrouw Mei"', 'person', 'a nurse', '3', 'capital', 'i1', 'left in 2020'],
    ]
    for (const delimiter of [',', ';', '\t']) {
      const [entry] = readRegister(`\uFEFF${rows.map(row => row.join(delimiter)).join('\r\n')}`)
      expect(entry).toEqual({
        name: 'Roos Mei',
        variants: ['Roos', 'mevrouw Mei'],
        type: 'PERSON',
        label: 'a nurse',
        respondent: '3',
        match: 'capital',
        where: ['i1'],
        note: 'left in 2020',
      })
    }
  })

  it('asks only for a name', () => {
    expect(readRegister('name\nOtto\n')[0]).toMatchObject({ name: 'Otto', type: 'OTHER', match: 'anywhere', where: [] })
  })

  it('names what is wrong by row, all at once, without the names', () => {
    const csv = 'name,variants,match\ncanary,"can-ary",anywhere\n,canary two,\n"...",,\nCanary Two,canary,somewhere\n'
    expect(problemsOf(csv)).toEqual([
      'row 3: this entry has no name',
      'row 4: a name without letters or digits cannot be found',
      'row 5: this is not a way to match',
      'row 5: this entry and that of row 3 share a spelling',
    ])
    expect(problemsOf('who\ncanary')).toEqual(['row 1: the column "name" is missing'])
    expect(problemsOf('  ')).toEqual(['row -: the register is empty'])
    expect(problemsOf('name\n"canary')).toEqual(['row 2: a quotation mark opens a cell here and is never closed'])
    expect(problemsOf('name,label\ncanary,x,y')).toEqual(['row 2: this row has more cells than the header'])
  })

  it('lets two people share a spelling where it is told which is meant', () => {
    expect(problemsOf('name,where\nRoos,i1\nRoos,i2\n')).toEqual([])
    expect(problemsOf('name,where\nRoos,i1\nRoos,i1\n')).toHaveLength(1)
    expect(problemsOf('name,where\nRoos,i1\nRoos,\n')).toHaveLength(1)
  })

  it('shows only counts when looked at', () => {
    const register = readRegister('name\nCanary\n')
    expect(inspect(register)).toBe('Register of 1 entries')
    expect(inspect({ register }, { depth: 5 })).not.toContain('Canary')
    expect(noNames('made up')).toHaveLength(0)
  })
})
