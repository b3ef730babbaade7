// What a web page loads: entries of dist/ bundled for a browser, minified; mammoth is loaded when a Word file is read.
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { figure } from './measure.mjs'

const resolveDir = fileURLToPath(new URL('../dist', import.meta.url))
const everythingOf = files => files.map(file => `export * from './${file}.js'`).join('\n')
const mainJob = `export { anonymise, axialPass, buildReport, newStudy, openPass, quoteTable, readRegister, readTranscript, renderHtml,
  renderMarkdown, selectivePass } from './index.js'`
async function bundle(contents) {
  const options = {
    bundle: true,
    platform: 'browser',
    format: 'esm',
    minify: true,
    write: false,
    metafile: true,
    splitting: true,
    outdir: 'page',
    external: ['mammoth/*'],
  }
  const { outputFiles, metafile } = await build({ ...options, stdin: { contents, resolveDir }, logLevel: 'error' })
  const { outputs } = metafile
  // What a page loads at first: the entry and what it imports at once.
  const atFirst = new Set(Object.keys(outputs).filter(path => path.endsWith('stdin.js')))
  for (const path of atFirst) for (const one of outputs[path].imports) if (one.kind === 'import-statement') atFirst.add(one.path)
  const chunks = outputFiles.filter(file => [...atFirst].some(path => file.path.endsWith(path))).map(file => file.contents)
  return { chunks, inputs: [...atFirst].flatMap(path => Object.entries(outputs[path].inputs)) }
}
const sum = numbers => numbers.reduce((total, one) => total + one, 0)
const entries = [['index'], ['nl'], ['en'], ['compromise'], ['index', 'nl', 'en']].map(files => [files.join(' + '), everythingOf(files)])
for (const [name, contents, aim] of [['the main job', mainJob, 'below 80'], ...entries]) {
  const { chunks } = await bundle(contents)
  figure(`browser bundle of ${name}, gzipped`, sum(chunks.map(one => gzipSync(one, { level: 9 }).length)) / 1000, 'kB', aim)
  figure(`browser bundle of ${name}, brotli`, sum(chunks.map(one => brotliCompressSync(one).length)) / 1000, 'kB')
  figure(`browser bundle of ${name}, minified`, sum(chunks.map(one => one.length)) / 1000, 'kB')
}
const { inputs } = await bundle(everythingOf(['index']))
const weights = new Map()
for (const [path, { bytesInOutput }] of inputs) {
  const owner = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? 'retroduct'
  weights.set(owner, (weights.get(owner) ?? 0) + bytesInOutput)
}
for (const [owner, bytes] of [...weights].sort((a, b) => b[1] - a[1])) figure(`  of the core, minified: ${owner}`, bytes / 1000, 'kB')
