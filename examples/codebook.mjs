// The codebook as a page for readers, and as a table that goes to a spreadsheet and comes back in one pass.
// Run it from the top folder: node examples/codebook.mjs
import { anonymise, buildCodebook, checkRelease, codebookTable, compareCodebook, readCodebook, renderHtml, reviseCodebook } from 'retroduct'
import { nl } from 'retroduct/nl'
import { addOpenPoints, openDecisions, openRegister, openStudy, writeOutputs } from 'retroduct/node'

const study = await openStudy('fixtures/zorgnetwerk')
const register = await openRegister('fixtures/zorgnetwerk.secret/register.csv')
const { study: safe } = anonymise(study, { register, language: nl })
const codebook = buildCodebook(safe, { by: 'group', language: nl })
const decided = 'fixtures/zorgnetwerk.secret/decisions.csv'
const release = checkRelease(safe, { outputs: [codebook], decisions: await openDecisions(decided) })
await addOpenPoints(decided, release)
const file = { path: 'example-codebook.html', content: renderHtml(codebook), audience: codebook.audience, of: codebook }
await writeOutputs('out', [file], { release })

// In practice the CSV is opened in a spreadsheet, worked on, and read from its file.
const edited = codebookTable(study).toCsv({ delimiter: ';', bom: true }).replace('leren van elkaar', 'van elkaar leren')
const differences = compareCodebook(study, readCodebook(edited))
console.log(differences)
const revised = reviseCodebook(study, { coder: 'MV', date: '2026-02-01' }, edited)
console.log(`${differences.rows.length} difference, taken over in ${revised.journal.length - study.journal.length} pass`)
