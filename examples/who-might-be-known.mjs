// Who might be known: what adds up per person over all outputs and an earlier release, and what unlinking the labels would change.
// Run it from the top folder: node examples/who-might-be-known.mjs
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { anonymise, buildReport, disclosureRisk, quoteTable, releaseOf, renderHtml } from 'retroduct'
import { nl } from 'retroduct/nl'
import { addRelease, openRegister, openReleases, openStudy, writeOutputs } from 'retroduct/node'

const study = await openStudy('fixtures/zorgnetwerk')
const register = await openRegister('fixtures/zorgnetwerk.secret/register.csv')
const { study: safe } = anonymise(study, { register, language: nl })

// The list of releases is secret, and in a real study stands beside the register.
const list = join(await mkdtemp(join(tmpdir(), 'retroduct-')), 'releases.jsonl')
const draft = { outputs: [quoteTable(safe, { perTheme: 1 })], date: '2023-10-01', name: 'concept', earlier: await openReleases(list) }
await addRelease(list, releaseOf(safe, draft))

const outputs = [quoteTable(safe, { perTheme: 2 }), buildReport(safe)]
const risk = disclosureRisk(safe, { outputs, earlier: await openReleases(list), population: { bestuurder: 9, projectbureau: 3 } })
const page = { path: 'example-dossiers.html', content: renderHtml(risk.report), audience: risk.report.audience }
const made = await writeOutputs('out', [page])

console.log(risk)
const most = risk.dossiers[0]
console.log(`${most.label}: ${most.k} of those who took part fit. ${most.change?.what ?? 'No single change helps.'}`)
console.log(`${risk.dossiers.length} dossiers to read in out/${made.join()}`)

const { study: unlinked } = anonymise(study, { register, language: nl, labels: 'unlinked' })
console.log(`with unlinked labels ${disclosureRisk(unlinked).dossiers.filter(one => one.links).length} labels stand for one person`)
