import { describe, expect, it } from 'vitest'
import {
  axialPass,
  blindCopy,
  editPass,
  mergeCoders,
  openPass,
  replay,
  selectivePass,
  undoPass,
  withJournal,
} from '../../../src/coding/index.js'
import { withdrawRespondent } from '../../../src/privacy/index.js'
import { findProblems, type Study, StudyError } from '../../../src/study/index.js'
import { by, studyOf, transcript } from '../../builders.js'

const interview = transcript('i1', [
  'I: How did it begin?',
  '1: When the norm came we sat round the table within a month. We had to.',
  '1: Then people began to trust each other.',
])
const at = (coder: string, day = 5) => ({ coder, date: `2020-05-0${day}` })
const base = openPass(withJournal(studyOf([interview])), by, pass => {
  pass.code(pass.fragment('i1', 'When the norm came'), 'norms', { role: 'context' })
  pass.code(pass.fragment('i1', 'people began to trust'), 'trust', { role: 'mechanism' })
})
const [norm, trust] = base.codings.map(one => one.id)
const recode = (coder: string, facts: Parameters<Parameters<Parameters<typeof axialPass>[2]>[0]['recode']>[1], from: Study = base) =>
  axialPass(from, at(coder), pass => pass.recode([norm!], facts))
const code = (coder: string, words: string, name: string, role: string, from: Study = base) =>
  openPass(from, at(coder), pass => void pass.code(pass.fragment('i1', words), name, { role }))
const problemsOf = (work: () => unknown): readonly string[] => {
  try {
    work()
  } catch (error) {
    if (error instanceof StudyError) return error.problems.map(problem => `${problem.call}: ${problem.what}`)
    throw error
  }
  return []
}

