// A study on disk as it grows: opening it, saving it after a pass, and a pass that adds as many codings as there are.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openPass } from '../dist/index.js'
import { openStudy, saveStudy } from '../dist/node.js'
import { inFolder, madeStudy, mulberry32 } from './made.mjs'
import { figure, growth, median } from './measure.mjs'

const by = { coder: 'JT', date: '2020-05-04' }
const aims = { 100000: '1000' }

/** A pass of so many codings, spread over all interviews; the fragments are given by their offsets. */
function pass(study, count, seed) {
  const random = mulberry32(seed)
  return openPass(study, by, work => {
    for (let i = 0; i < count; i++) {
      const { id, turns } = study.transcripts[i % study.transcripts.length]
      const { start, end } = turns[1 + 2 * Math.floor(random() * Math.floor(turns.length / 2))] ?? turns[1]
      const from = start + Math.floor(random() * Math.max(1, end - start - 60))
      work.code(work.fragment(id, { start: from, end: from + 20 + Math.floor(random() * 40) }), `code ${Math.floor(random() * 100)}`)
    }
  })
}

async function took(work, times) {
  globalThis.gc()
  const start = performance.now()
  const result = await work()
  times.push(performance.now() - start)
  return result
}

const sizes = [1000, 10_000, 100_000]
const all = { pass: [], open: [], save: [], again: [] }
const bare = madeStudy({ characters: 60_000 })
for (const size of sizes) {
  await inFolder(async folder => {
    const times = { pass: [], open: [], save: [], again: [] }
    for (let run = 0; run < 3; run++) await took(() => pass(bare, size, 7), times.pass)
    await saveStudy(pass(bare, size, 7), folder)
    for (let run = 0; run < 3; run++) {
      const study = await took(() => openStudy(folder), times.open)
      if (study.codings.length < size * 0.99) throw new Error('not every coding was read')
      const grown = pass(study, 100, 100 + run)
      await took(() => saveStudy(grown, folder), times.save)
      await took(() => saveStudy(grown, folder), times.again)
    }
    const name = size.toLocaleString('en')
    const bytes = (await Promise.all(['codings.csv', 'journal.jsonl'].map(file => readFile(join(folder, file))))).map(one => one.length)
    figure(`a pass of ${name} codings`, median(times.pass), 'ms')
    figure(
      `openStudy, ${name} codings (${(bytes[0] / 1e6).toFixed(1)} MB of codings, ${(bytes[1] / 1e6).toFixed(1)} MB of journal)`,
      median(times.open),
      'ms',
      aims[size],
    )
    figure(`saveStudy after a pass of 100, ${name} codings`, median(times.save), 'ms', aims[size])
    figure(`saveStudy of an unchanged study, ${name} codings`, median(times.again), 'ms')
    const journal = await readFile(join(folder, 'journal.jsonl'), 'utf8')
    times.floor = []
    await took(() => journal.split('\n').map(line => line !== '' && JSON.parse(line)), times.floor)
    figure(`parsing that journal as JSON (a part of the floor), ${name}`, times.floor[0], 'ms')
    for (const kind of Object.keys(all)) all[kind].push(median(times[kind]))
  })
}
growth('a pass that makes the codings', sizes, all.pass)
growth('openStudy', sizes, all.open)
growth('saveStudy after a pass', sizes, all.save)
