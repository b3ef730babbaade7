import { describe, expect, it } from 'vitest'
import { viewTable } from '../../src/table/tableView.js'

const rows = [
  { n: 1, mixed: 1, empty: null, hidden: 'x' },
  { n: null, mixed: 'a', empty: null, hidden: 'x' },
]

describe('viewTable', () => {
  it('takes the named columns in their order', () => {
    const view = viewTable({ title: 't', columns: ['mixed', 'n'], rows, basis: '' }, 'team', 10)
    expect(view.rows).toEqual([
      [1, 1],
      ['a', null],
    ])
  })

  it('knows columns of numbers; an empty column is none', () => {
    expect(viewTable({ title: '', columns: ['n', 'mixed', 'empty'], rows, basis: '' }, 'team', 10).numeric).toEqual([true, false, false])
  })

  it('tells how many rows it leaves out', () => {
    const view = viewTable({ title: '', columns: ['n'], rows, basis: '' }, 'team', 1)
    expect([view.rows.length, view.more]).toEqual([1, 1])
    expect(viewTable({ title: '', columns: ['n'], rows, basis: '' }, 'team', Number.POSITIVE_INFINITY).more).toBe(0)
  })
})