describe('mergeCoders', () => {
  it('brings in that somebody withdrew from being printed: no text changes by that', () => {
    for (const scope of ['quotes', 'archive'] as const) {
      const { study: held } = withdrawRespondent(base, '1', { scope, by: at('AB') })
      const { study } = mergeCoders(base, [held, code('CD', 'We had to.', 'duty', 'context')], by)
      expect(study.consents).toEqual(held.consents)
      expect(study.consents.length).toBeGreaterThan(0)
      expect(study.codings).toHaveLength(3)
      expect(undoPass(study, by).consents).toEqual([])
    }
  })

  it('lets the codings of several coders stand side by side, and says how many came from whom', () => {
    const a = code('AB', 'We had to.', 'duty', 'context', code('AB', 'When the norm came', 'norms', 'context'))
    const b = code('CD', 'When the norm came', 'norms', 'mechanism')
    const { study, conflicts } = mergeCoders(base, [a, b], by)
    expect(study.codings.map(one => [one.coder, one.code, one.role])).toEqual([
      ['MV', 'norms', 'context'],
      ['MV', 'trust', 'mechanism'],
      ['AB', 'norms', 'context'],
      ['AB', 'duty', 'context'],
      ['CD', 'norms', 'mechanism'],
    ])
    expect(conflicts.rows).toEqual([])
    expect(conflicts.audience).toBe('team')
    expect(conflicts.basis).toBe('2 studies merged into 2 codings of the base; codings brought in: 2 of AB, 1 of CD; 5 now')
    expect(study.journal.map(pass => pass.kind)).toEqual(['import', 'open', 'merge'])
  })

  it('takes what one changed and what several changed alike, field by field', () => {
    const { study, conflicts } = mergeCoders(
      base,
      [recode('AB', { polarity: 'enabling' }), recode('CD', { level: 'meso', polarity: 'enabling' })],
      by,
    )
    expect(study.codings[0]).toMatchObject({ polarity: 'enabling', level: 'meso' })
    expect(conflicts.rows).toEqual([])
  })

  it('overwrites nothing that was changed differently, and lists every side', () => {
    const known = recode('MV', { polarity: 'both' })
    const sides = (['enabling', 'hindering', 'enabling'] as const).map((polarity, i) =>
      recode(['AB', 'CD', 'EF'][i]!, { polarity, level: 'meso' }, known),
    )
    const { study, conflicts } = mergeCoders(known, sides, by)
    expect(study.codings[0]).toMatchObject({ polarity: 'both', level: 'meso' })
    expect(conflicts.rows).toEqual([
      {
        table: 'codings',
        id: norm,
        field: 'polarity',
        what: 'changed differently',
        before: 'both',
        sides: 'AB 2020-05-05: enabling | CD 2020-05-05: hindering | EF 2020-05-05: enabling',
        stands: 'both',
        todo: 'agree on one, and change it in a pass where another stands',
        transcript: 'i1',
        start: study.codings[0]!.start,
        end: study.codings[0]!.end,
        passes: sides.map(one => one.journal.at(-1)!.id).join('; '),
      },
    ])
  })

  it('takes every addition to a list and every removal from it', () => {
    const more = ['duty', 'haste'].reduce((study, name) => code('MV', 'We had to.', name, 'context', study), base)
    const themed = (from: Study, coder: string, codes: readonly string[]) =>
      selectivePass(from, at(coder), pass => void pass.theme('Norms', { role: 'context', codes }))
    const start = themed(more, 'MV', ['norms', 'duty'])
    const { study, conflicts } = mergeCoders(
      start,
      [themed(start, 'AB', ['norms', 'duty', 'haste']), themed(start, 'CD', ['duty', 'trust'])],
      by,
    )
    expect(study.themes[0]!.codes).toEqual(['duty', 'haste', 'trust'])
    expect(conflicts.rows).toEqual([])
  })

  it('leaves a row that several made differently as the earliest made it, filled up with what only one gave', () => {
    const define = (coder: string, day: number, facts: { definition: string; when?: string }) =>
      openPass(base, at(coder, day), pass => pass.define('duty', { role: 'context', ...facts }))
    const late = define('AB', 7, { definition: 'a must', when: 'always' })
    const early = define('CD', 6, { definition: 'felt as a must' })
    const { study, conflicts } = mergeCoders(base, [late, early], by)
    expect(study.codes.at(-1)).toMatchObject({ id: 'duty', definition: 'felt as a must', when: 'always' })
    expect(conflicts.rows.map(one => [one.id, one.field, one.sides, one.stands])).toEqual([
      ['duty', 'definition', 'CD 2020-05-06: felt as a must | AB 2020-05-07: a must', 'felt as a must'],
    ])
  })

  it('takes the same coding of one coder on two machines once, and lists what differs', () => {
    const first = openPass(base, at('JT', 5), pass => void pass.code(pass.fragment('i1', 'We had to.'), 'norms', { polarity: 'enabling' }))
    const second = openPass(
      base,
      at('JT', 6),
      pass => void pass.code(pass.fragment('i1', 'We had to.'), 'norms', { polarity: 'hindering', level: 'meso' }),
    )
    const { study, conflicts } = mergeCoders(base, [second, first], by)
    expect(study.codings.slice(2)).toMatchObject([{ coder: 'JT', polarity: 'enabling', level: 'meso', pass: first.journal.at(-1)!.id }])
    expect(conflicts.rows.map(one => [one.field, one.sides])).toEqual([['polarity', 'JT 2020-05-05: enabling | JT 2020-05-06: hindering']])
  })

  it('keeps a code that one merged away and another used or changed, and says what to do', () => {
    const a = axialPass(base, at('AB'), pass => pass.merge(['norms'], 'trust'))
    const b = code('CD', 'We had to.', 'norms', 'context')
    const { study, conflicts } = mergeCoders(base, [a, b], by)
    expect(findProblems(study)).toEqual([])
    expect(study.codes.map(one => one.id)).toEqual(['norms', 'trust'])
    expect(study.codings.map(one => one.code)).toEqual(['trust', 'trust', 'norms'])
    expect(conflicts.rows).toMatchObject([
      {
        table: 'codes',
        id: 'norms',
        what: 'removed by one and still used',
        sides: 'AB 2020-05-05: removed | CD 2020-05-05: used in codings',
        stands: 'in the study',
      },
    ])
    const defined = openPass(base, at('CD'), pass => pass.define('norms', { definition: 'rules' }))
    const changed = mergeCoders(base, [a, defined], by)
    expect(undoPass(mergeCoders(base, [a], by).study, by).codes).toEqual(base.codes)
    expect(changed.study.codes.find(one => one.id === 'norms')!.definition).toBe('rules')
    expect(changed.conflicts.rows.map(one => one.what)).toEqual(['removed by one and changed by another'])
  })

  it('makes neither of two changes that cannot stand beside each other', () => {
    const a = axialPass(base, at('AB'), pass => pass.nest('norms', 'trust'))
    const b = axialPass(base, at('CD'), pass => pass.nest('trust', 'norms'))
    const { study, conflicts } = mergeCoders(base, [a, b], by)
    expect(study.codes.map(one => one.parent)).toEqual([null, null])
    expect(conflicts.rows.map(one => [one.id, one.field, one.sides])).toEqual([
      ['norms', 'parent', 'AB 2020-05-05: trust'],
      ['trust', 'parent', 'CD 2020-05-05: norms'],
    ])
  })

  it('keeps an account together on which evidence rests', () => {
    const joined = openPass(base, by, pass => void pass.account([norm!, trust!]))
    const start = selectivePass(joined, by, pass => void pass.configure({ context: ['norms'] }, { id: 'C1' }))
    const account = joined.codings[0]!.account!
    const a = axialPass(start, at('AB'), pass => pass.recode([norm!, trust!], { account: null }))
    const b = selectivePass(start, at('CD'), pass => pass.evidence('C1', account, { stance: 'supports' }))
    const { study, conflicts } = mergeCoders(start, [a, b], by)
    expect(findProblems(study)).toEqual([])
    expect(study.evidence).toHaveLength(1)
    expect(study.codings.map(one => one.account)).toEqual([account, account])
    expect(conflicts.rows.map(one => one.what)).toEqual(Array(2).fill('changed by one, and evidence rests on it'))
  })

  it('lists codes that two coders named almost or wholly alike, and joins none', () => {
    const a = axialPass(code('AB', 'We had to.', 'shared care', 'outcome'), at('AB'), pass => pass.rename('norms', 'rules'))
    const b = code('CD', 'sat round the table', 'rules', 'context', code('CD', 'We had to.', 'Shared  care', 'outcome'))
    const { study, conflicts } = mergeCoders(base, [a, b], by)
    expect(study.codes.map(one => one.name)).toEqual(['rules', 'trust', 'shared care', 'Shared  care', 'rules'])
    expect(conflicts.rows.map(one => [one.what, one.stands])).toEqual([
      ['two codes have names that are almost the same', 'Shared  care; shared care'],
      ['two codes have names that are almost the same', 'norms; rules'],
    ])
  })

  it('lets two readings that were agreed on apart both stand, and lists them', () => {
    const two = code('CD', 'When the norm came', 'norms', 'mechanism')
    const sides = two.codings.filter(one => one.code === 'norms').map(one => one.id)
    const settle = (coder: string, role: string) =>
      axialPass(two, at(coder, 6), pass => void pass.settle(sides, { role, memo: `${coder} heard it so` }))
    const { study, conflicts } = mergeCoders(two, [settle('AB', 'context'), settle('CD', 'mechanism')], by)
    const settled = study.codings.filter(one => one.status === 'settled')
    expect(settled.map(one => [one.coder, one.role, one.settles])).toEqual([
      ['AB', 'context', sides],
      ['CD', 'mechanism', sides],
    ])
    expect(conflicts.rows.map(one => [one.what, one.sides])).toEqual([
      ['settled differently', 'AB 2020-05-06: norms; context; AB heard it so | CD 2020-05-06: norms; mechanism; CD heard it so'],
    ])
    const alike = mergeCoders(two, [settle('AB', 'context'), settle('CD', 'context')], by)
    expect(alike.study.codings.filter(one => one.status === 'settled')).toHaveLength(1)
  })

  it('leaves evidence on what both settled, from where it goes over when the two readings are settled', () => {
    const two = selectivePass(code('CD', 'When the norm came', 'norms', 'mechanism'), by, pass => {
      pass.configure({ context: ['norms'] }, { id: 'C1' })
      pass.evidence('C1', norm!, { stance: 'supports' })
    })
    const sides = two.codings.filter(one => one.code === 'norms').map(one => one.id)
    const settle = (coder: string, role: string) =>
      axialPass(two, at(coder, 6), pass => void pass.settle(sides, { role, memo: `${coder} heard it so` }))
    const { study } = mergeCoders(two, [settle('AB', 'context'), settle('CD', 'mechanism')], by)
    expect(study.evidence.map(one => one.coding)).toEqual([norm])
    const both = study.codings.filter(one => one.status === 'settled').map(one => one.id)
    let agreed = ''
    const settled = axialPass(study, at('MV', 7), pass => {
      agreed = pass.settle(both, { role: 'context', memo: 'heard again together' })
    })
    expect(settled.evidence.map(one => one.coding)).toEqual([agreed])
    expect(findProblems(settled)).toEqual([])
    expect(undoPass(settled, by).evidence).toEqual(study.evidence)
  })

  it('tells in its pass which call of which pass made each change', () => {
    const a = recode('AB', { polarity: 'enabling' }, code('AB', 'We had to.', 'duty', 'context'))
    const b = axialPass(base, at('CD', 4), pass => pass.relate('norms', 'causes', 'trust'))
    const { study } = mergeCoders(base, [a, b], by)
    const merge = study.journal.at(-1)!
    expect(merge.changes.map(one => [one.call, one.brings, one.patches.map(patch => patch.table)])).toEqual([
      ['relate', { pass: b.journal.at(-1)!.id, kind: 'axial', ...at('CD', 4) }, ['relations']],
      ['code', { pass: a.journal.at(-2)!.id, kind: 'open', ...at('AB') }, ['codes', 'codings']],
      ['recode', { pass: a.journal.at(-1)!.id, kind: 'axial', ...at('AB') }, ['codings']],
    ])
    expect(merge.changes[1]!.note).toBe(a.journal.at(-2)!.changes[0]!.note)
    expect(study.codings.at(-1)!.pass).toBe(a.journal.at(-2)!.id)
    expect(merge.changes[2]!.patches[0]!.to).toEqual({ polarity: 'enabling' })
  })

  it('tells of a coding that was made and changed in one study first how it was made', () => {
    const made = code('AB', 'We had to.', 'duty', 'context')
    const a = axialPass(made, at('AB', 6), pass => pass.recode([made.codings.at(-1)!.id], { polarity: 'both' }))
    const { changes } = mergeCoders(base, [a], by).study.journal.at(-1)!
    expect(changes.map(one => one.patches.map(patch => patch.to?.polarity ?? null))).toEqual([[null, null], ['both']])
  })

  it('knows what came from one pass as one, in two merged studies that each hold it', () => {
    const a = code('AB', 'We had to.', 'duty', 'context')
    const ab = mergeCoders(base, [a, code('CD', 'We had to.', 'trust', 'mechanism')], by).study
    const changed = axialPass(ab, at('MV', 7), pass => pass.recode([a.codings[2]!.id], { role: 'outcome', polarity: 'both' }))
    const ae = mergeCoders(base, [a, code('EF', 'We had to.', 'norms', 'context')], by).study
    const { study, conflicts } = mergeCoders(base, [changed, ae], by)
    expect(study.codings.map(one => [one.coder, one.role, one.polarity]).slice(2)).toEqual([
      ['AB', 'outcome', 'both'],
      ['CD', 'mechanism', null],
      ['EF', 'context', null],
    ])
    expect(conflicts.rows).toEqual([])
  })

  it('does not empty a theme of which each took away another code', () => {
    const themed = (from: Study, coder: string, codes: readonly string[]) =>
      selectivePass(from, at(coder), pass => void pass.theme('Norms', { role: 'context', codes }))
    const start = themed(base, 'MV', ['norms', 'trust'])
    const { study, conflicts } = mergeCoders(start, [themed(start, 'AB', ['norms']), themed(start, 'CD', ['trust'])], by)
    expect(study.themes[0]!.codes).toEqual(['norms', 'trust'])
    expect(conflicts.rows.map(one => [one.what, one.sides])).toEqual([
      ['does not go together with what another changed', 'AB 2020-05-05: norms | CD 2020-05-05: trust'],
    ])
  })

  it('marks no coding as an example of a code that another took it from, or as typical and borderline at once', () => {
    const mark = (coder: string, facts: object) => openPass(base, at(coder), pass => pass.define('norms', facts))
    const typical = mark('AB', { typical: [norm!] })
    const moved = mergeCoders(base, [typical, axialPass(base, at('CD'), pass => pass.recode([norm!], { code: 'trust' }))], by)
    expect(findProblems(moved.study)).toEqual([])
    expect(moved.study.codes[0]).toMatchObject({ id: 'norms', typical: [] })
    expect(moved.conflicts.rows.map(one => one.what)).toEqual(['an example that does not go with the rest'])
    const both = mergeCoders(base, [typical, mark('CD', { borderline: [norm!] })], by)
    expect(both.study.codes[0]).toMatchObject({ typical: [], borderline: [] })
    expect(both.conflicts.rows).toHaveLength(1)
  })

  it('does not put together halves of two places', () => {
    const move = (coder: string, place: { start?: number; end?: number }) => {
      const moved = { ...base, codings: base.codings.map(one => (one.id === norm ? { ...one, ...place } : one)) }
      return replay([...base.journal, editPass(base, moved, at(coder))!], moved)
    }
    const { start, end } = base.codings[0]!
    const { study, conflicts } = mergeCoders(base, [move('AB', { start: end - 2 }), move('CD', { end: start + 4 })], by)
    expect(study.codings[0]).toMatchObject({ start, end })
    expect(conflicts.rows.map(one => one.field)).toEqual(['transcript, start, end'])
  })

  it('merges pages and memos, and loses none', () => {
    const page = (id: string, text: string) => ({ id, text, about: [], extra: {} })
    const start = { ...base, memos: [page('m1', 'first')] }
    const a = { ...start, memos: [page('m1', 'mine'), page('m2', 'new')] }
    const b = { ...start, memos: [page('m1', 'yours')], pages: [page('p1', 'text')] }
    const { study, conflicts } = mergeCoders(start, [a, b, { ...start, memos: [] }], by)
    expect([study.memos.map(one => one.text), study.pages.map(one => one.id)]).toEqual([['first', 'new'], ['p1']])
    expect(conflicts.rows).toMatchObject([{ table: 'memos', id: 'm1', before: 'first', stands: 'first' }])
    expect(conflicts.rows[0]!.sides).toContain('mine')
    const both = mergeCoders(
      base,
      ['b', 'a'].map(text => ({ ...base, pages: [page('p1', text)] })),
      by,
    )
    expect(both.study.pages.map(one => one.text)).toEqual(['a'])
    expect(both.conflicts.rows).toMatchObject([{ table: 'report', id: 'p1', what: 'written differently', stands: 'a' }])
  })
})

