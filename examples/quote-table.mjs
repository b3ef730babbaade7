// A quote table from a study folder: names replaced, quotes spread over the people who spoke.
// Run it from the top folder: node examples/quote-table.mjs
import { anonymise, quoteTable } from 'retroduct'
import { nl } from 'retroduct/nl'
import { openRegister, openStudy, writeOutputs } from 'retroduct/node'

const study = await openStudy('fixtures/zorgnetwerk')
const register = await openRegister('fixtures/zorgnetwerk.secret/register.csv')
const { study: safe, conflicts } = anonymise(study, { register, language: nl })

const quotes = quoteTable(safe, { perTheme: 2, maxShare: 0.2 })
await writeOutputs('out', [{ path: 'example-quotes.csv', content: quotes.toCsv({ bom: true }), audience: quotes.audience }])

console.log(`${quotes.rows.length} quotes in out/example-quotes.csv`)
console.log(conflicts)
