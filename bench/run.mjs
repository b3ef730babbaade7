import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { cpus } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

// node bench/run.mjs [part of a name]: runs bench/*.bench.mjs one after another and prints a table of their figures.
const folder = dirname(fileURLToPath(import.meta.url))
const wanted = process.argv[2] ?? ''
if (!existsSync(join(folder, '../dist/index.js'))) {
  console.error('dist/ is not built: npm run build')
  process.exit(1)
}
console.log(`Node ${process.version}, ${cpus().length} cores (${cpus()[0]?.model.trim()}). Medians; data are made with a fixed seed.\n`)
console.log('| figure | value | unit | aim |\n|---|---:|---|---|')
let failed = false
for (const file of readdirSync(folder).filter(name => name.endsWith('.bench.mjs') && name.includes(wanted))) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--expose-gc', '--max-old-space-size=6000', join(folder, file)], {
    encoding: 'utf8',
    maxBuffer: 10_000_000,
  })
  for (const line of stdout.split('\n').filter(one => one.startsWith('['))) console.log(`| ${JSON.parse(line).join(' | ')} |`)
  if (status === 0) continue
  failed = true
  console.error(`${file} failed:\n${stderr.split('\n').slice(0, 12).join('\n')}`)
}
process.exit(failed ? 1 : 0)