describe('mergeCoders of blind copies', () => {
  it('puts blind work onto the study, where what was hidden still is', () => {
    const whole = selectivePass(base, by, pass => {
      pass.theme('Trust', { role: 'mechanism', codes: ['trust'] })
      pass.configure({ context: ['norms'], mechanism: ['trust'] }, { id: 'C1' })
      pass.evidence('C1', norm!, { stance: 'supports' })
    })
    const blind = (coder: string, role: string) => code(coder, 'When the norm came', 'norms', role, blindCopy(whole, coder))
    const { study, conflicts } = mergeCoders(whole, [blind('CD', 'mechanism'), blind('AB', 'context')], by)
    expect(study.codings.map(one => [one.coder, one.role])).toEqual([
      ['MV', 'context'],
      ['MV', 'mechanism'],
      ['AB', 'context'],
      ['CD', 'mechanism'],
    ])
    expect([study.themes, study.evidence, study.configurations]).toEqual([whole.themes, whole.evidence, whole.configurations])
    expect(conflicts.rows).toEqual([])
  })

  it('lists what a blind coder did to a row that others had changed out of sight', () => {
    const two = code('CD', 'When the norm came', 'norms', 'mechanism')
    const ids = two.codings.filter(one => one.code === 'norms').map(one => one.id)
    const settled = axialPass(two, by, pass => void pass.settle(ids, { role: 'context', memo: 'agreed' }))
    const copy = blindCopy(settled, 'CD')
    const b = axialPass(code('CD', 'We had to.', 'trust', 'mechanism', copy), at('CD', 7), pass => {
      pass.settle([copy.codings[0]!.id, code('CD', 'We had to.', 'trust', 'mechanism', copy).codings[1]!.id], {
        code: 'norms',
        role: 'mechanism',
        at: { start: 0, end: 5 },
        memo: 'one thing',
      })
    })
    const { study } = mergeCoders(settled, [b], by)
    expect(findProblems(study)).toEqual([])
    expect(study.codings.filter(one => one.status === 'settled')).toHaveLength(2)
    expect(study.codings.filter(one => ids.includes(one.id)).map(one => one.status)).toEqual(['superseded', 'superseded'])
  })

  it('takes a coding once that a blind coder made under the name of another, and lists where the two differ', () => {
    const copy = blindCopy(recode('MV', { polarity: 'enabling' }), 'JT')
    const again = openPass(
      copy,
      at('MV', 6),
      pass => void pass.code(pass.fragment('i1', 'When the norm came'), 'norms', { polarity: 'hindering', level: 'meso' }),
    )
    const { study, conflicts } = mergeCoders(recode('MV', { polarity: 'enabling' }), [again], by)
    expect(study.codings).toHaveLength(2)
    expect(study.codings[0]).toMatchObject({ polarity: 'enabling', level: 'meso', pass: base.codings[0]!.pass })
    expect(conflicts.rows.map(one => [one.field, one.before, one.sides])).toEqual([['polarity', 'enabling', 'MV 2020-05-06: hindering']])
  })
})

