import { type PackedPhrases, packedPhrases } from '../../recognise/packedPhrases.js'
import { type WordTable, wordTable } from '../../recognise/wordTable.js'
import { nameKinds, packedNames, packedWords } from './lists.generated.js'

/** The lists, unpacked. */
export interface Lexicon {
  readonly words: WordTable
  readonly names: PackedPhrases
  readonly nameKinds: readonly string[]
}

let unpacked: Lexicon | undefined

/** The lists, unpacked when first asked for. */
export function lexicon(): Lexicon {
  unpacked ??= { words: wordTable(packedWords), names: packedPhrases(packedNames), nameKinds }
  return unpacked
}
