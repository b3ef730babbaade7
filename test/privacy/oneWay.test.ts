import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { countCodes } from '../../src/analysis/index.js'
import { axialPass, openPass, selectivePass } from '../../src/coding/index.js'
import { openRegister, openStudy, saveStudy } from '../../src/files/index.js'
import { en } from '../../src/language/en/index.js'
import { nl } from '../../src/language/nl/index.js'
import { type Anonymised, anonymise, noNames, oneWay, type Register, reopen, restore } from '../../src/privacy/index.js'
import { buildReport, quoteTable, renderMarkdown } from '../../src/report/index.js'
import { findProblems, guardOf, type SafeStudy, type Study, StudyError } from '../../src/study/index.js'
import { by, entry, respondent, studyOf, transcript } from '../builders.js'
import { decidedRelease } from './decidedRelease.js'
import { seededRandom } from './seededRandom.js'

const root = join(import.meta.dirname, '../..')

/** A text with its labels out: what was said, without who. */
const masked = (text: string) => text.replace(/‹[^‹›]*›/gu, '‹›').replace(/^[^:\n]{1,60}: /gmu, '')
const labelsIn = (text: string) => [...text.matchAll(/‹([^‹›]*)›|^([^:\n]{1,60}): /gmu)].map(found => found[1] ?? found[2]!)
const sorted = (texts: readonly string[]) => [...texts].sort()

/** What each label became, by texts that say the same; every label one other, and no two the same. */
function becameOf(before: Study, after: Study): ReadonlyMap<string, string> {
  const texts = new Map(after.transcripts.map(one => [masked(one.text), one.text]))
  const became = new Map<string, string>()
  for (const { text } of before.transcripts) {
    const labels = labelsIn(texts.get(masked(text))!)
    for (const [i, label] of labelsIn(text).entries()) {
      expect(became.get(label) ?? labels[i]).toBe(labels[i])
      became.set(label, labels[i]!)
    }
  }
  expect(new Set(became.values()).size).toBe(became.size)
  return became
}

const said = (study: Study) => {
  const texts = new Map(study.transcripts.map(one => [one.id, one.text]))
  return sorted(study.codings.map(one => `${one.code} ${one.role} ${masked(texts.get(one.transcript)!.slice(one.start, one.end))}`))
}

describe.each([
  ['zorgnetwerk', nl],
  ['community-clinic', en],
] as const)('%s, one-way', (name, language) => {
  let scratch = ''
  let register: Register
  let made: Anonymised
  let study: SafeStudy
  beforeAll(async () => {
    scratch = await mkdtemp(join(tmpdir(), 'retroduct-oneway-'))
    register = await openRegister(join(root, `fixtures/${name}.secret/register.csv`))
    made = anonymise(await openStudy(join(root, 'fixtures', name)), { register, language, profile: 'archive' })
    study = oneWay(made.study, { random: seededRandom(7) }).study
  })
  afterAll(() => rm(scratch, { recursive: true, force: true }))

  it('says the same, of others, in another order', () => {
    expect(findProblems(study)).toEqual([])
    expect(sorted(study.transcripts.map(one => masked(one.text)))).toEqual(sorted(made.study.transcripts.map(one => masked(one.text))))
    expect(said(study)).toEqual(said(made.study))
    const counts = (one: Study) => sorted(countCodes(one).rows.map(row => JSON.stringify(row)))
    expect(counts(study)).toEqual(counts(made.study))
    expect(study.transcripts.map(one => masked(one.text))).not.toEqual(made.study.transcripts.map(one => masked(one.text)))
  })

  it('leaves no table of people and passages in its order', () => {
    const columns = {
      codings: 'code',
      evidence: 'basis',
      responses: 'item',
      sampling: 'cell',
    } as const
    for (const [table, column] of Object.entries(columns)) {
      const told = (one: Study) =>
        (one[table as keyof typeof columns] as readonly object[]).map(row => masked(String(Reflect.get(row, column))))
      if (new Set(told(made.study)).size < 3) continue
      expect(sorted(told(study)), table).toEqual(sorted(told(made.study)))
      expect(told(study), table).not.toEqual(told(made.study))
    }
  })

  it('gives every label that ends in a number or a letter another that nobody had, and keeps the rest', () => {
    const became = becameOf(made.study, study)
    const before = new Set(became.keys())
    expect(became.size).toBeGreaterThan(5)
    for (const [label, now] of became) {
      if (/ (?:\p{L}?\d+\p{Ll}?|[A-Z]{1,2})$/u.test(label) || /^Responde/u.test(label)) expect(before.has(now), label).toBe(false)
      else expect(now).toBe(label)
    }
  })

  it('holds no label and no id of a person or case that was', () => {
    const json = JSON.stringify(study)
    for (const one of made.study.respondents) {
      if (/\d$/u.test(one.label!)) expect(json).not.toMatch(new RegExp(`${one.label}(?!\\d)`, 'u'))
      // What is no number is drawn for nobody in particular.
      if (/\d\p{Ll}?$/u.test(one.id)) expect(study.respondents.map(other => other.id)).not.toContain(one.id)
    }
    for (const one of made.study.cases) expect(study.cases.map(other => other.id)).not.toContain(one.id)
    expect(study.journal).toEqual([])
  })

  it('is guarded, against the old labels too, and makes a report', () => {
    const guard = guardOf(study)!
    const old = made.study.respondents.find(one => /\d$/u.test(one.label!))!.label!
    const leaves = (text: string) => guard.check([{ text, where: 'a cell' }], 'parts')
    expect(leaves(`so said ${old} then`)).toHaveLength(1)
    expect(leaves(register[0]!.name)).toHaveLength(1)
    expect(leaves('so said all of them')).toEqual([])
    expect(quoteTable(study).audience).toBe('public')
    expect(renderMarkdown(buildReport(study))).not.toContain(`${old} `)
  })

  it('is not what the key leads back from, saved or not', async () => {
    await saveStudy(study, join(scratch, name), { release: decidedRelease(study) })
    for (const one of [study, await openStudy(join(scratch, name))]) {
      expect(() => restore(one, made.key)).toThrow(/not made with this key/u)
      expect(() => reopen(one, { register, key: made.key, language })).toThrow(/the study was changed/u)
    }
    expect(restore(made.study, made.key).title).not.toBe('')
  })

  it('can be done once more', () => {
    const again = oneWay(study, { random: seededRandom(8) }).study
    expect(said(again)).toEqual(said(study))
    const labels = (one: Study) => one.respondents.map(person => person.label).filter(label => /\d$/u.test(label!))
    const all = [made.study, study, again].flatMap(labels)
    expect(new Set(all).size).toBe(all.length)
  })
})

