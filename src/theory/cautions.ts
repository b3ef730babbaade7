import type { Role } from '../study/index.js'
import type { EvidencePart } from './evidenceParts.js'
import type { Threads } from './threads.js'

/** What should be known before a configuration is called supported. */
export interface Cautions {
  readonly noEvidence: boolean
  /** What is given for it was said by nobody. */
  readonly nobodySaid: boolean
  /** All who support it only agreed with what was put to them. */
  readonly allAgreed: boolean
  /** Roles of the chain for which nothing was given. */
  readonly nothingFor: readonly Role[]
  /** Roles that the analyst inferred, and nobody said aloud. */
  readonly inferred: readonly Role[]
  /** The chain is put together from what different people said. */
  readonly isStitched: boolean
  /** Readers are not told of everyone who tells the chain. */
  readonly hidesThreads: boolean
}

/** What should be known of a configuration, from what stands behind it. */
export function cautionsOn(parts: readonly EvidencePart[], { roles, isStitched, isWhole }: Threads): Cautions {
  const supporting = parts.filter(one => one.from === 'evidence' && one.stance === 'supports')
  const whole = supporting.find(one => one.part === 'whole')
  const sources = whole?.sources.length ?? 0
  return {
    noEvidence: whole === undefined,
    nobodySaid: whole !== undefined && sources === 0,
    allAgreed: whole !== undefined && sources > 0 && whole.agreedOnly === sources,
    nothingFor: whole === undefined ? [] : roles.filter(role => !supporting.some(one => one.part === role)),
    inferred: supporting.filter(one => one.part !== 'whole' && one.inferred > 0 && one.said + one.otherData === 0).map(one => one.part),
    isStitched,
    hidesThreads: !isWhole,
  }
}
