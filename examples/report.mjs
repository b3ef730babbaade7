// The report as one HTML file, from her text in report/*.md, the codings and the quotes.
// Run it from the top folder: node examples/report.mjs
import { anonymise, buildReport, checkRelease, renderHtml, renderMarkdown } from 'retroduct'
import { en } from 'retroduct/en'
import { addOpenPoints, openDecisions, openRegister, openStudy, writeOutputs } from 'retroduct/node'

const study = await openStudy('fixtures/community-clinic')
const register = await openRegister('fixtures/community-clinic.secret/register.csv')
const { study: safe } = anonymise(study, { register, language: en })

const report = buildReport(safe)
const decided = 'fixtures/community-clinic.secret/decisions.csv'
const release = checkRelease(safe, { outputs: [report], decisions: await openDecisions(decided) })
await addOpenPoints(decided, release)
const files = [
  { path: 'example-report.html', content: renderHtml(report), audience: report.audience, of: report },
  { path: 'example-report.md', content: renderMarkdown(report), audience: report.audience, of: report },
]
const made = await writeOutputs('out', files, { release })
console.log(`made ${made.join(' and ')} in out/`)
