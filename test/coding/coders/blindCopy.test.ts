import { describe, expect, it } from 'vitest'
import { axialPass, blindCopy, differences, isBlind, openPass, replay, selectivePass } from '../../../src/coding/index.js'
import { findProblems, type Study } from '../../../src/study/index.js'
import { by, studyOf, transcript } from '../../builders.js'

const interview = transcript('i1', [
  'I: How did it begin?',
  '1: When the norm came we sat round the table within a month. We had to.',
  '1: Then people began to trust each other.',
])
const page = { id: 'trust', text: 'Trust came first', about: [], extra: {} }
const jt = { coder: 'JT', date: '2020-05-05' }
const first = openPass(studyOf([interview]), by, pass => {
  const norm = pass.code(pass.fragment('i1', 'When the norm came'), 'norms', { role: 'context', polarity: 'enabling' })
  pass.define('norms', { definition: 'rules from outside', typical: [norm] })
  const trust = pass.code(pass.fragment('i1', 'people began to trust'), 'trust', { role: 'mechanism' })
  pass.account([norm, trust])
})
const second = openPass(first, jt, pass => {
  pass.code(pass.fragment('i1', 'When the norm came'), 'norms', { polarity: 'hindering' })
  const table = pass.code(pass.fragment('i1', 'sat round the table'), 'meetings', { role: 'mechanism' })
  pass.define('meetings', { typical: [table] })
})
const sides = second.codings.filter(one => one.code === 'norms').map(one => one.id)
const settled = axialPass(second, by, pass => {
  pass.settle(sides, { polarity: 'both', memo: 'it pressed and it helped' })
  pass.relate('norms', 'causes', 'meetings')
})
const whole: Study = {
  ...selectivePass(settled, by, pass => {
    pass.theme('Trust', { role: 'mechanism', codes: ['trust'], bullet: 'Trust carries.' })
    pass.configure({ context: ['norms'], mechanism: ['trust'] }, { id: 'C1', statement: 'norms make people trust' })
    pass.evidence('C1', settled.codings[1]!.id, { stance: 'supports' })
  }),
  pages: [page],
  memos: [page],
  cases: [{ id: 'east', name: null, extra: {} }],
  cells: [{ id: 'x', case: 'east', theme: 'Trust', configuration: null, theory: null, summary: 'Trust grew', status: null, extra: {} }],
  quotes: [
    {
      id: 'q',
      transcript: 'i1',
      spans: [{ start: 30, end: 40 }],
      text: null,
      form: null,
      translation: null,
      themes: ['Trust'],
      configurations: [],
      attribution: null,
      approved: null,
      order: null,
      extra: {},
    },
  ],
}

describe('blindCopy', () => {
  const copy = blindCopy(whole, 'JT')

  it('hides what others coded and everything made of codings, in the journal too', () => {
    expect(new Set(copy.codings.map(one => one.coder))).toEqual(new Set(['JT']))
    for (const table of ['evidence', 'themes', 'configurations', 'relations', 'pages', 'memos', 'quotes', 'cells'] as const)
      expect(copy[table]).toEqual([])
    const journal = JSON.stringify(copy.journal)
    for (const hidden of ['pressed and', 'MV', 'Trust carries', 'C1', 'causes', sides[0]!]) expect(journal).not.toContain(hidden)
    expect(journal).toContain('rules from outside')
  })

  it('shows the codebook, the texts and the coder’s own codings as the coder left them', () => {
    expect(copy.codes.map(one => [one.id, one.definition, one.typical.length])).toEqual([
      ['norms', 'rules from outside', 0],
      ['trust', null, 0],
      ['meetings', null, 1],
    ])
    expect(copy.transcripts).toEqual(whole.transcripts)
    // Settled with others: a status would tell that somebody disagreed.
    expect(copy.codings.map(one => [one.code, one.status, one.polarity])).toEqual([
      ['norms', 'open', 'hindering'],
      ['meetings', 'open', null],
    ])
    expect(blindCopy(whole, 'AB').codings).toEqual([])
  })

  it('is sound, tells its own journal, and is the same each time', () => {
    expect(findProblems(copy)).toEqual([])
    expect(differences(replay(copy.journal, copy), copy)).toEqual([])
    expect(blindCopy(structuredClone(whole), 'JT').journal).toEqual(copy.journal)
    expect(blindCopy(whole, 'AB').journal[0]!.id).not.toBe(copy.journal[0]!.id)
  })

  it('is known as blind, also after it was written, read and worked on', () => {
    expect([isBlind(copy), isBlind(whole), isBlind(studyOf([]))]).toEqual([true, false, false])
    const read = JSON.parse(JSON.stringify(copy)) as Study
    const worked = openPass(read, jt, pass => void pass.code(pass.fragment('i1', 'We had to.'), 'duty', { role: 'context' }))
    expect(isBlind(worked)).toBe(true)
  })

  it('shows tables on request, with what they refer to, and never the codings', () => {
    const shown = blindCopy(whole, 'AB', { show: ['prompts', 'relations'] })
    expect(shown.configurations.map(one => one.id)).toEqual(['C1'])
    expect(shown.relations).toHaveLength(1)
    expect([shown.codings, shown.evidence, shown.themes]).toEqual([[], [], []])
    expect(findProblems(shown)).toEqual([])
  })

  it('asks for a coder, and for tables that can be shown', () => {
    expect(() => blindCopy(whole, ' ', { show: ['evidence' as 'themes', 'codings' as 'themes'] })).toThrow(/3 problems/u)
  })
})
