import { type Configuration, nearName, type Study, throwProblems } from '../study/index.js'
import { configurationNamed } from './theories.js'

/**
 * The configuration meant: itself, or by its id, `C3` (of the newest version of the theory that has it) or `C3@refined` (of that version).
 *
 * @throws StudyError when there is none
 */
export function needConfiguration(study: Study, meant: Configuration | string, call: string): Configuration {
  const found = typeof meant === 'string' ? configurationNamed(study, meant) : study.configurations.find(one => one === meant)
  if (found !== null && found !== undefined) return found
  const ids = [...new Set(study.configurations.map(one => one.id))]
  const near = typeof meant === 'string' ? nearName(meant, ids) : null
  const hint =
    near !== null
      ? `did you mean '${near}'?`
      : "use an id of configurations.csv, 'C3', or 'C3@refined' for the one of an earlier version of the theory"
  return throwProblems([{ what: 'there is no such configuration in this study', hint, call }]) as never
}

/** A configuration as it is called in words: with the version of the theory when it has one. */
export function nameOfConfiguration({ id, theory }: Configuration): string {
  return theory === null ? id : `${id} (${theory})`
}
