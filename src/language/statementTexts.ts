import type { RoleSchemeName } from '../study/index.js'

/**
 * How the statement of a configuration is put together in a language, per role scheme. Where a role is empty, its place goes with the
 * words before it. Places with only `and` between them are of one kind: the next takes over the words before the first.
 */
export type StatementTexts = Readonly<Record<RoleSchemeName, SchemeTemplates>>

export interface SchemeTemplates extends TemplateForms {
  /** For a configuration that says of no outcome. */
  readonly noOutcome: TemplateForms
}

/** Both have the same places in the same order. */
export interface TemplateForms {
  /** For roles in her words, which are clauses. */
  readonly words: string
  /** For roles in names of codes, which are nouns. */
  readonly codes: string
}
