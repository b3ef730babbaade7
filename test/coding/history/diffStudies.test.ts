import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { axialPass, diffStudies, isSameTables, openPass, selectivePass, undoPass, withJournal } from '../../../src/coding/index.js'
import type { Study } from '../../../src/study/index.js'
import { by, studyOf, transcript } from '../../builders.js'
import { doStep, step } from '../steps.js'

const words = 'north south east west stone river bridge market tower garden'.split(' ')
const empty = withJournal(studyOf([transcript('i1', [`1: ${words.join(' ')}`]), transcript('i2', [`2: ${words.join(' ')}`])]))
const coded = openPass(empty, by, pass => {
  const code = (at: string, word: string, name: string) => pass.code(pass.fragment(at, word), name, { role: 'context' })
  for (const word of words.slice(0, 3)) code('i1', word, 'trust')
  for (const word of words.slice(3, 5)) code('i2', word, 'trusting')
  code('i2', 'river', 'norms')
})
const ids = coded.codings.map(coding => coding.id)
const says = (a: Study, b: Study) => diffStudies(a, b).rows.map(row => row.what)
const axial = (work: Parameters<typeof axialPass>[2], from = coded) => axialPass(from, { coder: 'JT', date: '2020-06-01' }, work)

describe('diffStudies', () => {
  it('says who added what where, and which codes are new', () => {
    expect(says(empty, coded)).toEqual([
      "3 codes added: 'norms', 'trust' and 'trusting'",
      '6 codings added by MV in 2 transcripts, with 3 new codes',
    ])
    const more = openPass(coded, { coder: 'AB', date: '2020-05-05' }, pass => {
      for (const name of ['trust', 'hope']) pass.code(pass.fragment('i1', 'garden'), name, { role: 'outcome' })
    })
    expect(says(coded, more)).toEqual(["1 code added: 'hope'", '2 codings added by AB in 1 transcript, with 2 codes, 1 of them new'])
    expect(says(more, coded)).toEqual(["1 code removed: 'hope'", '2 codings removed by AB in 1 transcript, with 2 codes'])
  })

  it('sees a merge from where the codings went, and what only went along with it', () => {
    const themed = selectivePass(coded, by, pass => {
      pass.theme('Trust', { role: 'context', codes: ['trust', 'trusting'] })
      pass.configure({ context: ['trusting'] }, { id: 'C1' })
    })
    const related = axial(pass => pass.relate('trusting', 'causes', 'norms'), themed)
    expect(
      says(
        related,
        axial(pass => pass.merge(['trust', 'trusting'], 'trust'), related),
      ),
    ).toEqual(["merged the code 'trusting' into 'trust', 2 codings moved, 1 theme, 1 configuration and 1 relation with it"])
    expect(
      says(
        coded,
        axial(pass => pass.merge(['trust', 'trusting'], 'faith')),
      ),
    ).toEqual(["merged 2 codes into 'faith' (new): 'trust' and 'trusting', 5 codings moved"])
  })

  it('does not take for part of a merge what else was changed in the same field', () => {
    const themed = selectivePass(coded, by, pass => pass.theme('Trust', { role: 'context', codes: ['trusting'] }))
    const both = axial(pass => pass.merge(['trusting'], 'trust'), themed)
    const more = selectivePass(both, by, pass => pass.theme('Trust', { role: 'context', codes: ['trust', 'norms'] }))
    expect(says(themed, more)).toEqual([
      "theme 'Trust': codes + 'trust' and 'norms', − 'trusting'",
      "merged the code 'trusting' into 'trust', 2 codings moved",
    ])
  })

  it('sees a code that fell apart, one that was replaced, and codings that were recoded', () => {
    expect(
      says(
        coded,
        axial(pass => pass.split('trust', coding => (coding.start < 9 ? 'early' : 'late'))),
      ),
    ).toEqual(["split the code 'trust' into 'late' (2 codings) and 'early' (1 coding), the code retired"])
    expect(
      says(
        coded,
        axial(pass => pass.split('trust', coding => (coding.start < 9 ? 'trust' : 'late'))),
      ),
    ).toEqual(["split the code 'trust' into 'late' (2 codings)"])
    expect(
      says(
        coded,
        axial(pass => pass.merge(['norms'], 'rules')),
      ),
    ).toEqual(["replaced the code 'norms' by 'rules', 1 coding moved"])
    expect(
      says(
        coded,
        axial(pass => pass.recode(ids.slice(0, 3), { code: 'norms' })),
      ),
    ).toEqual(["recoded 3 codings from 'trust' to 'norms'"])
  })

  it('says what else happened to codes, codings and relations', () => {
    const worked = axial(pass => {
      pass.rename('trust', 'faith')
      pass.nest('trusting', 'norms')
      pass.retire('norms')
      pass.relate('norms', 'blocks', 'trusting')
      pass.recode(ids.slice(0, 2), { role: 'mechanism', memo: 'a thought' })
      pass.settle(ids.slice(3, 5), { memo: 'agreed', at: { start: 20, end: 30 } })
    })
    expect(says(coded, worked)).toEqual([
      "code 'faith': renamed from 'trust' to 'faith'",
      "code 'norms': retired",
      "code 'trusting': put under 'norms'",
      "1 relation added: 'norms' blocks 'trusting'",
      'settled 2 codings into one by JT in 1 transcript',
      '2 codings: memo written',
      '2 codings: role from context to mechanism',
    ])
    expect(says(worked, coded)).toContain('took apart 1 settlement by JT: 2 codings in 1 transcript')
  })

  it('says how a theory went on', () => {
    const theories = ['v1', 'v2'].map(id => ({
      id,
      kind: null,
      from: null,
      date: null,
      statement: null,
      origin: null,
      reason: null,
      extra: {},
    }))
    const first = selectivePass({ ...coded, theories, journal: [] }, by, pass => {
      pass.theme('Trust', { role: 'context', codes: ['trust'], claim: 'It helps.' })
      pass.configure({ context: ['trust'] }, { id: 'C3', theory: 'v1' })
    })
    const second = selectivePass(first, by, pass => {
      pass.theme('Trust', { role: 'context', codes: ['trust'], claim: 'It helps a little.', polarity: 'enabling' })
      pass.configure({ context: ['trust'] }, { id: 'C3', theory: 'v1', status: 'contested' })
      pass.configure({ context: ['norms'] }, { id: 'C3', theory: 'v2', from: ['C3'], change: 'narrowed', reason: 'the negative case' })
      pass.evidence('C3', ids[0]!, { stance: 'supports', theory: 'v2' })
      pass.evidence('C3', 'annual report', { stance: 'refutes', theory: 'v2', basis: 'other data' })
    })
    expect(says(first, second)).toEqual([
      'configuration C3 (v1): status set to contested',
      'configuration C3 (v2): narrowed from C3, reason given',
      "theme 'Trust': polarity set to enabling; claim reworded",
      '2 pieces of evidence added: of C3 (1 supports, 1 refutes)',
    ])
  })

  it('says what a changed text did to codings', () => {
    const [one, two] = coded.transcripts
    const text = one!.text.replace('north', 'northern')
    const [first, ...rest] = coded.codings
    const moved = rest.map(coding => (coding.transcript === 'i1' ? { ...coding, start: coding.start + 3, end: coding.end + 3 } : coding))
    const revised = { ...coded, transcripts: [{ ...one!, text }, two!], codings: moved, lost: [first!] }
    expect(says(coded, revised)).toEqual(['text of i1 changed: 2 codings moved, 1 lost'])
    expect(says(revised, coded)).toEqual(['text of i1 changed: 2 codings moved, 1 found again'])
    const quote = { id: 'q1', transcript: 'i1', spans: [{ start: 2, end: 9 }] }
    const quoted = (start: number, hash: string) =>
      ({
        ...coded,
        transcripts: [{ ...one!, hash }, two!],
        quotes: [{ ...quote, spans: [{ start, end: 9 }] }],
        prompts: [{ id: 'p', transcript: 'i1', start, end: start + 5, configuration: 'C1', theory: null, extra: {} }],
      }) as object as Study
    expect([...says(quoted(2, 'x'), quoted(4, 'y'))].sort()).toEqual([
      'prompt of the interviewer: moved to another place in the text',
      'quote q1: moved to another place in the text',
      'transcript i1: file changed',
    ])
    expect(says(coded, { ...coded, codings: rest, lost: [first!] })).toEqual(['1 coding in 1 transcript lost: their words were not found'])
  })

  it('says what is not in tables', () => {
    const page = { id: 'intro', text: 'a', about: [], extra: {} }
    const a = { ...coded, pages: [page] }
    const b = { ...coded, title: 'Other', pages: [{ ...page, text: 'b' }], memos: [{ ...page, id: 'm1' }] }
    expect(says(a, b)).toEqual(['study.json changed: title', '1 page of the report changed: intro', '1 memo added: m1'])
  })

  it('says the same whatever the order of the rows, and nothing when nothing differs', () => {
    const worked = axial(pass => pass.merge(['trust', 'trusting'], 'faith'))
    const shuffled = { ...worked, codings: [...worked.codings].reverse(), codes: [...worked.codes].reverse() }
    expect(says(coded, shuffled)).toEqual(says(coded, worked))
    expect(says(worked, structuredClone(worked))).toEqual([])
  })

  it('gives every field on request, and is for the team', () => {
    const recoded = axial(pass => pass.recode([ids[0]!], { polarity: 'both' }))
    const fields = diffStudies(coded, recoded, { fields: true })
    expect(fields.rows).toEqual([{ table: 'codings', what: 'changed', id: ids[0], field: 'polarity', before: '', after: 'both' }])
    expect([fields.audience, diffStudies(coded, recoded).audience]).toEqual(['team', 'team'])
    const text = diffStudies(
      coded,
      { ...coded, transcripts: [{ ...coded.transcripts[0]!, text: 'x' }, coded.transcripts[1]!] },
      { fields: true },
    )
    expect(text.rows).toMatchObject([{ table: 'transcripts', id: 'i1', field: 'text', after: 'x' }])
  })

  it('tells of every row that differs, and of no other', () => {
    const studies = fc.array(step, { minLength: 4, maxLength: 24 }).map(steps => steps.reduce(doStep, empty))
    fc.assert(
      fc.property(studies, studies, (a, b) => {
        const told = new Set(diffStudies(a, b).rows.flatMap(row => row.ids))
        const differing = new Set(diffStudies(a, b, { fields: true }).rows.map(row => row.id))
        expect(told).toEqual(differing)
        expect(told.size === 0).toBe(isSameTables(a, b) && a.transcripts.every((one, i) => one.text === b.transcripts[i]!.text))
      }),
      { numRuns: 200 },
    )
  })

  it('of an undo says the opposite of the pass', () => {
    const merged = axial(pass => pass.merge(['trusting'], 'trust'))
    expect(says(merged, undoPass(merged, by))).toEqual(["split the code 'trust' into 'trusting' (2 codings)"])
  })
})
