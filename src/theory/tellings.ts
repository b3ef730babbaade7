import { type Said, type Source, stanceOf } from '../analysis/index.js'
import { configurationRoles, type Role, type Study } from '../study/index.js'
import { accountsIn } from './saidIn.js'
import { sourceBehind } from './sourceBehind.js'

/** What one source offered as one explanation: an account, by the codes it has in each role. */
export interface Telling {
  readonly account: string
  readonly source: Source
  /** Codes in the order of the study, per role that has any; what refutes is left out. */
  readonly roles: ReadonlyMap<Role, readonly string[]>
  /** The codings of those codes. */
  readonly said: readonly Said[]
}

const known = new WeakMap<Study, readonly Telling[]>()

/**
 * The accounts of a study that explain: one source, and codes in two roles or more that configurations have a place for. An account of
 * which it is not certain that one source told all of it is none.
 */
export function tellingsIn(study: Study): readonly Telling[] {
  const cached = known.get(study)
  if (cached !== undefined) return cached
  const roles = configurationRoles(study)
  const places = new Map(study.codes.map((code, i) => [code.id, i]))
  const tellings = [...accountsIn(study)].flatMap(([account, all]): Telling[] => {
    const source = sourceOfAll(study, all)
    const said = all.filter(({ coding }) => roles.includes(coding.role) && stanceOf(coding) !== 'refutes')
    const told = new Map(
      roles.flatMap(role => {
        const codes = new Set(said.filter(({ coding }) => coding.role === role).map(({ coding }) => coding.code))
        return codes.size === 0 ? [] : [[role, [...codes].sort((a, b) => places.get(a)! - places.get(b)!)] as const]
      }),
    )
    return source === null || told.size < 2 ? [] : [{ account, source, roles: told, said }]
  })
  known.set(study, tellings)
  return tellings
}

function sourceOfAll(study: Study, said: readonly Said[]): Source | null {
  const sources = said.map(one => sourceBehind(study, one.speakers))
  const first = sources[0] ?? null
  return sources.every(one => one?.id === first?.id) ? first : null
}
