import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { fewestPeople } from '../../../src/analysis/index.js'
import { openRegister, openStudy } from '../../../src/files/index.js'
import * as api from '../../../src/index.js'
import { en } from '../../../src/language/en/index.js'
import { nl } from '../../../src/language/nl/index.js'
import { newStudy, type Study } from '../../../src/study/index.js'
import { respondent, studyOf, transcript } from '../../builders.js'
import { memberStudy, turned } from '../member/memberStudy.js'

const listOf = (study: Study, language = en) => [...api.ramesesChecklist(study, { language })]
const bare = (lines: readonly string[]) => lines.map(line => line.replace(/^\(\d+\) /u, ''))
const item = (study: Study, n: number, language = en) => {
  const row = listOf(study, language)[n - 1]!
  return { ...row, facts: bare(row.facts), where: bare(row.where) }
}
const page = (id: string, text: string, extra: Readonly<Record<string, string>> = {}) => ({ id, text, about: [], extra })

describe('the checklist of a study', () => {
  let study: Study
  let safe: api.SafeStudy
  beforeAll(async () => {
    study = await openStudy('fixtures/zorgnetwerk')
    safe = api.anonymise(study, { register: await openRegister('fixtures/zorgnetwerk.secret/register.csv'), language: nl }).study
  })

  it('has twenty items in six sections, in both languages', () => {
    for (const language of [en, nl]) {
      expect(listOf(study, language).map(row => row.item)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1))
      expect(new Set(listOf(study, language).map(row => row.section)).size).toBe(6)
    }
    expect(en.rameses.items.map(one => one.section)).toEqual([
      ...['title', 'summary', ...Array(4).fill('introduction'), ...Array(7).fill('methods'), ...Array(2).fill('results')],
      ...Array(5).fill('discussion'),
    ])
  })

  it('tells facts with their places, and to the team their rows', () => {
    expect(item(study, 1, nl)).toMatchObject({ where: ['study.json, title'], missing: [] })
    expect(item(study, 4, nl).where[0]).toBe('theories.csv, rij 2')
    expect(item(study, 5, nl).facts[0]).toBe('vragen: 3')
    expect(item(study, 6, nl).missing).toEqual([nl.rameses.missing.noApproval])
    expect(item(study, 10, nl).facts[0]).toBe('Interviews met medisch specialisten: interviews, theorie vormen')
    expect(item(study, 12, nl).facts).toContain('bestuurder: gepland 6, bereikt 4, geweigerd 2')
    expect(item(study, 13, nl).facts.join()).toContain('versie verfijnd: De eis verklaarde het begin')
    expect(item(study, 15, nl).facts.join()).toMatch(/C2: bronnen voor 3, nuancerend \d, tegen \d/u)
    expect(item(study, 15, nl).facts.join()).toContain('voorgelegde bevindingen: 7')
    expect(item(study, 20, nl).missing).toEqual([nl.rameses.items[19]!.page])
  })

  it('gives each fact a place, and never a tick', () => {
    for (const one of [study, safe])
      for (const row of listOf(one, nl)) {
        expect(row.where).toHaveLength(row.facts.length)
        const numbers = (lines: readonly string[]) => lines.map(line => /^\(\d+\)/u.exec(line)?.[0])
        expect(numbers(row.where)).toEqual(numbers(row.facts))
        if (row.facts.length > 1) expect(numbers(row.facts)).toEqual(row.facts.map((_, i) => `(${i + 1})`))
        for (const text of [...row.facts, ...row.where, ...row.missing]) {
          expect(text).not.toMatch(/[✓✔☑☒]|\{\w+\}|undefined|null|NaN/u)
          expect(text.trim()).not.toBe('')
        }
      }
  })

  it('of a safe study is public, without days, rows or small groups', () => {
    const table = api.ramesesChecklist(safe)
    expect(table.audience).toBe('public')
    const text = [table.toCsv(), table.toMarkdown(), table.toHtml(), table.toText()].join('\n')
    expect(text).not.toMatch(/\d{4}-\d{2}-\d{2}/u)
    expect(text).not.toMatch(/csv, rij \d/u)
    expect(item(study, 11, nl).facts.join()).toMatch(/gehouden \d{4}-/u)
    expect(item(safe, 11, nl).missing.join()).not.toContain('zonder datum')
    expect(item(study, 12, nl).facts.join()).toContain('onderzoeker: gepland 2')
    expect(item(safe, 12, nl).facts.join()).not.toContain('onderzoeker')
    expect(item(safe, 14, nl).facts.join()).not.toContain('onderzoeker')
  })
})

describe('what is missing', () => {
  const empty = newStudy({ title: 'The open door', language: 'en' })

  it('of an empty study is nearly everything, said per item', () => {
    const rows = listOf(empty)
    for (const row of rows) expect(row.missing.length, String(row.item)).toBeGreaterThan(0)
    expect(rows.flatMap(row => row.facts)).toEqual(['title: The open door'])
  })

  it('changes with what is written', () => {
    const theories = [
      { id: 'first', kind: 'initial', from: null, date: null, statement: 'Doors help.', origin: null, reason: null, extra: {} },
    ] as const
    const written: Study = {
      ...empty,
      title: 'The open door: a realist evaluation',
      ethics: 'Approved by the committee of the region.',
      questions: ['For whom?'],
      theories,
      pages: [
        page('9-end', 'Text.\n\n## Strengths and limitations\n\nSome.\n\n### Funding\n'),
        page('1-start', 'Text', { chapter: 'introduction' }),
      ],
    }
    expect(item(written, 1).missing).toEqual([])
    expect(item(written, 6)).toMatchObject({ facts: ['Approved by the committee of the region.'], missing: [] })
    expect(item(written, 4).missing).toContain('of version first of the theory it is not said where it comes from')
    expect(item(written, 4).missing).not.toContain(en.rameses.missing.noTheory)
    expect(item(written, 17)).toMatchObject({
      facts: ['page of the report: Strengths and limitations'],
      where: ['report/9-end.md, row 3'],
      missing: [],
    })
    expect(item(written, 20)).toMatchObject({ where: ['report/9-end.md, row 7'], missing: [] })
    expect(item(written, 3)).toMatchObject({ facts: ['page of the report: introduction'], where: ['report/1-start.md'] })
    // A word within another is not the word.
    expect(item({ ...empty, pages: [page('x', '# Unfunding the microscope')] }, 5).missing).toContain(en.rameses.items[4]!.page)
  })

  it('says of people only what is of three or more to readers', () => {
    const talks = ['1', '2', '3', '4'].map(id => transcript(`i${id}`, [`${id}: We came for a talk.`]))
    const people = ['1', '2', '3', '4'].map((id, i) => respondent(id, { group: i < 3 ? 'nurse' : null }))
    const made = studyOf(talks, { respondents: people })
    const { study: safe } = api.anonymise(made, { register: api.noNames('invented'), language: en })
    expect(item(made, 14).missing.join()).toContain('no group is stated: 1')
    expect(item(safe, 14).missing.join()).not.toContain('no group')
    expect(fewestPeople).toBe(3)
  })

  it('counts nothing where only quotes are known', () => {
    const made = fc.sample(memberStudy, { numRuns: 1, seed: 5 })[0]!
    const text = JSON.stringify(listOf({ ...made, basis: 'quotes' }))
    expect(text).not.toMatch(/sources for|sources by group|conversations \d/u)
  })
})

it('is the same whatever the order of what was coded', () => {
  fc.assert(
    fc.property(memberStudy, made => {
      expect(listOf(turned(made))).toEqual(listOf(made))
    }),
    { numRuns: 40 },
  )
})
