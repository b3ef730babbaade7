// How long it takes to have an entry, in a process of its own, above an empty Node.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { figure, timeAll } from './measure.mjs'

const file = name => fileURLToPath(new URL(`../dist/${name}`, import.meta.url))
const start = code => () => {
  const { status } = spawnSync(process.execPath, ['--input-type=module', '-e', code])
  if (status !== 0) throw new Error(`this does not run: ${code}`)
  return status
}
const entries = ['index', 'node', 'nl', 'en', 'compromise']
const works = {
  empty: start(''),
  ...Object.fromEntries(entries.map(entry => [entry, start(`import ${JSON.stringify(file(`${entry}.js`))}`)])),
  'index + node + nl': start(['index', 'node', 'nl'].map(entry => `import ${JSON.stringify(file(`${entry}.js`))}`).join(';')),
  'index by require': start(`import { createRequire } from 'node:module'; createRequire('/')(${JSON.stringify(file('index.cjs'))})`),
}
const times = await timeAll(works, { runs: 15 })
figure('start of an empty Node (the floor)', times.empty, 'ms')
for (const name of Object.keys(works).slice(1)) figure(`import of ${name}, above the floor`, times[name] - times.empty, 'ms')
