import type { Language, Mark } from '../language/index.js'
import type { Leaf } from '../study/index.js'
import type { ConsentConflict } from './consentConflict.js'
import type { Decision, Decisions } from './decisions.js'
import type { Looks } from './looks.js'

/** Something that only a person can decide before an output goes out. */
export interface Point {
  readonly kind: 'mark' | 'consent' | 'dossier'
  /** What it is about: the words that were recognised, a promise, a label. */
  readonly entry: string
  readonly places: readonly string[]
  readonly passage: string
  readonly what: string
  readonly why: string
  readonly todo: string
  /** The text that a decision is bound to. */
  readonly text: string
}

/** A point with what was decided about it; null: it is open. */
export interface DecidedPoint extends Point {
  readonly point: string
  readonly decision: Decision | null
}

/** Points each once, with the decision that holds for it: one to print, whose digest is that of the very text. */
export function decided(points: readonly Point[], decisions: Decisions): readonly DecidedPoint[] {
  const signed = new Map(decisions.rows.filter(row => row.what === 'print').map(row => [row.point, row]))
  const once = new Map<string, Point>()
  for (const point of points) {
    const id = decisions.pointOf(point.kind, point.text)
    const known = once.get(id)
    once.set(id, known === undefined ? point : { ...known, places: [...known.places, ...point.places] })
  }
  return [...once].map(([id, point]) => ({ ...point, point: id, decision: signed.get(id) ?? null }))
}

/** What surely is a name, place, date or the like, stands in what would be printed, and is not in the register. */
export function markPoints(leaves: Iterable<Leaf>, looks: Looks, language: Language): readonly Point[] {
  const points: Point[] = []
  for (const { text, where, ours } of leaves) {
    if (ours) continue
    for (const mark of looks.unregistered(text)) if (mark.certainty === 'sure') points.push(markPoint(mark, text, where, language))
  }
  return points
}

/** What was promised otherwise: a point for each promise, with everything that clashes with it. */
export function consentPoints(conflicts: readonly ConsentConflict[]): readonly Point[] {
  const perPromise = new Map<string, ConsentConflict[]>()
  for (const one of conflicts) {
    const key = JSON.stringify([one.kind, one.person, one.promised])
    perPromise.set(key, [...(perPromise.get(key) ?? []), one])
  }
  return [...perPromise.values()].map((rows): Point => {
    const { kind, person, promised, why, todo } = rows[0]!
    const clashes = rows.map(({ planned, where, printed }) => `${where}: ${planned}; printed: ${printed}`)
    return {
      kind: 'consent',
      entry: `${person}: ${promised}`,
      places: rows.map(one => one.where),
      passage: clashes.join(' / '),
      what: kind,
      why,
      todo: `${todo}; or decide that it goes out as it says here`,
      text: [kind, person, promised, ...[...clashes].sort()].join('\n'),
    }
  })
}

function markPoint({ type, text: words, start, end }: Mark, text: string, where: string, language: Language): Point {
  const sentence = language.sentences(text).find(one => one.start <= start && start < one.end) ?? { start: 0, end: text.length }
  const passage = text.slice(sentence.start, Math.max(sentence.end, end)).trim()
  return {
    kind: 'mark',
    entry: `${type} ${words}`,
    places: [where],
    passage,
    what: `${type.toLowerCase().replaceAll('_', ' ')} that is not in the register`,
    why: 'with other facts it may lead to a person',
    todo: 'put it in the register (with match "keep" if it may stay everywhere), or decide that it is printed here',
    text: [type, words, passage].join('\n'),
  }
}