const interviews = ['10', '11', '12', '13'].map(id =>
  transcript(`i${id}`, [`I: How are Ada and Grace of Canary House?`, `${id}: Ada, I am ${id} words long and Grace of Bell House is not.`]),
)
const pair = transcript('i14', ['I: And you?', '14a+14b: We two say it together, as Ada does, and more than once.'])
const people = ['10', '11', '12', '13', '14a', '14b'].map((id, i) =>
  respondent(id, {
    cases: [i % 2 === 0 ? 'north' : 'south'],
    ...(id === '13' ? { label: 'a nurse' } : id === '12' ? { label: 'Nurse 3' } : {}),
  }),
)
const plain = studyOf([...interviews, pair], {
  respondents: people,
  cases: [
    { id: 'north', name: 'Network A', extra: {} },
    { id: 'south', name: null, extra: {} },
  ],
  pages: [{ id: 'intro', text: 'Respondent 10 and Nurse 3 agree on {{n trust (10)}}, so does ward A.', about: ['trust (10)'], extra: {} }],
})
const register = [
  entry('Ada', { label: 'colleague A' }),
  entry('Grace', { label: 'colleague B' }),
  entry('Canary House', { type: 'HOSPITAL' }),
  entry('Bell House', { type: 'HOSPITAL' }),
  entry('Otto', { respondent: '11' }),
]
const coded = selectivePass(
  axialPass(
    openPass(plain, by, pass => {
      for (const one of [...interviews, pair])
        pass.code(pass.fragment(one.id, one.turns[1]!), 'trust', { role: 'mechanism', about: 'north' })
    }),
    by,
    pass => pass.split('trust', { by: 'respondent', several: 'trust', unknown: 'trust' }),
  ),
  by,
  pass => pass.theme('Trust', { role: 'mechanism', codes: ['trust', 'trust (10)'], bullet: 'Respondent 10 said so, and colleague A too' }),
)
const safe = anonymise(coded, { register, language: en }).study

