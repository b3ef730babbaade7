// A configuration in a sentence, as she wrote it and as it is put together from its parts, and everything there is about it on a page.
// Run it from the top folder: node examples/dossier.mjs > dossier.md
import { anonymise, configurationDossier, renderMarkdown, stateConfiguration } from 'retroduct'
import { nl } from 'retroduct/nl'
import { openRegister, openStudy } from 'retroduct/node'

const study = await openStudy('fixtures/zorgnetwerk')
const register = await openRegister('fixtures/zorgnetwerk.secret/register.csv')
const { study: safe } = anonymise(study, { register, language: nl })

console.error(stateConfiguration(safe, 'C5').text)
console.error(stateConfiguration(safe, 'C5', { own: false }).text)
console.log(renderMarkdown(configurationDossier(safe, ['C1', 'C5'])))
