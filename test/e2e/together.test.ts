import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countCodes, disagreements, queryCodings, selectQuotes, suggestCodes, unsettled } from '../../src/analysis/index.js'
import {
  auditTrail,
  blameCoding,
  checkJournal,
  diffStudies,
  isSameTables,
  keyOf,
  listed,
  listPasses,
  replay,
  studyAt,
} from '../../src/coding/index.js'
import { openStudy, saveStudy } from '../../src/files/index.js'
import { en } from '../../src/language/en/index.js'
import { anonymise, noNames } from '../../src/privacy/index.js'
import { buildCodebook, buildReport, codebookTable, quoteTable, renderHtml, renderMarkdown } from '../../src/report/index.js'
import { findProblems, type Row, type Study } from '../../src/study/index.js'
import { emptyFolder, folderOf } from '../files/studyFolder.js'
import { runsOf, textsIn } from '../files/withdrawFolder.js'
import { attempt, begun, copyFor, doWork, joined, retyped, type Step, start, step, withdraw } from './togetherSteps.js'

/** What a study was after each of its passes; forgotten when somebody withdrew everything. */
interface World {
  readonly study: Study
  readonly folder: string
  readonly seen: Map<string, Study>
  /** Runs of six words of people who withdrew. */
  readonly gone: Set<string>
}

const frozen = new WeakSet<object>()
/** Nothing may write in what it was given. */
function freeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || frozen.has(value)) return value
  frozen.add(value)
  for (const one of Object.values(value)) freeze(one)
  return Object.freeze(value)
}

async function saved(study: Study, folder: string): Promise<Study> {
  await saveStudy(study, folder)
  expect(await saveStudy(study, folder)).toEqual([])
  const read = await openStudy(folder)
  expect(read.journal).toEqual(study.journal)
  expect(
    diffStudies(study, read, { fields: true }).rows.filter(row => row.table !== 'transcripts' || !['file', 'hash'].includes(row.field)),
  ).toEqual([])
  expect([read.pages, read.memos]).toEqual([study.pages, study.memos])
  for (const table of listed)
    expect(
      read[table].map(one => one.id),
      table,
    ).toEqual(study[table].map(one => one.id))
  expect(await saveStudy(read, folder)).toEqual([])
  return freeze(read)
}

async function doStep(world: World, one: Step): Promise<Study | { readonly study: Study; readonly folder: string }> {
  const { study, folder, seen, gone } = world
  switch (one.kind) {
    case 'work':
      return doWork(study, one.work)
    case 'apart': {
      const coders = ['AB', 'CD']
      const sides = await Promise.all(
        one.each.map(async (steps, i) => {
          const place = emptyFolder()
          const copy = freeze(copyFor(study, coders[i]!, one.blind))
          const begun = one.disk ? await saved(copy, place) : copy
          const done = steps.reduce((now, work) => freeze(doWork(now, { ...work, coder: coders[i]! })), begun)
          check(done, study.journal.length > 0 && !one.blind ? seen : new Map())
          return one.disk ? saved(done, place) : done
        }),
      )
      const merged = freeze(joined(study, sides))
      if (merged !== study) {
        expect(isSameTables(joined(merged, sides), merged)).toBe(true)
        expect(joined(study, [merged, sides[0]!])).toEqual(merged)
      }
      return merged
    }
    case 'save':
      return saved(study, folder)
    case 'retype': {
      const now = await saved(study, folder)
      const text = now.transcripts[one.n % Math.max(1, now.transcripts.length)]
      if (text === undefined) return now
      const path = join(folder, 'transcripts', text.file!)
      const before = readFileSync(path, 'utf8')
      writeFileSync(path, retyped(before, one.m, one.k))
      return saved(freeze(await openStudy(folder)), folder)
    }
    case 'by hand': {
      const now = await saved(study, folder)
      const path = join(folder, 'topics.csv')
      writeFileSync(path, readFileSync(path, 'utf8').replace(/(start,).*/u, `$1By hand ${one.n}`))
      const opened = await openStudy(folder, { by: { coder: 'MV', date: '2020-06-02' } })
      expect(opened.topics[0]!.label).toBe(`By hand ${one.n}`)
      expect(now.journal.length).toBeLessThanOrEqual(opened.journal.length)
      return saved(freeze(opened), folder)
    }
    case 'page':
      return {
        ...study,
        memos: [...study.memos.filter(page => page.id !== 'two'), { id: 'two', text: `Memo ${one.n}.\n`, about: [], extra: {} }],
      }
    case 'elsewhere': {
      const place = emptyFolder()
      return { study: await saved(study, place), folder: place }
    }
    case 'as JSON':
      return JSON.parse(JSON.stringify(study)) as Study
    case 'back in time': {
      const then = studyAt(study, 1 + (one.n % study.journal.length))
      check(then, new Map())
      await saved(then, emptyFolder())
      return study
    }
    case 'withdraw': {
      const after = withdraw(study, one.who, one.scope)
      if (after === study || one.scope !== 'everything') return after
      // What was is not to be had any more.
      seen.clear()
      const turns = study.transcripts.flatMap(text =>
        text.turns.map(turn => ({ hers: turn.respondents.includes(one.who), words: text.text.slice(turn.start, turn.end) })),
      )
      const runs = (hers: boolean) => runsOf(turns.filter(turn => turn.hers === hers).map(turn => turn.words))
      const others = runs(false)
      for (const run of runs(true)) if (!others.has(run)) gone.add(run)
      return after
    }
  }
}

