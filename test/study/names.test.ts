import { describe, expect, it } from 'vitest'
import { namesOf } from '../../src/study/names.js'

const row = (id: string, fields: Readonly<Record<string, unknown>> = {}) => ({ id, extra: {}, ...fields })

describe('namesOf', () => {
  it.each([
    ['codes', 'name'],
    ['themes', 'label'],
    ['cases', 'name'],
    ['topics', 'label'],
    ['respondents', 'label'],
  ] as const)('finds a row of %s by id and by %s', (table, column) => {
    const find = namesOf(table, [row('1', { [column]: 'trust' }), row('2', { [column]: ' norms ' })])
    expect([find('1'), find('trust'), find('norms'), find(' trust ')]).toEqual(['1', '1', '2', '1'])
    expect(find('Trust')).toBeNull()
    expect(find('3')).toBeNull()
  })

  it('does not choose between rows of one name', () => {
    const find = namesOf('codes', [row('1', { name: 'trust' }), row('2', { name: 'trust' }), row('3', { name: 'trust ' })])
    expect(find('trust')).toBeNull()
    expect(find('2')).toBe('2')
  })

  it('takes an id before a name', () => {
    const find = namesOf('codes', [row('norms', { name: 'trust' }), row('2', { name: 'norms' })])
    expect(find('norms')).toBe('norms')
  })

  it('knows rows without a name by id only', () => {
    const find = namesOf('themes', [row('1', { label: null }), row('2')])
    expect([find('1'), find('null'), find('')]).toEqual(['1', null, null])
    expect(namesOf('codings', [row('c1', { name: 'trust' })])('trust')).toBeNull()
  })
})
