import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { openPass, selectivePass } from '../../src/coding/index.js'
import { en } from '../../src/language/en/index.js'
import type { Recogniser } from '../../src/language/index.js'
import { anonymise, type Entry, readDecisions } from '../../src/privacy/index.js'
import { buildReport, checkRelease, quoteTable, type ReleaseOptions } from '../../src/report/index.js'
import { type SafeStudy, type Study, StudyError } from '../../src/study/index.js'
import { Table } from '../../src/table/index.js'
import { by, entry, studyOf, transcript } from '../builders.js'

const interview = transcript('i1', [
  '1: We met every week. In Sneek we agreed within a month what to do. Nobody was late.',
  '2: In Joure they never met at all, not even once a year.',
])
const coded = selectivePass(
  openPass(studyOf([interview], { consent: 'verbatim' }), by, pass => {
    pass.code(pass.fragment('i1', 'In Sneek we agreed within a month what to do. Nobody was late.'), 'meeting', { role: 'mechanism' })
    pass.code(pass.fragment('i1', 'In Joure they never met at all, not even once a year.'), 'meeting', { role: 'mechanism' })
  }),
  by,
  pass => pass.theme('Meeting', { role: 'mechanism', codes: ['meeting'] }),
)
const certainty = { Sneek: 'sure', Joure: 'likely' } as const
const towns: Recogniser = text =>
  [...text.matchAll(/Sneek|Joure/gu)].map(({ 0: words, index }) => ({
    type: 'LOCATION',
    start: index,
    end: index + words.length,
    text: words,
    certainty: certainty[words as keyof typeof certainty],
  }))
const other = entry('Otto Canary')
const made = (register: readonly Entry[] = [other], study = coded) => {
  const { study: safe } = anonymise(study, { register, language: en, recognisers: [towns] })
  return { safe, outputs: [quoteTable(safe), buildReport(safe)] }
}
const secret = new Uint8Array(16)
/** Signs every dossier, so that what is left is the rest. */
const dossiersSigned = (safe: SafeStudy, outputs: ReleaseOptions['outputs'], rows = '') => {
  const dossiers = checkRelease(safe, { outputs, decisions: readDecisions('', secret) }).toDecide.filter(one => one.kind === 'dossier')
  const lines = dossiers.map(({ point }) => `${point},print,MV,2026-05-01,read`)
  return readDecisions(['point,what,who,when,why', ...lines, rows].join('\n'), secret)
}
const signed = (point: string, what = 'print') => `${point},${what},MV,2026-05-01,the town is in the title\n`

