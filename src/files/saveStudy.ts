import { mkdir, readdir, rmdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import { editPass, isTold } from '../coding/index.js'
import { knowledgeOf, studyLeaves } from '../privacy/index.js'
import { isReleased, type Release } from '../report/index.js'
import { guardOf, holdAtGate, needStudy, type Study, StudyError, tableNames } from '../study/index.js'
import { expectSameStudy, transcriptsWithOtherTurns } from './expectSameStudy.js'
import { type Folder, folderAfter, stampAfter, stampOf, withFolder } from './folder.js'
import { nobody, type Opened, openFolder, replayed } from './openFolder.js'
import { expectKnownPasses } from './planJournal.js'
import { planSave, type SavePlan } from './planSave.js'
import { studyFileName } from './readStudyFile.js'
import { type TextCache, turnsPath } from './readTranscripts.js'
import { recallFolder, rememberFolder } from './remembered.js'
import { commitFiles, withSaving } from './saving.js'
import type { WriteOptions } from './writeOutputs.js'

/**
 * Saves a study in the folder it came from, or in a new one. Only what changed is written: rows that say what they said
 * keep their characters, and an unchanged study changes no byte. All files change together or none does.
 *
 * A safe study goes out when it is saved: it was made with the profile `archive`, and looked at for a release in which no point is open.
 *
 * @param dir the folder; it is made when it is not there
 * @param options.release for a safe study: what `checkRelease` says of it
 * @returns the paths written, relative to the folder
 * @throws StudyError when the folder has work that this study does not know, or when the study would not read back as it is
 * @example
 * const study = await openStudy('walk-in-clinic')
 * await saveStudy(study, 'walk-in-clinic')
 * //=> []
 */
export async function saveStudy(given: Study, dir: string, { release }: WriteOptions = {}): Promise<readonly string[]> {
  needStudy(given, 'saveStudy')
  expectReleased(given, release)
  if (typeof dir !== 'string' || dir === '')
    throw new StudyError([
      { what: 'it is not said where to save', hint: "give the folder second: saveStudy(study, 'my-study')", call: 'saveStudy' },
    ])
  // The journal of a safe study tells of its passes without their content, so its tables are where it begins.
  const study = guardOf(given) === null ? given : { ...given, journal: [] }
  const made = await mkdir(dir, { recursive: true })
  try {
    for (;;) {
      const { plan, after, stamp } = await planFor(study, dir)
      if (plan.written.size + plan.removed.length === 0) return []
      const stamps = await withSaving(dir, async () => {
        if ((await stampOf(dir)) !== stamp) return null
        return commitFiles(dir, plan.written, plan.removed)
      })
      if (stamps === null) continue
      if (after !== null) rememberFolder(study, resolve(dir), stampAfter(stamp, stamps, plan.removed), withRowsOf(study, after))
      return [...plan.written.keys()].sort()
    }
  } catch (error) {
    if (made !== undefined) await rmdir(dir).catch(() => undefined)
    throw error
  }
}

/** What holds whole conversations is for an archive, and passes the whole gate. */
function expectReleased(study: Study, release: Release | undefined): void {
  const guard = guardOf(study)
  if (guard === null) return
  if (knowledgeOf(guard)?.options.profile !== 'archive')
    throw new StudyError([
      {
        what: 'this safe study was made for a report, and a folder holds whole conversations',
        hint: "anonymise with { profile: 'archive' } to pass on transcripts",
        call: 'saveStudy',
      },
    ])
  if (!isReleased(release, study))
    throw new StudyError([
      {
        what: 'this safe study was not looked at for a release, or points of it are open',
        hint: 'give { release }, which checkRelease makes with the study among its outputs, when every point is decided',
        call: 'saveStudy',
      },
    ])
  holdAtGate(guard, studyLeaves(study), 'parts')
}

interface Planned {
  readonly plan: SavePlan
  /** The folder as it will be; null when nothing is written. */
  readonly after: Opened | null
}

async function planFor(study: Study, dir: string): Promise<Planned & { stamp: string }> {
  return withFolder(dir, async folder => {
    const cache: TextCache = new Map()
    const isNew = !folder.paths.includes(studyFileName)
    if (isNew) await expectEmpty(dir)
    const recalled = isNew ? null : recallFolder(study, resolve(dir), folder.stamp)
    const opened = isNew ? null : (recalled ?? (await openFolder(folder, nobody, cache)))
    if (opened !== null) expectKnownPasses(study, opened.now.journal)
    const isKnown = recalled !== null && isTold(study)
    return { ...(await checkedPlan(study, { opened, folder, cache, isKnown })), stamp: folder.stamp }
  })
}

interface Place {
  readonly folder: Folder
  readonly opened: Opened | null
  readonly cache: TextCache
  /** Whether the journal of the study is known to tell its tables. */
  readonly isKnown: boolean
}

/** Plans a save and reads what it would give, before anything is written. */
async function checkedPlan(study: Study, { opened, folder, cache, isKnown }: Place): Promise<Planned> {
  const keepTurns = new Set(study.transcripts.filter(one => folder.paths.includes(turnsPath(one.id))).map(one => one.id))
  for (;;) {
    const plan = await planSave(study, opened, folder, keepTurns)
    if (plan.written.size + plan.removed.length === 0) return { plan, after: null }
    if (!isKnown) expectTold(study)
    const before = opened === null ? null : { opened, changed: new Set([...plan.written.keys(), ...plan.removed]) }
    const after = await openFolder(folderAfter(folder, plan.written, plan.removed), nobody, cache, before)
    const others = transcriptsWithOtherTurns(study, after.study).filter(id => !keepTurns.has(id))
    for (const id of others) keepTurns.add(id)
    if (others.length > 0) continue
    expectSameStudy(study, after.study)
    return { plan, after }
  }
}

/** A folder whose rows are those of the study it was found to say the same as: so they are kept once, and compared at a glance. */
function withRowsOf(study: Study, after: Opened): Opened {
  const rows = Object.fromEntries(tableNames.filter(table => table !== 'transcripts').map(table => [table, study[table]]))
  const texts = new Map(study.transcripts.map(one => [one.id, one]))
  const transcripts = after.study.transcripts.map(one => ({ ...one, text: texts.get(one.id)!.text, turns: texts.get(one.id)!.turns }))
  const codings = new Map([...study.codings, ...study.lost].map(coding => [coding.id, coding]))
  return {
    ...after,
    study: { ...after.study, ...rows, lost: study.lost, transcripts },
    now: { ...after.study, ...rows, lost: study.lost, transcripts },
    codingRows: after.codingRows.map(coding => codings.get(coding.id) ?? coding),
  }
}

async function expectEmpty(dir: string): Promise<void> {
  const names = (await readdir(dir)).filter(name => !name.startsWith('.'))
  if (names.length === 0) return
  throw new StudyError([
    {
      what: 'this folder holds other things and no study',
      hint: 'save in the folder the study came from, or in a new or empty one',
      file: dir,
    },
  ])
}

/** What the journal does not tell would be lost from it for good. */
function expectTold(study: Study): void {
  if (study.journal.length === 0 || editPass(replayed(study, study.journal), study, nobody) === null) return
  throw new StudyError([
    {
      what: 'the tables of this study were changed without a pass, so its journal no longer tells how it came about',
      hint: 'make the change in a pass, or in the files of the folder',
    },
  ])
}
