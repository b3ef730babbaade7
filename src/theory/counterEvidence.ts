import { countableOf, type Said, sourcesOf, stanceOf } from '../analysis/index.js'
import type { Role, Study } from '../study/index.js'
import { roleScheme } from './roleScheme.js'
import { roleStates, statesTogether } from './roleStates.js'
import { bySource } from './sourceBehind.js'
import { mayTie, printedNumber } from './tied.js'

/** What stands against codes in roles, in sources. */
export interface CounterEvidence {
  /** Sources that refute one of the codes in its role. */
  readonly against: number
  /** Sources that tell one of them as hindering. */
  readonly hindering: number
  /** Sources that say the context, and of which the outcome is not coded or refuted; null when there is no context or no outcome. */
  readonly withoutOutcome: number | null
}

/** Looks for what stands against codes in roles. */
export function counterEvidence(study: Study, roles: ReadonlyMap<Role, readonly string[]>): CounterEvidence {
  const said = [...roles].flatMap(([role, codes]) =>
    codes.flatMap(code => countableOf(study, code)).filter(({ coding }) => coding.role === role),
  )
  const heard = (test: (one: Said) => boolean) => sourcesOf(study).heardIn(said.filter(test).map(one => one.speakers)).length
  return {
    against: heard(({ coding }) => stanceOf(coding) === 'refutes'),
    hindering: heard(({ coding }) => coding.polarity === 'hindering'),
    withoutOutcome: withoutOutcome(study, roles, said),
  }
}

function withoutOutcome(study: Study, roles: ReadonlyMap<Role, readonly string[]>, said: readonly Said[]): number | null {
  const { contexts, outcomes } = roleScheme(study)
  const soughtIn = (kind: readonly Role[]) => kind.flatMap(role => (roles.has(role) ? [{ role, codes: new Set(roles.get(role)) }] : []))
  const [context, outcome] = [soughtIn(contexts), soughtIn(outcomes)]
  if (context.length === 0 || outcome.length === 0) return null
  const isTied = mayTie(study)
  const own = [...bySource(study, said).values()].filter(part => {
    const [there, found] = [context, outcome].map(sought => statesTogether(roleStates(sought, part.said)))
    return (there === 'said' || there === 'said and refuted') && found !== 'said' && found !== 'refined'
  })
  return printedNumber(own.length, own.filter(part => part.said.every(({ coding }) => isTied(coding))).length)
}
