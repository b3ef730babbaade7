import type { Pass } from '../../study/index.js'

/** Which pass took back which, of the passes that are not themselves taken back: ids of the taken back, then of the taker. */
export function undoneBy(journal: readonly Pass[]): ReadonlyMap<string, Pass> {
  const gone = new Map<string, Pass>()
  for (const pass of [...journal].reverse()) {
    if (gone.has(pass.id)) continue
    for (const { undoes } of pass.changes) if (undoes !== undefined) gone.set(undoes, pass)
  }
  return gone
}

/** The passes that stand: made, and not taken back. */
export function standingPasses(journal: readonly Pass[]): readonly Pass[] {
  const gone = undoneBy(journal)
  return journal.filter(pass => !gone.has(pass.id))
}

/** A pass as a sentence names it: "the axial pass of 2020-06-02 by MV (p5k...)". */
export function namePass({ kind, coder, date, id }: Pass): string {
  return `the ${kind} pass${date === '' ? '' : ` of ${date}`}${coder === '' ? '' : ` by ${coder}`} (${id})`
}
