import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPass, undoPass } from '../../src/coding/index.js'
import { openRegister, openStudy, saveStudy } from '../../src/files/index.js'
import { en } from '../../src/language/en/index.js'
import type { Recogniser } from '../../src/language/index.js'
import { nl } from '../../src/language/nl/index.js'
import { type Anonymised, anonymise, Key, noNames, type Register, reopen, restore } from '../../src/privacy/index.js'
import { quoteTable } from '../../src/report/index.js'
import { guardOf, type Study, StudyError } from '../../src/study/index.js'
import { by, entry, studyOf, transcript } from '../builders.js'
import { decidedRelease } from './decidedRelease.js'

const root = join(import.meta.dirname, '../..')
let scratch = ''
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'retroduct-key-'))
})
afterAll(() => rm(scratch, { recursive: true, force: true }))

const problemsOf = (work: () => unknown) => {
  try {
    work()
  } catch (error) {
    if (error instanceof StudyError) return error.problems
    throw error
  }
  return []
}
const refusal = (work: () => unknown) => {
  const problems = problemsOf(work)
  expect(problems).toHaveLength(1)
  return `${problems[0]!.what}. ${problems[0]!.hint}`
}

describe.each([
  ['zorgnetwerk', nl],
  ['community-clinic', en],
] as const)('%s, archived', (name, language) => {
  let study: Study
  let register: Register
  let made: Anonymised
  let again: Study
  beforeAll(async () => {
    study = await openStudy(join(root, 'fixtures', name))
    register = await openRegister(join(root, `fixtures/${name}.secret/register.csv`))
    const facts = [...study.respondents, ...study.cases].flatMap(one => Object.keys(one.extra))
    made = anonymise(study, { register, language, profile: 'archive', attributes: [...new Set(facts)], today: '2026-01-01' })
    await saveStudy(made.study, join(scratch, name), { release: decidedRelease(made.study) })
    again = await openStudy(join(scratch, name))
  })

  it('leads back to the original from the folder it was saved in, byte for byte', () => {
    expect(guardOf(again)).toBeNull()
    expect(restore(again, made.key)).toBe(study)
    expect(restore(made.study, made.key)).toBe(study)
  })

  it('gets its guard again, and public outputs with it', () => {
    const safe = reopen(again, { register, key: made.key, language })
    expect(guardOf(safe)).not.toBeNull()
    expect({ ...safe }).toEqual({ ...made.study })
    expect(quoteTable(safe).toCsv()).toBe(quoteTable(made.study).toCsv())
  })

  it('does neither after any change to it, or with another key', () => {
    const changes: readonly Study[] = [
      { ...again, title: `${again.title}.` },
      { ...again, codings: again.codings.slice(1) },
      { ...again, transcripts: again.transcripts.map((one, i) => (i === 0 ? { ...one, text: `${one.text} ` } : one)) },
      openPass(again, by, pass => pass.define('a new code', { role: 'context' })),
    ]
    for (const changed of changes) {
      expect(refusal(() => restore(changed, made.key))).toMatch(/not made with this key, or was changed since: what differs is in \w+\./u)
      expect(refusal(() => reopen(changed, { register, key: made.key, language }))).toMatch(/the study was changed/u)
    }
    const other = anonymise({ ...study, title: 'Another' }, { register, language, profile: 'archive' })
    expect(refusal(() => restore(again, other.key))).toMatch(/not made with this key/u)
  })

  it('does so again when a pass was made and taken back: the snapshot is the same', () => {
    const worked = openPass(again, by, pass => pass.define('a new code', { role: 'context' }))
    expect(restore(undoPass(worked, by), made.key)).toBe(study)
  })
})

const interview = transcript('i1', ['I: How is Otto?', '10: Otto and Ada are fine, and so is everybody in Bottrop.'])
const study = studyOf([interview])
const register = [entry('Otto', { respondent: '10' }), entry('Ada')]
const { study: safe, key } = anonymise(study, { register, language: en })

