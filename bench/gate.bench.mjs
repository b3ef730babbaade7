// What the gate costs: outputs of a safe study, and of a copy of it that lost its guard.

import { en } from '../dist/en.js'
import { anonymise, buildReport, quoteTable, readRegister, renderHtml, renderMarkdown, selectQuotes } from '../dist/index.js'
import { madeNames, madeRegister, madeStudy } from './made.mjs'
import { figure, timeAll } from './measure.mjs'

const names = madeNames(500)
const made = madeStudy({ interviews: 50, characters: 60_000, names, codings: 5000 })
// From word to word: half a name is not in the register.
const texts = new Map(made.transcripts.map(one => [one.id, one.text]))
const study = { ...made, codings: made.codings.map(one => atWords(one, texts.get(one.transcript))) }
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

function atWords(coding, text) {
  const start = text.indexOf(' ', coding.start) + 1
  const end = text.lastIndexOf(' ', coding.end)
  return end - start < 10 ? coding : { ...coding, start, end }
}
