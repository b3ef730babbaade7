import { notStated, peopleText } from '../analysis/index.js'
import { type Configuration, counted, needStudy, type Study } from '../study/index.js'
import { Table } from '../table/index.js'
import { cautionsOn } from './cautions.js'
import { type EvidencePart, evidenceParts } from './evidenceParts.js'
import { nameOfConfiguration, needConfiguration } from './needConfiguration.js'
import { sourcesByGroup } from './sourcesByGroup.js'
import { type Threads, threadsOf } from './threads.js'

/** What a configuration rests on, and what speaks against it. */
export interface GatheredEvidence {
  readonly configuration: string
  readonly theory: string | null
  /** How many sources the evidence for it comes from. */
  readonly restsOn: number
  /** How many of those only agreed with what was put to them. */
  readonly agreedOnly: number
  /** What stands for, refines, and is against each role and the whole. */
  readonly parts: readonly EvidencePart[]
  /** Who tells the whole chain, and who a part. */
  readonly threads: Threads
  /** What should be known before it is called supported, in sentences; no verdict. */
  readonly notes: readonly string[]
  /** All of it as a table. */
  readonly table: Table<EvidenceRow>
}

/** A row of the table: a part of a configuration, or the chain as a whole, and what stands behind it. */
export interface EvidenceRow {
  readonly part: string
  /** Where it was found: given as `evidence`, in `codings` of its codes, or who tells the chain. */
  readonly from: string
  readonly stance: string | null
  readonly sources: number
  readonly people: string | null
  readonly groups: string | null
  readonly rounds: number | null
  readonly cases: number | null
  readonly volunteered: number | null
  readonly asked: number | null
  readonly agreedOnly: number | null
  readonly inferredOnly: number | null
  /** Pieces of evidence. */
  readonly said: number | null
  readonly inferred: number | null
  readonly otherData: number | null
  readonly weight: string | null
}

/**
 * Gathers what a configuration rests on, per role and for the whole: sources for it, refining it and against it, by group, round and
 * case; what was said, inferred and taken from other data; what people came with, were asked for, and only agreed to; and who tells the
 * whole chain, in one account or over all they said, against chains put together from different people.
 *
 * *Rests on* counts the sources of evidence that supports, as the report does. Beside it, `codings` counts everything coded with the
 * codes of the configuration in their role, whether or not it was given as evidence. The interviewer and silent members of a group
 * support nothing. Having agreed is weaker than having said it, is counted apart, and alone supports no configuration. Nothing here is a
 * verdict.
 *
 * @param configuration a configuration, or its id: `C3`, or `C3@refined` for the one of that version of the theory
 * @throws StudyError when there is no such configuration
 * @example
 * gatherEvidence(study, 'C1').restsOn
 * //=> 2
 */
export function gatherEvidence(study: Study, configuration: Configuration | string): GatheredEvidence {
  needStudy(study, 'gatherEvidence')
  const meant = needConfiguration(study, configuration, 'gatherEvidence')
  const parts = evidenceParts(study, meant)
  const threads = threadsOf(study, meant)
  const supporting = parts.find(one => one.part === 'whole' && one.stance === 'supports')
  const restsOn = supporting?.sources.length ?? 0
  const agreedOnly = supporting?.agreedOnly ?? 0
  const notes = notesOn(parts, threads)
  const rests = `${nameOfConfiguration(meant)} rests on ${counted(restsOn, 'sources')}${agreedOnly === 0 ? '' : `, of which ${agreedOnly} only agreed`}`
  const table = new Table<EvidenceRow>({
    title: 'Evidence of a configuration',
    columns: [
      ...(['part', 'from', 'stance', 'sources', 'people', 'groups', 'rounds', 'cases'] as const),
      ...(['volunteered', 'asked', 'agreedOnly', 'inferredOnly', 'said', 'inferred', 'otherData', 'weight'] as const),
    ],
    rows: [...parts.map(partRow), ...threadRows(study, threads)],
    basis: [`${rests}; sources counted once over all rounds, said, inferred, other data and weight in pieces of evidence`, ...notes].join(
      '; ',
    ),
    of: study,
  })
  return { configuration: meant.id, theory: meant.theory, restsOn, agreedOnly, parts, threads, notes, table }
}

function notesOn(parts: readonly EvidencePart[], threads: Threads): readonly string[] {
  const { noEvidence, nobodySaid, allAgreed, nothingFor, inferred, isStitched, hidesThreads } = cautionsOn(parts, threads)
  return [
    ...(noEvidence ? ['no evidence for it was given'] : []),
    ...(nobodySaid ? ['nobody said what is given for it'] : []),
    ...(allAgreed ? ['all who support it only agreed with what was put to them, which alone supports no configuration'] : []),
    ...(nothingFor.length === 0 ? [] : [`nothing was given for ${nothingFor.join(', ')}`]),
    ...inferred.map(role => `${role} is inferred by the analyst: nobody said it aloud`),
    ...(isStitched ? ['no one source tells the whole chain: it is put together from what different people said'] : []),
    ...(hidesThreads ? ['of who tells the chain, fewer than three are only counted by passages that may be put side by side'] : []),
  ]
}

function partRow(one: EvidencePart): EvidenceRow {
  const isGiven = one.from === 'evidence'
  const weights = (
    [
      ['rich', one.rich],
      ['fair', one.fair],
      ['thin', one.thin],
    ] as const
  ).filter(([, n]) => n > 0)
  return {
    part: one.part,
    from: one.from,
    stance: one.stance,
    sources: one.sources.length,
    people: peopleText(one.people),
    groups: one.byGroup.map(({ group, sources }) => `${group ?? notStated}: ${sources}`).join('; '),
    rounds: one.rounds.length,
    cases: one.cases.length,
    volunteered: one.volunteered,
    asked: one.asked,
    agreedOnly: one.agreedOnly,
    inferredOnly: one.inferredOnly,
    said: isGiven ? one.said : null,
    inferred: isGiven ? one.inferred : null,
    otherData: isGiven ? one.otherData : null,
    weight: isGiven ? weights.map(([name, n]) => `${name}: ${n}`).join('; ') : null,
  }
}

/** Who tells the chain. Who tells a part of it is not said by group: that would put together what one person said. */
function threadRows(study: Study, { roles, inOneAccount, inOwnCodings, partly, isWhole }: Threads): readonly EvidenceRow[] {
  if (roles.length < 2) return []
  const empty = {
    stance: null,
    people: null,
    rounds: null,
    cases: null,
    volunteered: null,
    asked: null,
    agreedOnly: null,
    inferredOnly: null,
  }
  const row = (from: string, sources: number, groups: string | null) => ({
    ...{ part: 'whole chain', from, ...empty, sources, groups },
    ...{ said: null, inferred: null, otherData: null, weight: null },
  })
  return [
    row('told in one account', inOneAccount.length, isWhole ? sourcesByGroup(study, inOneAccount) : null),
    row('told by one source, not in one account', inOwnCodings.length, isWhole ? sourcesByGroup(study, inOwnCodings) : null),
    row('told in part', partly.length, null),
  ]
}
