import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openStudy, saveStudy, writeOutputs } from '../../../src/files/index.js'
import * as api from '../../../src/index.js'
import { en } from '../../../src/language/en/index.js'
import { teamNote } from '../../../src/table/index.js'
import { by, entry } from '../../builders.js'
import { emptyFolder } from '../../files/studyFolder.js'
import { decidedRelease } from '../decidedRelease.js'
import { doors, formatsOf } from './doors.js'
import { everyField } from './everyField.js'

const name = 'Otto Canary'
const key = Symbol.for('retroduct.guard')
const plain = everyField((place, text) => (place === 'roles.id' || place === 'respondents.label' ? text : `${text} ${name}`))
const register = [entry(name, { label: 'a colleague' })]
const anonymised = (profile: api.Profile = 'report') => api.anonymise(plain, { register, language: en, profile }).study
const safe = anonymised()
const guard: unknown = Reflect.get(safe, key)

/** Everything that somebody might do to a study on its way, by intent or not. None of it may make, or keep, a safe study. */
const copies: Readonly<Record<string, () => object>> = {
  'a study that was never anonymised': () => plain,
  'a spread': () => ({ ...safe }),
  'Object.assign': () => Object.assign({}, safe),
  structuredClone: () => structuredClone({ ...safe }),
  'structuredClone of it as it is': () => structuredClone(safe),
  JSON: () => JSON.parse(JSON.stringify(safe)),
  entries: () => Object.fromEntries(Object.entries(safe)),
  'what inherits from it': () => Object.create(safe),
  'a proxy': () => new Proxy(safe, {}),
  'all its properties copied, hidden ones too': () => Object.defineProperties({}, Object.getOwnPropertyDescriptors(safe)),
  'its guard on another study': () => Object.defineProperty({ ...plain }, key, { value: guard, enumerable: false }),
  'its guard on another study, for all to see': () => ({ ...plain, [key]: guard }),
  'a guard made by hand': () => Object.defineProperty({ ...plain }, key, { value: { check: () => [] }, enumerable: false }),
  'a function for a guard': () => Object.defineProperty({ ...plain }, key, { value: Object.assign(() => [], { check: () => [] }) }),
  'a getter for a guard': () => Object.defineProperty({ ...plain }, key, { get: () => guard }),
  'an open pass': () => api.openPass(safe, by, pass => pass.define('another', { role: 'context' })),
  'an axial pass': () => api.axialPass({ ...safe, journal: [] }, by, pass => pass.retire(safe.codes[0]!.id)),
  'a blind copy': () => api.blindCopy(safe, 'Coder 1'),
}

describe.each(Object.entries(copies))('%s', (_, make) => {
  const copy = make() as api.SafeStudy

  it('is refused where only a safe study will do', () => {
    for (const attempt of [
      () => api.quoteTable(copy),
      () => api.buildReport(copy, { language: en }),
      () => api.buildCodebook(copy, { language: en }),
    ]) {
      expect(attempt).toThrow(api.StudyError)
      expect(attempt).toThrow(/was not anonymised/u)
      expect(attempt).not.toThrow(/canary/iu)
    }
    expect(() => api.checkRelease(copy, { outputs: [] })).toThrow(/was not anonymised/u)
  })

  it('gives only what is for the team, and says so', () => {
    for (const make of [api.countCodes, api.codebookTable, api.twoMinds]) {
      const table = make(copy)
      expect(table.audience).toBe('team')
      for (const show of [table.toMarkdown(), table.toHtml(), table.toText()]) expect(show).toContain(teamNote)
    }
  })
})

describe('a pass that changes nothing', () => {
  it('gives the safe study itself or one that is not', () => {
    const same = api.openPass(safe, by, () => {})
    expect(same === safe || api.countCodes(same).audience === 'team').toBe(true)
  })
})

