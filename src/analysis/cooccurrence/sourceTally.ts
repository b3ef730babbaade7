import { disjointGroups } from '../../transcript/index.js'

/**
 * Counts sources per cell: each once, and one of whom it is not certain who it is only where none of those it may be is counted. Sources
 * that come one after another, all of one before any of the next, are counted by the last that was seen: that takes one look at memory.
 * Those that come in between are kept apart by name.
 */
export interface SourceTally {
  /** Of sources that come one after another. */
  readonly count: Int32Array
  readonly lastSeen: Int32Array
  /** Notes that one of these sources, which come in between, was heard in a cell. */
  readonly add: (cell: number, sources: readonly number[]) => void
  readonly countOf: (cell: number) => number
}

export function sourceTally(cells: number): SourceTally {
  const count = new Int32Array(cells)
  const between = new Map<number, { readonly certain: Set<number>; readonly open: (readonly number[])[] }>()
  return {
    count,
    lastSeen: new Int32Array(cells).fill(-1),
    add: (cell, sources) => {
      if (sources.length === 0) return
      const heard = between.get(cell) ?? { certain: new Set(), open: [] }
      between.set(cell, heard)
      if (sources.length === 1) heard.certain.add(sources[0]!)
      else heard.open.push(sources)
    },
    countOf: cell => {
      const heard = between.get(cell)
      if (heard === undefined) return count[cell]!
      const apart = heard.open.filter(set => !set.some(source => heard.certain.has(source)))
      return count[cell]! + heard.certain.size + disjointGroups(apart.map(set => set.map(String))).length
    },
  }
}
