// Cases beside each other: where a configuration fired, what was coded there, and the table that R's QCA reads. For the team.
// Run it from the top folder: node examples/across-cases.mjs
import { caseFactsheet, caseVerdicts, renderMarkdown, truthTable } from 'retroduct'
import { nl } from 'retroduct/nl'
import { openStudy } from 'retroduct/node'

const study = await openStudy('fixtures/zorgnetwerk')
console.log(caseVerdicts(study, { configurations: ['C1'] }).toText())

const { table, cases, left } = truthTable(study, {
  outcome: 'C1',
  conditions: [{ attribute: 'norm', scores: { ja: 1, nee: 0 }, note: 'as the networks themselves say' }],
})
console.log(table.toText())
console.log(cases.toCsv())
console.log(left.toText())
console.log(renderMarkdown(caseFactsheet(study, study.cases[0].id, { language: nl, audience: 'team' })).slice(0, 400))
