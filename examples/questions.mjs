// Questions to the codings: what stands near what, in any combination; searching passages; proposals for codes with the
// words that are their reason; and the fragments of a code side by side. Nothing is coded by itself.
// Run it from the top folder: node examples/questions.mjs
import { anonymise, compareFragments, queryCodings, quoteTable, searchPassages, suggestCodes } from 'retroduct'
import { nl } from 'retroduct/nl'
import { openRegister, openStudy } from 'retroduct/node'

const study = await openStudy('fixtures/zorgnetwerk')
const nearContext = q => q.and(q.role('mechanism'), q.near(q.role('context'), { within: 'next turn' }), q.not(q.stance('refutes')))
console.log(queryCodings(study, nearContext).basis)

const passages = searchPassages(study, 'norm vertrouwen', { language: nl, near: 15 })
for (const { code, role, because } of suggestCodes(study, passages.rows[0], { language: nl }))
  console.log(`${code} (${role}), because of: ${because.join(', ')}`)

const register = await openRegister('fixtures/zorgnetwerk.secret/register.csv')
const { study: safe } = anonymise(study, { register, language: nl })
console.log('--- for readers ---')
console.log(quoteTable(safe, { quotes: queryCodings(safe, nearContext) }).toMarkdown())
console.log(compareFragments(safe, safe.codes[0].name, { by: 'group' }).toMarkdown())
