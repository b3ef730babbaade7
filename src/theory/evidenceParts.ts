import { divide, type GroupCount, groupCounts, notStated, type People, passagesIn, peopleIn, stanceOf } from '../analysis/index.js'
import { type Configuration, configurationRoles, type Evidence, type Role, type Stance, type Study } from '../study/index.js'
import { saidIn } from './saidIn.js'
import { type Piece, type Support, supportIn } from './support.js'
import { evidenceOf } from './theories.js'
import { codedIn } from './threads.js'

/** What speaks for, refines, or speaks against one part of a configuration. */
export interface EvidencePart extends Support {
  /** A role, or `whole`. */
  readonly part: Role | 'whole'
  /** `evidence`: what was given as evidence. `codings`: everything coded with its codes in that role, given as evidence or not. */
  readonly from: 'evidence' | 'codings'
  readonly stance: Stance
  readonly people: People
  readonly byGroup: readonly GroupCount[]
  /** Rounds and cases by their names. */
  readonly rounds: readonly string[]
  readonly cases: readonly string[]
  readonly passages: number
  /** Pieces of evidence, by what they are. */
  readonly said: number
  readonly inferred: number
  readonly otherData: number
  /** How the inferred ones were inferred. */
  readonly reasoning: readonly string[]
  /** Pieces of evidence, by their weight. */
  readonly thin: number
  readonly fair: number
  readonly rich: number
}

const stances: readonly Stance[] = ['supports', 'refines', 'refutes']

/** What stands for, refines and is against each role of a configuration and the whole; parts of which there is nothing are left out. */
export function evidenceParts(study: Study, configuration: Configuration): readonly EvidencePart[] {
  const rows = evidenceOf(study, configuration)
  const roles = configurationRoles(study)
  const whole = stances.flatMap(stance => partOf(study, 'whole', 'evidence', stance, piecesOf(study, rows, stance, null)))
  const perRole = roles.flatMap(role => [
    ...stances.flatMap(stance => partOf(study, role, 'evidence', stance, piecesOf(study, rows, stance, role))),
    ...stances.flatMap(stance => partOf(study, role, 'codings', stance, codedPieces(study, configuration, stance, role))),
  ])
  return [...whole, ...perRole]
}

/**
 * The pieces of evidence for a role. A piece that names no role is evidence for the whole, and by each of its passages for the role that
 * passage plays.
 */
function piecesOf(study: Study, rows: readonly Evidence[], stance: Stance, role: Role | null): readonly Piece[] {
  return rows.flatMap((row): readonly Piece[] => {
    if ((row.stance ?? 'supports') !== stance) return []
    const said = saidIn(study, row)
    if (role === null || row.role === role) return [{ row, said }]
    const own = row.role === null ? said.filter(({ coding }) => coding.role === role) : []
    return own.length === 0 ? [] : [{ row, said: own }]
  })
}

/** The roles that nobody told of: what was given for them the analyst inferred. */
export function inferredRoles(study: Study, configuration: Configuration): readonly Role[] {
  const rows = evidenceOf(study, configuration)
  return configurationRoles(study).filter(role => {
    const given = piecesOf(study, rows, 'supports', role)
    return given.length > 0 && given.every(({ row }) => row?.basis === 'inferred')
  })
}

function codedPieces(study: Study, configuration: Configuration, stance: Stance, role: Role): readonly Piece[] {
  const said = codedIn(study, configuration, role).filter(({ coding }) => stanceOf(coding) === stance)
  return said.length === 0 ? [] : [{ row: null, said }]
}

function partOf(
  study: Study,
  part: EvidencePart['part'],
  from: EvidencePart['from'],
  stance: Stance,
  pieces: readonly Piece[],
): readonly EvidencePart[] {
  if (pieces.length === 0) return []
  const said = pieces.flatMap(piece => piece.said)
  const { sources, ...elicited } = supportIn(study, pieces)
  const count = (test: (row: Evidence) => boolean) => pieces.filter(({ row }) => row !== null && test(row)).length
  const names = (by: 'round' | 'case') => [...new Set(said.flatMap(one => divide(study, one, by)))].filter(name => name !== notStated)
  return [
    {
      part,
      from,
      stance,
      sources,
      people: peopleIn(said),
      byGroup: groupCounts(study, sources),
      rounds: names('round'),
      cases: names('case'),
      passages: passagesIn(said.map(one => one.coding)),
      ...elicited,
      said: count(row => row.basis === 'said' || (row.basis === null && row.reference === null)),
      inferred: count(row => row.basis === 'inferred'),
      otherData: count(row => row.basis === 'other data' || (row.basis === null && row.reference !== null)),
      reasoning: pieces.flatMap(({ row }) => row?.reasoning ?? []),
      thin: count(row => row.weight === 'thin'),
      fair: count(row => row.weight === 'fair'),
      rich: count(row => row.weight === 'rich'),
    },
  ]
}