it('a guard cannot be turned off, taken away or replaced', () => {
  const own = anonymised()
  expect(() => Object.assign(Reflect.get(own, key), { check: () => [] })).toThrow(TypeError)
  expect(() => Object.defineProperty(own, key, { value: { check: () => [] } })).toThrow(TypeError)
  expect(Reflect.deleteProperty(own, key)).toBe(false)
  Object.assign(own, { title: name })
  expect(() => api.renderHtml(api.buildReport(own))).toThrow(api.StudyError)
})

describe('results', () => {
  const table = api.quoteTable(safe)
  const report = api.buildReport(safe)
  const copyOf = (value: object): readonly object[] => [
    { ...value },
    Object.assign(Object.create(Object.getPrototypeOf(value)), value),
    Object.create(value),
    new Proxy(value, {}),
    Object.defineProperties(Object.create(Object.getPrototypeOf(value)), Object.getOwnPropertyDescriptors(value)),
  ]

  it('are public, and no copy of them is', () => {
    expect([table.audience, report.audience]).toEqual(['public', 'public'])
    for (const value of [table, report]) for (const copy of copyOf(value)) expect(Reflect.get(copy, 'audience', copy)).not.toBe('public')
  })

  it('made by hand from plain data are for the team', () => {
    const data = { ...table.toJSON() }
    expect(new api.Table({ ...data, of: data }).audience).toBe('team')
    expect(new api.Table({ ...data, of: plain }).toMarkdown()).toContain(teamNote)
    expect(new api.Report({ title: 'T', chapters: [], basis: '', language: en, of: { ...safe } }).audience).toBe('team')
    expect(new api.Table({ title: 'T', columns: ['a'], rows: [{ a: 1 }], basis: '', of: { ...table } }).audience).toBe('team')
  })

  it('of every door are for the team when it is given a copy', () => {
    const copy = copies['a spread']!() as api.SafeStudy
    for (const [door, makers] of Object.entries(doors)) {
      if (makers === 'team') continue
      for (const make of makers) {
        let result: { readonly audience: string } | null = null
        try {
          result = make(copy)
        } catch (error) {
          expect([door, error]).toEqual([door, expect.any(api.StudyError)])
        }
        if (result !== null) expect([door, result.audience]).toEqual([door, 'team'])
      }
    }
    expect(formatsOf(api.countCodes(copy)).length).toBeGreaterThan(5)
  })
})

describe('on disk', () => {
  it('a safe study that was saved and opened again is none', async () => {
    const archive = anonymised('archive')
    const folder = join(emptyFolder(), 'archive')
    await saveStudy(archive, folder, { release: decidedRelease(archive) })
    const again = await openStudy(folder)
    expect(api.countCodes(again).audience).toBe('team')
    expect(() => api.quoteTable(again as api.SafeStudy)).toThrow(/was not anonymised/u)
    expect(again.codings.map(one => one.coder)).toEqual(archive.codings.map(one => one.coder))
  })

  it('nothing is written as public on the word of a release made by hand, nor with other words than were looked at', async () => {
    const table = api.countCodes(safe)
    const folder = join(emptyFolder(), 'out')
    const release = decidedRelease(safe, [table])
    const forged = { open: 0, decided: 0, lets: () => true } as unknown as typeof release
    const file = { path: 'a.csv', content: table.toCsv(), audience: 'public', of: table } as const
    await expect(writeOutputs(folder, [{ ...file, of: api.countCodes(plain) }], { release: forged })).rejects.toThrow(api.StudyError)
    await expect(writeOutputs(folder, [{ ...file, of: api.countCodes(plain) }], { release })).rejects.toThrow(api.StudyError)
    for (const content of [`x ${name}`, Buffer.from(`x ${name}`)])
      await expect(writeOutputs(folder, [{ ...file, content }], { release })).rejects.toThrow(/row 2 of the register/u)
    expect(existsSync(folder)).toBe(false)
    await writeOutputs(folder, [file], { release })
    expect(readdirSync(folder)).toEqual(['a.csv'])
  })
})
