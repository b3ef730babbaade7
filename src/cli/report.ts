import { basename, dirname, resolve, sep } from 'node:path'
import { selectQuotes } from '../analysis/index.js'
import { type Output, unsafePlace, writeOutputs } from '../files/index.js'
import { buildReport, renderHtml, renderMarkdown } from '../report/index.js'
import { StudyError } from '../study/index.js'
import { type Progress, startProgress } from './progress.js'
import { type QuotesOptions, quotesOf } from './quotes.js'
import { type Prepared, prepare } from './safe.js'
import { tellConflicts, tellMade } from './tell.js'

export interface ReportCommandOptions extends QuotesOptions {
  readonly review?: string
}

export async function report(dir: string, options: ReportCommandOptions): Promise<void> {
  const progress = startProgress()
  try {
    const prepared = await prepare(dir, options, progress)
    if (options.review !== undefined) await expectSecretPlace(options.review, options.out)
    const outputs = reportOutputs(prepared, options, progress)
    const made = await writeOutputs(options.out, outputs)
    const review = prepared.anonymised?.review
    if (options.review !== undefined && review !== undefined)
      await writeOutputs(dirname(options.review), [
        { path: basename(options.review), content: review.toCsv({ bom: true }), audience: 'team' },
      ])
    progress.done()
    tellMade(options.out, made, outputs[0]!.audience)
    tellConflicts(prepared.anonymised)
  } finally {
    progress.done()
  }
}

/** The review holds names, so it stands neither with what is published nor in a study or a repository. */
async function expectSecretPlace(review: string, out: string): Promise<void> {
  const folder = dirname(resolve(review))
  const isInside = `${folder}${sep}`.startsWith(`${resolve(out)}${sep}`)
  const place = isInside ? 'the folder of the outputs' : await unsafePlace(folder)
  if (place === null) return
  throw new StudyError([
    { what: `the review holds names, and --review leads into ${place}`, hint: 'keep it beside the register, in a folder of its own' },
  ])
}

/** All files of the run, in memory: each passed the gate before any is written. */
function reportOutputs(prepared: Prepared, options: ReportCommandOptions, progress: Progress): readonly Output[] {
  const { study, language, anonymised } = prepared
  progress.step('Choosing quotes')
  const table = quotesOf(prepared, options)
  const quotes = selectQuotes(study, { perTheme: options.perTheme, maxShare: options.maxShare })
  progress.step('Building the report')
  const built =
    anonymised === null ? buildReport(study, { quotes, language, audience: 'team' }) : buildReport(anonymised.study, { quotes, language })
  const { audience } = built
  const of = built
  return [
    { path: 'report.html', content: renderHtml(built), audience, of },
    { path: 'report.md', content: renderMarkdown(built), audience, of },
    { path: 'quotes.csv', content: table.toCsv({ bom: true }), audience, of },
    { path: 'quotes.md', content: table.toMarkdown(), audience, of },
  ]
}
