import { inspect } from 'node:util'
import { describe, expect, expectTypeOf, it } from 'vitest'
import { guardOf } from '../../src/study/guard.js'
import { type AnyTable, jupyterDisplay, nodeInspect, Table, teamNote } from '../../src/table/index.js'
import { fakeGuard, safeStudy } from './fakeGuard.js'

interface Count {
  readonly code: string
  readonly sources: number | null
}
const rows: readonly Count[] = [
  { code: 'trust', sources: 3 },
  { code: 'norms', sources: null },
]
const facts = { title: 'Codes', columns: ['code', 'sources'], rows, basis: '4 interviews' } as const
const team = new Table<Count>({ ...facts, of: {} })
const open = new Table<Count>({ ...facts, of: safeStudy() })

const shows: Readonly<Record<string, (table: Table<Count>) => string>> = {
  Markdown: table => table.toMarkdown(),
  HTML: table => table.toHtml(),
  text: table => table.toText(),
  'Jupyter plain': table => table[jupyterDisplay]()['text/plain'],
  'Jupyter Markdown': table => table[jupyterDisplay]()['text/markdown'],
  'Jupyter HTML': table => table[jupyterDisplay]()['text/html'],
  inspect: table => inspect(table),
  'inspect, nested': table => inspect({ a: [table] }),
}

describe('Table', () => {
  it('gives its rows one by one, typed', () => {
    expect([...team]).toEqual(rows)
    expectTypeOf([...team]).toEqualTypeOf<Count[]>()
    expectTypeOf(new Table({ title: '', columns: ['a'], rows: [{ a: 1 }], basis: '', of: {} }).rows[0]!.a).toEqualTypeOf<number>()
  })

  it('passes with other kinds of table for any table', () => {
    const tables: readonly AnyTable[] = [team, new Table({ title: '', columns: ['a'], rows: [{ a: 1 }], basis: '', of: {} })]
    expect(tables.map(table => table.toCsv())).toEqual(['code,sources\r\ntrust,3\r\nnorms,', 'a\r\n1'])
  })

  it('is public only if made from something with a guard, also over another table', () => {
    expect([team.audience, open.audience]).toEqual(['team', 'public'])
    expect(new Table<Count>({ ...facts, of: open }).audience).toBe('public')
    expect(new Table<Count>({ ...facts, of: { ...open } }).audience).toBe('team')
  })

  it('loses guard, audience and type when copied', () => {
    const guard = fakeGuard('x')
    const table = new Table<Count>({ ...facts, of: safeStudy(guard) })
    expect(guardOf(table)).toBe(guard)
    const copies: object[] = [{ ...table }, structuredClone({ ...table }), JSON.parse(JSON.stringify(table)), Object.assign({}, table)]
    for (const copy of copies) {
      expect(guardOf(copy)).toBeNull()
      expect(copy).not.toBeInstanceOf(Table)
    }
    expect({ ...table }).not.toHaveProperty('audience')
    // @ts-expect-error A spread has no renderings.
    const typed: Table<Count> = { ...table }
    expect(typed).not.toHaveProperty('toCsv')
  })

  it.each(Object.keys(shows))('says for whom it is: %s', show => {
    expect(shows[show]!(team)).toContain(teamNote)
    expect(shows[show]!(team)).not.toContain('(pseudonymised)')
    expect(shows[show]!(open)).not.toContain(teamNote)
    expect(shows[show]!(open)).toContain('pseudonymised')
    expect(shows[show]!(open)).not.toMatch(/anonymous/iu)
  })

  it('gives plain data of its columns only', () => {
    const secret = new Table<Count>({ ...facts, columns: ['code'], of: {} })
    expect(secret.toJSON()).toEqual({
      title: 'Codes',
      columns: ['code'],
      rows: [{ code: 'trust' }, { code: 'norms' }],
      audience: 'team',
      basis: '4 interviews',
    })
    expect(JSON.parse(JSON.stringify(open))).toEqual({ ...facts, columns: [...facts.columns], audience: 'public' })
  })

  it('shows the first rows of a long table, and says how many are left', () => {
    const long = new Table({
      title: 'T',
      columns: ['a'],
      rows: Array.from({ length: 250 }, (_, i) => ({ a: `r${i + 1}.` })),
      basis: '',
      of: {},
    })
    expect(long[nodeInspect]()).toMatch(/r20\.\n\n… and 230 more rows/u)
    const bundle = long[jupyterDisplay]()
    expect(Object.keys(bundle)).toEqual(['text/plain', 'text/markdown', 'text/html'])
    expect(bundle['text/plain']).toBe(long[nodeInspect]())
    expect(bundle['text/html']).toMatch(/r200\.<\/td><\/tr>\n<tr><td class="more">… and 50 more rows/u)
    expect(bundle['text/markdown']).toMatch(/r200\. \|\n\n\*… and 50 more rows\*/u)
    expect(long.toHtml()).toContain('r250.')
  })

  it('says so when there are no rows, in every rendering', () => {
    const empty = new Table<Count>({ ...facts, rows: [], of: {} })
    for (const show of Object.values(shows)) expect(show(empty)).toContain('no rows')
    expect(empty.toCsv()).toBe('code,sources')
  })
})
