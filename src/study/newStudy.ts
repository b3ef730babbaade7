import type { RoleFacts, Study } from './model.js'
import type { StudyFile } from './schema.js'
import { showStudy } from './showStudy.js'

const usual: readonly RoleFacts[] = ['context', 'mechanism', 'outcome', 'future'].map(id => ({
  id,
  label: null,
  parent: null,
  inConfiguration: id !== 'future',
}))

/**
 * An empty study from what `study.json` says: the frame that readers fill.
 *
 * @param file the parsed contents of `study.json`; `title` and `language` are enough
 * @example
 * newStudy({ title: 'Walk-in clinic', language: 'en' }).roles
 * //=> ['context', 'mechanism', 'outcome', 'future']
 */
export function newStudy(file: StudyFile): Study {
  const roleFacts = file.roles === undefined ? usual : file.roles.map(roleFrom)
  return showStudy({
    title: file.title,
    language: file.language,
    questions: file.questions ?? [],
    roles: roleFacts.map(role => role.id),
    roleFacts,
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

function roleFrom(role: NonNullable<StudyFile['roles']>[number]): RoleFacts {
  if (typeof role === 'string') return { id: role, label: null, parent: null, inConfiguration: role !== 'future' }
  return {
    id: role.id,
    label: role.label ?? null,
    parent: role.parent ?? null,
    inConfiguration: role.inConfiguration ?? role.id !== 'future',
  }
}
