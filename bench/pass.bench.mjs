// A pass of a hundred codings on studies of a thousand to a million, and how much memory a coding takes.
import { openPass } from '../dist/index.js'
import { madeStudy, mulberry32 } from './made.mjs'
import { figure, growth, median } from './measure.mjs'

const by = { coder: 'JT', date: '2020-05-04' }
const aims = { 1000000: '20' }

/** A hundred codings over ten interviews, other ones in every pass. */
function hundred(study, seed) {
  const random = mulberry32(seed)
  return openPass(study, by, pass => {
    for (let i = 0; i < 100; i++) {
      const { id, turns } = study.transcripts[(seed * 10 + (i % 10)) % study.transcripts.length]
      const { start, end } = turns[1 + 2 * Math.floor(random() * Math.floor(turns.length / 2))] ?? turns[1]
      const from = start + Math.floor(random() * (end - start - 20))
      pass.code(pass.fragment(id, { start: from, end: from + 15 }), `code ${Math.floor(random() * 100)}`)
    }
  })
}

const sizes = [1000, 10_000, 100_000, 1_000_000]
const later = []
for (const size of sizes) {
  const bare = madeStudy({ interviews: 200, characters: 20_000 })
  globalThis.gc()
  const before = process.memoryUsage().heapUsed
  const study = { ...bare, codings: madeStudy({ interviews: 200, characters: 20_000, codings: size }).codings }
  globalThis.gc()
  const bytes = (process.memoryUsage().heapUsed - before) / size
  const start = performance.now()
  let grown = hundred(study, 1)
  const first = performance.now() - start
  const times = []
  for (let seed = 2; seed < 12; seed++) {
    globalThis.gc()
    const from = performance.now()
    const next = hundred(grown, seed)
    const took = performance.now() - from
    if (next.codings.length <= grown.codings.length || grown.codings.length < size) throw new Error('the pass did nothing')
    grown = next
    if (seed > 3) times.push(took)
  }
  globalThis.gc()
  const indexed = (process.memoryUsage().heapUsed - before) / grown.codings.length
  later.push(median(times))
  figure(`a pass of 100 codings on ${size.toLocaleString('en')}, from the second on`, later.at(-1), 'ms', aims[size])
  figure(`the first pass on ${size.toLocaleString('en')} (makes the index and the import pass)`, first, 'ms')
  figure(`memory per coding, ${size.toLocaleString('en')}`, bytes, 'bytes')
  figure(`memory per coding with index and journal, ${size.toLocaleString('en')}`, indexed, 'bytes')
}
growth('a later pass', sizes, later)
