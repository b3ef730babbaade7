import { nameKey } from './nameKey.js'

/** What a list says of a name: its kind, where it lies, its group; empty where that is not known. */
export type Facts = readonly string[]

/** Finds what a list says of a name; null when it is not in the list. */
export type FactFinder = (name: string) => Facts | null

/**
 * Finds facts in a packed list, which is unpacked when it is first asked.
 *
 * @param packed a line per set of facts: facts apart by a bar, a tab, and the sorted keys of all names of which they hold, each as a
 *   capital (how many letters it shares with the one before, A being none) and the rest of its letters
 * @param articles words that may stand before a name or not
 */
export function packedFacts(packed: string, articles: RegExp): FactFinder {
  let table: Map<string, Facts> | null = null
  return name => {
    table ??= unpack(packed)
    return table.get(nameKey(name)) ?? table.get(nameKey(name.trim().replace(articles, ''))) ?? null
  }
}

function unpack(packed: string): Map<string, Facts> {
  const table = new Map<string, Facts>()
  for (const line of packed.split('\n')) {
    const [facts = '', keys = ''] = line.split('\t')
    const parts = facts.split('|')
    let key = ''
    for (let at = 0; at < keys.length; ) {
      let end = at + 1
      while (end < keys.length && !isCapital(keys.charCodeAt(end))) end++
      key = key.slice(0, keys.charCodeAt(at) - 65) + keys.slice(at + 1, end)
      table.set(key, parts)
      at = end
    }
  }
  return table
}

const isCapital = (code: number) => code >= 65 && code <= 90
