import { defineConfig } from 'tsup'

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
  // natural's root reads the user's .env and prints; only its leaf files are bundled (see THIRD-PARTY.md).
  noExternal: [/^natural\/lib\//],
})
