/** What is counted, in the singular and the plural. */
export type Noun = 'source' | 'person' | 'passage' | 'quote' | 'conversation' | 'coder' | 'code'

type Names = Readonly<Record<string, string>>

/** The names a language gives to the fixed values of a study. A value of the study's own (another role) has none and stands as it is. */
export interface LanguageNames {
  /** A role, in running text. */
  readonly roles: Names
  /** A role, as the title of its chapter. */
  readonly chapters: Names
  readonly polarities: Names
  readonly stances: Names
  readonly consents: Names
  /** Of codings, configurations and cells. */
  readonly statuses: Names
  readonly attributions: Names
  readonly approvals: Names
  readonly elicited: Names
  readonly bases: Names
  readonly weights: Names
  /** For whom something works; a value of her own stands as she typed it. */
  readonly beneficiaries: Names
  readonly theories: Names
  readonly changes: Names
  readonly passes: Names
  readonly rounds: Names
  readonly purposes: Names
  /** What stands for a name of this type, before its letter: `person A`. */
  readonly entities: Names
  readonly nouns: Readonly<Record<Noun, readonly [string, string]>>
}
