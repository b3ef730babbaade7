import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { openRegister, openStudy, writeOutputs } from '../files/index.js'
import { checkReport, type ReportCheck } from '../report/index.js'
import { counted, StudyError } from '../study/index.js'
import { escapeHtml } from '../table/index.js'
import type { CheckOptions } from './check.js'
import { languageFor } from './languageFor.js'
import { startProgress } from './progress.js'
import { tellMade } from './tell.js'

/** Holds a finished report against the study; what it finds goes into a page for the team, and only counts are printed. */
export async function finishedReport(dir: string, path: string, options: CheckOptions): Promise<void> {
  const progress = startProgress()
  try {
    const file = basename(path)
    const content = await readFile(path).catch(() => null)
    if (content === null)
      throw new StudyError([
        { what: 'there is no report here that can be read', hint: 'give the path of a .docx, .md, .html or .txt file', file },
      ])
    progress.step('Opening the study')
    const study = await openStudy(dir)
    const language = await languageFor(study.language, { file: 'study.json', column: 'language' })
    const register = options.register === undefined ? {} : { register: await openRegister(options.register) }
    progress.step('Reading the report')
    const { today } = options
    const check = await checkReport(study, content, {
      language,
      groups: groupsGiven(options.groups ?? []),
      ...register,
      ...(today === undefined ? {} : { today }),
    })
    const out = options.out ?? 'out'
    const made = await writeOutputs(out, [{ path: 'report-check.html', content: pageOf(file, check), audience: 'team' }])
    progress.done()
    tellCounts(file, check)
    tellMade(out, made, 'team')
  } finally {
    progress.done()
  }
}

/** `doctors=medical specialist`: what the report calls them, and what the study does. */
function groupsGiven(words: readonly string[]): Readonly<Record<string, string>> {
  const pairs = words.map(word => word.split('='))
  const wrong = pairs.filter(pair => pair.length !== 2 || pair.some(part => part.trim() === ''))
  if (wrong.length > 0)
    throw new StudyError([{ what: 'a word for a group is not given as a pair', hint: 'write --groups doctors="medical specialist"' }])
  return Object.fromEntries(pairs.map(([word, group]) => [word!.trim(), group!.trim()]))
}

function tellCounts(file: string, { points, quotations, counts }: ReportCheck): void {
  const tied = counts.rows.filter(row => row.holds !== 'cannot be told').length
  console.log(
    `${file}: ${counted(quotations.rows.length, 'quotations')}, ${counted(counts.rows.length, 'counts')} (${tied} tied to a theme).`,
  )
  const kinds = new Map<string, number>()
  for (const { kind } of points.rows) kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
  for (const [kind, n] of kinds) console.log(`${String(n).padStart(7)} ${kind}`)
  if (kinds.size === 0) console.log('  Nothing to look at was found. What a sentence means, only a reader can tell.')
}

const style =
  'body{font:16px/1.45 system-ui,sans-serif;max-width:75rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse;margin:1rem 0 2.5rem}' +
  'th,td{text-align:left;vertical-align:top;padding:.3rem .6rem;border-bottom:1px solid #ccc}td{min-width:3rem}div{overflow-x:auto}'

function pageOf(file: string, check: ReportCheck): string {
  const tables = [check.points, check.counts, check.quotations, check.themes, check.cited].map(table => `<div>${table.toHtml()}</div>`)
  const title = escapeHtml(`Check of ${file}`)
  return `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${style}</style></head><body>\n<h1>${title}</h1>\n${tables.join('\n')}\n</body></html>\n`
}