describe('checkRelease', () => {
  it('puts what is sure and not in the register before a person: once, with its sentence and all its places', () => {
    const { safe, outputs } = made()
    const release = checkRelease(safe, { outputs, decisions: dossiersSigned(safe, outputs) })
    expect(release.open).toBe(1)
    const [row] = release.table.rows
    expect(row).toMatchObject({ kind: 'mark', entry: 'LOCATION Sneek', decided: '' })
    expect(row!.passage).toBe('In Sneek we agreed within a month what to do.')
    expect(row!.place).toMatch(/table, row \d, column quote; report, chapter/u)
    expect(outputs.some(output => release.lets(output))).toBe(false)
  })

  it('has nothing to ask of what is registered, or may stay', () => {
    for (const match of ['anywhere', 'keep'] as const) {
      const { safe, outputs } = made([entry('Sneek', { match, type: 'LOCATION' })])
      const release = checkRelease(safe, { outputs, decisions: dossiersSigned(safe, outputs) })
      expect(release.open).toBe(0)
      expect(outputs.every(output => release.lets(output))).toBe(true)
    }
  })

  it('does not ask about sentences of the library itself', () => {
    const { safe } = made()
    const table = new Table({ title: 'T', columns: ['a'], rows: [{ a: 'x' }], basis: 'counted in Sneek', of: safe })
    expect(checkRelease(safe, { outputs: [table] }).table.rows.filter(row => row.kind === 'mark')).toEqual([])
  })

  it('takes a decision to print for the very text, and no other', () => {
    const { safe, outputs } = made()
    const [point] = checkRelease(safe, { outputs, decisions: readDecisions('', secret) }).toDecide
    const decisions = (row: string) => dossiersSigned(safe, outputs, row)
    expect(checkRelease(safe, { outputs, decisions: decisions(signed(point!.point)) })).toMatchObject({ open: 0, decided: 3 })
    expect(checkRelease(safe, { outputs, decisions: decisions(signed(point!.point, 'wait')) }).open).toBe(1)
    const changed = { ...coded, transcripts: [{ ...interview, text: interview.text.replace('a month', 'a year ') }] }
    const again = made([other], changed)
    const lapsed = checkRelease(again.safe, { outputs: again.outputs, decisions: decisions(signed(point!.point)) })
    expect(lapsed.table.rows.filter(row => row.decided === '').map(row => [row.kind, row.entry])).toEqual([
      ['mark', 'LOCATION Sneek'],
      ['dossier', 'Respondent 1'],
    ])
  })

  it('lets only what was looked at, and made from this very study', () => {
    const { safe, outputs } = made([entry('Sneek')])
    const first = outputs.slice(0, 1)
    const release = checkRelease(safe, { outputs: first, decisions: dossiersSigned(safe, first) })
    expect([release.lets(outputs[0]!), release.lets(outputs[1]!), release.lets({})]).toEqual([true, false, false])
    expect(() => checkRelease(made().safe, { outputs })).toThrow('was not made from this safe study')
    const team = new Table({ title: 'T', columns: [], rows: [], basis: '', of: coded })
    expect(() => checkRelease(safe, { outputs: [team] })).toThrow(StudyError)
  })

  it('looks at every turn and every row when the study itself goes out', () => {
    const asked = transcript('i1', [...interview.text.trim().split('\n'), 'I: And in Sneek, who came?'])
    const { safe } = made([other], {
      ...coded,
      transcripts: [asked],
      topics: [{ id: 't', label: 'Sneek', parent: null, role: null, extra: {} }],
    })
    const rows = checkRelease(safe, { outputs: [safe] }).table.rows.filter(row => row.kind === 'mark')
    expect(rows.map(row => row.place)).toEqual(['topics.csv, row 2, column label', 'transcript t1, turn 1', 'transcript t1, turn 3'])
  })

  it('shows only counts', () => {
    const { safe, outputs } = made()
    const release = checkRelease(safe, { outputs })
    for (const shown of [inspect(release), inspect(release.table), inspect({ release })]) expect(shown).not.toContain('Sneek')
    expect(inspect(release)).toBe('Release: 3 points open, 0 decided')
  })

  it('asks for each label that its dossier is signed, and again when something is added under it', () => {
    const { safe, outputs } = made([entry('Sneek')])
    const open = checkRelease(safe, { outputs }).toDecide
    expect(open.map(row => [row.kind, row.entry])).toEqual([
      ['dossier', 'Respondent 1'],
      ['dossier', 'Respondent 2'],
    ])
    const more = new Table({
      title: 'More',
      columns: ['label', 'quote'],
      rows: [{ label: 'Respondent 2', quote: 'In Joure they never met at all' }],
      basis: '',
      of: safe,
    })
    const wider = checkRelease(safe, { outputs: [...outputs, more], decisions: dossiersSigned(safe, outputs) })
    expect(wider.toDecide.map(row => row.entry)).toEqual(['Respondent 2'])
    expect([...wider.dossiers].map(one => one.label)).toEqual(['Respondent 1', 'Respondent 2'])
  })

  it('asks it of an archive too, of all that each person says', () => {
    const { safe } = made([entry('Sneek'), entry('Joure')])
    const release = checkRelease(safe, { outputs: [safe] })
    expect(release.toDecide.map(row => row.entry)).toEqual(['Respondent 1', 'Respondent 2'])
    expect([...release.dossiers].flatMap(one => one.printed.map(item => item.words)).join(' ')).toContain('We met every week.')
  })

  it('puts what was promised otherwise before a person: once for a promise, with all that clashes', () => {
    const refused: Study = { ...coded, respondents: coded.respondents.map(one => (one.id === '2' ? { ...one, consent: 'none' } : one)) }
    const { safe, outputs } = made([entry('Sneek')], refused)
    const decisions = dossiersSigned(safe, outputs)
    const [row, ...others] = checkRelease(safe, { outputs, decisions }).table.rows.filter(one => one.decided === '')
    expect(others).toEqual([])
    expect(row).toMatchObject({ kind: 'consent', entry: 'Respondent 2: quote: no (respondents.csv)', what: 'no quotes at all' })
    expect(row!.passage).not.toContain('Joure')
    const settled = checkRelease(safe, { outputs, decisions: dossiersSigned(safe, outputs, signed(row!.point)) })
    expect(settled.open).toBe(0)
  })
})
