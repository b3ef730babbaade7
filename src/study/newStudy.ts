import { throwProblems } from './error.js'
import type { RoleFacts, Study } from './model.js'
import { roleFrom, roleSchemeNamed, roleSchemes, schemeHint } from './roleSchemes.js'
import type { StudyFile } from './schema.js'
import { showStudy } from './showStudy.js'
import { templatesFrom } from './statementTemplate.js'

/**
 * An empty study from what `study.json` says: the frame that readers fill.
 *
 * @param file the parsed contents of `study.json`; `title` and `language` are enough. `roles` is a list, or the name of a scheme of `roleSchemes`
 * @throws StudyError when `roles` names no known scheme
 * @example
 * newStudy({ title: 'Walk-in clinic', language: 'en' }).roles
 * //=> ['context', 'mechanism', 'outcome', 'future']
 */
export function newStudy(file: StudyFile): Study {
  const roleFacts = rolesFrom(file.roles ?? 'CMO')
  return showStudy({
    title: file.title,
    language: file.language,
    questions: file.questions ?? [],
    roles: roleFacts.map(role => role.id),
    roleFacts,
    templates: templatesFrom(file.template, file.language),
    rounds: (file.rounds ?? []).map(round => ({
      id: round.id,
      kind: round.kind ?? null,
      title: round.title ?? null,
      purpose: round.purpose ?? null,
    })),
    consent: file.consent ?? null,
    basis: file.basis ?? 'interviews',
    cleaning: file.cleaning ?? [],
    speakerPattern: file.speakerPattern ?? null,
    ethics: file.ethics ?? null,
    invented: file.invented ?? false,
    cases: [],
    respondents: [],
    consents: [],
    topics: [],
    transcripts: [],
    codes: [],
    relations: [],
    codings: [],
    lost: [],
    themes: [],
    quotes: [],
    theories: [],
    configurations: [],
    evidence: [],
    cells: [],
    prompts: [],
    answers: [],
    responses: [],
    reveals: [],
    sampling: [],
    pages: [],
    memos: [],
    journal: [],
  })
}

/** The roles that configurations have a place for, in the study's order. */
export function configurationRoles(study: Pick<Study, 'roleFacts'>): readonly string[] {
  return study.roleFacts.filter(role => role.inConfiguration).map(role => role.id)
}

function rolesFrom(given: NonNullable<StudyFile['roles']>): readonly RoleFacts[] {
  if (typeof given !== 'string') return given.map(roleFrom)
  const name = roleSchemeNamed(given)
  if (name === null)
    throwProblems([
      { what: 'roles names a scheme that is not known', hint: schemeHint(String(given)), file: 'study.json', column: 'roles' },
    ])
  return roleSchemes[name!].map(roleFrom)
}
