import { disjointGroups } from '../../transcript/index.js'

/** Counts sources per cell: each once, and one of whom it is not certain which only where none of those it may be is counted. */
export interface SourceTally {
  /** Notes that one of these sources, by place, was heard in a cell. */
  readonly add: (cell: number, sources: readonly number[]) => void
  readonly count: (cell: number) => number
}

/** A bit per source in each of a number of cells. */
export function sourceTally(cells: number, sources: number): SourceTally {
  const width = Math.max(1, Math.ceil(sources / 32))
  const bits = new Int32Array(cells * width)
  const open = new Map<number, (readonly number[])[]>()
  const has = (cell: number, source: number) => ((bits[cell * width + (source >>> 5)]! >>> (source & 31)) & 1) === 1
  return {
    add: (cell, found) => {
      if (found.length === 1) bits[cell * width + (found[0]! >>> 5)]! |= 1 << (found[0]! & 31)
      else if (found.length > 1) open.set(cell, [...(open.get(cell) ?? []), found])
    },
    count: cell => {
      let sum = 0
      for (let at = cell * width; at < (cell + 1) * width; at++) sum += ones(bits[at]!)
      const apart = (open.get(cell) ?? []).filter(set => !set.some(source => has(cell, source)))
      return sum + disjointGroups(apart.map(set => set.map(String))).length
    },
  }
}

/** How many bits of a number are 1. */
function ones(number: number): number {
  let n = number - ((number >>> 1) & 0x55555555)
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333)
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
