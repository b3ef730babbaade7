import type { Coding, Polarity, Role, Stance } from '../../study/index.js'

/** The fact a coding is asked for. What each means is said with the function of `QueryParts` that asks for it. */
export type QueryFact =
  | 'code'
  | 'codeTree'
  | 'role'
  | 'theme'
  | 'source'
  | 'respondent'
  | 'group'
  | 'case'
  | 'round'
  | 'transcript'
  | 'coder'
  | 'pass'
  | 'polarity'
  | 'stance'
  | 'elicited'
  | 'expected'
  | 'level'
  | 'beneficiary'
  | 'certainty'
  | 'status'
  | 'account'

/** A value asked for; null asks for codings where nothing is given. */
export type QueryValue = string | boolean | null

/**
 * How near two fragments of one transcript are:
 * `fragment` (the same first and last character), `overlap` (a character in common), `turn` (a turn in common, whoever speaks in it),
 * `next turn` (the same as `{ turns: 1 }`), `transcript` (the same transcript), `account` (the same account, wherever the two stand);
 * `{ turns: n }`: a turn in common, or at most n answering turns on: the question between two answers is no step;
 * `{ words: n }`: at most n words begin between the end of the one and the start of the other, 0 when they touch or overlap. Words of
 * the interviewer count, marks of speakers and lines outside the turns do not.
 */
export type Nearness = 'fragment' | 'overlap' | 'account' | Reach

/** How far on a fragment that follows another may begin: as in `Nearness`. */
export type Reach = 'turn' | 'next turn' | 'transcript' | { readonly turns: number } | { readonly words: number }

/** How codings stand to others. */
export type QueryRelation =
  | { readonly kind: 'near'; readonly of: Query; readonly within: Nearness }
  | { readonly kind: 'inside' | 'around'; readonly of: Query }
  | { readonly kind: 'followedBy' | 'follows'; readonly of: Query; readonly within: Reach }

/** What an own test is told of a coding. */
export interface Asked {
  readonly coding: Coding
  /** What was answered in the fragment, white space folded, ` … ` for a question left out. */
  readonly words: string
  /** Who may have said it: ids of respondents in order. */
  readonly speakers: readonly string[]
}

/**
 * A question about codings, as plain data: it can be stored, compared, put into words and asked again of a study that has grown. Only an
 * own test (`where`) holds a function. It stands for a set of codings.
 */
export type Query =
  | { readonly kind: 'and' | 'or'; readonly of: readonly Query[] }
  | { readonly kind: 'not'; readonly of: Query }
  | { readonly kind: 'is'; readonly fact: QueryFact; readonly any: readonly QueryValue[] }
  | { readonly kind: 'given'; readonly fact: 'account' | 'memo' }
  | { readonly kind: 'attribute'; readonly of: 'respondents' | 'cases'; readonly column: string; readonly any: readonly (string | null)[] }
  | { readonly kind: 'made'; readonly from: string | null; readonly until: string | null }
  | { readonly kind: 'words'; readonly any: readonly string[] }
  | { readonly kind: 'pattern'; readonly source: string; readonly flags: string }
  | { readonly kind: 'these'; readonly ids: readonly string[] }
  | { readonly kind: 'where'; readonly words: string; readonly test: (asked: Asked) => boolean }
  | QueryRelation

/** A query, or a function that makes one from the parts it is given. */
export type AskedQuery = Query | ((q: QueryParts) => Query)

type Elicited = Coding['elicited']

/**
 * The parts a query is made of. Things are named by id, or by name if only one has it; several values in one call mean any of them.
 * `null` means that nothing is given. Each part stands for a set of codings; all of them are taken from the codings looked at.
 */
export interface QueryParts {
  /** Codings in all of these sets; without any, every coding looked at. */
  and(...of: readonly Query[]): Query
  /** Codings in one or more of these sets. */
  or(...of: readonly Query[]): Query
  /** The codings looked at that are not in this set. */
  not(of: Query): Query
  /** Codings near another coding of this set, never only near themselves. */
  near(of: Query, how: { readonly within: Nearness }): Query
  /** Codings that stand wholly inside another coding of this set; the same fragment counts. */
  inside(of: Query): Query
  /** Codings inside which another coding of this set stands wholly; the same fragment counts. */
  around(of: Query): Query
  /** Codings behind whose end a coding of this set begins, in the turn they end in or as far on as `within` says. */
  followedBy(of: Query, how: { readonly within: Reach }): Query
  /** Codings that begin behind the end of a coding of this set, in the turn that one ends in or as far on as `within` says. */
  follows(of: Query, how: { readonly within: Reach }): Query
  /** Codings of these codes, not of the codes under them. */
  code(...codes: readonly string[]): Query
  /** Codings of these codes and of all codes under them. */
  codeTree(...codes: readonly string[]): Query
  role(...roles: readonly Role[]): Query
  /** Codings behind these themes: of the codes a theme lists, in the role of the theme. */
  theme(...themes: readonly string[]): Query
  /** Codings that these sources may have said; a source is named by a respondent in it, or by all of them: `13a;13b`. */
  source(...sources: readonly string[]): Query
  /** Codings that these respondents may have said: where several share a mark or speak in turn, each of them may. */
  respondent(...respondents: readonly string[]): Query
  /** Codings that someone of these actor groups may have said. */
  group(...groups: readonly (string | null)[]): Query
  /** Codings about these cases: the case spoken of, else those of the speakers, else those of the transcript. */
  case(...cases: readonly (string | null)[]): Query
  /** Codings in transcripts of these rounds, named by id or title. */
  round(...rounds: readonly (string | null)[]): Query
  transcript(...transcripts: readonly string[]): Query
  /** Codings that someone with one of these values in a column of `respondents.csv` may have said. */
  attribute(column: string, ...values: readonly (string | null)[]): Query
  /** Codings about a case with one of these values in a column of `cases.csv`. */
  caseAttribute(column: string, ...values: readonly (string | null)[]): Query
  coder(...coders: readonly string[]): Query
  /** Codings made in these passes. */
  pass(...passes: readonly string[]): Query
  /** Codings made in passes from one date to another, both included: a day, a month or a year. */
  made(dates: { readonly from?: string; readonly until?: string }): Query
  polarity(...polarities: readonly (Polarity | null)[]): Query
  /** Codings that do this to the claim of their theme: without a stance a coding supports, or refutes if what was put was rejected. */
  stance(...stances: readonly (Stance | null)[]): Query
  elicited(...ways: readonly Elicited[]): Query
  expected(...expected: readonly (boolean | null)[]): Query
  level(...levels: readonly (string | null)[]): Query
  beneficiary(...beneficiaries: readonly (string | null)[]): Query
  certainty(...certainties: readonly (string | null)[]): Query
  status(...statuses: readonly Coding['status'][]): Query
  /** Codings in these accounts; without any, codings in an account. */
  account(...accounts: readonly string[]): Query
  /** Codings with a memo. */
  memo(): Query
  /**
   * Codings in which one of these was said: words in a row within one answering turn, whatever their capitals and accents; `trust*` is
   * any word that begins so. A regular expression is tried on the words as they would be quoted.
   */
  words(...words: readonly string[]): Query
  words(pattern: RegExp): Query
  /** The codings with these ids; what is looked at stays the limit. */
  these(codings: Iterable<string | Pick<Coding, 'id'>>): Query
  /** Codings that an own test holds for. `words` says in the basis of results what is tested. */
  where(words: string, test: (asked: Asked) => boolean): Query
}
