import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blindCopy, differences, isSameTables, mergeCoders, replay, undoPass } from '../../../src/coding/index.js'
import { findProblems, type Pass, type Study } from '../../../src/study/index.js'
import { by } from '../../builders.js'
import { apart, doStep, step } from './coderSteps.js'

const merge = (base: Study, studies: readonly Study[]) => mergeCoders(base, studies, by)
const runs = 40
const throughJson = (journal: readonly Pass[]) => JSON.parse(JSON.stringify(journal)) as readonly Pass[]

describe('mergeCoders, for any work of three coders', () => {
  it('leaves a sound study that its journal tells of, and that can be taken back', () => {
    fc.assert(
      fc.property(apart, ({ base, a, b, c }) => {
        const { study } = merge(base, [a, b, c])
        expect(findProblems(study)).toEqual([])
        const again = replay(throughJson(study.journal), study)
        for (const table of ['codes', 'codings', 'relations', 'themes', 'configurations', 'evidence'] as const)
          expect(again[table]).toEqual(study[table])
        if (study === base) return
        const undone = undoPass(study, by)
        for (const table of ['codes', 'codings', 'relations', 'themes', 'configurations', 'evidence'] as const)
          expect(undone[table]).toEqual(base[table])
      }),
      { numRuns: runs },
    )
  })

  it('does not mind the order of the studies', () => {
    fc.assert(
      fc.property(apart, ({ base, a, b, c }) => {
        const one = merge(base, [a, b, c])
        for (const order of [
          [c, a, b],
          [b, a, c],
        ]) {
          const other = merge(base, order)
          expect(other.study.journal.at(-1)!.id).toBe(one.study.journal.at(-1)!.id)
          expect(other.study.codings).toEqual(one.study.codings)
          expect(other.conflicts.rows).toEqual(one.conflicts.rows)
        }
      }),
      { numRuns: runs },
    )
  })

  it('takes the same study twice as once, and one study as it is', () => {
    fc.assert(
      fc.property(apart, ({ base, a, b }) => {
        const once = merge(base, [a])
        expect(differences(once.study, a)).toEqual([])
        expect(once.conflicts.rows).toEqual([])
        expect(merge(base, [a, a]).study).toEqual(once.study)
        expect(merge(base, [a, b, a]).study).toEqual(merge(base, [a, b]).study)
      }),
      { numRuns: runs },
    )
  })

  it('changes nothing when what is merged is merged again', () => {
    fc.assert(
      fc.property(apart, ({ base, a, b, c }) => {
        const { study: merged } = merge(base, [a, b, c])
        expect(merge(merged, [a, c]).study).toBe(merged)
        expect(merge(base, [merged, a]).study).toEqual(merged)
        expect(merge(base, [b, merged, merged]).study).toEqual(merged)
      }),
      { numRuns: runs },
    )
  })

  it('comes to the same in two steps as in one, where nothing conflicts', () => {
    let without = 0
    fc.assert(
      fc.property(apart, ({ base, a, b, c }) => {
        const whole = merge(base, [a, b, c])
        if (whole.conflicts.rows.length > 0) return
        without++
        const part = merge(base, [a, b]).study
        for (const steps of [merge(base, [part, c]).study, merge(base, [c, part]).study]) {
          expect(isSameTables(steps, whole.study)).toBe(true)
          expect(steps.codings).toEqual(whole.study.codings)
          expect(steps.journal.at(-1)!.id).toBe(whole.study.journal.at(-1)!.id)
        }
      }),
      { numRuns: runs },
    )
    expect(without).toBeGreaterThan(3)
  })

  it('takes work that went on after the merge, from any of the studies', () => {
    fc.assert(
      fc.property(apart, fc.array(step, { maxLength: 4 }), fc.array(step, { maxLength: 4 }), ({ base, a, b }, later, inMerged) => {
        const { study: merged } = merge(base, [a, b])
        const on = inMerged.filter(one => one.kind !== 'undo').reduce((study, one) => doStep(study, one, 'MV'), merged)
        const more = later.reduce((study, one) => doStep(study, one, 'AB'), a)
        // Two copies in which one coder did the same on the same day hold one and the same pass.
        const brought = new Set(on.journal.flatMap(pass => pass.changes.flatMap(change => change.brings?.pass ?? [])))
        const isKnown = ({ id }: Pass) => brought.has(id)
        const own = more.journal.slice(a.journal.length)
        if (a === base && more !== a && on !== base && !isKnown(own[0]!)) {
          expect(() => merge(on, [more])).toThrow(/is in the base and not in this study/u)
          return
        }
        const after = merge(on, [more, b])
        expect(findProblems(after.study)).toEqual([])
        // Seen from the base it is the same work, and what was done since in the merged study is not undone by it.
        if (own.every(isKnown)) expect(after.study).toBe(on)
        else expect(differences(undoPass(after.study, by), on)).toEqual([])
        const fromBase = merge(base, [on, more])
        expect(findProblems(fromBase.study)).toEqual([])
        if (own.every(isKnown)) expect(isSameTables(fromBase.study, on)).toBe(true)
      }),
      { numRuns: runs },
    )
  })

  it('puts the work of blind copies onto the study and takes away nothing that was hidden', () => {
    fc.assert(
      fc.property(apart, fc.array(step, { maxLength: 8 }), fc.array(step, { maxLength: 8 }), ({ base, c }, forA, forB) => {
        const codeOnly = (steps: readonly (typeof forA)[number][]) => steps.filter(one => one.kind === 'code' || one.kind === 'account')
        const a = codeOnly(forA).reduce((study, one) => doStep(study, one, 'AB'), blindCopy(base, 'AB'))
        const b = forB.reduce((study, one) => doStep(study, one, 'CD'), blindCopy(base, 'CD', { show: ['themes'] }))
        const alone = merge(base, [a]).study
        const [kept, own] = [new Map(alone.codings.map(one => [one.id, one])), new Set(base.codings.map(one => one.id))]
        for (const coding of base.codings) expect({ ...kept.get(coding.id), account: null }).toEqual({ ...coding, account: null })
        for (const coding of a.codings) if (!own.has(coding.id)) expect(kept.get(coding.id)).toEqual(coding)
        for (const table of ['themes', 'evidence', 'configurations', 'relations'] as const) expect(alone[table]).toEqual(base[table])
        const all = merge(base, [a, b, c])
        expect(findProblems(all.study)).toEqual([])
        expect(merge(base, [c, b, a]).study).toEqual(all.study)
        expect(merge(all.study, [a, b]).study).toBe(all.study)
      }),
      { numRuns: runs },
    )
  })
})