describe('mergeCoders of a blind copy', () => {
  it('says nothing of how a hidden coding was settled, when it is made again out of sight', () => {
    const two = code('CD', 'When the norm came', 'norms', 'mechanism')
    const ids = two.codings.filter(one => one.code === 'norms').map(one => one.id)
    const settled = axialPass(two, by, pass => void pass.settle(ids, { role: 'context', memo: 'agreed' }))
    const again = code('MV', 'When the norm came', 'norms', 'context', blindCopy(settled, 'JT'))
    const { study, conflicts } = mergeCoders(settled, [again], by)
    expect(study.codings).toEqual(settled.codings)
    expect(conflicts.rows).toEqual([])
  })
})

describe('mergeCoders refuses', () => {
  const other = code('XY', 'We had to.', 'duty', 'context', withJournal(studyOf([interview])))

  it('studies that do not come from the base, and says from where on they differ', () => {
    expect(problemsOf(() => mergeCoders(base, [base, other], by))).toEqual([
      'mergeCoders, study 2: a pass (open by MV of 2020-05-04) is in the base and not in this study, which has passes of its own from there on',
    ])
    const stranger = withJournal(studyOf([transcript('i9', ['9: Hello.'])]))
    expect(problemsOf(() => mergeCoders(base, [stranger], by))[0]).toContain('does not come from this base')
    expect(problemsOf(() => mergeCoders(base, [blindCopy(other, 'AB')], by))[0]).toContain('blind copy for AB of another study')
    const gone = recode('MV', { level: 'meso' })
    const late = code('AB', 'We had to.', 'duty', 'context', blindCopy(base, 'AB'))
    expect(problemsOf(() => mergeCoders(gone, [late], by))[0]).toContain(
      'a pass (axial by MV of 2020-05-05) is in the base and not in this study',
    )
  })

  it('a blind copy that was tampered with', () => {
    const copy = blindCopy(base, 'AB')
    const [pass] = copy.journal
    const patches = pass!.changes[0]!.patches.filter(patch => patch.table !== 'codes')
    const forged: Study = { ...copy, codes: [], journal: [{ ...pass!, changes: [{ ...pass!.changes[0]!, patches }] }] }
    expect(problemsOf(() => mergeCoders(base, [forged], by))[0]).toContain('blind copy for AB of another study')
  })

  it('other texts, another study.json, and tables changed without a pass, all at once', () => {
    const a: Study = { ...base, title: 'Another', transcripts: base.transcripts.map(one => ({ ...one, text: `${one.text}More.\n` })) }
    const b: Study = { ...base, codes: base.codes.map(one => ({ ...one, definition: 'by hand' })) }
    expect(problemsOf(() => mergeCoders(base, [a, b], by))).toEqual([
      'mergeCoders, study 1: study.json says something else here than in the base: title',
      'mergeCoders, study 1: the text of this transcript differs from the text of the base',
      'mergeCoders, study 2: tables of this study were changed without a pass (codes)',
    ])
    expect(problemsOf(() => mergeCoders(b, [base], by))).toEqual(['mergeCoders: tables of the base were changed without a pass'])
    expect(() => mergeCoders(base, [], { coder: '', date: 'today' })).toThrow(/2 problems/u)
  })

  it('a study that took a person out or changed a text, and says that', () => {
    for (const kind of ['revise', 'withdraw'] as const) {
      const changed = { ...base, codings: base.codings.slice(1) }
      const edit = editPass(base, changed, at('AB'))!
      const a = replay([...base.journal, { ...edit, kind, ...(kind === 'withdraw' ? { withdrawn: edit.id } : {}) }], changed)
      expect(problemsOf(() => mergeCoders(base, [a], by))).toEqual([
        `mergeCoders, study 1: this study has a pass (${kind} by AB of 2020-05-05) that changes texts`,
      ])
    }
  })

  it('a study from which somebody withdrew, or that still has her where the base has not, and says how to go on', () => {
    const code2 = code('AB', 'We had to.', 'duty', 'context')
    const { study: left } = withdrawRespondent(base, '1', { scope: 'everything', by: at('MV', 6) })
    expect(problemsOf(() => mergeCoders(left, [code2], by))).toEqual([
      'mergeCoders, study 1: a respondent withdrew from the base (withdraw by MV of 2020-05-06), and this study still holds what was said',
    ])
    expect(problemsOf(() => mergeCoders(base, [code2, left], by))).toEqual([
      'mergeCoders, study 2: a respondent withdrew from this study (withdraw by MV of 2020-05-06) and not from the base',
    ])
  })

  it('two texts under one id', () => {
    const grown = (coder: string, words: string) => {
      const more = { ...base, transcripts: [...base.transcripts, transcript('i2', [`1: ${words}`])] }
      return replay([...base.journal, editPass(base, more, at(coder))!], more)
    }
    expect(problemsOf(() => mergeCoders(base, [grown('AB', 'One.'), grown('CD', 'Two.')], by))).toEqual([
      'mergeCoders: two of the studies have another text under this id',
    ])
    const { study } = mergeCoders(base, [grown('AB', 'One.'), base], by)
    expect(study.transcripts.map(one => one.text)).toEqual([interview.text, '1: One.\n'])
    expect(findProblems(study)).toEqual([])
  })

  it('nothing of work that was brought in from another copy in which the same coder did the same', () => {
    const [one, other] = [1, 2].map(() => code('AB', 'We had to.', 'duty', 'context'))
    const merged = mergeCoders(base, [one!], by).study
    expect(mergeCoders(merged, [other!], by).study).toBe(merged)
    const more = code('AB', 'sat round the table', 'duty', 'context', other)
    expect(mergeCoders(merged, [more], by).study.codings).toHaveLength(merged.codings.length + 1)
    const own = code('AB', 'sat round the table', 'duty', 'context')
    expect(problemsOf(() => mergeCoders(merged, [own], by))[0]).toContain('is in the base and not in this study')
  })

  it('nothing that an edit pass tells of, whoever opened the files', () => {
    const edit = (coder: string) => {
      const changed = { ...base, codes: base.codes.map(one => ({ ...one, definition: 'by hand' })) }
      return replay([...base.journal, editPass(base, changed, at(coder))!], changed)
    }
    const a = code('AB', 'We had to.', 'duty', 'context', edit('one'))
    expect(mergeCoders(edit('other'), [a], by).study.codings).toHaveLength(3)
  })

  it('to bring back by merging again what was taken back, unless the merge itself was', () => {
    const a = code('AB', 'We had to.', 'duty', 'context')
    const merged = mergeCoders(base, [a], by).study
    expect(mergeCoders(merged, [a], by).study).toBe(merged)
    const undone = undoPass(merged, by)
    expect(undone.codings).toEqual(base.codings)
    expect(mergeCoders(base, [undone, a], by).study.codings).toHaveLength(3)
  })
})
