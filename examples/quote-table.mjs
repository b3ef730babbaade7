// A quote table from a study folder: names replaced, quotes spread over the people who spoke.
// Run it from the top folder: node examples/quote-table.mjs
import { anonymise, checkRelease, quoteTable } from 'retroduct'
import { nl } from 'retroduct/nl'
import { addOpenPoints, openDecisions, openRegister, openStudy, writeOutputs } from 'retroduct/node'

const study = await openStudy('fixtures/zorgnetwerk')
const register = await openRegister('fixtures/zorgnetwerk.secret/register.csv')
const { study: safe, conflicts } = anonymise(study, { register, language: nl })

const quotes = quoteTable(safe, { perTheme: 2, maxShare: 0.2 })
// The gate puts what could still identify before a person; what she decided stands beside the register.
const decided = 'fixtures/zorgnetwerk.secret/decisions.csv'
const release = checkRelease(safe, { outputs: [quotes], decisions: await openDecisions(decided) })
await addOpenPoints(decided, release)
const file = { path: 'example-quotes.csv', content: quotes.toCsv({ bom: true }), audience: quotes.audience, of: quotes }
await writeOutputs('out', [file], { release })

console.log(`${quotes.rows.length} quotes in out/example-quotes.csv`)
console.log(conflicts)
