import type { Mark, Recogniser } from '../../language/index.js'
import type { Span, Study } from '../../study/index.js'
import type { Register } from '../entry.js'
import { type Found, nameFinder } from '../findNames.js'
import { firstEndingAfter } from '../marksAt.js'
import { nearEntries } from './nearEntries.js'

/** A stretch of a transcript. */
export interface Place extends Span {
  readonly transcript: string
}

/** What the transcripts say of an entry of the register. */
export interface NameEvidence {
  /** Where it is replaced. */
  readonly replaced: readonly Place[]
  /** Where a spelling of it stands and is left, since it has no capital there or is not recognised. */
  readonly left: readonly Place[]
  /** The most certain mark of a recogniser where it is replaced; null where none has marked it. */
  readonly certainty: Mark['certainty'] | null
  /** How many of the places where it is replaced were recognised. */
  readonly recognised: number
  /** At how many places it may mean another entry as well. */
  readonly several: number
  /** Entries whose name differs by one letter. */
  readonly near: readonly number[]
}

const order: readonly (Mark['certainty'] | null)[] = ['sure', 'likely', 'look', null]

/** Looks up in the transcripts where each entry of a register is replaced, where it is left, and what recognisers say to that. */
export function nameEvidence(study: Study, register: Register, recognise: Recogniser): readonly NameEvidence[] {
  const finder = nameFinder(register, recognise)
  const wide = nameFinder(
    register.map(entry => (entry.match === 'keep' ? entry : { ...entry, match: 'anywhere' as const })),
    recognise,
  )
  const near = nearEntries(register)
  const all = register.map((_, i) => ({
    replaced: [] as Place[],
    left: [] as Place[],
    certainty: null as Mark['certainty'] | null,
    recognised: 0,
    several: 0,
    near: near[i]!,
  }))
  for (const { id, text } of study.transcripts) {
    const marks = recognise(text)
    const found = finder.find(text, id)
    for (const one of found) {
      const certainty = surest(marks, one)
      for (const i of one.entries) {
        const seen = all[i]!
        seen.replaced.push({ transcript: id, start: one.start, end: one.end })
        if (certainty !== null) seen.recognised++
        if (one.entries.length > 1) seen.several++
        if (order.indexOf(certainty) < order.indexOf(seen.certainty)) seen.certainty = certainty
      }
    }
    for (const one of wide.find(text, id)) {
      if (touches(found, one)) continue
      for (const i of one.entries) all[i]!.left.push({ transcript: id, start: one.start, end: one.end })
    }
  }
  return all
}

function surest(marks: readonly Mark[], { start, end }: Span): Mark['certainty'] | null {
  let best: Mark['certainty'] | null = null
  for (let i = firstEndingAfter(marks, start); i < marks.length && marks[i]!.start < end; i++)
    if (order.indexOf(marks[i]!.certainty) < order.indexOf(best)) best = marks[i]!.certainty
  return best
}

function touches(found: readonly Found[], { start, end }: Span): boolean {
  const one = found[firstEndingAfter(found, start)]
  return one !== undefined && one.start < end
}
