import { describe, expect, it } from 'vitest'
import { StudyError } from '../../src/study/error.js'
import { cellOf, cellText } from '../../src/table/cell.js'

describe('cellOf', () => {
  it('keeps text, numbers and truth values as they are', () => {
    expect(['', 'a', 0, -1.5, true, false].map(cellOf)).toEqual(['', 'a', 0, -1.5, true, false])
  })

  it('makes null of nothing and one text of a list', () => {
    expect(cellOf(undefined)).toBeNull()
    expect(cellOf(null)).toBeNull()
    expect(cellOf(['a', 2, null])).toBe('a; 2; ')
    expect(cellOf([])).toBe('')
    expect(cellOf(12n)).toBe('12')
  })

  it('refuses an object without telling its content', () => {
    const attempt = () => cellOf({ name: 'Zwaardvis' })
    expect(attempt).toThrow(StudyError)
    expect(attempt).not.toThrow(/Zwaardvis/u)
    expect(() => cellOf([() => 1])).toThrow(/function/u)
  })
})

describe('cellText', () => {
  it('shows null as nothing, not as a word', () => {
    expect([null, 0, false, 'x'].map(cellText)).toEqual(['', '0', 'false', 'x'])
  })
})