/** The rows that differ between two studies, by brute force. */
const differing = (a: Study, b: Study) =>
  listed.flatMap(table => {
    const keys = (of: Study) => (of[table] as readonly object[] as readonly Row[]).map(row => keyOf(table, row))
    return [...new Set([...keys(a), ...keys(b)])]
      .filter(key => JSON.stringify(sorted(a, table, key)) !== JSON.stringify(sorted(b, table, key)))
      .map(key => `${table} ${key}`)
  })

function sorted(of: Study, table: (typeof listed)[number], key: string): unknown {
  const row = (of[table] as readonly object[] as readonly Row[]).find(one => keyOf(table, one) === key)
  return row === undefined
    ? null
    : Object.entries(row)
        .filter(([name]) => name !== 'turns')
        .sort(([a], [b]) => (a < b ? -1 : 1))
}

/** The same rows in the same order, and the same texts; where their sources stand on disk is no matter. */
function expectSame(study: Study, other: Study, when: string): void {
  for (const table of listed) {
    const bare = (of: Study) => (of[table] as readonly object[]).map(row => ({ ...row, file: null, hash: null }))
    expect(bare(study), `${table} ${when}`).toEqual(bare(other))
  }
}

/** What holds of every study, however it came about. `seen`: what it was after its passes. */
function check(study: Study, seen: Map<string, Study>): void {
  expect(findProblems(study)).toEqual([])
  if (study.journal.length === 0) return
  expectSame(replay(JSON.parse(JSON.stringify(study.journal)), study), study, 'replayed')
  expect(checkJournal(study).problems).toEqual([])
  for (const [i, pass] of study.journal.entries()) {
    const then = seen.get(pass.id)
    if (then === undefined) continue
    expectSame(studyAt(study, i + 1), then, `after pass ${i + 1}`)
  }
  expect(diffStudies(study, study).rows).toEqual([])
  const last = study.journal.at(-2)
  const then = last === undefined ? undefined : seen.get(last.id)
  if (then !== undefined) {
    const told = new Set(diffStudies(then, study, { fields: true }).rows.map(row => `${row.table} ${row.id}`))
    expect([...told].sort()).toEqual(differing(then, study).sort())
    diffStudies(then, study)
  }
  expect(listPasses(study).rows).toHaveLength(study.journal.length)
  for (const coding of study.codings.slice(-3)) blameCoding(study, coding.id)
}

/** Everything that can be made for a reader. */
function publish(study: Study): void {
  listPasses(study)
  auditTrail(study)
  countCodes(study)
  disagreements(study)
  unsettled(study)
  codebookTable(study)
  queryCodings(study, q => q.near(q.role('mechanism'), { within: 'turn' }))
  if (study.codings.length > 0) suggestCodes(study, study.codings[0]!.transcript, { language: en })
  renderMarkdown(buildReport(study, { language: en, audience: 'team' }))
  renderMarkdown(buildCodebook(study, { language: en, audience: 'team' }))
  const { study: safe } = anonymise(study, { register: noNames('made up'), language: en })
  freeze(safe.codings)
  selectQuotes(safe)
  for (const make of [
    () => quoteTable(safe).toMarkdown(),
    () => renderHtml(buildReport(safe)),
    () => renderHtml(buildCodebook(safe)),
    () => codebookTable(safe).toCsv(),
    () =>
      queryCodings(safe, q => q.role('context'))
        .toTable()
        .toMarkdown(),
  ])
    attempt(study, () => {
      make()
      return study
    })
}

describe('everything that can be done with a study, in any order', () => {
  it('leaves a sound study that its journal tells of, that reads back, and of which outputs can be made', async () => {
    let done = 0
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 22, size: 'max' }), async steps => {
        const folder = folderOf(start)
        const first = freeze(await openStudy(folder))
        let world: World = { study: first, folder, seen: new Map(), gone: new Set() }
        const note = (study: Study) => {
          const last = study.journal.at(-1)
          if (last !== undefined) world.seen.set(last.id, study)
        }
        note(first)
        world = { ...world, study: freeze(begun(first)) }
        note(world.study)
        for (const one of steps) {
          const after = await doStep(world, one)
          const study = freeze('journal' in after ? after : after.study)
          if (study.journal.length > world.study.journal.length) done++
          world = { ...world, study, folder: 'journal' in after ? world.folder : after.folder }
          note(study)
          check(study, world.seen)
        }
        publish(world.study)
        await saved(world.study, world.folder)
        for (const [path, text] of textsIn(world.folder)) {
          const left = runsOf([text])
          expect(
            [...world.gone].filter(run => left.has(run)),
            path,
          ).toEqual([])
        }
      }),
      { numRuns: 12 },
    )
    // Steps that are all refused would show nothing.
    expect(done).toBeGreaterThan(50)
  }, 120_000)
})
