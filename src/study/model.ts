import type { Guarded } from './guard.js'
import type { RowOf } from './tables.js'

/** A role a coding can play; checked against `study.roles` at run time. */
export type Role = 'context' | 'mechanism' | 'outcome' | 'future' | (string & {})
export type Polarity = 'enabling' | 'hindering' | 'both'
export type Stance = 'supports' | 'refutes' | 'refines'
/** `public`: made from a safe study and held by its guard. `team`: made from any other study. */
export type Audience = 'public' | 'team'

/** UTF-16 code units of `transcript.text`, end exclusive. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** One speaker's stretch of a transcript: what was said, without the speaker mark. */
export interface Turn extends Span {
  readonly speaker: string | null
  /** Who may have said it: one respondent, or several who share a mark. */
  readonly respondents: readonly string[]
  /** Whether this is the side that asks. */
  readonly asks: boolean
  /** Seconds from the start of the recording. */
  readonly at: number | null
}

/** The text of one interview or document. Its text never changes silently. */
export interface Transcript extends RowOf<'transcripts'> {
  readonly text: string
  readonly turns: readonly Turn[]
}

/** Everything a coding says besides what was coded. */
export interface CodingFacts {
  readonly role: Role
  readonly polarity: Polarity | null
  readonly stance: Stance | null
  readonly level: string | null
  readonly beneficiary: string | null
  readonly elicited: 'volunteered' | 'asked' | 'agreed' | 'amended' | 'rejected' | null
  readonly expected: boolean | null
  readonly certainty: string | null
  readonly account: string | null
  /** The case spoken of, when it is not the speaker's own. */
  readonly about: string | null
  readonly memo: string | null
}

/** A fragment with a code, as one coder gave it. */
export interface Coding extends Span, CodingFacts {
  readonly id: string
  readonly transcript: string
  readonly code: string
  readonly coder: string
  readonly pass: string
  readonly status: 'open' | 'settled' | 'superseded'
  /** The codings whose disagreement this one settles. */
  readonly settles: readonly string[]
  readonly extra: Readonly<Record<string, string>>
}

/** One row of a table on disk, a field per column. */
export type Row = Readonly<Record<string, unknown>> & { readonly id: string; readonly extra: Readonly<Record<string, string>> }

export type Respondent = RowOf<'respondents'>
export type Consent = RowOf<'consents'>
export type Case = RowOf<'cases'>
export type Topic = RowOf<'topics'>
export type Code = RowOf<'codes'>
export type Relation = RowOf<'relations'>
export type Theme = RowOf<'themes'>
export type Quote = RowOf<'quotes'>
export type Theory = RowOf<'theories'>
/** Besides its fixed columns: per role a list of codes, and `<role>Text` in her own words. */
export type Configuration = RowOf<'configurations'>
export type Evidence = RowOf<'evidence'>
export type CaseCell = RowOf<'cells'>
export type Prompt = RowOf<'prompts'>
export type Answer = RowOf<'answers'>
export type Response = RowOf<'responses'>
export type Reveal = RowOf<'reveals'>
export type Sampling = RowOf<'sampling'>

/** A role of the study's role scheme. */
export interface RoleFacts {
  readonly id: string
  readonly label: string | null
  readonly parent: string | null
  /** Whether configurations have a place for it. */
  readonly inConfiguration: boolean
}

/** How the statement of a configuration is put together, in one language: `If {context}, then {outcome}, because {mechanism}`. */
export interface StatementTemplate {
  /** `nl` or `en`. */
  readonly language: string
  readonly text: string
}

/** An ordered step of data collection. */
export interface Round {
  readonly id: string
  readonly kind: string | null
  readonly title: string | null
  readonly purpose: string | null
}

/** A Markdown file of hers: a part of the report, or a memo, with what its front matter says. */
export interface Page {
  readonly id: string
  readonly text: string
  readonly about: readonly string[]
  readonly extra: Readonly<Record<string, string>>
}

