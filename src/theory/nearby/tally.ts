/** Counts things that are known by a number, each once per stamp: stamps go up, and those of one thing are counted as they change. */
export interface Tally {
  readonly add: (key: number, stamp: number) => void
  readonly get: (key: number) => number
  readonly size: () => number
  /** Every key that was counted, in no order that means anything. */
  readonly keys: () => Float64Array
}

/**
 * A tally in numbers side by side: a `Map` of millions of numbers takes many times the room and the time.
 *
 * Keys are whole numbers from 1 to 2^53; a stamp is a whole number from 1, and never comes back after another.
 */
export function newTally(): Tally {
  let room = 1024
  let used = 0
  let keys = new Float64Array(room)
  let counts = new Int32Array(room)
  let stamps = new Int32Array(room)
  const slotOf = (key: number) => {
    let hash = Math.imul((key | 0) ^ Math.imul((key / 4294967296) | 0, 0x9e3779b1), 0x85ebca6b)
    hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35)
    let slot = (hash ^ (hash >>> 13)) & (room - 1)
    while (keys[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & (room - 1)
    return slot
  }
  const grow = () => {
    const [oldKeys, oldCounts, oldStamps] = [keys, counts, stamps]
    room *= 2
    keys = new Float64Array(room)
    counts = new Int32Array(room)
    stamps = new Int32Array(room)
    for (let i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] === 0) continue
      const slot = slotOf(oldKeys[i]!)
      keys[slot] = oldKeys[i]!
      counts[slot] = oldCounts[i]!
      stamps[slot] = oldStamps[i]!
    }
  }
  return {
    add: (key, stamp) => {
      const slot = slotOf(key)
      if (stamps[slot] === stamp) return
      stamps[slot] = stamp
      counts[slot] = counts[slot]! + 1
      if (keys[slot] === key) return
      keys[slot] = key
      if (++used * 2 > room) grow()
    },
    get: key => counts[slotOf(key)]!,
    size: () => used,
    keys: () => keys.filter(key => key !== 0),
  }
}
