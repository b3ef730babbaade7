import { dirname, join, resolve } from 'node:path'
import { addOpenPoints, openDecisions, unsafePlace } from '../files/index.js'
import { checkRelease, type Release, type ReleaseOptions } from '../report/index.js'
import { counted, StudyError } from '../study/index.js'
import type { Progress } from './progress.js'
import type { Prepared, SafeOptions } from './safe.js'

/** The whole gate over the outputs of a command; null for outputs that stay in the team. Open points are written down to be decided. */
export async function releaseOf(
  { anonymised }: Prepared,
  outputs: ReleaseOptions['outputs'],
  options: SafeOptions,
  progress: Progress,
): Promise<Release | null> {
  if (anonymised === null) return null
  progress.step('Looking at what goes out')
  const path = await decisionsPath(options)
  if (path === null) {
    const release = checkRelease(anonymised.study, { outputs })
    if (release.open > 0)
      throw undecided(release, 'give --decisions with a file beside the register, to which they are written with their passages')
    return release
  }
  const release = checkRelease(anonymised.study, { outputs, decisions: await openDecisions(path) })
  if (release.open === 0) return release
  await addOpenPoints(path, release)
  throw undecided(
    release,
    `they stand in ${path}, each with its passage: change the register or the study, or fill in what ("print"), who, when and why; then run this again`,
  )
}

/** Beside the register unless said otherwise. */
async function decisionsPath({ decisions, register }: SafeOptions): Promise<string | null> {
  if (decisions !== undefined) return decisions
  if (register === undefined) return null
  const beside = join(dirname(register), 'decisions.csv')
  return (await unsafePlace(dirname(resolve(beside)))) === null ? beside : null
}

function undecided(release: Release, hint: string): StudyError {
  const kinds = new Map<string, number>()
  for (const row of release.table.rows) if (row.decided === '') kinds.set(row.what, (kinds.get(row.what) ?? 0) + 1)
  const list = [...kinds].map(([what, count]) => `${count} × ${what}`).join('; ')
  return new StudyError([
    {
      what: `nothing was written: ${counted(release.open, 'points')} ${release.open === 1 ? 'is' : 'are'} for a person to decide (${list})`,
      hint,
    },
  ])
}
