import { builtinModules } from 'node:module'
import { describe, expect, it } from 'vitest'
import { importsOf, readSources, type Source, withoutComments } from './sources.js'

/** Top to bottom: a room imports only from itself and from rooms above it. */
const rooms = [
  'study',
  'table',
  'language',
  'transcript',
  'coding',
  'analysis',
  'theory',
  'agreement',
  'privacy',
  'report',
  'figures',
  'exchange',
  'files',
  'cli',
]
const onDisk = ['files', 'cli']

/** Files over 300 lines, each with the reason why it may be. */
const long: Readonly<Record<string, string>> = {
  'study/tables.ts': 'the declaration of every table of a study, as data',
}
const longest = 300

const sources = readSources()
const all = sources.flatMap(source => importsOf(source).map(one => ({ ...one, source })))
/** The command line tells its version. */
const isVersion = (source: Source, target: string) => source.room === 'cli' && target === '../package.json'
const say = (source: Source, what: string) => `${source.path}: ${what}`

describe('the reader of imports', () => {
  it('sees every form of import, and no comment', () => {
    const code = withoutComments(`
      // import { no } from 'comment'
      /* import 'block' */
      import { readFile } from 'node:fs'
      import type * as z from 'zod/mini'
      import {
        a,
        type B,
      } from '../coding/index.js'
      import './side.js'
      export * from './all.js'
      export { x } from './x.js'
      const lazy = () => import('mammoth')
      const url = 'https://example.org'`)
    const found = importsOf({ path: 'study/a.ts', code })
    expect(found.map(one => one.target ?? one.from)).toEqual([
      'node:fs',
      'zod/mini',
      'coding/index.ts',
      'study/all.ts',
      'study/x.ts',
      'study/side.ts',
      'mammoth',
    ])
    expect(found.filter(one => one.dynamic).map(one => one.from)).toEqual(['mammoth'])
    expect(found.filter(one => one.typeOnly).map(one => one.from)).toEqual(['zod/mini'])
    expect(code).toContain('https://example.org')
  })

  it('reads the sources', () => {
    expect(sources.length).toBeGreaterThan(100)
    expect(all.length).toBeGreaterThan(sources.length)
    // Whoever imports more often than the reader sees it breaks the rules unseen.
    for (const source of sources) {
      const words = source.code.match(/\bfrom\s*['"][^'"]+['"](?: with .*)?$|\bimport\s*\(|^\s*import\s*['"]/gmu)?.length ?? 0
      expect(importsOf(source).length, source.path).toBe(words)
    }
  })
})

describe('rooms', () => {
  it('are those of the house', () => {
    const known = new Set([...rooms, ''])
    expect(sources.filter(source => !known.has(source.room)).map(source => source.path)).toEqual([])
    expect(sources.filter(source => source.room === '').map(source => source.path)).toEqual(['index.ts'])
  })

  it('import from themselves and from rooms above', () => {
    const wrong = all.flatMap(({ source, target }) => {
      if (target === null || source.room === '' || isVersion(source, target)) return []
      const room = target.split('/')[0]!
      return rooms.indexOf(room) <= rooms.indexOf(source.room) && rooms.includes(room) ? [] : [say(source, target)]
    })
    expect(wrong).toEqual([])
  })

  it('import files that are there', () => {
    const paths = new Set(sources.map(source => source.path))
    const lost = all.filter(one => one.target !== null && !paths.has(one.target) && !isVersion(one.source, one.target))
    expect(lost.map(one => say(one.source, one.from))).toEqual([])
  })

  it('the public API takes from all but the disk', () => {
    const taken = all.filter(one => one.source.path === 'index.ts')
    expect(taken.length).toBeGreaterThan(5)
    expect(taken.filter(one => one.target === null || onDisk.includes(one.target.split('/')[0]!)).map(one => one.from)).toEqual([])
  })
})

describe('what the core may use', () => {
  const core = sources.filter(source => !onDisk.includes(source.room))
  const builtins = new Set(builtinModules.flatMap(name => [name, `node:${name}`]))

  it('nothing of Node outside files and cli', () => {
    const used = all.filter(one => !onDisk.includes(one.source.room) && (builtins.has(one.from) || one.from.startsWith('node:')))
    expect(used.map(one => say(one.source, one.from))).toEqual([])
    expect(all.some(one => one.from === 'node:fs/promises')).toBe(true)
    const globals = /\b(?:process\.|Buffer\b|__dirname\b|require\()/u
    expect(core.filter(source => globals.test(source.code)).map(source => source.path)).toEqual([])
  })

  /** Salts, nonces and labels that nobody may foretell are drawn here, by whoever is not given other chance. */
  const drawn = 'privacy/draw.ts'

  it.each([
    ['a clock', /\bDate\.now\b|\bnew Date\(\s*\)|\bDate\(\)|\bperformance\.now\b/u],
    ['a date of its own', /\bnew Date\(/u],
    ['chance', /\bMath\.random\b|\brandomUUID\b|\bgetRandomValues\b/u],
    ['printing', /\bconsole\./u],
    ['the network', /\bfetch\(|\bXMLHttpRequest\b|\bWebSocket\b/u],
    ['code made at run time', /\beval\(|\bnew Function\(/u],
  ])('%s: none', (what, pattern) => {
    const found = core.filter(source => pattern.test(source.code)).map(source => source.path)
    expect(found).toEqual(what === 'chance' ? [drawn] : [])
  })

  it('natural by its leaf files, in language/ only', () => {
    const taken = all.filter(one => /^natural(?:\/|$)/u.test(one.from))
    expect(taken.length).toBeGreaterThan(0)
    const wrong = taken.filter(one => one.source.room !== 'language' || !/^natural\/lib\/natural\/\w+\/\w+\.js$/u.test(one.from))
    expect(wrong.map(one => say(one.source, one.from))).toEqual([])
  })

  it('compromise in its own recogniser only', () => {
    const taken = all.filter(one => /^compromise(?:\/|$)/u.test(one.from))
    expect(taken.map(one => say(one.source, one.from))).toEqual(['language/en/compromise.ts: compromise/two'])
    expect(all.filter(one => one.target === 'language/en/compromise.ts').map(one => one.source.path)).toEqual([])
  })

  it('mammoth only when a Word file is read', () => {
    const taken = all.filter(one => one.from.startsWith('mammoth/') && !one.typeOnly)
    expect(taken.length).toBeGreaterThan(0)
    expect(taken.filter(one => !one.dynamic || one.source.room !== 'transcript').map(one => one.source.path)).toEqual([])
  })
})

describe('files', () => {
  it('are of one idea', () => {
    const tooLong = sources.filter(source => source.text.trimEnd().split('\n').length > longest && long[source.path] === undefined)
    expect(tooLong.map(source => source.path)).toEqual([])
    // An exception that is no longer needed is taken out.
    for (const path of Object.keys(long)) expect(sources.find(one => one.path === path)?.text.split('\n').length).toBeGreaterThan(longest)
  })

  it('export names, no defaults', () => {
    const defaults = sources.filter(
      source => !source.path.endsWith('.d.ts') && /^\s*export\s+default\b|\bas\s+default\b/mu.test(source.code),
    )
    expect(defaults.map(source => source.path)).toEqual([])
  })

  it('are named after what they hold', () => {
    const vague = /(?:^|\/)(?:utils?|helpers?|common|misc|shared|lib|tools?)(?:\.|\/|$)/iu
    expect(sources.filter(source => vague.test(source.path)).map(source => source.path)).toEqual([])
  })

  it('the public API is a list of re-exports', () => {
    const { code } = sources.find(source => source.path === 'index.ts')!
    const left = code.replace(/export\s+(?:type\s+)?(?:\*|\{[^}]*\})\s+from\s+'[^']+'/gu, '').trim()
    expect(left).toBe('')
  })
})
