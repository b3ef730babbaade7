import { basename, dirname, extname } from 'node:path'
import { writeOutputs } from '../files/index.js'
import { quoteTable } from '../report/index.js'
import { StudyError } from '../study/index.js'
import type { AnyTable } from '../table/index.js'
import { startProgress } from './progress.js'
import { releaseFor } from './release.js'
import { type Prepared, prepare, type SafeOptions } from './safe.js'
import { tellConflicts, tellMade } from './tell.js'

export interface QuotesOptions extends SafeOptions {
  readonly out: string
  readonly perTheme: number
  readonly maxShare: number
}

const renderings: Readonly<Record<string, (table: AnyTable) => string>> = {
  // With a byte order mark Excel reads UTF-8 as UTF-8.
  '.csv': table => table.toCsv({ bom: true }),
  '.md': table => table.toMarkdown(),
  '.html': table => `<!doctype html>\n<html><head><meta charset="utf-8"></head><body>\n${table.toHtml()}\n</body></html>\n`,
}

export async function quotes(dir: string, options: QuotesOptions): Promise<void> {
  const render = renderings[extname(options.out).toLowerCase()]
  if (render === undefined)
    throw new StudyError([{ what: 'the quote table cannot be written in this format', hint: 'end --out in .csv, .md or .html' }])
  const progress = startProgress()
  try {
    const prepared = await prepare(dir, options, progress)
    progress.step('Choosing quotes')
    const table = quotesOf(prepared, options)
    const content = render(table)
    const released = await releaseFor(prepared, [table], options, progress)
    const file = { path: basename(options.out), content, audience: table.audience, of: table }
    const made = await writeOutputs(dirname(options.out), [file], released === null ? {} : { release: released.release })
    await released?.remember()
    progress.done()
    tellMade(dirname(options.out), made, table.audience)
    tellConflicts(prepared.anonymised)
  } finally {
    progress.done()
  }
}

/** The quote table of what was prepared, for its audience. */
export function quotesOf({ study, language, anonymised }: Prepared, { perTheme, maxShare }: QuotesOptions): AnyTable {
  const options = { perTheme, maxShare, language }
  return anonymised === null ? quoteTable(study, { ...options, audience: 'team' }) : quoteTable(anonymised.study, options)
}
