import { dirname, join, resolve } from 'node:path'
import { addOpenPoints, addRelease, openDecisions, openReleases, unsafePlace, writeOutputs } from '../files/index.js'
import type { EarlierReleases } from '../privacy/index.js'
import { checkRelease, type Release, type ReleaseOptions, releaseOf, renderHtml } from '../report/index.js'
import { counted, type SafeStudy, StudyError } from '../study/index.js'
import type { Progress } from './progress.js'
import type { Prepared, SafeOptions } from './safe.js'

/** What was looked at, and how it is remembered once it is written. */
export interface Released {
  readonly release: Release
  /** Remembers it as published, when it was given a name. */
  readonly remember: () => Promise<void>
}

const dossiersName = 'dossiers.html'

/**
 * The whole gate over the outputs of a command; null for outputs that stay in the team. Open points are written down to be decided, and
 * the dossiers to be read, beside the register.
 */
export async function releaseFor(
  { anonymised }: Prepared,
  outputs: ReleaseOptions['outputs'],
  options: SafeOptions,
  progress: Progress,
): Promise<Released | null> {
  if (anonymised === null) return null
  progress.step('Looking at what goes out')
  const safe = anonymised.study
  const place = await secretFolder(options)
  const releases = place === null ? null : join(place, 'releases.jsonl')
  const earlier = releases === null ? undefined : await openReleases(releases)
  const path = options.decisions ?? (place === null ? null : join(place, 'decisions.csv'))
  const decisions = path === null ? undefined : await openDecisions(path)
  const release = checkRelease(safe, {
    outputs,
    ...(decisions === undefined ? {} : { decisions }),
    ...(earlier === undefined ? {} : { earlier }),
  })
  const memory = remembering(safe, outputs, options, { releases, earlier })
  if (release.open > 0) {
    if (path === null)
      throw undecided(release, 'give --decisions with a file beside the register, to which they are written with their passages')
    await addOpenPoints(path, release)
    const [read] = await writeOutputs(dirname(path), [
      { path: dossiersName, content: renderHtml(release.dossiers.report), audience: 'team' },
    ])
    throw undecided(
      release,
      `they stand in ${path}, each with its passage, and the dossiers in ${join(dirname(path), read!)}: change the register or the study, or fill in what ("print"), who, when and why; then run this again. Until then --team shows it to the team`,
    )
  }
  return { release, remember: memory }
}

/** Made before anything is asked or written: a name that was used before is refused then. */
function remembering(
  safe: SafeStudy,
  outputs: ReleaseOptions['outputs'],
  { release: name, today }: SafeOptions,
  { releases, earlier }: { readonly releases: string | null; readonly earlier: EarlierReleases | undefined },
): Released['remember'] {
  if (name === undefined) return async () => {}
  if (releases === null || earlier === undefined)
    throw new StudyError([
      { what: 'there is no place to remember this release', hint: 'give --register: the list of releases stands beside it' },
    ])
  const date = today ?? new Date().toISOString().slice(0, 10)
  const line = releaseOf(safe, { outputs, date, name, earlier })
  return () => addRelease(releases, line)
}

/** The folder of the register, where secrets stand; null when there is none, or it stands where nothing secret may. */
async function secretFolder({ register, decisions }: SafeOptions): Promise<string | null> {
  const beside = register ?? decisions
  if (beside === undefined) return null
  const folder = dirname(beside)
  return (await unsafePlace(resolve(folder))) === null ? folder : null
}

function undecided(release: Release, hint: string): StudyError {
  const kinds = new Map<string, number>()
  for (const { kind, what, decided } of release.table.rows) {
    const name = kind === 'dossier' ? 'dossier that nobody signed' : what
    if (decided === '') kinds.set(name, (kinds.get(name) ?? 0) + 1)
  }
  const list = [...kinds].map(([what, count]) => `${count} × ${what}`).join('; ')
  return new StudyError([
    {
      what: `nothing was written: ${counted(release.open, 'points')} ${release.open === 1 ? 'is' : 'are'} for a person to decide (${list})`,
      hint,
    },
  ])
}
