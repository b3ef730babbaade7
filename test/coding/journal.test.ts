import { describe, expect, it } from 'vitest'
import {
  auditTrail,
  axialPass,
  blameCoding,
  blameRow,
  checkJournal,
  diffStudies,
  editPass,
  isSameTables,
  listPasses,
  mergeCoders,
  openPass,
  selectivePass,
  studyAt,
  undoPass,
  withJournal,
} from '../../src/coding/index.js'
import { en } from '../../src/language/en/index.js'
import { anonymise, noNames } from '../../src/privacy/index.js'
import type { Pass, Study } from '../../src/study/index.js'
import { by, studyOf, transcript } from '../builders.js'

const words = 'north south east west stone river bridge market tower garden'
const start = withJournal(studyOf([transcript('i1', [`1: ${words}`]), transcript('i2', [`2: ${words}`])]))
const on = (date: string, coder = 'MV') => ({ coder, date })
const coded = openPass(start, on('2020-05-04'), pass => {
  pass.code(pass.fragment('i1', 'north'), 'trust', { role: 'context' })
  pass.code(pass.fragment('i1', 'south'), 'trusting', { role: 'context' })
  pass.code(pass.fragment('i2', 'south'), 'trusting', { role: 'mechanism' })
})
const [first, second] = coded.codings.map(coding => coding.id) as [string, string]
const merged = axialPass(coded, on('2020-05-06', 'JT'), pass => {
  pass.merge(['trusting'], 'trust')
  pass.recode([second], { polarity: 'both' })
})
const renamed = axialPass(merged, on('2020-05-06'), pass => pass.rename('trust', 'faith'))
const settled = axialPass(
  renamed,
  on('2020-05-08'),
  pass => void pass.settle([first, second], { memo: 'agreed', at: { start: 3, end: 14 } }),
)
const study = undoPass(settled, on('2020-05-09'))

describe('listPasses', () => {
  it('tells per pass who, when and what came of it, and what was taken back by which', () => {
    const table = listPasses(study)
    expect(table.audience).toBe('team')
    expect(
      table.rows.map(({ number, date, coder, kind, what, rows, undoneBy }) => [number, date, coder, kind, what, rows, undoneBy]),
    ).toEqual([
      [1, '', '', 'import', 'transcripts 2, respondents 2', 4, null],
      [
        2,
        '2020-05-04',
        'MV',
        'open',
        "2 codes added: 'trust' and 'trusting'; 3 codings added by MV in 2 transcripts, with 2 new codes",
        5,
        null,
      ],
      [3, '2020-05-06', 'JT', 'axial', "merged the code 'trusting' into 'trust', 2 codings moved; 1 coding: polarity set to both", 3, null],
      [4, '2020-05-06', 'MV', 'axial', "code 'faith': renamed from 'trust' to 'faith'", 1, null],
      [5, '2020-05-08', 'MV', 'axial', 'settled 2 codings into one by MV in 1 transcript', 3, 6],
      [6, '2020-05-09', 'MV', 'undo', 'took back pass 5; took apart 1 settlement by MV: 2 codings in 1 transcript', 3, null],
    ])
    expect(table.rows.map(row => row.id)).toEqual(study.journal.map(pass => pass.id))
  })

  it('agrees with the difference of the study before and after each pass', () => {
    for (const { number, kind, what } of listPasses(study).rows.slice(1)) {
      const said = diffStudies(studyAt(study, number - 1), studyAt(study, number))
        .rows.map(row => row.what)
        .join('; ')
      expect(kind === 'undo' ? `took back pass 5; ${said}` : said).toBe(what)
    }
  })

  it('gives a row per call, of one pass on request', () => {
    expect(listPasses(study, { calls: true, pass: 3 }).rows).toEqual([
      { number: 3, date: '2020-05-06', coder: 'JT', kind: 'axial', call: 1, what: 'merged 1 code into "trust"', rows: 3 },
      { number: 3, date: '2020-05-06', coder: 'JT', kind: 'axial', call: 2, what: 'recoded 1 coding', rows: 1 },
    ])
    expect(listPasses(study, { pass: study.journal[3]!.id }).rows.map(row => row.number)).toEqual([4])
  })

  it('of a study without a journal is the import', () => {
    expect(listPasses({ ...study, journal: [] }).rows.map(row => row.kind)).toEqual(['import'])
  })

  it('of a safe study tells who and what kind, and is public', () => {
    const { study: safe } = anonymise(study, { register: noNames('invented'), language: en })
    const table = listPasses(safe)
    expect(table.audience).toBe('public')
    expect(table.rows.map(row => [row.kind, row.what, row.date])).toEqual(study.journal.map(pass => [pass.kind, '', '']))
    expect(() => blameCoding(safe, safe.codings[0]!.id)).toThrow(/does not tell what its passes changed/u)
    expect(() => studyAt(safe, 2)).toThrow(/does not tell/u)
    expect(checkJournal(safe).problems.map(problem => problem.what)).toEqual(['this journal does not tell what its passes changed'])
  })
})

