import type { Span } from '../study/index.js'
import type { Recogniser } from './mark.js'
import type { MemberTexts } from './memberTexts.js'
import type { LanguageNames, Noun } from './names.js'
import type { NamingWords } from './namingWords.js'
import type { RamesesTexts } from './ramesesTexts.js'
import type { ReadingWords } from './readingWords.js'
import type { ReviewTexts } from './reviewTexts.js'
import type { RiskTexts } from './riskTexts.js'
import type { StatementTexts } from './statementTexts.js'
import type { Texts } from './texts.js'

/** Everything of this library that differs per language: words, labels, counts in words, and the fixed texts of a report. */
export interface Language {
  readonly id: 'nl' | 'en'
  /** The words of a text, as they are written. */
  readonly words: (text: string) => readonly string[]
  /** The stem of a word (Porter's rules for the language), in lower case. */
  readonly stem: (word: string) => string
  /** Words in lower case that carry little meaning. */
  readonly stopWords: ReadonlySet<string>
  /** The sentences of a text, as spans in UTF-16 code units. */
  readonly sentences: (text: string) => readonly Span[]
  /** Number words from one to twelve; the first is the word for none before a plural. */
  readonly numbers: readonly string[]
  /** A count in words by the published rule of `countWordsBy`; `asked` is null when it is not known. */
  readonly countWords: (count: number, asked: number | null, noun?: Noun) => string
  /** A count in digits with its noun: "1 source", "3 sources". */
  readonly count: (count: number, noun: Noun) => string
  /** The label of a respondent without one of her own: "Respondent 10". */
  readonly labelOf: (id: string) => string
  /** Labels of people who speak together: "Respondents 13a and 13b", "a nurse and a manager". */
  readonly joinLabels: (labels: readonly string[]) => string
  /** A list in running text: "a, b and c". */
  readonly list: (parts: readonly string[]) => string
  /** The word for and. */
  readonly and: string
  /** Words after which a noun takes no article of its own: "the", "my". */
  readonly determiners: ReadonlySet<string>
  /** The articles among them. */
  readonly articles: ReadonlySet<string>
  /** What stands for the nth name (from 1) of a type: "person A", "hospital B". An unknown type is a "name". */
  readonly entityLabel: (type: string, n: number) => string
  /** Finds names and what else may identify in interview talk. */
  readonly recognise: Recogniser
  /**
   * Ever coarser words for a name or number of a type, from fine to coarse: a town, its province, its part of the country. Empty when
   * the language knows none.
   */
  readonly ladder: (type: string, name: string) => readonly string[]
  /** Whether a word in lower case is an ordinary word of the language, as far as the pack knows its words. */
  readonly isWord: (word: string) => boolean
  readonly naming: NamingWords
  readonly names: LanguageNames
  /** Words by which a written report is read; none of them is printed. */
  readonly reading: ReadingWords
  readonly texts: Texts
  /** How statements of configurations are put together. */
  readonly statements: StatementTexts
  /** Texts for the team about who might be known. */
  readonly risk: RiskTexts
  /** Texts of the sheet that goes to one respondent. */
  readonly member: MemberTexts
  /** Texts of the checklist for reporting a realist evaluation. */
  readonly rameses: RamesesTexts
  /** Texts of the page on which a team reviews its register: never public, so that they are not among the fixed texts. */
  readonly review: ReviewTexts
  /** Every fixed string of the pack that a report may print, with its parameters cut out. The gate does not hold these. */
  readonly fixedTexts: readonly string[]
}