describe('reopen', () => {
  const options = { register, key, language: en }

  it('says whether the register or the study changed, or both', () => {
    const wider = [...register, entry('Bottrop', { type: 'LOCATION' })]
    expect(refusal(() => reopen(safe, { ...options, register: wider }))).toMatch(/^the register is not the one the study was made with/u)
    const changed = { ...safe, title: 'x' }
    expect(refusal(() => reopen(changed, options))).toMatch(/^the study was changed since it was made.*study\.json/u)
    expect(refusal(() => reopen(changed, { ...options, register: wider }))).toMatch(/^the register is not the one.*and the study is not/u)
    // A study made with the register given, but not with this key.
    const other = anonymise(study, { register: wider, language: en })
    expect(refusal(() => reopen(other.study, { ...options, register: wider }))).toMatch(
      /^the register is not the one.*and the study is not/u,
    )
    expect(reopen(other.study, { ...options, register: wider, key: other.key }).title).toBe('A study')
  })

  it('asks for the language, and for what anonymise asks of a register', () => {
    expect(refusal(() => reopen(safe, { ...options, language: nl }))).toMatch(/another language.*retroduct\/en/u)
    expect(refusal(() => reopen(safe, { ...options, language: undefined as never }))).toMatch(/another language/u)
    expect(problemsOf(() => reopen(safe, { ...options, register: [] }))[0]?.what).toMatch(/register is empty/u)
  })

  it('looks for what the recognisers given mark, as anonymise did', () => {
    const recognisers: readonly Recogniser[] = [
      text =>
        [...text.matchAll(/Bottrop/gu)].map(({ index }) => ({
          start: index,
          end: index + 7,
          text: 'Bottrop',
          type: 'ADDRESS',
          certainty: 'sure',
        })),
    ]
    const held = (one: object) => guardOf(one)!.check([{ text: 'all of them in Bottrop', where: 'a cell' }], 'parts').length
    expect(held(anonymise(study, { register, language: en, recognisers }).study)).toBe(1)
    expect(held(reopen(safe, { ...options, recognisers }))).toBe(1)
    expect(held(reopen(safe, options))).toBe(0)
  })

  it('keeps the reason why there are no names', () => {
    const none = anonymise(study, { register: noNames('invented'), language: en })
    expect(guardOf(reopen({ ...none.study }, { register: noNames('invented'), key: none.key, language: en }))).not.toBeNull()
  })
})

describe('a key', () => {
  it('has nothing that is enumerable, and tells counts only', () => {
    expect(Object.keys(key)).toEqual([])
    expect(Object.entries({ ...key })).toEqual([])
    expect(key.version).toBe(1)
    expect(JSON.stringify({ key })).toBe('{"key":"Key (not written out)"}')
    for (const shown of [inspect(key, { depth: 9 }), inspect({ key }), String(key)]) {
      expect(shown).not.toMatch(/otto|\bada\b|bottrop/iu)
    }
    expect(inspect(key)).toBe('Key of 2 entries and 3 replacements')
  })

  it('opens nothing as a copy, and says so', () => {
    const copies = [structuredClone(key), { ...key }, JSON.parse(JSON.stringify(key)), Object.create(Key.prototype), null, undefined]
    for (const copy of copies) {
      expect(refusal(() => restore(safe, copy as Key))).toMatch(/^this is not a key/u)
      expect(refusal(() => reopen(safe, { register, key: copy as Key, language: en }))).toMatch(/^this is not a key/u)
    }
  })

  it('remembers how the study was made, and not what the caller did with its options afterwards', () => {
    const attributes = ['age']
    const told = studyOf([interview], { respondents: study.respondents.map(one => ({ ...one, extra: { age: '58', ward: 'B' } })) })
    const first = anonymise(told, { register, language: en, attributes })
    attributes.push('ward')
    expect(reopen({ ...first.study }, { register, key: first.key, language: en }).respondents[0]!.extra).toEqual({ age: '58' })
  })
})
