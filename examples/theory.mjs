// What a configuration rests on, what speaks against it, and what stands near that no configuration has yet.
// Run it from the top folder: node examples/theory.mjs
import { anonymise, demiRegularities, followRipples, gatherEvidence, negativeCases, readingList } from 'retroduct'
import { nl } from 'retroduct/nl'
import { openRegister, openStudy } from 'retroduct/node'

const study = await openStudy('fixtures/zorgnetwerk')
const register = await openRegister('fixtures/zorgnetwerk.secret/register.csv')
const { study: safe } = anonymise(study, { register, language: nl })

const evidence = gatherEvidence(safe, 'C1')
console.log(evidence.table)
console.log(negativeCases(safe, 'C1'))
console.log(demiRegularities(safe))
console.log(followRipples(safe))
// Accounts first, then what stands near; with what speaks against each beside it.
console.log(readingList(safe))
