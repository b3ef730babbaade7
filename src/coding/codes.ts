import { type Code, namesOf, nearName } from '../study/index.js'
import type { Draft } from './draft.js'

/** What a code can be given when it is made. */
export interface CodeFacts {
  readonly role?: string
  readonly definition?: string
  readonly when?: string
  readonly whenNot?: string
  readonly parent?: string
  readonly topic?: string
  /** Ids of codings that show at its best what the code means. */
  readonly typical?: readonly string[]
  /** Ids of codings that only just belong to it. */
  readonly borderline?: readonly string[]
}

/** The code meant by an id or a name, or null. */
export function findCode(draft: Draft, name: string): Code | null {
  const byId = draft.get('codes', name)
  if (byId !== undefined) return byId as Code
  const id = namesOf('codes', draft.all('codes'))(name)
  return id === null ? null : (draft.get('codes', id) as Code)
}

/** The code meant, or null after noting that there is none. */
export function needCode(draft: Draft, name: string): Code | null {
  const code = findCode(draft, name)
  if (code === null) {
    const near = nearName(name, codeNames(draft))
    draft.problem(`there is no code "${name}"`, near === null ? 'define it first, or use a code of codes.csv' : `did you mean "${near}"?`)
  }
  return code
}

/**
 * The code meant, made when it does not exist yet. A new name that is one slip away from an existing one is a problem:
 * a codebook in which "trust" and "Trust" part ways is worse than an error.
 */
export function findOrMakeCode(draft: Draft, name: string, defined: ReadonlySet<string>, facts: CodeFacts = {}): Code | null {
  const known = findCode(draft, name)
  if (known !== null) return known
  const trimmed = name.trim()
  if (trimmed === '' || trimmed.includes(';')) {
    draft.problem('this is not a name for a code', 'give a name without ";"')
    return null
  }
  const near = defined.has(trimmed) ? null : nearName(trimmed, codeNames(draft))
  if (near !== null) {
    draft.problem(
      `"${trimmed}" is almost the existing code "${near}"`,
      `use "${near}", or call pass.define('${trimmed}', …) first when it is a new code`,
    )
    return null
  }
  draft.add('codes', newCode(trimmed, facts))
  return draft.get('codes', trimmed) as Code
}

/** A code with nothing said of it but what is given. */
export function newCode(name: string, facts: CodeFacts): Code {
  return {
    id: name,
    name,
    role: facts.role ?? null,
    parent: facts.parent ?? null,
    topic: facts.topic ?? null,
    definition: facts.definition ?? null,
    when: facts.when ?? null,
    whenNot: facts.whenNot ?? null,
    typical: facts.typical ?? [],
    borderline: facts.borderline ?? [],
    colour: null,
    sensitive: null,
    retired: null,
    extra: {},
  }
}

export function codeNames(draft: Draft): string[] {
  return draft.all('codes').map(code => String(code.name ?? code.id))
}
