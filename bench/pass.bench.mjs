// A pass of a hundred codings on studies of a thousand to a million, and how much memory a coding takes.
import { openPass } from '../dist/index.js'
import { madeCodings, madeStudy, mulberry32 } from './made.mjs'
import { figure, growth, median, time } from './measure.mjs'

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

/** Bytes in use, after everything that can go is gone. */
async function heap() {
  for (let i = 0; i < 4; i++) {
    globalThis.gc()
    await new Promise(done => setImmediate(done))
  }
  return process.memoryUsage().heapUsed
}

/** Passes on a study of so many codings: the first, and the median of eight later ones, in milliseconds. */
function passes(study, size) {
  const start = performance.now()
  let grown = hundred(study, 1)
  const first = performance.now() - start
  const times = []
  for (let seed = 2; seed < 12; seed++) {
    globalThis.gc()
    const from = performance.now()
    const next = hundred(grown, seed)
    const took = performance.now() - from
    if (next.codings.length <= grown.codings.length || next.codings.length > size + 1200) throw new Error('the pass did something else')
    grown = next
    if (seed > 3) times.push(took)
  }
  return { first, later: median(times) }
}

const sizes = [1000, 10_000, 100_000, 1_000_000]
const later = []
const bare = madeStudy({ characters: 20_000 })
for (const size of sizes) {
  const before = await heap()
  const codings = madeCodings(bare, size)
  const bytes = ((await heap()) - before) / size
  const name = size.toLocaleString('en')
  const study = { ...bare, codings }
  const times = passes(study, size)
  later.push(times.later)
  figure(`a pass of 100 codings on ${name}, from the second on`, times.later, 'ms', aims[size])
  figure(`the first pass on ${name} (makes the index and the import pass)`, times.first, 'ms')
  const copy = await time(() => codings.slice(), { runs: 9 })
  figure(`one copy of the list of ${name} (the floor)`, copy, 'ms')
  // On fewer the noise of the heap is larger than the codings.
  if (size >= 100_000) figure(`memory per coding, ${name}`, bytes, 'bytes')
}
growth('a later pass', sizes, later)
