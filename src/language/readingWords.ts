import type { ClaimKind } from './claimRule.js'

/** Words with which a report says how many people said something. */
export interface ClaimWords {
  readonly kind: ClaimKind
  /** With the flags `giu`, and never a capture group. */
  readonly words: RegExp
  /**
   * Where what is counted stands: `after` these words ("all nurses"), `anywhere` in the sentence ("nurses often said"), `in` the words
   * themselves ("without exception"), or in them where the sentence tells what was said ("everyone said").
   */
  readonly noun: 'after' | 'anywhere' | 'in' | 'said'
}

/** What a report may have promised: no literal quotes, that nothing leads to a person or a project, that all is anonymous. */
export type PromiseKind = 'no literal quotes' | 'nothing leads back' | 'anonymous'

/** The words by which a written report is read: how it counts, who it says spoke, what it promised, where it tells of dissent. */
export interface ReadingWords {
  readonly claims: readonly ClaimWords[]
  /** Verbs for saying and thinking: without one "everyone" may be anybody. */
  readonly saying: RegExp
  /** "3 of the 4", between two numbers. */
  readonly of: RegExp
  /** Words for people interviewed, whatever their group, as stems are made of: `respondent`, `interviewee`. */
  readonly everybody: readonly string[]
  /** Words that name somebody by number: "Respondent 10". */
  readonly numbered: RegExp
  /** Between two of them: "13a and 13b". */
  readonly and: RegExp
  /** How the plural of a group ends. */
  readonly plural: RegExp
  /** What makes a count one of those who do both, refute, refine, or only agreed with what was put to them. */
  readonly both: RegExp
  readonly refutes: RegExp
  readonly onlyAgreed: RegExp
  readonly refines: RegExp
  /** A sentence with one of these tells that not all think alike. */
  readonly dissent: RegExp
  readonly promises: readonly { readonly kind: PromiseKind; readonly words: RegExp }[]
}

/** One of these, as whole words. */
export function wholeWords(...words: readonly string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.map(word => word.replaceAll(' ', '\\s+')).join('|')})(?![\\p{L}\\p{N}])`, 'giu')
}
