// npm run lists: makes src/language/*/recognise/lists.generated.ts from packages and from the lists in this folder.
import { mkdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { enLists } from './en.mjs'
import { nlLists } from './nl.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')

/** The rules that the recognisers read words with, so that list and reader agree. */
async function sharedRules() {
  const outfile = join(tmpdir(), `retroduct-lists-${process.pid}.mjs`)
  await build({
    stdin: {
      contents: `export { wordHash } from './src/language/recognise/wordHash.ts'
export { isDutchWord, isFormOf } from './src/language/nl/recognise/dutchForms.ts'
export { isEnglishWord } from './src/language/en/recognise/englishForms.ts'
export { phraseFlag, phraseSteps } from './src/language/recognise/packedPhrases.ts'`,
      resolveDir: root,
    },
    outfile,
    bundle: true,
    format: 'esm',
    logLevel: 'error',
  })
  return import(pathToFileURL(outfile).href)
}

const rules = await sharedRules()
const languages = { nl: nlLists, en: enLists }
for (const [language, lists] of Object.entries(languages)) {
  const folder = join(root, 'src/language', language, 'recognise')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'lists.generated.ts'), moduleOf(lists(rules)))
}

function moduleOf({ words, kinds, names, tables, functionEnds }) {
  const several =
    tables === undefined
      ? `/** The kinds of the names of several words, in the order of their numbers. */
export const nameKinds: readonly string[] = ${JSON.stringify(kinds)}

export const packedNames: PackedWords = ${JSON.stringify(names)}`
      : `/** Names of one or more words by table, with their kinds in the order of their numbers. */
export const packedTables: Readonly<Record<${Object.keys(tables)
          .map(table => `'${table}'`)
          .join(' | ')}, { readonly kinds: readonly string[]; readonly packed: PackedWords }>> = ${JSON.stringify(tables)}

/** Words that end a function written as one word, folded. */
export const functionEnds: readonly string[] = ${JSON.stringify(functionEnds)}`
  return `// Made by lists/build.mjs from packages and lists; see THIRD-PARTY.md. Do not edit.
import type { PackedWords } from '../../recognise/wordTable.js'

export const packedWords: PackedWords = ${JSON.stringify(words)}

${several}
`
}
