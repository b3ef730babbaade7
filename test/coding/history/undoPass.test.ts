import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  applyPass,
  axialPass,
  isSameTables,
  makePass,
  openPass,
  selectivePass,
  standingPasses,
  undoPass,
  withJournal,
} from '../../../src/coding/index.js'
import { type Coding, type Patch, type Study, StudyError } from '../../../src/study/index.js'
import { by, studyOf, transcript } from '../../builders.js'
import { base, doStep, step } from '../steps.js'

const words = 'north south east west stone river bridge market tower garden'
const empty = withJournal(studyOf([transcript('i1', [`1: ${words}`])]))
const code = (from: Study, word: string, name: string, coder = 'MV') =>
  openPass(from, { coder, date: '2020-05-04' }, pass => {
    pass.code(pass.fragment('i1', word), name, { role: 'context' })
  })
const last = (study: Study) => study.journal.at(-1)!.id

function problemsOf(work: () => unknown): readonly string[] {
  try {
    work()
  } catch (error) {
    if (error instanceof StudyError) return error.problems.map(({ what, hint }) => `${what} | ${hint}`)
    throw error
  }
  return []
}

describe('undoPass', () => {
  it('takes back a pass in the middle on which nothing rests', () => {
    const one = code(empty, 'north', 'trust')
    const two = code(one, 'south', 'norms')
    const three = axialPass(two, by, pass => pass.recode([one.codings[0]!.id], { memo: 'later' }))
    const undone = undoPass(three, by, last(two))
    expect(undone.codings.map(coding => [coding.code, coding.memo])).toEqual([['trust', 'later']])
    expect(undone.codes.map(one => one.id)).toEqual(['trust'])
  })

  it('takes a pass by its number in the journal, alone or with others', () => {
    const two = code(code(empty, 'north', 'trust'), 'south', 'norms')
    expect(undoPass(two, by, 2).codes.map(one => one.id)).toEqual(['norms'])
    expect(isSameTables(undoPass(two, by, [2, last(two)]), empty)).toBe(true)
    expect(problemsOf(() => undoPass(two, by, 9))).toEqual(['there is no pass with this number | give a number from 1 to 3'])
    const loose = undoPass as (study: Study, given: typeof by, which: unknown) => Study
    expect(problemsOf(() => loose(two, by, { pass: 2 }))).toEqual([
      'it is not said which pass | give its number in listPasses(study), its id, or { last: 1 }',
    ])
  })

  it('takes back one pass after another, and brings them back again', () => {
    const one = code(empty, 'north', 'trust')
    const two = code(one, 'south', 'norms')
    const once = undoPass(two, by)
    const twice = undoPass(once, by)
    expect(isSameTables(once, one)).toBe(true)
    expect(isSameTables(twice, empty)).toBe(true)
    const again = undoPass(twice, by, last(twice))
    expect(isSameTables(again, one)).toBe(true)
    // What was brought back stands, and can be undone as before.
    expect(standingPasses(again.journal).map(pass => pass.id)).toContain(last(one))
    expect(isSameTables(undoPass(again, by), empty)).toBe(true)
    expect(() => undoPass(twice, by)).toThrow(/no pass to undo/u)
  })

  it('leaves the work of others that came later', () => {
    const one = code(code(empty, 'north', 'trust'), 'south', 'norms')
    const merged = axialPass(one, by, pass => pass.merge(['norms'], 'trust'))
    const more = code(merged, 'east', 'trust', 'JT')
    const undone = undoPass(more, by, last(merged))
    expect(undone.codings.map(coding => [coding.coder, coding.code])).toEqual([
      ['MV', 'trust'],
      ['MV', 'norms'],
      ['JT', 'trust'],
    ])
  })

  it('names the passes in the way, by how many rows, and takes all back together', () => {
    const one = code(empty, 'north', 'trust')
    const recoded = axialPass(one, { coder: 'JT', date: '2020-06-02' }, pass => pass.recode([one.codings[0]!.id], { polarity: 'both' }))
    const themed = selectivePass(recoded, by, pass => pass.theme('Trust', { role: 'context', codes: ['trust'] }))
    expect(problemsOf(() => undoPass(themed, by, last(one)))).toEqual([
      `a later pass rests on what would be taken back: the axial pass of 2020-06-02 by JT (${last(recoded)}), by 1 row of codings | ` +
        `undo that pass first, or all at once: undoPass(study, by, ['${last(one)}', '${last(recoded)}'])`,
    ])
    expect(problemsOf(() => undoPass(themed, by, [last(one), last(recoded)]))).toEqual([
      `a later pass rests on what would be taken back: the selective pass of 2020-05-04 by MV (${last(themed)}), by 1 row of themes | ` +
        `undo that pass first, or all at once: undoPass(study, by, ['${last(recoded)}', '${last(one)}', '${last(themed)}'])`,
    ])
    const all = undoPass(themed, by, [last(one), last(themed), last(recoded)])
    expect(isSameTables(all, empty)).toBe(true)
    expect(standingPasses(all.journal).map(pass => pass.kind)).toEqual(['import', 'undo'])
    expect(isSameTables(undoPass(all, by, last(all)), themed)).toBe(true)
    expect(isSameTables(undoPass(themed, by, { last: 3 }), empty)).toBe(true)
  })

  it('names the pass that removed what a row would point at again', () => {
    const one = code(code(empty, 'north', 'trust'), 'south', 'norms')
    const moved = axialPass(one, by, pass => pass.recode([one.codings[1]!.id], { code: 'trust' }))
    const merged = axialPass(moved, by, pass => pass.merge(['norms'], 'rules'))
    expect(problemsOf(() => undoPass(merged, by, last(moved)))).toEqual([
      `a later pass rests on what would be taken back: the axial pass of 2020-05-04 by MV (${last(merged)}), by 1 row of codes | ` +
        `undo that pass first, or all at once: undoPass(study, by, ['${last(moved)}', '${last(merged)}'])`,
    ])
    expect(isSameTables(undoPass(merged, by, [last(moved), last(merged)]), one)).toBe(true)
  })

  it('does not name a later pass that was taken back itself', () => {
    const one = code(empty, 'north', 'trust')
    const recode = (from: Study, memo: string) => axialPass(from, by, pass => pass.recode([one.codings[0]!.id], { memo }))
    const three = undoPass(recode(one, 'a'), by)
    expect(isSameTables(undoPass(three, by, last(one)), empty)).toBe(true)
    const four = recode(three, 'b')
    expect(problemsOf(() => undoPass(four, by, last(one)))).toEqual([expect.stringContaining(`(${last(four)})`)])
  })

  it('says what cannot be undone, and why', () => {
    const one = code(empty, 'north', 'trust')
    const branch = code(one, 'south', 'norms')
    const undone = undoPass(one, by)
    expect(problemsOf(() => undoPass(one, by, last(branch)))).toEqual([
      `no pass of this study is called ${last(branch)} | use an id of listPasses(study); a pass of another copy is not in this one`,
    ])
    expect(problemsOf(() => undoPass(undone, by, last(one)))).toEqual([
      `the open pass of 2020-05-04 by MV (${last(one)}) is undone already | to have it back, undo the undo pass of 2020-05-04 by MV (${last(undone)})`,
    ])
    expect(problemsOf(() => undoPass(one, by, [empty.journal[0]!.id, 'p1']))).toEqual([
      'an import cannot be undone | it is where the study begins',
      expect.stringContaining('no pass of this study is called p1'),
    ])
    expect(() => undoPass(one, by, [])).toThrow(/Name at least one/u)
    expect(() => undoPass(one, by, { last: 2 })).toThrow(/The journal holds 1 that can be undone/u)
    expect(() => undoPass(one, by, { last: 0 })).toThrow(/[Gg]ive a whole number/u)
    expect(() => undoPass(one, { coder: '', date: '' })).toThrow(/needs a coder/u)
  })

  it('says so when the tables were changed without a pass', () => {
    const one = code(empty, 'north', 'trust')
    const byHand = { ...one, codings: one.codings.map(coding => ({ ...coding, memo: 'by hand' })) }
    expect(() => undoPass(byHand, by)).toThrow(/journal does not tell 1 row of codings as they are now/u)
  })

  describe('of a changed text', () => {
    const one = code(code(empty, 'east', 'trust'), 'bridge', 'norms')
    const at = one.transcripts[0]!.text.indexOf('south')
    /** Makes "south" longer, and carries what stands behind it. */
    const revise = (from: Study): Study => {
      const patches: Patch[] = [
        { table: 'transcripts', id: 'i1', from: {}, to: {}, text: [{ at, cut: 'south', put: 'southern' }] },
        ...from.codings.map(({ id, start, end }) => ({
          table: 'codings',
          id,
          from: { start, end },
          to: { start: start + 3, end: end + 3 },
        })),
      ]
      return applyPass(from, makePass(from, 'revise', by, [{ call: 'revise', note: '', patches }]))
    }
    const revised = revise(one)
    const wordsOf = (study: Study) => study.codings.map(({ start, end }) => study.transcripts[0]!.text.slice(start, end))

    it('brings back the text, and takes along what was coded in it since', () => {
      const more = code(code(revised, 'north', 'early'), 'tower', 'late')
      expect(wordsOf(more)).toEqual(['east', 'bridge', 'north', 'tower'])
      const undone = undoPass(more, by, last(revised))
      expect(undone.transcripts).toEqual(one.transcripts)
      expect(wordsOf(undone)).toEqual(['east', 'bridge', 'north', 'tower'])
      const redone = undoPass(undone, by, last(undone))
      expect(wordsOf(redone)).toEqual(wordsOf(more))
      expect(redone.transcripts).toEqual(more.transcripts)
    })

    it('leaves a coding in the changed words where it was, also when another change of the text moved it and was taken back', () => {
      const coded = code(empty, 'south', 'trust')
      const retype = (from: Study, word: string, put: string, moved: number): Study => {
        const edits = [{ at: from.transcripts[0]!.text.indexOf(word), cut: word, put }]
        const [{ id, start, end }] = from.codings as [Coding]
        const patches: Patch[] = [{ table: 'transcripts', id: 'i1', from: {}, to: {}, text: edits }]
        const to = { start: start + moved, end: end + moved }
        if (moved > 0) patches.push({ table: 'codings', id, from: { start, end }, to })
        return applyPass(from, makePass(from, 'revise', by, [{ call: 'revise', note: '', patches }]))
      }
      const within = retype(coded, 'south', 'southern', 0)
      const before = retype(within, 'north', 'northern', 3)
      expect(isSameTables(undoPass(before, by, { last: 2 }), coded)).toBe(true)
      const oneByOne = undoPass(undoPass(before, by), by)
      expect(isSameTables(oneByOne, coded)).toBe(true)
      expect(oneByOne.transcripts).toEqual(coded.transcripts)
      expect(isSameTables(undoPass(oneByOne, by, last(oneByOne)), within)).toBe(true)
    })

    it('refuses when words were coded that would change, or the text was changed again', () => {
      const coded = code(revised, 'southern', 'early')
      expect(problemsOf(() => undoPass(coded, by, last(revised)))).toEqual([
        expect.stringContaining(`(${last(coded)}), by 1 row of codings`),
      ])
      const text = revised.transcripts[0]!.text
      const patch = {
        table: 'transcripts',
        id: 'i1',
        from: {},
        to: {},
        text: [{ at: text.indexOf('southern'), cut: 'southern', put: 'far' }],
      }
      const again = applyPass(revised, makePass(revised, 'revise', by, [{ call: 'revise', note: '', patches: [patch] }]))
      expect(problemsOf(() => undoPass(again, by, last(revised)))).toEqual([
        expect.stringContaining(`(${last(again)}), by 1 row of transcripts`),
      ])
    })
  })

  it('of any passes at once gives the study before them, or names what is in the way', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 3, maxLength: 14 }), fc.nat(), fc.nat(), (steps, from, many) => {
        const moments = [base]
        for (const one of steps) {
          const next = doStep(moments.at(-1)!, one)
          if (next !== moments.at(-1)) moments.push(next)
        }
        const end = moments.at(-1)!
        const first = from % moments.length
        const standing = standingPasses(end.journal)
        const later = moments[first]!.journal.length
        const ids = end.journal
          .slice(later)
          .filter(pass => standing.includes(pass))
          .map(pass => pass.id)
        // All that stands after a moment, taken back at once, gives that moment.
        const simple = end.journal.slice(later).every(pass => pass.kind !== 'undo')
        fc.pre(ids.length > 0 && simple)
        expect(isSameTables(undoPass(end, by, ids), moments[first]!)).toBe(true)
        // One of them: taken back, or refused in the name of passes that came later.
        const one = ids[many % ids.length]!
        for (const problem of problemsOf(() => undoPass(end, by, one))) {
          const named = /\((p[a-z2-7]+)\)/u.exec(problem)?.[1]
          expect(ids.slice(ids.indexOf(one) + 1)).toContain(named)
        }
      }),
      { numRuns: 100 },
    )
  })
})
