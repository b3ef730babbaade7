import { throwProblems } from '../../study/index.js'
import type { Ground, Part } from './parts.js'
import type { Scale } from './scale.js'

/** How many roles a combination fills. */
export interface Sizes {
  readonly least: number
  readonly most: number
}

/** Goes through codings and hands over the number of every combination they make; some more than once. */
export interface Combiner {
  /** Combinations of codings that stand near in a transcript; of one source, or of all when it is null. */
  readonly near: (part: Part, scale: Scale, home: number | null) => void
  /** Every combination of codes in roles; `round` is that of all codings of it, or -1 when there are several. */
  readonly among: (things: Iterable<Thing>) => void
}

/** A code in a role. */
export interface Thing {
  readonly role: number
  readonly code: number
  readonly round?: number
}

// Some tens of seconds of work: above it there are more combinations than anybody could look at.
const mostWork = 400_000_000

/** The codes of one role that reach the place looked at, side by side in numbers: lists that grow and shrink all the time cost more. */
interface Here {
  count: number
  readonly codes: Int32Array
  readonly until: Float64Array
  readonly rounds: Int32Array
  readonly weight: number
}

/**
 * Makes the combinations of codes, one code per role. A code that reaches a place is kept until it reaches no longer, and meets those
 * that come in after it: every combination is handed over as its last part comes in, so that nothing is compared with what is far off.
 *
 * @param options.apart only combinations of more than one round
 * @param options.limit how many combinations are gone through at most
 * @throws StudyError when there are more
 */
export function combiner(
  { roles, base }: Ground,
  { least, most }: Sizes,
  take: (key: number) => void,
  options: { readonly apart: boolean; readonly limit?: number },
): Combiner {
  const places = roles.map((_, role): Here => {
    const numbers = () => new Int32Array(base)
    return { count: 0, codes: numbers(), until: new Float64Array(base), rounds: numbers(), weight: base ** role }
  })
  const { apart, limit = mostWork } = options
  let work = 0
  let entering = 0

  /** Adds a code of every role from `next` on, or none, to what came in. */
  const extend = (next: number, key: number, size: number, round: number): void => {
    if (next === places.length) {
      if (size < least || (apart && round !== -1)) return
      if (++work > limit) tooMany()
      take(key)
      return
    }
    extend(next + 1, key, size, round)
    if (next === entering || size === most) return
    const { count, codes, rounds, weight } = places[next]!
    for (let i = 0; i < count; i++) extend(next + 1, key + (codes[i]! + 1) * weight, size + 1, round === rounds[i] ? round : -1)
  }
  const enter = (role: number, code: number, reach: number, round: number) => {
    const here = places[role]!
    for (let i = 0; i < here.count; i++) {
      if (here.codes[i] !== code) continue
      // It met everything here already, or will be met by what comes.
      if (here.until[i]! < reach) here.until[i] = reach
      return
    }
    entering = role
    extend(0, (code + 1) * here.weight, 1, round)
    here.codes[here.count] = code
    here.until[here.count] = reach
    here.rounds[here.count++] = round
  }
  const letGo = (place: number) => {
    for (const here of places) {
      let kept = 0
      for (let i = 0; i < here.count; i++) {
        if (here.until[i]! < place) continue
        here.codes[kept] = here.codes[i]!
        here.rounds[kept] = here.rounds[i]!
        here.until[kept++] = here.until[i]!
      }
      here.count = kept
    }
  }
  return {
    near: (part, { low, high, takes }, home) => {
      letGo(Number.POSITIVE_INFINITY)
      for (let i = 0; i < part.codings.length; i++) {
        const coding = part.codings[i]!
        if ((home !== null && part.homes[i] !== home) || !takes(coding)) continue
        letGo(low(coding))
        enter(part.roles[i]!, part.codes[i]!, high(coding), 0)
      }
    },
    among: things => {
      letGo(Number.POSITIVE_INFINITY)
      for (const { role, code, round = 0 } of things) enter(role, code, Number.MAX_VALUE, round)
    },
  }
}

function tooMany(): never {
  return throwProblems([
    {
      what: 'these are more combinations than can be gone through',
      hint: "ask for less: nearer (within: 'turn'), two roles, or pairs only (size: 2)",
      call: 'findNearby',
    },
  ]) as never
}
