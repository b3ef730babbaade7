import type { Language } from '../../language/index.js'
import { drawBelow, secretRandom } from '../draw.js'

/** Numbers from 0 up to but not 1. */
export type Chance = () => number

/** Numbers nobody can foretell: a label must not lead back to the order in which people were met. */
export const secretChance: Chance = () => drawBelow(2 ** 32, secretRandom) / 2 ** 32

/**
 * Draws a label for each type: the word for it and a number nobody has. Numbers are drawn from so many that those which are taken do not
 * tell the others, and once drawn they stand in the register for good.
 *
 * @param labels the labels that are taken
 * @param isFree whether a label holds no name
 */
export function drawLabels(
  types: readonly string[],
  labels: readonly string[],
  language: Language,
  random: Chance,
  isFree: (label: string) => boolean,
): readonly string[] {
  const nouns = types.map(type => language.names.entities[type] ?? language.names.entities.OTHER!)
  const used = new Map<string, Set<number>>()
  for (const noun of new Set(nouns)) used.set(noun, numbersOf(noun, labels))
  const pools = new Map([...used].map(([noun, taken]) => [noun, poolFor(taken.size + nouns.filter(one => one === noun).length)]))
  return nouns.map(noun => {
    const taken = used.get(noun)!
    for (let tries = 1; ; tries++) {
      const n = draw(taken, Math.max(pools.get(noun)!, poolFor(taken.size + 1)), random)
      taken.add(n)
      // Where the word itself is a name, no number helps, and she is told to choose another label.
      if (isFree(`${noun} ${n}`) || tries === patience) return `${noun} ${n}`
    }
  })
}

const patience = 20

function numbersOf(noun: string, labels: readonly string[]): Set<number> {
  const numbers = labels.flatMap(label => {
    const rest = label.startsWith(`${noun} `) ? label.slice(noun.length + 1) : ''
    return /^\d{1,9}$/u.test(rest) ? [Number(rest)] : []
  })
  return new Set(numbers)
}

/** 99, 999, ...: at least twice as many numbers as are needed. */
function poolFor(needed: number): number {
  let pool = 99
  while (pool < needed * 2) pool = pool * 10 + 9
  return pool
}

/** A number from 1 that is not taken, each as likely as the others. */
function draw(taken: ReadonlySet<number>, pool: number, random: Chance): number {
  const below = [...taken].filter(n => n <= pool).length
  let rank = Math.floor(random() * (pool - below))
  for (let n = 1; ; n++) {
    if (taken.has(n)) continue
    if (rank === 0) return n
    rank--
  }
}
