import { phraseTable, type PhraseTable } from '../../recognise/phraseTable.js'
import { type WordTable, wordTable } from '../../recognise/wordTable.js'
import { packedPhrases, packedWords } from './lists.generated.js'

/** The lists, unpacked. */
export interface Lexicon {
  readonly words: WordTable
  readonly phrases: PhraseTable
}

let unpacked: Lexicon | undefined

/** The lists, unpacked when first asked for. */
export function lexicon(): Lexicon {
  unpacked ??= { words: wordTable(packedWords), phrases: phraseTable(packedPhrases) }
  return unpacked
}
