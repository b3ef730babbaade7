import { describe, expect, it } from 'vitest'
import { Table } from '../../src/table/index.js'

const table = new Table({ title: 'T', columns: ['a'], rows: [{ a: '<script>' }], basis: 'B', of: {} })

describe('toElement', () => {
  it('makes an element that holds the HTML', () => {
    const made: string[] = []
    const createElement = (tag: string) => {
      made.push(tag)
      return { innerHTML: '' }
    }
    expect(table.toElement(Object.assign(Object.create(null), { createElement })).innerHTML).toBe(table.toHtml())
    expect(made).toEqual(['div'])
  })

  it('says what to do where there is no document', () => {
    expect(() => table.toElement()).toThrow(/no document here.*in a browser/u)
  })
})
