import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { columnsOf, rowSchema, studyFileSchema, tableNames } from '../../src/study/index.js'
import { expectation, rowFits, valueSchema } from '../../src/study/schema.js'
import { sound } from './soundStudy.js'

const passes = (value: unknown) => studyFileSchema.safeParse(value).success
const about = { title: 'Walk-in clinic', language: 'en' }

describe('studyFileSchema', () => {
  it('needs a title and a language', () => {
    expect(passes(about)).toBe(true)
    for (const wrong of [{}, { title: 'x' }, { ...about, title: '' }, { ...about, language: 'e' }, { ...about, title: 5 }, null, [], 'x'])
      expect(passes(wrong)).toBe(false)
  })

  it.each([
    [{ roles: ['context', { id: 'reasoning', parent: 'mechanism', inConfiguration: false }] }, true],
    [{ roles: [{ label: 'no id' }] }, false],
    [{ roles: 'context' }, false],
    [{ rounds: [{ id: 'r1' }] }, true],
    [{ rounds: [{ kind: 'interview' }] }, false],
    [{ rounds: ['r1'] }, false],
    [{ consent: 'paraphrase' }, true],
    [{ consent: 'yes' }, false],
    [{ basis: 'quotes' }, true],
    [{ basis: 'notes' }, false],
    [{ invented: 'true' }, false],
    [{ questions: 'why?' }, false],
  ])('%j: %s', (facts, sound) => {
    expect(passes({ ...about, ...facts })).toBe(sound)
  })

  it('leaves keys of her own alone', () => {
    expect(passes({ ...about, funder: 'nobody' })).toBe(true)
  })

  it('takes the studies of the fixtures', () => {
    const folder = new URL('../../fixtures/', import.meta.url)
    const studies = readdirSync(folder).filter(name => existsSync(new URL(`${name}/study.json`, folder)))
    expect(studies.length).toBeGreaterThan(1)
    for (const name of studies) expect(passes(JSON.parse(readFileSync(new URL(`${name}/study.json`, folder), 'utf8'))), name).toBe(true)
  })
})

describe('rowFits', () => {
  const place = { start: 3, end: 9 }
  const values: readonly unknown[] = [undefined, null, '', 'x', '2020', '2020-13-01', 'micro', 'supports', 'open', 'yes', 0, 7, -1, 1.5]
  const more: readonly unknown[] = [
    Number.NaN,
    2 ** 60,
    true,
    false,
    [],
    ['x'],
    [3],
    [null],
    [place],
    [{ start: -1, end: 2 }],
    [{ end: 2 }],
    {},
  ]
  const odd: readonly unknown[] = [{ a: 'b' }, { a: 1 }, place, new Date(0), [undefined], [[]]]

  it('says of every value in every column what the schema says', () => {
    const seen = new Set<boolean>()
    for (const table of tableNames) {
      const roles = ['context', 'mechanism']
      const [schema, fits] = [rowSchema(table, roles), rowFits(table, roles)]
      for (const name of ['id', 'extra', ...Object.keys(columnsOf(table, roles))])
        for (const value of [...values, ...more, ...odd]) {
          const row = { ...(sound[table][0] as object), [name]: value }
          const expected = schema.safeParse(row).success
          seen.add(expected)
          expect(fits(row), `${table}.${name}: ${JSON.stringify(value)}`).toBe(expected)
        }
    }
    expect(seen.size).toBe(2)
  })
})

describe('rowSchema', () => {
  it('needs every key, given or not', () => {
    for (const table of tableNames) {
      const schema = rowSchema(table, ['context', 'mechanism', 'outcome'])
      const row = sound[table][0] as object
      expect(schema.safeParse(row).success, table).toBe(true)
      for (const key of ['id', 'extra']) expect(schema.safeParse({ ...row, [key]: undefined }).success, `${table}.${key}`).toBe(false)
    }
  })

  it('asks of a coding in memory what a row on disk may leave out', () => {
    const schema = rowSchema('codings', [])
    for (const key of ['transcript', 'start', 'end', 'code', 'role', 'coder', 'pass', 'status'])
      expect(schema.safeParse({ ...sound.codings[0], [key]: null }).success, key).toBe(false)
    for (const key of ['quote', 'lost', 'memo', 'polarity'])
      expect(schema.safeParse({ ...sound.codings[0], [key]: null }).success, key).toBe(true)
  })
})

describe('expectation', () => {
  it('has words for every kind of column, and for none', () => {
    const columns = tableNames.flatMap(table => Object.values(columnsOf(table, ['context'])))
    for (const column of columns) expect(expectation(column)).toMatch(/^(?:an? |the id|true|one of: )/u)
    expect(expectation(undefined)).toBe('a value of another kind')
    expect(valueSchema({ kind: 'spans', what: '' }).safeParse([{ start: 1.5, end: 2 }]).success).toBe(false)
  })
})
