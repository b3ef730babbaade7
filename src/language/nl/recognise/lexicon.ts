import { type PhraseTable, phraseTable } from '../../recognise/phraseTable.js'
import { type WordTable, wordTable } from '../../recognise/wordTable.js'
import { packedPhrases, packedWords } from './lists.generated.js'

/** The lists, unpacked. */
export interface Lexicon {
  readonly words: WordTable
  /** Hospitals, care institutions, organisations and places. */
  readonly phrases: PhraseTable
  /** Functions, words that begin or end one, and departments. */
  readonly functions: PhraseTable
  /** Words that follow a function: "inkoop", "acute zorg". */
  readonly modifiers: PhraseTable
  /** Words that end a function written as one word. */
  readonly functionEnds: RegExp
}

const ofFunctions = (kind: string) => kind === 'FUNCTION' || kind === 'DEPARTMENT' || kind.startsWith('function ')
const pick = (wanted: (kind: string) => boolean) => Object.fromEntries(Object.entries(packedPhrases).filter(([kind]) => wanted(kind)))

let unpacked: Lexicon | undefined

/** The lists, unpacked when first asked for. */
export function lexicon(): Lexicon {
  unpacked ??= unpack()
  return unpacked
}

function unpack(): Lexicon {
  const ends = ['function last', 'function both']
    .flatMap(kind => (packedPhrases[kind] ?? '').split('|'))
    .filter(word => /^[\p{L}]{4,}$/u.test(word))
  const folded = ends.map(word => word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase())
  return {
    words: wordTable(packedWords),
    phrases: phraseTable(pick(kind => !ofFunctions(kind) && kind !== 'modifier')),
    functions: phraseTable(pick(ofFunctions)),
    modifiers: phraseTable(pick(kind => kind === 'modifier')),
    functionEnds: new RegExp(
      `^[a-z]{3,30}(?:${[...folded, 'arts', 'chirurg', 'loog', 'therapeut', 'verpleegkundige', 'psychiater', 'inkoper', 'ambtenaar', 'voogd', 'assistent', 'assistente'].join('|')})$`,
      'u',
    ),
  }
}
