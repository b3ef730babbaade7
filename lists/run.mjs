// npm run lists: makes the generated lists, unless nothing they are made from has changed since.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const root = join(here, '..')
const made = ['nl', 'en'].flatMap(language => [
  `src/language/${language}/recognise/lists.generated.ts`,
  `src/language/${language}/ladder/facts.generated.ts`,
])
const remembered = join(root, 'node_modules/.cache/retroduct-lists')

/** The lists, the rules that read words with them, and the packages: by their lock file. */
function digest() {
  const hash = createHash('sha256')
  const folders = ['lists', 'src/language']
  const files = folders.flatMap(folder =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter(one => one.isFile() && !one.name.includes('.generated.'))
      .map(one => join(one.parentPath ?? one.path, one.name)),
  )
  for (const file of [...files.sort(), join(root, 'package-lock.json')]) hash.update(file.slice(root.length)).update(readFileSync(file))
  return hash.digest('hex')
}

const now = digest()
const before = existsSync(remembered) ? readFileSync(remembered, 'utf8') : ''
if (before !== now || !made.every(file => existsSync(join(root, file)))) {
  for (const script of ['build.mjs', 'ladder.mjs']) {
    const { status } = spawnSync(process.execPath, [join(here, script)], { stdio: 'inherit' })
    if (status !== 0) process.exit(status ?? 1)
  }
  mkdirSync(dirname(remembered), { recursive: true })
  writeFileSync(remembered, now)
}
