import { writeOutputs } from '../files/index.js'
import { configurationDossier, renderHtml, renderMarkdown } from '../report/index.js'
import { startProgress } from './progress.js'
import { releaseFor } from './release.js'
import { type Prepared, prepare, type SafeOptions } from './safe.js'
import { tellMade } from './tell.js'

export interface DossierCommandOptions extends SafeOptions {
  readonly out: string
}

/** Writes the dossier of configurations, those of the newest version of the theory unless they are named. */
export async function dossier(dir: string, configurations: readonly string[], options: DossierCommandOptions): Promise<void> {
  const progress = startProgress()
  try {
    const prepared = await prepare(dir, options, progress)
    progress.step('Building the dossier')
    const built = builtFrom(prepared, configurations)
    const { audience } = built
    const files = [
      { path: 'dossier.html', content: renderHtml(built), audience, of: built },
      { path: 'dossier.md', content: renderMarkdown(built), audience, of: built },
    ]
    const released = await releaseFor(prepared, [built], options, progress)
    const made = await writeOutputs(options.out, files, released === null ? {} : { release: released.release })
    await released?.remember()
    progress.done()
    tellMade(options.out, made, audience)
  } finally {
    progress.done()
  }
}

function builtFrom({ study, language, anonymised }: Prepared, names: readonly string[]) {
  const configurations = names.length === 0 ? undefined : names
  return anonymised === null
    ? configurationDossier(study, configurations, { language, audience: 'team' })
    : configurationDossier(anonymised.study, configurations, { language })
}
