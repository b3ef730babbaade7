import type { Code } from '../../study/index.js'
import { checkRole } from './codingFacts.js'
import type { Draft } from './draft.js'
import { checkExamples } from './examples.js'
import { given } from './given.js'
import { meant, need } from './meant.js'

/** What can be said of a code. */
export interface CodeFacts {
  readonly role?: string
  readonly definition?: string
  readonly when?: string
  readonly whenNot?: string
  /** The code it stands under. */
  readonly parent?: string
  /** The topic of the guide it belongs to. */
  readonly topic?: string
  /** Ids of codings that show at its best what the code means. */
  readonly typical?: readonly string[]
  /** Ids of codings that only just belong to it. */
  readonly borderline?: readonly string[]
  /** #rrggbb */
  readonly colour?: string
  /** Whether it tells something people keep to themselves. */
  readonly sensitive?: boolean
}

/** The code meant by an id or a name, or null. */
export function findCode(draft: Draft, name: string): Code | null {
  const id = draft.names('codes').find(name)
  return id === null ? null : codeAt(draft, id)
}

function codeAt(draft: Draft, id: string): Code {
  return draft.get('codes', id) as Code
}

/** The code meant, or null after noting that there is none. */
export function needCode(draft: Draft, name: string): Code | null {
  const id = need(draft, 'codes', name, 'code', 'define it first, or use a code of codes.csv')
  return id === null ? null : codeAt(draft, id)
}

/** The ids of codes given as a list, or null after noting which are not there. */
export function codeIds(draft: Draft, names: readonly string[]): readonly string[] | null {
  if (!Array.isArray(names)) {
    draft.problem('codes are given as a list', "write ['trust'], also for one code")
    return null
  }
  const codes = names.map(name => needCode(draft, name))
  return codes.some(code => code === null) ? null : [...new Set(codes.map(code => code?.id ?? ''))]
}

/**
 * The code meant, made when it does not exist yet. A new name that is one slip away from an existing one is a problem:
 * a codebook in which "trust" and "Trust" part ways is worse than an error.
 */
export function findOrMakeCode(draft: Draft, name: string, defined: ReadonlySet<string>, facts: CodeFacts = {}): Code | null {
  const known = typeof name === 'string' ? findCode(draft, name) : null
  if (known !== null) return known
  if (!isName(draft, name)) return null
  const trimmed = name.trim()
  const near = defined.has(trimmed) ? null : draft.names('codes').near(trimmed)
  if (near !== null) {
    draft.problem(
      `"${trimmed}" is almost the existing code "${near}"`,
      `did you mean "${near}"? When it is a new code, call pass.define('${trimmed}', …) first`,
    )
    return null
  }
  return makeCode(draft, trimmed, facts)
}

/** Whether a name can be that of a code; notes it when not. */
export function isName(draft: Draft, name: unknown): boolean {
  const fits = typeof name === 'string' && name.trim() !== '' && !name.includes(';')
  if (!fits) draft.problem('this is not a name for a code', 'give a name without ";"')
  return fits
}

/** Makes a code of which nothing is said but what is given. */
export function makeCode(draft: Draft, name: string, facts: Partial<Code> | CodeFacts): Code {
  draft.add('codes', { ...given(facts), id: name, name })
  return codeAt(draft, name)
}

/** Whether a code may be used for new codings; notes it when it is retired. */
export function isInUse(draft: Draft, code: Code): boolean {
  if (code.retired) draft.problem('this code is retired', 'use another, or take it back with pass.unretire in an axial pass')
  return !code.retired
}

/** Makes a code, or adds to what is said of it. */
export function define(draft: Draft, name: string, facts: CodeFacts, defined: Set<string>): void {
  if (facts.role !== undefined && !checkRole(draft, facts.role)) return
  const names = { parent: facts.parent, topic: facts.topic }
  const parent = names.parent === undefined ? undefined : draft.names('codes').find(names.parent)
  if (parent === null)
    return draft.problem(
      'the code above this one does not exist',
      meant(draft.names('codes').near(String(names.parent)), 'define it first'),
    )
  const topic = names.topic === undefined ? undefined : draft.names('topics').find(names.topic)
  if (topic === null)
    return draft.problem('this topic is not in topics.csv', meant(draft.names('topics').near(String(names.topic)), 'use the id of a topic'))
  if (typeof name === 'string') defined.add(name.trim())
  const resolved = given({ ...facts, parent, topic }) as CodeFacts
  const code = findOrMakeCode(draft, name, defined, resolved)
  if (code !== null && checkExamples(draft, code, facts)) draft.change('codes', code.id, { ...resolved })
}
