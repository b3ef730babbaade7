// How fast names are found: warm, in a new process with the lists to unpack, in text made to be slow, and how time grows with the text.
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { en } from '../dist/en.js'
import { nl } from '../dist/nl.js'
import { figure, growth, median, time } from './measure.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const languages = { nl, en }
const megabyte = 1_000_000

/** The marked interviews of a language, without their marks, one after another to a length. */
function talk(language, characters) {
  const folder = join(root, 'test/reference/interviews')
  const all = readdirSync(folder)
    .filter(name => name.startsWith(`${language}-`))
    .map(name => readFileSync(join(folder, name), 'utf8').replace(/\{\{[A-Z_]+\|([^|}]*)(?:\|[^}]*)?\}\}/g, '$1'))
    .join('\n\n')
  // Whole, as read from a file: a slice of a string is slower to walk.
  return Buffer.from(all.repeat(Math.ceil(characters / all.length)).slice(0, characters)).toString()
}

/** Text that wakes one rule over and over. */
const slow = {
  capitals: 'ABC DEF ',
  'digits in groups': '06 12 34 ',
  'one long number': '7',
  dots: '. . ',
  initials: 'J. P. ',
  hyphens: 'a-b-',
  'number words': 'nul zes ',
  particles: 'van der ',
  'at signs': 'a@',
  'quotation marks': '"a ',
  'one word': 'a',
  'unknown words': null,
}
/** Every word another one, so that nothing known of a word is of use again. */
const unknownWords = size => Array.from({ length: size / 9 }, (_, i) => `x${(i * 7919).toString(36).padStart(7, 'eo')}`).join(' ')

for (const [name, language] of Object.entries(languages)) {
  const text = talk(name, megabyte)
  const warm = await time(() => language.recognise(text), { runs: 9, warm: 12 })
  figure(`${name}: 1 MB of interviews in one line each turn, warm`, megabyte / warm / 1000, 'MB/s', '30')

  const turns = text.split('\n').filter(Boolean)
  const apart = await time(() => turns.map(turn => language.recognise(turn)), { runs: 9, warm: 12 })
  figure(`${name}: the same, a call for each of ${turns.length} lines, warm`, megabyte / apart / 1000, 'MB/s')

  const code = `import { readFileSync } from 'node:fs'
const text = readFileSync(0, 'utf8')
const from = performance.now()
const { ${name} } = await import(${JSON.stringify(join(root, 'dist', `${name}.js`))})
const loaded = performance.now()
${name}.recognise('Ja.')
const unpacked = performance.now()
${name}.recognise(text)
console.log(JSON.stringify([loaded - from, unpacked - loaded, performance.now() - unpacked]))`
  const runs = Array.from({ length: 5 }, () => {
    const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', code], { input: text, encoding: 'utf8' })
    if (stdout === '') throw new Error(stderr)
    return JSON.parse(stdout)
  })
  const part = at => median(runs.map(run => run[at]))
  figure(`${name}: the same in a new process, with loading and unpacking`, megabyte / (part(0) + part(1) + part(2)) / 1000, 'MB/s', '10')
  figure(`${name}: of that, loading the module`, part(0), 'ms')
  figure(`${name}: of that, unpacking the lists`, part(1), 'ms')
  figure(`${name}: of that, the text`, part(2), 'ms')

  const speeds = []
  for (const [kind, piece] of Object.entries(slow)) {
    const made = piece === null ? unknownWords(megabyte) : piece.repeat(megabyte / piece.length)
    speeds.push([kind, made.length / (await time(() => language.recognise(made), { runs: 3 })) / 1000])
  }
  speeds.sort((a, b) => a[1] - b[1])
  for (const [kind, speed] of speeds.slice(0, 3)) figure(`${name}: 1 MB made to be slow, ${kind} in one line`, speed, 'MB/s', '3')

  const sizes = [0.5, 1, 2, 4, 8]
  const took = []
  for (const size of sizes) {
    const long = talk(name, size * megabyte)
    took.push(await time(() => language.recognise(long), { runs: 3 }))
  }
  growth(`${name}: 0.5 to 8 MB`, sizes, took)
}
