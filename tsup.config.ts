import { pathToFileURL } from 'node:url'
import { defineConfig, type Options } from 'tsup'

type Plugin = NonNullable<Options['esbuildPlugins']>[number]

/** The words of passphrases as a plain list: what is computed when it is loaded stays in every page, whether it is used or not. */
const plainWords: Plugin = {
  name: 'plain words',
  setup: build =>
    build.onLoad({ filter: /bip39[\\/]wordlists[\\/]english\.js$/ }, async ({ path }) => {
      const { wordlist } = (await import(pathToFileURL(path).href)) as { readonly wordlist: readonly string[] }
      return { contents: `export const wordlist = ${JSON.stringify(wordlist)}` }
    }),
}

export default defineConfig({
  entry: {
    index: 'src/index.ts',
    node: 'src/files/index.ts',
    nl: 'src/language/nl/index.ts',
    en: 'src/language/en/index.ts',
    compromise: 'src/language/en/compromise.ts',
    cli: 'src/cli/index.ts',
  },
  format: ['esm', 'cjs'],
  target: 'es2022',
  // One copy of StudyError and of the guard for all entries, so that instanceof holds across them.
  splitting: true,
  dts: {
    entry: {
      index: 'src/index.ts',
      node: 'src/files/index.ts',
      nl: 'src/language/nl/index.ts',
      en: 'src/language/en/index.ts',
      compromise: 'src/language/en/compromise.ts',
    },
  },
  sourcemap: true,
  treeshake: true,
  clean: true,
  esbuildPlugins: [plainWords],
  // natural's root reads the user's .env and prints; only its leaf files are bundled (see THIRD-PARTY.md).
  noExternal: [/^natural\/lib\//],
})
