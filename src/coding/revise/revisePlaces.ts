import type { Patch, Span, Study, Transcript } from '../../study/index.js'
import { type Alignment, type CarriedSpan, carrySpans, sameWords } from '../../transcript/index.js'

/** A transcript before and after, and which of its words stand where. */
export interface Revision {
  readonly study: Study
  readonly before: Transcript
  readonly after: Transcript
  readonly alignment: Alignment
}

/** What became of a fragment, or what rests on one that changed. */
export interface RevisedRow {
  readonly what: 'lost' | 'changed' | 'rests on it' | 'found again' | 'moved'
  readonly table: string
  readonly id: string
  /** `120-140` in the text before, in UTF-16 code units; empty when it stood nowhere. */
  readonly from: string
  readonly to: string
  readonly before: string
  readonly after: string
  readonly note: string
}

/** What a revision changes in some tables. */
export interface Revised {
  readonly patches: readonly Patch[]
  readonly rows: readonly RevisedRow[]
}

/** Carries the places where something was asked, answered or replied. One whose words are gone keeps its row, without a place. */
export function revisePlaces({ study, before, after, alignment }: Revision): Revised {
  const patches: Patch[] = []
  const rows: RevisedRow[] = []
  for (const table of ['prompts', 'answers', 'responses'] as const) {
    const placed = study[table].flatMap(({ id, transcript, start, end }) =>
      transcript === before.id && start !== null && end !== null ? [{ id, start, end }] : [],
    )
    carrySpans(alignment, placed).forEach((to, i) => {
      const from = placed[i]!
      if (to.kind === 'stands' && isPlace(from, to)) return
      const place = to.kind === 'gone' ? { start: null, end: null } : { start: to.start, end: to.end }
      patches.push({ table, id: from.id, from: { start: from.start, end: from.end }, to: place })
      rows.push(rowOf({ before, after }, table, from, to, to.kind === 'gone' ? 'its place is not known any more' : ''))
    })
  }
  return { patches, rows }
}

export const isPlace = (a: Span, b: Span) => a.start === b.start && a.end === b.end
export const wordsIn = ({ text }: Transcript, { start, end }: Span) => text.slice(start, end)

const kinds = { stands: 'moved', edited: 'changed', gone: 'lost' } as const

export function rowOf(
  { before, after }: Pick<Revision, 'before' | 'after'>,
  table: string,
  from: Span & { readonly id: string },
  to: CarriedSpan,
  note: string,
): RevisedRow {
  const isGone = to.kind === 'gone'
  const [was, is] = [wordsIn(before, from), isGone ? '' : wordsIn(after, to)]
  return {
    what: kinds[to.kind],
    table,
    id: from.id,
    from: `${from.start}-${from.end}`,
    to: isGone ? '' : `${to.start}-${to.end}`,
    before: was,
    after: is,
    note: note !== '' || to.kind !== 'stands' || was === is ? note : sameWords(was, is) ? 'typed otherwise' : 'other punctuation',
  }
}
