import { languageOf } from '../../language/index.js'
import { type EarlierReleases, type ReleaseLine, releaseFrom } from '../../privacy/index.js'
import { type SafeStudy, throwProblems } from '../../study/index.js'
import { needAudience } from '../audience.js'
import { type OutputOptions, outputsOf, printedIn } from './disclosureRisk.js'

export interface ReleaseOfOptions extends OutputOptions {
  /** The day it is published, YYYY-MM-DD. */
  readonly date: string
  /** What this version is called. */
  readonly name: string
  /** The releases before, with the secret of their digests: from `openReleases`, or `newReleases()` for the first. */
  readonly earlier: EarlierReleases
}

/**
 * Makes the line that remembers a release: per label keyed digests of the words printed and the facts told, and how many people there
 * were per group and theme. With it the next version is weighed together with this one.
 *
 * @throws StudyError when the study is not a safe one, the day is no day, or the name is empty or was used before
 * @example
 * releaseOf(safe, { date: '2026-05-01', name: 'first', earlier: newReleases() }).name
 * //=> 'first'
 */
export function releaseOf(safe: SafeStudy, options: ReleaseOfOptions): ReleaseLine {
  needAudience(safe, 'releaseOf', undefined)
  const { date, name, earlier } = options
  const language = languageOf(safe, options.language)
  throwProblems([
    ...(/^\d{4}-\d{2}-\d{2}$/u.test(date)
      ? []
      : [{ what: 'this is not a day', hint: "write the date as '2026-05-01'", call: 'releaseOf' }]),
    ...(name.trim() !== '' ? [] : [{ what: 'a release has no name', hint: 'call it after its version', call: 'releaseOf' }]),
    ...(earlier.releases.every(one => one.name !== name)
      ? []
      : [{ what: 'an earlier release has this name', hint: 'call it something else', call: 'releaseOf' }]),
  ])
  const outputs = outputsOf(safe, options, 'releaseOf')
  return releaseFrom(safe, printedIn(safe, outputs, language), { earlier, date, name, language })
}