describe('oneWay', () => {
  it('draws the same with the same chance, and otherwise with other chance or none given', () => {
    const drawn = (seed: number) => JSON.stringify(oneWay(safe, { random: seededRandom(seed) }).study)
    expect(drawn(1)).toBe(drawn(1))
    expect(drawn(1)).not.toBe(drawn(2))
    expect(JSON.stringify(oneWay(safe).study)).not.toBe(JSON.stringify(oneWay(safe).study))
  })

  it('takes along what was called after people, and what the analyst wrote of them', () => {
    const { study } = oneWay(safe, { random: seededRandom(3) })
    const json = JSON.stringify(study)
    expect(JSON.stringify(safe)).toMatch(/trust \(10\).*Respondent 10 and Nurse 3/su)
    expect(json).not.toMatch(/trust \(1\d|Respondent 1\d\b|Nurse 3\b|colleague [AB]\b|Network A\b|hospital [AB]\b/u)
    const became = becameOf(safe, study)
    const ten = became.get('Respondent 10')!.replace('Respondent ', '')
    expect(study.codes.map(one => one.name)).toContain(`trust (${ten})`)
    expect(study.themes[0]!.codes).toContain(`trust (${ten})`)
    expect(study.themes[0]!.bullet).toBe(`‹Respondent ${ten}› said so, and ‹${became.get('colleague A')}› too`)
    expect(study.pages[0]).toMatchObject({
      text: `‹Respondent ${ten}› and ‹${became.get('Nurse 3')}› agree on {{n trust (${ten})}}, so does ward A.`,
      about: [`trust (${ten})`],
    })
    expect(became.get('a nurse')).toBe('a nurse')
    expect(study.cases.map(one => one.name).sort()).toEqual([expect.stringMatching(/^Network [C-Z]$/u), null])
    expect(study.codings.every(one => study.cases.some(other => other.id === one.about && other.name !== null))).toBe(true)
  })

  it('keeps pairs together: they share a number again', () => {
    const labels = labelsIn(
      oneWay(safe, { random: seededRandom(4) })
        .study.transcripts.map(one => one.text)
        .join(''),
    )
    expect(labels.filter(one => one.startsWith('Respondents '))).toEqual([expect.stringMatching(/^Respondents (\d+)a and \1b$/u)])
  })

  it('favours nobody: who was first is found at any place, under any number, and a or b', () => {
    const places = new Map<number, number>()
    const letters = new Map<string, number>()
    const two = anonymise(studyOf([...interviews, pair]), { register, language: en }).study
    const runs = 200
    for (let seed = 0; seed < runs; seed++) {
      const { study } = oneWay(two, { random: seededRandom(seed * 7919 + 13) })
      const at = study.transcripts.findIndex(one => one.text.includes('10 words'))
      places.set(at, (places.get(at) ?? 0) + 1)
      const first = becameOf(two, study).get('colleague A')!.slice(-1)
      letters.set(first, (letters.get(first) ?? 0) + 1)
    }
    for (let i = 0; i < 5; i++) expect(Math.abs(places.get(i)! - runs / 5)).toBeLessThan(30)
    expect(letters.size).toBeGreaterThan(20)
  })

  it('is sound, says the same and names nobody as before, whatever the chance', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 28 }), seed => {
        const { study } = oneWay(safe, { random: seededRandom(seed) })
        expect(findProblems(study)).toEqual([])
        const before = becameOf(safe, study)
        for (const [label, now] of before) if (/ (?:\d+\p{Ll}?|[A-Z])$/u.test(label)) expect(before.has(now)).toBe(false)
        const without = (lines: readonly string[]) => lines.map(line => line.replace(/ \(\d+\)/u, '')).sort()
        expect(without(said(study))).toEqual(without(said(safe)))
      }),
      { numRuns: 40 },
    )
  })

  it('lists what else must go, for the team, and never says that it is anonymous', () => {
    const { left } = oneWay(safe)
    expect(left.audience).toBe('team')
    const text = left.toText()
    for (const what of [/register/u, /key files/u, /history/u, /backups/iu, /recordings/u, /earlier reports/u, /consent forms/u])
      expect(text).toMatch(what)
    expect(text).not.toMatch(/anonymous|anonymised|anonymized/iu)
  })

  it('refuses a study without its guard, and one in which there is nothing to draw', () => {
    for (const one of [{ ...safe }, structuredClone({ ...safe }), coded])
      expect(() => oneWay(one as SafeStudy)).toThrow(/was not anonymised, or has lost its guard/u)
    const bare = anonymise(studyOf([transcript('document', ['A text without anybody in it.'])]), {
      register: noNames('nobody'),
      language: en,
    })
    expect(() => oneWay(bare.study)).toThrow(StudyError)
    expect(() => oneWay(bare.study)).toThrow(/nothing|no respondents/u)
    const two = studyOf([transcript('a', ['I: One text.']), transcript('b', ['I: Another text.'])])
    // Their order follows from their texts.
    expect(() => oneWay(anonymise(two, { register: noNames('nobody'), language: en }).study)).toThrow(/no respondents/u)
  })
})
