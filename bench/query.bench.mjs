// Queries over codings that cross: near, pairs, and how they grow. The floor is one pass over the codings as they are.
import { queryCodings, queryPairs } from '../dist/index.js'
import { madeCodings, madeStudy } from './made.mjs'
import { figure, growth, timeAll } from './measure.mjs'

const base = madeStudy({ interviews: 200, characters: 60_000 })
const sizes = [10_000, 100_000, 1_000_000]
const queries = {
  'near, one code by a role, same turn': q => q.and(q.code('k1'), q.near(q.role('context'), { within: 'turn' })),
  'near, everything by everything, overlapping': q => q.near(q.and(), { within: 'overlap' }),
  'near, a role by a role, within 20 words': q => q.and(q.role('mechanism'), q.near(q.role('context'), { within: { words: 20 } })),
  'followed by, a role by a role, next turn': q => q.and(q.role('context'), q.followedBy(q.role('outcome'), { within: 'next turn' })),
  'near and not a group, in the same transcript': q => q.and(q.near(q.code('k1'), { within: 'transcript' }), q.not(q.group('group 1'))),
}
const took = {}
for (const size of sizes) {
  const codings = madeCodings(base, size)
  const floor = () => {
    let found = 0
    for (const coding of codings) if (coding.role === 'context' && coding.start < coding.end) found++
    return found
  }
  const fresh = { ...base, codings: [...codings] }
  const ask = query => () => queryCodings(fresh, query)
  const times = await timeAll(
    { floor, ...Object.fromEntries(Object.entries(queries).map(([name, query]) => [name, ask(query)])) },
    { runs: 5 },
  )
  const first = await timeAll(
    { first: study => queryCodings(study, queries['near, one code by a role, same turn']) },
    { runs: 3, prepare: () => ({ ...base, codings: [...codings] }) },
  )
  figure(`${size} codings, one pass over them (the floor)`, times.floor, 'ms')
  figure(`${size} codings, first query of a study: the columns are made`, first.first, 'ms')
  for (const name of Object.keys(queries)) {
    const found = queryCodings(fresh, queries[name]).size
    figure(`${size} codings, ${name} (${found} found)`, times[name], 'ms', size === 1_000_000 ? 'below 200' : '')
    took[name] = [...(took[name] ?? []), times[name]]
  }
}
for (const name of Object.keys(queries)) growth(name, sizes, took[name])

const study = { ...base, codings: madeCodings(base, 20_000) }
const pairs = queryPairs(study, q => q.and(q.role('mechanism'), q.near(q.role('context'), { within: 'overlap' })))
const pairing = await timeAll({
  pairs: () => queryPairs(study, q => q.and(q.role('mechanism'), q.near(q.role('context'), { within: 'overlap' }))),
})
figure(`20000 codings, pairs of overlapping ones as a table (${pairs.rows.length} pairs)`, pairing.pairs, 'ms')
