import type { Configuration, Evidence, Study, Theory } from '../study/index.js'

/** The newest version of the theory: the last one listed that no other version comes from. Null when there is none. */
export function newestTheory(study: Study): Theory | null {
  const before = new Set(study.theories.map(theory => theory.from))
  return study.theories.filter(theory => !before.has(theory.id)).at(-1) ?? study.theories.at(-1) ?? null
}

/** The configurations of the newest version, with those that belong to no version. */
export function newestConfigurations(study: Study): readonly Configuration[] {
  const newest = newestTheory(study)?.id ?? null
  return study.configurations.filter(one => one.theory === newest || one.theory === null)
}

/**
 * The configuration meant by `C3` (of the newest version that has it) or `C3@t2` (of that version, by its id, or by its kind when only
 * one has it); null when there is none.
 */
export function configurationNamed(study: Study, name: string): Configuration | null {
  const at = name.lastIndexOf('@')
  const exact = study.configurations.filter(one => one.id === name)
  if (exact.length > 0 || at < 0) return exact.find(one => newestConfigurations(study).includes(one)) ?? exact.at(-1) ?? null
  const version = name.slice(at + 1)
  const ofKind = study.theories.filter(theory => theory.kind === version)
  const theory = study.theories.find(one => one.id === version) ?? (ofKind.length === 1 ? ofKind[0] : undefined)
  return study.configurations.find(one => one.id === name.slice(0, at) && theory !== undefined && one.theory === theory.id) ?? null
}

/** What a configuration rests on. A row that names no version is about the newest that has the configuration. */
export function evidenceOf(study: Study, configuration: Configuration): readonly Evidence[] {
  const isMeant = configurationNamed(study, configuration.id) === configuration
  return study.evidence.filter(
    one => one.configuration === configuration.id && (one.theory === null ? isMeant : one.theory === configuration.theory),
  )
}
