// What the gate costs: outputs of a safe study, and of a copy of it that lost its guard.

import { en } from '../dist/en.js'
import { anonymise, buildReport, quoteTable, readRegister, renderHtml, renderMarkdown, selectQuotes } from '../dist/index.js'
import { madeNames, madeRegister, madeStudy } from './made.mjs'
import { figure, timeAll } from './measure.mjs'

const names = madeNames(500)
const study = madeStudy({ interviews: 50, characters: 60_000, names, codings: 5000 })
const { study: safe } = anonymise(study, { register: readRegister(madeRegister(names)), language: en })
const bare = { ...safe }
const options = { audience: 'team', language: en, quotes: selectQuotes(safe, { perTheme: 10 }) }
const tables = { with: quoteTable(safe, options), without: quoteTable(bare, options) }
const reports = { with: buildReport(safe, options), without: buildReport(bare, options) }
if (tables.with.audience !== 'public' || tables.without.audience !== 'team') throw new Error('the guard is not where it should be')

const outputs = {
  'quote table to CSV': which => tables[which].toCsv(),
  'quote table to HTML': which => tables[which].toHtml(),
  'report to HTML': which => renderHtml(reports[which]),
  'report to Markdown': which => renderMarkdown(reports[which]),
}
for (const [name, write] of Object.entries(outputs)) {
  const times = await timeAll({ with: () => write('with'), without: () => write('without') }, { runs: 9 })
  const size = (write('without').length / 1000).toFixed(0)
  figure(`${name} (${size} kB, ${tables.with.rows.length} quotes), past the gate`, times.with, 'ms')
  figure(`${name}, without the gate (the floor)`, times.without, 'ms')
}
const building = await timeAll(
  { table: () => quoteTable(safe, options), report: () => buildReport(safe, options), select: () => selectQuotes(safe, { perTheme: 10 }) },
  { runs: 5 },
)
figure('quoteTable, quotes given', building.table, 'ms')
figure('selectQuotes', building.select, 'ms')
figure('buildReport, quotes given', building.report, 'ms')
