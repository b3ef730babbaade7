import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  checkJournal,
  diffStudies,
  editPass,
  isSameTables,
  listed,
  listPasses,
  passId,
  positionOf,
  replay,
  shardsOf,
  studyAt,
  undoPass,
} from '../../src/coding/index.js'
import { findProblems, type Pass, type Study } from '../../src/study/index.js'
import { base, doStep, step } from './steps.js'

const worked = fc.array(step, { minLength: 4, maxLength: 24 }).map(steps => ({ steps, study: steps.reduce(doStep, base) }))
const throughJson = (journal: readonly Pass[]) => JSON.parse(JSON.stringify(journal)) as readonly Pass[]

describe('replay', () => {
  it('gives the same study from its journal, also after the journal was written and read', () => {
    fc.assert(
      fc.property(worked, ({ study }) => {
        const again = replay(throughJson(study.journal), study)
        for (const table of ['codes', 'codings', 'relations', 'themes', 'configurations', 'respondents', 'transcripts'] as const)
          expect(again[table]).toEqual(study[table])
      }),
      { numRuns: 300 },
    )
  })

  it('never leaves a study that breaks its own rules', () => {
    fc.assert(
      fc.property(worked, ({ study }) => {
        expect(findProblems(study)).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  it('gives the study before a pass when that pass is undone', () => {
    fc.assert(
      fc.property(worked, step, ({ study }, last) => {
        fc.pre(!last.kind.startsWith('undo'))
        const after = doStep(study, last)
        fc.pre(after !== study)
        const undone = undoPass(after, { coder: 'MV', date: '2020-05-06' })
        expect(isSameTables(undone, study)).toBe(true)
        expect(undone.codings).toEqual(study.codings)
        expect(undone.transcripts).toEqual(study.transcripts)
        expect(undone.codes).toEqual(study.codes)
      }),
      { numRuns: 200 },
    )
  })

  it('gives every moment as it was, with its text, and says of each pass what differs before and after it', () => {
    const walks = fc.array(step, { minLength: 3, maxLength: 10 }).map(steps => {
      const moments = [base]
      for (const one of steps) {
        const next = doStep(moments.at(-1)!, one)
        if (next !== moments.at(-1)) moments.push(next)
      }
      return moments
    })
    fc.assert(
      fc.property(walks, moments => {
        const study = moments.at(-1)!
        expect(checkJournal({ ...study, journal: throughJson(study.journal) }).problems).toEqual([])
        const told = listPasses(study).rows
        for (const [i, moment] of moments.entries()) {
          const again = studyAt(study, i + 1)
          for (const table of listed) expect(again[table]).toEqual(moment[table])
          if (i === 0) continue
          const said = diffStudies(moments[i - 1]!, moment).rows.map(row => row.what)
          const { what, kind } = told[i]!
          const shown =
            said.length > 4
              ? [...said.slice(0, 4), `and ${said.length === 5 ? '1 kind' : `${said.length - 4} kinds`} of change more`]
              : said
          expect(kind === 'undo' ? what.replace(/^took back pass(?:es)? [\d, ]+(?:; )?/u, '') : what).toBe(shown.join('; '))
        }
      }),
      { numRuns: 150 },
    )
  })

  it('is stamped: a change to a pass in the journal changes what it is called', () => {
    const study = doStep(base, { kind: 'code', transcript: 'i1', word: 3, code: 'alpha', role: 'context', coder: 'MV' })
    const other = doStep(base, { kind: 'code', transcript: 'i1', word: 4, code: 'alpha', role: 'context', coder: 'MV' })
    expect(study.journal[1]!.id).not.toBe(other.journal[1]!.id)
    expect(study.journal[1]!.base).toBe(study.journal[0]!.id)
  })
})

describe('passId', () => {
  it('covers what a call says, not only the rows it changed', () => {
    const change = { call: 'code', note: 'a', patches: [] }
    const id = (note: string) => passId('', 'open', { coder: 'MV', date: '2020-05-04' }, [{ ...change, note }])
    expect(id('a')).toBe(id('a'))
    expect(id('a')).not.toBe(id('b'))
  })
})

describe('shards', () => {
  it('find a coding in each of two branches that grew from one study', () => {
    const code = (from: Study, word: number) =>
      doStep(from, { kind: 'code', transcript: 'i1', word, code: 'alpha', role: 'context', coder: 'MV' })
    const trunk = code(base, 0)
    positionOf(trunk.codings, 'nothing')
    const left = code(code(trunk, 1), 3)
    const right = code(code(trunk, 2), 1)
    for (const study of [trunk, left, right]) {
      for (const [i, coding] of study.codings.entries()) expect(positionOf(study.codings, coding.id)).toBe(i)
      for (const { codings, positions } of shardsOf(study.codings).values()) expect(positions.map(at => study.codings[at])).toEqual(codings)
    }
    expect(positionOf(left.codings, right.codings[1]!.id)).toBe(-1)
    expect(positionOf(trunk.codings, left.codings[1]!.id)).toBe(-1)
  })
})

describe('editPass', () => {
  it('leads from any state to any other', () => {
    fc.assert(
      fc.property(worked, worked, ({ study: a }, { study: b }) => {
        const edit = editPass(a, { ...b, journal: a.journal }, { coder: '', date: '' })
        const journal = edit === null ? a.journal : [...a.journal, edit]
        expect(isSameTables(replay(throughJson(journal), b), b)).toBe(true)
      }),
      { numRuns: 100 },
    )
  })

  it('is nothing between equal tables', () => {
    expect(editPass(base, structuredClone(base), { coder: '', date: '' })).toBeNull()
  })
})
