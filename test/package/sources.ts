import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the package. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '../..')

/** A file of `src/`: its path inside it, its room (empty for `src/index.ts`), its text, and the same without comments. */
export interface Source {
  readonly path: string
  readonly room: string
  readonly text: string
  readonly code: string
}

/** An import or a re-export, as it is written, and the file of `src/` it leads to, if it does. */
export interface Import {
  readonly from: string
  readonly target: string | null
  readonly dynamic: boolean
  readonly typeOnly: boolean
}

export function readSources(folder = join(root, 'src')): readonly Source[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map(path => path.replaceAll('\\', '/'))
    .filter(path => path.endsWith('.ts'))
    .sort()
    .map(path => {
      const text = readFileSync(join(folder, path), 'utf8')
      return { path, room: path.includes('/') ? path.slice(0, path.indexOf('/')) : '', text, code: withoutComments(text) }
    })
}

/** Comments that begin a line or follow a space; `//` inside a text with a space before it would be taken for one too. */
export function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//gu, '').replace(/(^|\s)\/\/.*$/gmu, '$1')
}

const statement = /(?:^|\n)\s*(?:import|export)\s(?<names>[^'"`;=]*?)\sfrom\s*['"](?<from>[^'"]+)['"]/gu
const bare = /(?:^|\n)\s*import\s*['"](?<from>[^'"]+)['"]/gu
const dynamic = /\bimport\(\s*['"](?<from>[^'"]+)['"]\s*\)/gu

/** Every import of a file: statements, re-exports and `import()`. */
export function importsOf(source: Pick<Source, 'path' | 'code'>): readonly Import[] {
  const found = (pattern: RegExp, isDynamic: boolean) =>
    [...source.code.matchAll(pattern)].map(match => {
      const from = match.groups!.from!
      const target = from.startsWith('.') ? posix.join(posix.dirname(source.path), from).replace(/\.js$/u, '.ts') : null
      return { from, target, dynamic: isDynamic, typeOnly: /^type\b(?!\s*,)/u.test(match.groups!.names?.trim() ?? '') }
    })
  return [...found(statement, false), ...found(bare, false), ...found(dynamic, true)]
}
