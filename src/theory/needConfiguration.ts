import { type Configuration, nearName, type Problem, type Study, throwProblems } from '../study/index.js'
import { configurationNamed } from './theories.js'

/**
 * The configuration meant: itself, or by its id, `C3` (of the newest version of the theory that has it) or `C3@refined` (of that version).
 *
 * @throws StudyError when there is none
 */
export function needConfiguration(study: Study, meant: Configuration | string, call: string): Configuration {
  return configurationsMeant(study, [meant], call)[0]!
}

/**
 * The configurations meant, each once, in the order they are named.
 *
 * @throws StudyError with every one that is not there
 */
export function configurationsMeant(study: Study, meant: readonly (Configuration | string)[], call: string): readonly Configuration[] {
  const ids = [...new Set(study.configurations.map(one => one.id))]
  const problems: Problem[] = []
  const found = meant.map(one => {
    const configuration = typeof one === 'string' ? configurationNamed(study, one) : study.configurations.find(other => other === one)
    if (configuration !== null && configuration !== undefined) return configuration
    const near = typeof one === 'string' ? nearName(one, ids) : null
    const hint =
      near !== null
        ? `did you mean '${near}'?`
        : "use an id of configurations.csv, 'C3', or 'C3@refined' for the one of an earlier version of the theory"
    const which = meant.length === 1 ? '' : `, number ${meant.indexOf(one) + 1} of those named`
    problems.push({ what: `there is no such configuration in this study${which}`, hint, call })
    return null
  })
  throwProblems(problems)
  return [...new Set(found.filter(one => one !== null))]
}

/** A configuration as it is called in words: with the version of the theory when it has one. */
export function nameOfConfiguration({ id, theory }: Configuration): string {
  return theory === null ? id : `${id} (${theory})`
}
