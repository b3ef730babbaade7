// A report that was finished elsewhere is held against its study: what is quoted, who is said to have spoken, what is counted, what is not told.
// Run it from the top folder: node examples/finished-report.mjs
import { checkReport } from 'retroduct'
import { en } from 'retroduct/en'
import { openStudy } from 'retroduct/node'

const study = await openStudy('fixtures/community-clinic')
const report = `# The open door

## What makes people come

All staff say that being recognised matters: “He knew who I was before I was a patient, see. I was never a nuisance” (Respondent P3).

We did not quote anybody literally.
`
const { points, quotations } = await checkReport(study, report, { language: en })
console.log(quotations.rows.map(row => `line ${row.line}: ${row.state}: ${row.differs}`).join('\n'))
console.log(
  points.rows
    .filter(row => row.line !== null)
    .map(row => `line ${row.line}: ${row.kind}: ${row.what}`)
    .join('\n'),
)
