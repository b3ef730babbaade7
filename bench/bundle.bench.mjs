// What a web page loads: entries of dist/ bundled for a browser, minified; mammoth is loaded when a Word file is read.
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { figure } from './measure.mjs'

const resolveDir = fileURLToPath(new URL('../dist', import.meta.url))
async function bundle(files) {
  const contents = files.map(file => `export * from './${file}.js'`).join('\n')
  const options = { bundle: true, platform: 'browser', format: 'esm', minify: true, write: false, metafile: true, external: ['mammoth'] }
  const { outputFiles, metafile } = await build({ ...options, stdin: { contents, resolveDir } })
  return { bytes: outputFiles[0].contents, inputs: Object.values(metafile.outputs)[0].inputs }
}
for (const [files, aim] of [[['index'], 'below 80'], [['nl']], [['en']], [['compromise']], [['index', 'nl', 'en']]]) {
  const { bytes } = await bundle(files)
  figure(`browser bundle of ${files.join(' + ')}, gzipped`, gzipSync(bytes, { level: 9 }).length / 1000, 'kB', aim)
  figure(`browser bundle of ${files.join(' + ')}, brotli`, brotliCompressSync(bytes).length / 1000, 'kB')
  figure(`browser bundle of ${files.join(' + ')}, minified`, bytes.length / 1000, 'kB')
}
const { inputs } = await bundle(['index'])
const weights = new Map()
for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
  const owner = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? 'retroduct'
  weights.set(owner, (weights.get(owner) ?? 0) + bytesInOutput)
}
for (const [owner, bytes] of [...weights].sort((a, b) => b[1] - a[1])) figure(`  of the core, minified: ${owner}`, bytes / 1000, 'kB')
