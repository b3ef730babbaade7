// Whose voice is missing: per theme which groups support it, and who was interviewed but is neither coded nor quoted.
// Run it from the top folder: node examples/missing-voices.mjs
import { anonymise, contrastGroups, selectQuotes, unheard } from 'retroduct'
import { nl } from 'retroduct/nl'
import { openRegister, openStudy } from 'retroduct/node'

const study = await openStudy('fixtures/zorgnetwerk')
const register = await openRegister('fixtures/zorgnetwerk.secret/register.csv')
const { study: safe } = anonymise(study, { register, language: nl })

const groups = contrastGroups(safe, { by: 'group' })
console.log(groups)

const silent = groups.rows.filter(row => row.supports === 0 && (row.silent ?? 0) > 0)
console.log(`${silent.length} times a group was asked about a theme and nobody of it supported it`)
console.log(unheard(safe, selectQuotes(safe)))