describe('blameCoding', () => {
  const deeds = (from: Study, id: string) =>
    blameCoding(from, id).rows.map(({ number, coder, of, what, field, before, after, undoneBy }) =>
      [number, coder, of === id ? '' : of, what, field, before, after, undoneBy].filter(part => part !== '' && part !== null).join(' '),
    )

  it('tells who made and changed it, and what happened to its code', () => {
    const settlement = settled.codings.at(-1)!.id
    expect(deeds(study, second)).toEqual([
      '2 MV made',
      '3 JT merged code trusting trust',
      '3 JT changed polarity both',
      '4 MV its code faith changed name trust faith',
      '5 MV changed status open superseded 6',
      `5 MV settled settled into ${settlement} 6`,
      '6 MV changed status superseded open',
      `6 MV settling taken back settled into ${settlement}`,
    ])
    expect(blameCoding(study, second).rows[1]!.pass).toBe(study.journal[2]!.id)
  })

  it('also tells of codings that are gone, came back, were moved or lost', () => {
    const settlement = settled.codings.at(-1)!.id
    expect(deeds(study, settlement)).toEqual(['5 MV made 6', '6 MV removed'])
    const back = undoPass(study, by, study.journal.at(-1)!.id)
    expect(deeds(back, settlement).at(-1)).toBe('7 MV brought back')
    const coding = study.codings[0]!
    const shift = { ...coding, start: coding.start + 1 }
    const edited = (after: Study) => withEdit(study, after)
    expect(deeds(edited({ ...study, codings: [shift, ...study.codings.slice(1)] }), first).at(-1)).toBe(`7 XX moved place 3-8 4-8`)
    expect(deeds(edited({ ...study, codings: study.codings.slice(1), lost: [coding] }), first).at(-1)).toBe('7 XX lost')
  })

  it('says when no such coding ever was, and which is near', () => {
    expect(() => blameCoding(study, `${first}x`)).toThrow(`Did you mean ${first}?`)
    expect(() => blameCoding(study, 'nothing')).toThrow(/codings\.csv/u)
    expect(() => blameRow(study, 'nonsense' as 'codes', 'x')).toThrow(/no such table/u)
  })
})

describe('blameRow', () => {
  it('tells of codes by id or name, and of configurations of every theory', () => {
    expect(blameRow(study, 'codes', 'faith').rows.map(row => [row.number, row.what, row.after])).toEqual([
      [2, 'made', ''],
      [4, 'changed', 'faith'],
    ])
    expect(blameRow(study, 'codes', 'trusting').rows.map(row => row.what)).toEqual(['made', 'removed'])
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
    const two = selectivePass({ ...coded, theories, journal: [] }, by, pass => {
      for (const theory of ['v1', 'v2']) pass.configure({ context: ['trust'] }, { id: 'C1', theory })
    })
    expect(blameRow(two, 'configurations', 'C1').rows.map(row => row.of)).toEqual(['C1@v1', 'C1@v2'])
    expect(blameRow(two, 'configurations', 'C1@v2').rows.map(row => row.of)).toEqual(['C1@v2'])
  })
})

describe('studyAt', () => {
  it('gives each state as it was, by id, number or day', () => {
    const states = [start, coded, merged, renamed, settled, study]
    for (const [i, state] of states.entries()) {
      expect(isSameTables(studyAt(study, i + 1), state)).toBe(true)
      expect(studyAt(study, study.journal[i]!.id).journal).toEqual(state.journal)
    }
    const days = { '2020-05-03': start, '2020-05-04': coded, '2020-05-05': coded, '2020-05-06': renamed, '2021-01-01': study }
    for (const [day, state] of Object.entries(days)) expect(studyAt(study, day).journal.length).toBe(state.journal.length)
    expect(studyAt(study, 2).transcripts).toEqual(coded.transcripts)
  })

  it('goes on as a branch of its own', () => {
    const branch = axialPass(studyAt(study, 2), by, pass => pass.rename('trust', 'hope'))
    expect(branch.journal.map(pass => pass.kind)).toEqual(['import', 'open', 'axial'])
    expect(checkJournal(branch).problems).toEqual([])
  })

  it('says when there is no such pass', () => {
    expect(() => studyAt(study, 'nothing')).toThrow(/o pass of this study has this id/u)
    expect(() => studyAt(study, study.journal[2]!.id.slice(0, -1))).toThrow(`Did you mean ${study.journal[2]!.id}`)
    expect(() => studyAt(study, 9)).toThrow(/from 1 to 6/u)
    const late = { ...study, journal: study.journal.slice(1) }
    expect(() => studyAt(late, '2019-01-01')).toThrow(/journal begins after this day/u)
  })

  it('is what was imported where there is no journal', () => {
    expect(isSameTables(studyAt({ ...study, journal: [] }, '2020-01-01'), study)).toBe(true)
  })
})

