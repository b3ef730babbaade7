import { describe, expect, it } from 'vitest'
import { basisNote, rowsNote } from '../../src/table/notes.js'

describe('notes', () => {
  it('says pseudonymised of public tables only, and never anonymous', () => {
    expect(basisNote({ audience: 'public', basis: '4 interviews' })).toBe('Basis (pseudonymised): 4 interviews')
    expect(basisNote({ audience: 'team', basis: '4 interviews' })).toBe('Basis: 4 interviews')
    expect(basisNote({ audience: 'team', basis: '' })).toBe('Basis: not given')
  })

  it('says how many rows are left out', () => {
    expect(rowsNote({ rows: [[1]], more: 1 })).toBe('… and 1 more row')
    expect(rowsNote({ rows: [[1]], more: 2 })).toBe('… and 2 more rows')
    expect(rowsNote({ rows: [], more: 0 })).toBe('no rows')
    expect(rowsNote({ rows: [[1]], more: 0 })).toBeNull()
  })
})
