// From the command line to a written report of the invented study, each time in a new process.
import { spawnSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inFolder } from './made.mjs'
import { figure, timeAll } from './measure.mjs'

const path = name => fileURLToPath(new URL(`../${name}`, import.meta.url))
await inFolder(async folder => {
  let written = 0
  const run = args => () => {
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
    if (status !== 0) throw new Error(stderr)
    return status
  }
  const report = ['report', path('fixtures/zorgnetwerk'), '--register', path('fixtures/zorgnetwerk.secret/register.csv')]
  const works = {
    empty: run(['-e', '']),
    help: run([path('dist/cli.js'), '--help']),
    report: () => run([path('dist/cli.js'), ...report, '--out', join(folder, String(written++))])(),
  }
  const times = await timeAll(works, { runs: 9 })
  const out = join(folder, '0')
  const bytes = readdirSync(out).reduce((sum, name) => sum + statSync(join(out, name)).size, 0)
  figure('start of an empty Node (the floor)', times.empty, 'ms')
  figure('retroduct --help', times.help, 'ms')
  figure('retroduct report fixtures/zorgnetwerk, cold', times.report, 'ms')
  figure('what it writes', bytes / 1000, 'kB')
})