describe('checkJournal', () => {
  const whats = (one: Study) => checkJournal(one).problems.map(({ what, row }) => `${row ?? ''} ${what}`.trim())
  const edit = (at: number, change: (pass: Pass) => Pass): Study => ({
    ...study,
    journal: (JSON.parse(JSON.stringify(study.journal)) as Pass[]).map((pass, i) => (i === at ? change(pass) : pass)),
  })

  it('finds nothing in a journal as it was made, also after it was written and read', () => {
    expect(checkJournal(study)).toEqual({ problems: [], passes: 6, withdrawn: [] })
    expect(checkJournal(edit(-1, pass => pass)).problems).toEqual([])
  })

  it('sees a pass that was changed: its words, its coder, its date, a row', () => {
    const other = '2 this pass says something else than when it was made: its id does not fit'
    expect(whats(edit(1, pass => ({ ...pass, coder: 'XX' })))).toEqual([other])
    expect(whats(edit(1, pass => ({ ...pass, date: '2020-05-05' })))).toEqual([other])
    expect(whats(edit(1, pass => ({ ...pass, changes: pass.changes.map(change => ({ ...change, note: 'x' })) })))).toEqual([other])
    const withoutRow = (pass: Pass): Pass => ({
      ...pass,
      changes: pass.changes.map(change => ({ ...change, patches: change.patches.filter(patch => patch.id !== first) })),
    })
    expect(whats(edit(1, withoutRow))).toEqual([other, 'the journal does not tell 1 row of codings as they are now'])
  })

  it('leaves out, and names, passes of which content was taken out on purpose', () => {
    const tombstone = edit(1, pass => ({ ...pass, coder: '', withdrawn: 'w1' }))
    expect(checkJournal(tombstone)).toEqual({ problems: [], passes: 6, withdrawn: [study.journal[1]!.id] })
  })

  it('sees a pass that is missing, and tables that were changed without a pass', () => {
    const { journal } = study
    expect(whats({ ...study, journal: [...journal.slice(0, 3), ...journal.slice(4)] })).toEqual([
      '4 this pass does not stand on the one before it',
      'the journal does not tell 1 row of codes as they are now',
    ])
    expect(whats({ ...study, codings: study.codings.map(coding => ({ ...coding, memo: 'by hand' })) })).toEqual([
      'the journal does not tell 3 rows of codings as they are now',
    ])
  })
})

describe('work that a merge brought in', () => {
  it('is told as the work of who did it', () => {
    const apart = openPass(coded, on('2020-05-05', 'AB'), pass => {
      pass.code(pass.fragment('i1', 'east'), 'hope', { role: 'outcome' })
    })
    const { study: together } = mergeCoders(coded, [apart], on('2020-06-01'))
    const id = together.codings.at(-1)!.id
    expect(listPasses(together).rows.at(-1)).toMatchObject({
      kind: 'merge',
      coder: 'MV',
      what: "1 code added: 'hope'; 1 coding added by AB in 1 transcript, with 1 new code",
    })
    expect(listPasses(together, { calls: true }).rows.at(-1)).toMatchObject({ coder: 'AB', date: '2020-05-05', kind: 'open, merged' })
    expect(blameCoding(together, id).rows).toMatchObject([
      { number: 3, coder: 'AB', date: '2020-05-05', kind: 'open, merged', what: 'made' },
    ])
    expect(isSameTables(undoPass(together, by), coded)).toBe(true)
  })
})

describe('auditTrail', () => {
  it('counts what there is of each of the six kinds, and shows what is missing', () => {
    const note = { id: 'm1', text: 'a', about: [], extra: { kind: 'reflexive' } }
    const trail = auditTrail({ ...study, memos: [note] })
    expect([...new Set(trail.rows.map(row => row.kind))]).toHaveLength(6)
    const here = (material: string) => trail.rows.find(row => row.material === material)?.here
    const materials = [
      'codings',
      'reflexive notes',
      'notes on method',
      'passes that stand, with who and when',
      'codes without a definition',
    ]
    expect(materials.map(here)).toEqual([3, 1, 0, 3, 1])
  })

  it('of a safe study does not speak of notes', () => {
    const trail = auditTrail(anonymise(study, { register: noNames('invented'), language: en }).study)
    expect(trail.audience).toBe('public')
    expect(trail.rows.filter(row => /note/u.test(row.material))).toEqual([])
  })
})

/** The study after a change by hand, as it is opened again. */
function withEdit(before: Study, after: Study): Study {
  const edit = editPass(before, after, { coder: 'XX', date: '2020-06-01' })!
  return { ...after, journal: [...before.journal, edit] }
}
