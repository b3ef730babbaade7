import { writeOutputs } from '../files/index.js'
import { buildCodebook, codebookTable, renderHtml, renderMarkdown } from '../report/index.js'
import { startProgress } from './progress.js'
import { releaseFor } from './release.js'
import { type Prepared, prepare, type SafeOptions } from './safe.js'
import { tellMade } from './tell.js'

export interface CodebookCommandOptions extends SafeOptions {
  readonly out: string
  readonly by?: 'group' | 'case' | 'round'
}

export async function codebook(dir: string, options: CodebookCommandOptions): Promise<void> {
  const progress = startProgress()
  try {
    const prepared = await prepare(dir, options, progress)
    progress.step('Building the codebook')
    const built = builtFrom(prepared, options)
    const { audience } = built
    const table = codebookTable(prepared.study)
    const files = [
      { path: 'codebook.html', content: renderHtml(built), audience, of: built },
      { path: 'codebook.md', content: renderMarkdown(built), audience, of: built },
      // With a byte order mark Excel reads UTF-8 as UTF-8.
      { path: 'codebook.csv', content: table.toCsv({ bom: true }), audience, of: table },
    ]
    const released = await releaseFor(prepared, [built, table], options, progress)
    const made = await writeOutputs(options.out, files, released === null ? {} : { release: released.release })
    await released?.remember()
    progress.done()
    tellMade(options.out, made, audience)
  } finally {
    progress.done()
  }
}

function builtFrom({ study, language, anonymised }: Prepared, { by }: CodebookCommandOptions) {
  const options = { language, ...(by === undefined ? {} : { by }) }
  return anonymised === null ? buildCodebook(study, { ...options, audience: 'team' }) : buildCodebook(anonymised.study, options)
}
