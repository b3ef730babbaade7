import { type PackedPhrases, packedPhrases } from '../../recognise/packedPhrases.js'
import { type WordEndings, wordEndings } from '../../recognise/wordEndings.js'
import { type WordTable, wordTable } from '../../recognise/wordTable.js'
import { functionEnds, packedTables, packedWords } from './lists.generated.js'
import { noFacts, type WordFacts } from './wordFacts.js'

/** A packed list of names, with the kinds that their numbers stand for. */
export interface NameTable extends PackedPhrases {
  readonly kinds: readonly string[]
}

/** The lists, unpacked. */
export interface Lexicon {
  readonly words: WordTable
  /** Hospitals, care institutions, organisations and places. */
  readonly phrases: NameTable
  /** Functions, words that begin or end one, and departments. */
  readonly functions: NameTable
  /** Words that follow a function: "inkoop", "acute zorg". */
  readonly modifiers: NameTable
  /** Words that end a function written as one word. */
  readonly functionEnds: WordEndings
  /** What was found out of the words met so far. */
  readonly facts: WordFacts
}

const table = ({ kinds, packed }: (typeof packedTables)[keyof typeof packedTables]): NameTable => ({ ...packedPhrases(packed), kinds })

let unpacked: Lexicon | undefined

/** The lists, unpacked when first asked for. */
export function lexicon(): Lexicon {
  unpacked ??= unpack()
  return unpacked
}

/** Word endings that say what somebody does, which the list of functions lacks as words of their own. */
const moreEnds =
  'arts chirurg loog therapeut verpleegkundige psychiater inkoper ambtenaar voogd assistent assistente leider leidster hoofd werker werkster coach trainer chauffeur ondersteuner verzorger verzorgster begeleidster technicus monteur kundige deskundige specialist regisseur raadslid bestuurslid commissielid planner strateeg ontwikkelaar architect ingenieur voorlichter vertegenwoordiger woordvoerder makelaar agent bewaker beveiliger directrice boekhouder accounthouder officier rechter griffier rechercheur verkoper verkoopster bezorger schoonmaker schoonmaakster opzichter inspectrice medewerkster adviseuse beschermer raadsman raadsvrouw verantwoordelijke gelastigde bemiddelaar bemiddelaarster verbinder opvoeder opvoedster mediator dokter zuster makelaarster'.split(
    ' ',
  )

function unpack(): Lexicon {
  return {
    words: wordTable(packedWords),
    phrases: table(packedTables.names),
    functions: table(packedTables.functions),
    modifiers: table(packedTables.modifiers),
    functionEnds: wordEndings([...functionEnds, ...moreEnds], 3, 30),
    facts: noFacts(),
  }
}
