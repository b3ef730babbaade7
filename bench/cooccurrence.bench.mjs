// Which codes stand together, on 400 codes and 2,000 transcripts, beside DuckDB on the same data: npm i --no-save @duckdb/node-api
import { countCooccurrence } from '../dist/index.js'
import { madeCodings, madeStudy } from './made.mjs'
import { figure, growth, timeAll } from './measure.mjs'

const made = madeStudy({ interviews: 2000, characters: 12_000 })
const codes = Array.from({ length: 400 }, (_, i) => ({ ...made.codes[i % 100], id: `k${i}`, name: `code ${i}` }))
const base = { ...made, codes }
const sizes = [10_000, 100_000, 1_000_000]
const took = { overlap: [], turn: [] }
let largest = base
for (const size of sizes) {
  const study = { ...base, codings: madeCodings(base, size) }
  largest = study
  const fresh = () => ({ ...study, codings: [...study.codings] })
  const first = await timeAll({ first: one => countCooccurrence(one) }, { runs: 3, prepare: fresh })
  const times = await timeAll(
    { overlap: () => countCooccurrence(study), turn: () => countCooccurrence(study, { within: 'turn' }) },
    { runs: 5 },
  )
  const rows = countCooccurrence(study)
  const pairs = rows.rows.reduce((sum, row) => sum + row.pairs, 0)
  figure(`${size} codings, co-occurrence, first of a study: with its index`, first.first, 'ms', size === 1_000_000 ? 'index below 500' : '')
  figure(
    `${size} codings, overlapping (${pairs} pairs of passages, ${rows.rows.length} pairs of codes)`,
    times.overlap,
    'ms',
    size === 1_000_000 ? 'below 30' : '',
  )
  figure(`${size} codings, in one turn`, times.turn, 'ms')
  for (const name of Object.keys(took)) took[name].push(times[name])
}
for (const [name, times] of Object.entries(took)) growth(`co-occurrence, ${name}`, sizes, times)

const duckdb = await import('@duckdb/node-api').catch(() => null)
if (duckdb === null) console.error('DuckDB is not installed: npm i --no-save @duckdb/node-api')
else await askDuckDb(duckdb, largest)

/** The self-join that counts overlapping pairs and the sources in which they stand. */
async function askDuckDb({ DuckDBInstance }, { codings, transcripts }) {
  const connection = await (await DuckDBInstance.create(':memory:')).connect()
  await connection.run('CREATE TABLE c (t INTEGER, s INTEGER, e INTEGER, k INTEGER)')
  const places = new Map(transcripts.map((one, i) => [one.id, i]))
  const appender = await connection.createAppender('c')
  for (const { transcript, start, end, code } of codings) {
    for (const value of [places.get(transcript), start, end, Number(code.slice(1))]) appender.appendInteger(value)
    appender.endRow()
  }
  appender.closeSync()
  const sql = `SELECT a.k, b.k, count(*), count(DISTINCT a.t) FROM c a JOIN c b ON a.t = b.t AND a.s < b.e AND b.s < a.e AND a.k < b.k GROUP BY ALL`
  const times = await timeAll({ duckdb: () => connection.runAndReadAll(sql) }, { runs: 3 })
  figure(`${codings.length} codings, DuckDB: the overlapping pairs by a self-join`, times.duckdb, 'ms')
}