/** A change of a text: at this place what was cut was taken out, and what was put in stands there now. */
export interface TextEdit {
  /** In the text before, UTF-16 code units. Edits stand in order and do not overlap. */
  readonly at: number
  readonly cut: string
  readonly put: string
}

/** One field-by-field difference of a row: added when it has no `from`, removed when it has no `to`. */
export interface Patch {
  readonly table: string
  readonly id: string
  /** Where the row stood, so that undo puts it back there. */
  readonly at?: number
  readonly from?: Readonly<Record<string, unknown>>
  readonly to?: Readonly<Record<string, unknown>>
  /**
   * What changed in the text of a transcript, beside `from` and `to`, which then are there and may be empty. Its turns
   * are carried along, unless `to` has them.
   */
  readonly text?: readonly TextEdit[]
}

/** One call of a pass, and what it changed. */
export interface Change {
  readonly call: string
  /** The call in words, for a person who reads the journal. */
  readonly note: string
  /** The pass that was taken back, in an undo. */
  readonly undoes?: string
  /** In a merge: the pass of another journal that made this change. */
  readonly brings?: Brought
  readonly patches: readonly Patch[]
}

/** A pass that a merge brings in from a study coded apart. */
export interface Brought {
  readonly pass: string
  readonly kind: PassKind
  readonly coder: string
  readonly date: string
}

export type PassKind = 'open' | 'axial' | 'selective' | 'theory' | 'import' | 'edit' | 'revise' | 'withdraw' | 'merge' | 'undo'

/** A transaction of work by one coder at a date. */
export interface Pass {
  readonly id: string
  readonly base: string
  readonly kind: PassKind
  readonly coder: string
  readonly date: string
  readonly changes: readonly Change[]
  /** Where a withdrawal took content out of it: a hash of the changes as they were. What is left still replays. */
  readonly withdrawn?: string
}

/** One evaluation, whole: a plain immutable value. */
export interface Study {
  readonly title: string
  readonly language: string
  readonly questions: readonly string[]
  readonly roles: readonly Role[]
  readonly roleFacts: readonly RoleFacts[]
  /** Templates of her own for the statements of configurations, at most one per language. */
  readonly templates: readonly StatementTemplate[]
  readonly rounds: readonly Round[]
  /** What holds for a respondent without a consent of her own. */
  readonly consent: 'verbatim' | 'paraphrase' | 'none' | null
  /** `quotes`: only quotes are known, so no counts are printed. */
  readonly basis: 'interviews' | 'quotes'
  readonly cleaning: readonly string[]
  readonly speakerPattern: string | null
  readonly ethics: string | null
  /** Whether the study is made up, as fixtures are: then its secrets may stand beside it. */
  readonly invented: boolean
  readonly cases: readonly Case[]
  readonly respondents: readonly Respondent[]
  readonly consents: readonly Consent[]
  readonly topics: readonly Topic[]
  readonly transcripts: readonly Transcript[]
  readonly codes: readonly Code[]
  readonly relations: readonly Relation[]
  readonly codings: readonly Coding[]
  /** Codings whose words are gone from the text: kept, listed, not counted. */
  readonly lost: readonly Coding[]
  readonly themes: readonly Theme[]
  readonly quotes: readonly Quote[]
  readonly theories: readonly Theory[]
  readonly configurations: readonly Configuration[]
  readonly evidence: readonly Evidence[]
  readonly cells: readonly CaseCell[]
  readonly prompts: readonly Prompt[]
  readonly answers: readonly Answer[]
  readonly responses: readonly Response[]
  readonly reveals: readonly Reveal[]
  readonly sampling: readonly Sampling[]
  readonly pages: readonly Page[]
  readonly memos: readonly Page[]
  readonly journal: readonly Pass[]
}

/** A study from which public outputs may be made. Spread, JSON, saving or a pass gives a plain `Study` again. */
export type SafeStudy = Study & Guarded
