/** What somebody may answer to a statement. */
export type MemberAnswer = 'agrees' | 'adds' | 'disputes' | 'no view'

/** The fixed texts of a member check: the sheet that goes to one respondent, and its form. Words in braces are filled in. */
export interface MemberTexts {
  /** `{study}`: its title. */
  readonly title: string
  /** `{who}`: her label; `{statements}`, `{passages}`: numbers. */
  readonly basis: string
  readonly about: string
  readonly intro: string
  readonly howTo: string
  readonly kept: string
  readonly alone: string
  /** For who spoke together with others. */
  readonly pair: string
  readonly statements: string
  /** `{n}`: its number on the sheet. */
  readonly statement: string
  readonly said: string
  readonly saidNothing: string
  /** Beside words that may be of another of those who spoke together. */
  readonly shared: string
  /** `{n}`: how many passages. */
  readonly held: string
  readonly answer: string
  readonly ownWords: string
  /** The answers on the sheet, in her mouth. */
  readonly answers: Readonly<Record<MemberAnswer, string>>
  /** The same in one or two words, for the form. */
  readonly short: Readonly<Record<MemberAnswer, string>>
  readonly form: string
  /** `{answers}`: the short answers. */
  readonly formBasis: string
  // The columns of the form
  readonly headRespondent: string
  readonly headItem: string
  readonly headStatement: string
  readonly headAnswer: string
  readonly headWords: string
}
