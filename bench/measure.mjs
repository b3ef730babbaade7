import { performance } from 'node:perf_hooks'

/** The middle of some numbers. */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]
}

const consumed = []

/** Keeps a result, so that no engine leaves out the work that made it. */
function consume(result) {
  consumed[0] = result
}

/**
 * Times pieces of work against one another: once each to warm up, then in turns, so that what else the machine does
 * falls on all of them alike.
 *
 * @param works by name; each may give a promise
 * @param options.prepare makes what a run works on, outside the time
 * @returns the median of each in milliseconds
 */
export async function timeAll(works, { runs = 7, warm = 1, prepare = () => undefined } = {}) {
  const times = Object.fromEntries(Object.keys(works).map(name => [name, []]))
  for (let run = 0; run < runs + warm; run++) {
    for (const [name, work] of Object.entries(works)) {
      const input = await prepare(name)
      globalThis.gc?.()
      const start = performance.now()
      const result = await work(input)
      const took = performance.now() - start
      consume(result)
      if (run >= warm) times[name].push(took)
    }
  }
  return Object.fromEntries(Object.entries(times).map(([name, took]) => [name, median(took)]))
}

/** Times one piece of work: the median in milliseconds. */
export async function time(work, options) {
  return (await timeAll({ work }, options)).work
}

/** Says one figure: what, how much, of what, and what we aim at. */
export function figure(name, value, unit, aim = '') {
  const shown = value >= 100 ? Math.round(value) : Number(value.toPrecision(3))
  console.log(JSON.stringify([name, shown, unit, String(aim)]))
}

/** Says how a figure grows: the power of the size it goes with, from the first size to the last. 1 is in step. */
export function growth(name, sizes, values) {
  const power = Math.log(values.at(-1) / values[0]) / Math.log(sizes.at(-1) / sizes[0])
  figure(`${name}: grows with size to the power`, power, '')
}
