import { basename, dirname } from 'node:path'
import { selectQuotes } from '../analysis/index.js'
import { type Output, writeOutputs } from '../files/index.js'
import { buildReport, type ReleaseOptions, renderHtml, renderMarkdown } from '../report/index.js'
import { type Progress, startProgress } from './progress.js'
import { type QuotesOptions, quotesOf } from './quotes.js'
import { releaseFor } from './release.js'
import { type Prepared, prepare } from './safe.js'
import { expectSecretPlace } from './secretPlace.js'
import { tellConflicts, tellMade } from './tell.js'

export interface ReportCommandOptions extends QuotesOptions {
  readonly review?: string
}

export async function report(dir: string, options: ReportCommandOptions): Promise<void> {
  const progress = startProgress()
  try {
    const prepared = await prepare(dir, options, progress)
    if (options.review !== undefined) await expectSecretPlace(options.review, 'the review', '--review', options.out)
    const { files, results } = reportOutputs(prepared, options, progress)
    const released = await releaseFor(prepared, results, options, progress)
    const made = await writeOutputs(options.out, files, released === null ? {} : { release: released.release })
    await released?.remember()
    const review = prepared.anonymised?.review
    if (options.review !== undefined && review !== undefined)
      await writeOutputs(dirname(options.review), [
        { path: basename(options.review), content: review.toCsv({ bom: true }), audience: 'team' },
      ])
    progress.done()
    tellMade(options.out, made, files[0]!.audience)
    tellConflicts(prepared.anonymised)
  } finally {
    progress.done()
  }
}

interface Outputs {
  readonly files: readonly Output[]
  readonly results: ReleaseOptions['outputs']
}

/** All files of the run, in memory: each passed the gate before any is written. */
function reportOutputs(prepared: Prepared, options: ReportCommandOptions, progress: Progress): Outputs {
  const { study, language, anonymised } = prepared
  progress.step('Choosing quotes')
  const table = quotesOf(prepared, options)
  const quotes = selectQuotes(study, { perTheme: options.perTheme, maxShare: options.maxShare })
  progress.step('Building the report')
  const built =
    anonymised === null ? buildReport(study, { quotes, language, audience: 'team' }) : buildReport(anonymised.study, { quotes, language })
  const { audience } = built
  const files: readonly Output[] = [
    { path: 'report.html', content: renderHtml(built), audience, of: built },
    { path: 'report.md', content: renderMarkdown(built), audience, of: built },
    { path: 'quotes.csv', content: table.toCsv({ bom: true }), audience, of: table },
    { path: 'quotes.md', content: table.toMarkdown(), audience, of: table },
  ]
  return { files, results: [built, table] }
}
