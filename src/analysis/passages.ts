import type { Coding } from '../study/index.js'

/**
 * How many passages codings stand on: codings of one code that overlap, by several coders or by one, are one passage. Codings of
 * different codes are counted apart.
 */
export function passagesIn(codings: Iterable<Coding>): number {
  const perCode = new Map<string, Coding[]>()
  for (const coding of codings) {
    const key = `${coding.code}\n${coding.transcript}`
    const list = perCode.get(key)
    if (list === undefined) perCode.set(key, [coding])
    else list.push(coding)
  }
  let passages = 0
  for (const list of perCode.values()) {
    let end = -1
    for (const coding of list.sort((a, b) => a.start - b.start)) {
      if (coding.start >= end) passages++
      end = Math.max(end, coding.end)
    }
  }
  return passages
}
