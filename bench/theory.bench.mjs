// Nearness of codings and evidence of a configuration, and how they grow. The floor is one pass over the codings as they are.
import { findNearby, gatherEvidence } from '../dist/index.js'
import { madeCodings, madeStudy } from './made.mjs'
import { figure, growth, timeAll } from './measure.mjs'

const plain = madeStudy({ interviews: 2_000, characters: 20_000, codes: 400 })
// A tree of codes, so that families are counted too: nine in ten stand under another.
const codes = plain.codes.map((one, i) => (i < 40 ? one : { ...one, parent: `k${i % 39}` }))
const configuration = {
  id: 'C1',
  theory: null,
  context: ['k0', 'k3'],
  contextText: null,
  mechanism: ['k1', 'k4'],
  mechanismText: null,
  outcome: ['k2', 'k5'],
  outcomeText: null,
  statement: null,
  beneficiary: null,
  status: 'proposed',
  from: [],
  change: null,
  reason: null,
  rivalOf: null,
  extra: {},
}
const evidence = Array.from({ length: 200 }, (_, i) => ({
  id: `e${i}`,
  configuration: 'C1',
  theory: null,
  role: null,
  coding: i % 2 === 0 ? `c${i * 40}` : null,
  account: i % 2 === 0 ? null : `a${i}`,
  reference: null,
  stance: i % 10 === 0 ? 'refutes' : 'supports',
  basis: 'said',
  reasoning: null,
  weight: 'fair',
  note: null,
  extra: {},
}))
const base = { ...plain, codes, configurations: [configuration], evidence }
const sizes = [10_000, 100_000, 1_000_000]
const works = {
  'findNearby, in the same answer': study => findNearby(study, { within: 'answer' }),
  'findNearby, overlapping': study => findNearby(study, { within: 'overlap' }),
  'findNearby, pairs in the same transcript': study => findNearby(study, { within: 'transcript', size: 2 }),
  gatherEvidence: study => gatherEvidence(study, 'C1'),
}
const took = {}
for (const size of sizes) {
  // In accounts of three codings of one transcript.
  const codings = madeCodings(base, size).map((one, i) => ({ ...one, account: `a${(i % 2_000) + 2_000 * Math.floor(i / 6_000)}` }))
  const prepare = () => ({ ...base, codings: [...codings] })
  const floor = study => study.codings.filter(one => one.role === 'context' && one.start < one.end).length
  const times = await timeAll({ floor, ...works }, { runs: 3, prepare })
  figure(`${size} codings, one pass over them (the floor)`, times.floor, 'ms')
  for (const name of Object.keys(works)) {
    figure(`${size} codings, ${name}, on a study not looked at before`, times[name], 'ms', size === 1_000_000 ? 'seconds' : '')
    took[name] = [...(took[name] ?? []), times[name]]
  }
  const { basis } = works['findNearby, in the same answer'](prepare())
  console.log(basis.split(':')[0])
}
for (const name of Object.keys(works)) growth(name, sizes, took[name])
