import type { Problem } from './error.js'
import type { StatementTemplate } from './model.js'
import { nearName } from './nearName.js'

/** A place of a template that is filled in, with the words before it, which go where it is empty. */
export interface Clause {
  readonly before: string
  /** A role, or `beneficiary`. */
  readonly place: string
}

/** A template cut at its places. */
export interface CutTemplate {
  readonly clauses: readonly Clause[]
  readonly after: string
}

/** For whom it works: a place of a template beside those of the roles. */
export const beneficiaryPlace = 'beneficiary'

/**
 * Cuts a template at its places.
 *
 * @example
 * cutTemplate('If {context}, then {outcome}.')
 * //=> { clauses: [{ before: 'If ', place: 'context' }, { before: ', then ', place: 'outcome' }], after: '.' }
 */
export function cutTemplate(template: string): CutTemplate {
  const parts = template.split(/\{([^{}]{0,200})\}/u)
  const clauses: Clause[] = []
  for (let i = 0; i + 1 < parts.length; i += 2) clauses.push({ before: parts[i]!, place: parts[i + 1]!.trim() })
  return { clauses, after: parts.at(-1)! }
}

/** Templates as `study.json` gives them: one, for the language of the study, or one per language. */
export function templatesFrom(given: string | Readonly<Record<string, string>> | undefined, language: string): StatementTemplate[] {
  if (given === undefined) return []
  const all = typeof given === 'string' ? { [language]: given } : given
  return Object.entries(all).map(([id, text]) => ({ language: languageId(id), text }))
}

/** The id of the language pack for a language as a study gives it: `nl` of `nl-BE`. */
export function languageId(language: string): string {
  return language.slice(0, 2).toLowerCase()
}

/** What is wrong with the templates of a study, in plain words. They are told by their number: what stands in them is hers. */
export function checkTemplates(templates: readonly StatementTemplate[], roles: readonly string[]): Problem[] {
  const places = [...roles, beneficiaryPlace]
  const there = `there are: ${places.map(place => `{${place}}`).join(', ')}`
  const languages = templates.map(one => one.language)
  return templates.flatMap(({ language, text }, i): Problem[] => {
    const which = templates.length === 1 ? 'the template of the statement' : `template ${i + 1} of the statement`
    const problem = (what: string, hint: string): Problem => ({ what: `${which} ${what}`, hint, file: 'study.json', column: 'template' })
    const { clauses, after } = cutTemplate(text)
    const isOpen = [...clauses.map(one => one.before), after].some(part => /[{}]/u.test(part))
    const unknown = clauses.flatMap(({ place }, n) => (places.includes(place) ? [] : [{ place, n }]))
    return [
      ...(languages.indexOf(language) === i ? [] : [problem('is in the same language as another', 'give one per language')]),
      ...(isOpen ? [problem('has a brace that is not closed', 'write each role as {role}, on both sides a brace')] : []),
      ...(clauses.length === 0 && !isOpen ? [problem('has no place for any role', `write a role between braces; ${there}`)] : []),
      ...unknown.map(({ place, n }) => {
        const near = nearName(place, places)
        return problem(
          `has in place ${n + 1} no role that configurations of this study have`,
          near === null ? there : `did you mean {${near}}? T${there.slice(1)}`,
        )
      }),
    ]
  })
}
