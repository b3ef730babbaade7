/** Paths through things that lead to one another, each thing by its number. */
export interface Paths {
  readonly chains: readonly (readonly number[])[]
  readonly loops: readonly (readonly number[])[]
  /** Whether there are more than were looked for. */
  readonly isCut: boolean
}

export interface PathOptions {
  /** Where chains begin, and where they end; anywhere unless given. */
  readonly from: ReadonlySet<number> | null
  readonly to: ReadonlySet<number> | null
  /** How many chains, and loops, are looked for at most. */
  readonly most: number
}

// Paths may be many times as many as the steps between things.
const steps = 200_000

/**
 * Finds chains, in which nothing comes twice, and loops, each once from its lowest number. A chain without an end that is asked for goes
 * on, at both ends, as far as it can without coming back.
 *
 * @param next what each thing leads to
 */
export function pathsIn(next: readonly (readonly number[])[], { from, to, most }: PathOptions): Paths {
  const before = next.map((_, i) => next.flatMap((after, j) => (after.includes(i) ? [j] : [])))
  const chains: number[][] = []
  const loops: number[][] = []
  let left = steps
  let isCut = false
  const walk = (path: readonly number[], visit: (path: readonly number[]) => boolean, allowed: (one: number) => boolean): void => {
    if (left-- <= 0) {
      isCut = true
      return
    }
    if (!visit(path)) return
    for (const one of next[path.at(-1)!]!) if (!path.includes(one) && allowed(one)) walk([...path, one], visit, allowed)
  }
  const keep = (list: number[][], path: readonly number[]) => {
    if (list.length < most) list.push([...path])
    else isCut = true
    return list.length < most
  }
  for (const start of next.keys()) {
    if (from !== null && !from.has(start)) continue
    walk(
      [start],
      path => {
        const end = path.at(-1)!
        const begins = from !== null || before[start]!.every(one => path.includes(one))
        const ends = to === null ? next[end]!.every(one => path.includes(one)) : to.has(end)
        const isAlone = path.length === 1 && from === null && to === null
        return !(begins && ends && !isAlone) || keep(chains, path)
      },
      () => true,
    )
  }
  for (const start of from === null && to === null ? next.keys() : []) {
    walk(
      [start],
      path => !next[path.at(-1)!]!.includes(start) || keep(loops, path),
      one => one > start,
    )
  }
  return { chains, loops, isCut }
}
