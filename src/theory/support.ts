import { type Said, type Source, sourcesOf } from '../analysis/index.js'
import type { Evidence, Study } from '../study/index.js'
import { saidIn } from './saidIn.js'

/** Who stands behind pieces of evidence, by how it came up. The four numbers add up to the sources. */
export interface Support {
  readonly sources: readonly Source[]
  /** Sources that came with some of it of themselves. */
  readonly volunteered: number
  /** Sources that were asked, or of which it is not said. */
  readonly asked: number
  /** Sources that only agreed with what was put to them. */
  readonly agreedOnly: number
  /** Sources that only come in by what the analyst inferred from their words. */
  readonly inferredOnly: number
}

/** A piece of evidence, or codings that were not given as evidence, and what was said in it. */
export interface Piece {
  readonly row: Evidence | null
  readonly said: readonly Said[]
}

/** Who stands behind pieces. That somebody volunteered what something was inferred from does not make it volunteered. */
export function supportIn(study: Study, pieces: readonly Piece[]): Support {
  const { heardIn } = sourcesOf(study)
  const heard = (said: readonly Said[]) => heardIn(said.map(one => one.speakers))
  const spoken = pieces.filter(({ row }) => row?.basis !== 'inferred').flatMap(piece => piece.said)
  const sources = heard(pieces.flatMap(piece => piece.said))
  const volunteered = heard(spoken.filter(({ coding }) => coding.elicited === 'volunteered')).length
  const agreedOnly = heard(spoken).length - heard(spoken.filter(({ coding }) => coding.elicited !== 'agreed')).length
  const inferredOnly = sources.length - heard(spoken).length
  return { sources, volunteered, asked: sources.length - volunteered - agreedOnly - inferredOnly, agreedOnly, inferredOnly }
}

/** Who stands behind the evidence that supports. */
export function supportOf(study: Study, evidence: readonly Evidence[]): Support {
  const supporting = evidence.filter(one => (one.stance ?? 'supports') === 'supports')
  return supportIn(
    study,
    supporting.map(row => ({ row, said: saidIn(study, row) })),
  )
}
