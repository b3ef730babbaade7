/** An item of the reporting standard for realist evaluations, in one language. */
export interface RamesesItem {
  readonly section: string
  readonly name: string
  /** What it asks, in short and in words of our own. */
  readonly asks: string
  /** What only a text can tell, and is missing when no page of the report is about it. */
  readonly page: string
  /** Words in the name or the headings of a page that is about it, in lower case; the start of a word is enough. */
  readonly words: readonly string[]
}

/** The fixed texts of the checklist. Words in braces are filled in. */
export interface RamesesTexts {
  readonly title: string
  readonly basis: string
  /** The twenty items, in their order. */
  readonly items: readonly RamesesItem[]
  /** A page of the report that is about an item; `{page}`: its name. */
  readonly page: string
  /** `{n}`: the row of a file. */
  readonly row: string
  readonly facts: Readonly<Record<RamesesFact, string>>
  readonly missing: Readonly<Record<RamesesMissing, string>>
  /** Words by which an ethics text speaks of approval. */
  readonly approval: readonly string[]
}

export type RamesesFact =
  | 'title'
  | 'theory'
  | 'origin'
  | 'inTheory'
  | 'questions'
  | 'topics'
  | 'cases'
  | 'attributes'
  | 'talks'
  | 'days'
  | 'elicited'
  | 'prompts'
  | 'guide'
  | 'sought'
  | 'coders'
  | 'codes'
  | 'passes'
  | 'version'
  | 'settled'
  | 'groups'
  | 'took'
  | 'themes'
  | 'configurations'
  | 'evidence'
  | 'negative'
  | 'replies'
  | 'future'

export type RamesesMissing =
  | 'realist'
  | 'noTheory'
  | 'noInitial'
  | 'noStatement'
  | 'noOrigin'
  | 'noConfigurations'
  | 'noQuestions'
  | 'noEthics'
  | 'noApproval'
  | 'noCases'
  | 'noRounds'
  | 'noPurpose'
  | 'noModes'
  | 'noMinutes'
  | 'noDates'
  | 'noElicited'
  | 'noGuide'
  | 'noSampling'
  | 'underReached'
  | 'noRefused'
  | 'noDefinitions'
  | 'noPasses'
  | 'unsettled'
  | 'noReason'
  | 'noGroup'
  | 'noPeople'
  | 'unwritten'
  | 'noFindings'
  | 'noEvidence'
  | 'noCounter'
  | 'noStatus'
  | 'noChange'
  | 'oneSource'
