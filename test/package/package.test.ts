import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { importsOf, readSources, root } from './sources.js'

interface Target {
  readonly types: string
  readonly default: string
}
interface PackageFile {
  readonly [key: string]: unknown
  readonly exports: Readonly<Record<string, string | { readonly import: Target; readonly require: Target }>>
  readonly typesVersions: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>
  readonly dependencies: Readonly<Record<string, string>>
  readonly files: readonly string[]
}

const read = (file: string) => readFileSync(join(root, file), 'utf8')
const pack = JSON.parse(read('package.json')) as PackageFile
const entries = Object.entries(pack.exports).filter(([path]) => path !== './package.json')

/** Packages of which parts are in dist/, so that nothing of theirs is installed with it. */
const bundled = ['natural', '@scure/bip39']

describe('package.json', () => {
  it('says what it is and where it runs', () => {
    expect(pack).toMatchObject({ name: 'retroduct', type: 'module', sideEffects: false, license: 'MIT', engines: { node: '>=20.19' } })
    expect(pack.bin).toEqual({ retroduct: './dist/cli.js' })
  })

  it('gives every entry to import and to require, types first', () => {
    expect(entries.map(([path]) => path)).toContain('.')
    for (const [path, targets] of entries) {
      const name = path === '.' ? 'index' : path.slice(2)
      expect(JSON.stringify(targets), path).toBe(
        JSON.stringify({
          import: { types: `./dist/${name}.d.ts`, default: `./dist/${name}.js` },
          require: { types: `./dist/${name}.d.cts`, default: `./dist/${name}.cjs` },
        }),
      )
    }
    expect(pack.exports['./package.json']).toBe('./package.json')
    expect([pack.main, pack.module, pack.types]).toEqual(['./dist/index.cjs', './dist/index.js', './dist/index.d.ts'])
  })

  it('tells notebooks, which look up types the old way, where the types of every entry are', () => {
    const expected = entries.filter(([path]) => path !== '.').map(([path]) => [path.slice(2), [`./dist/${path.slice(2)}.d.ts`]])
    expect(pack.typesVersions).toEqual({ '*': Object.fromEntries(expected) })
  })

  it('has an entry point in tsup.config.ts for each of them', () => {
    const config = read('tsup.config.ts')
    for (const [path] of entries) expect(config).toMatch(new RegExp(`\\b${path === '.' ? 'index' : path.slice(2)}: 'src/`, 'u'))
  })

  it('ships what is built and no sources', () => {
    expect(pack.files).toContain('dist')
    expect(pack.files.filter(file => /^(?:src|test|fixtures|bench|examples|\.)/u.test(file))).toEqual([])
    for (const file of pack.files.filter(one => one !== 'dist')) expect(existsSync(join(root, file)), file).toBe(true)
  })

  it('depends on what it imports and on nothing else; natural and its database drivers stay out', () => {
    const imported = readSources()
      .flatMap(source => importsOf(source))
      .filter(one => one.target === null && !one.from.startsWith('node:'))
      .map(one => one.from.match(/^(?:@[^/]+\/)?[^/]+/u)![0])
    const needed = new Set(imported.filter(name => !bundled.includes(name)))
    expect(Object.keys(pack.dependencies).sort()).toEqual([...needed].sort())
    for (const name of bundled) {
      expect(imported).toContain(name)
      expect(Object.keys((pack.devDependencies as object | undefined) ?? {})).toContain(name)
      for (const kind of ['peerDependencies', 'optionalDependencies']) expect(Object.keys((pack[kind] as object) ?? {})).not.toContain(name)
    }
  })

  it('runs nothing when it is installed', () => {
    const scripts = Object.keys(pack.scripts as object)
    expect(scripts.filter(name => /^(?:pre|post)?install$|^prepare$/u.test(name))).toEqual([])
  })
})

describe('what goes out with it', () => {
  const texts = ['README.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'THIRD-PARTY.md', 'docs/format.md']
  it.each(texts)('%s names no path of the machine it was made on', file => {
    if (!existsSync(join(root, file))) return expect(file, `${file} is missing`).not.toBe('README.md')
    expect(read(file)).not.toMatch(/\/(?:work|tmp|root|home|Users|mnt)\/|[A-Z]:\\Users/u)
  })

  it.each(bundled)('THIRD-PARTY.md carries the notice of %s, parts of which are in dist/', name => {
    expect(
      read('THIRD-PARTY.md')
        .split('## ')
        .find(part => part.includes(`[${name}](`)),
    ).toMatch(/Permission is hereby granted/u)
  })

  it('the lock file holds no addresses of the registry it was made with', () => {
    const lock = JSON.parse(read('package-lock.json')) as { packages: Record<string, { resolved?: string; link?: boolean }> }
    expect(Object.keys(lock.packages).length).toBeGreaterThan(10)
    const resolved = Object.entries(lock.packages).filter(([, one]) => one.resolved !== undefined)
    expect(resolved.map(([name]) => name)).toEqual([])
    expect(read('package-lock.json')).not.toMatch(/localhost|127\.0\.0\.1|\.tgz|:\d{4,5}\//u)
    expect(read('.npmrc')).toContain('omit-lockfile-registry-resolved=true')
  })
})
