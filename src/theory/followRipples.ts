import { codePaths, countableOf, type Said, type Source, sourcesOf, stanceOf } from '../analysis/index.js'
import {
  type Configuration,
  counted,
  namesOf,
  nearName,
  needStudy,
  type Problem,
  type Row,
  type Study,
  throwProblems,
} from '../study/index.js'
import { Table } from '../table/index.js'
import { pathsIn } from './ripplePaths.js'
import { codesIn, roleScheme } from './roleScheme.js'
import { bySource } from './sourceBehind.js'
import { sourcesByGroup } from './sourcesByGroup.js'
import { newestConfigurations } from './theories.js'
import { printedNumber, tiedOf, tiesAll } from './tied.js'

export interface RippleOptions {
  /** The code of a context where paths begin, by id or name. */
  readonly from?: string
  /** The code of an outcome where paths end, by id or name. */
  readonly to?: string
  /** How many chains, and loops, are listed at most: 1000 unless given. */
  readonly most?: number
}

/** Configurations of which the outcome of each is a context of the next. */
export interface RippleRow {
  /** `chain`, `loop`, or `heard as a context`: an outcome that people tell as a context, of which no configuration makes one. */
  readonly kind: string
  readonly configurations: string
  /** The codes it goes along. */
  readonly codes: string
  readonly steps: number
  /** How many sources tell the whole path, every step of it. */
  readonly sources: number
  readonly groups: string | null
  /** How many sources tell the step that the fewest tell. */
  readonly weakest: number
}

/**
 * Follows ripples: outcomes of one configuration that are a context of another (Jagosh et al. 2015), as chains and as loops. Given two
 * codes, it finds every path from the one as a context to the other as an outcome.
 *
 * A chain may be put together from what different people said and then hold for none of them, so that `sources` counts those who tell
 * every step: a context of the first, a mechanism of each, each outcome that is the next context (in either role), an outcome of the last.
 * Looked at are the configurations of the newest version of the theory that were not abandoned. For readers, fewer than three sources are
 * only counted by passages that may be put side by side.
 *
 * @throws StudyError when there is no such code
 * @example
 * followRipples(study).rows.map(row => row.configurations)
 * //=> ['C1 → C2']
 */
export function followRipples(study: Study, options: RippleOptions = {}): Table<RippleRow> {
  const call = 'followRipples'
  needStudy(study, call)
  const { most = 1000 } = options
  const problems: Problem[] = []
  const [from, to] = [options.from, options.to].map(name => (name === undefined ? null : codeNamed(study, name, call, problems)))
  if (!Number.isInteger(most) || most < 1) problems.push({ what: 'this is no number of rows', hint: 'give most: 100', call })
  throwProblems(problems)
  const steps = stepsIn(study)
  const next = steps.map(one => steps.flatMap((other, i) => (one.outcomes.some(code => other.contexts.includes(code)) ? [i] : [])))
  const where = (code: string | null | undefined, side: 'contexts' | 'outcomes') =>
    code === null || code === undefined ? null : new Set(steps.flatMap((one, i) => (one[side].includes(code) ? [i] : [])))
  const { chains, loops, isCut } = pathsIn(next, { from: where(from, 'contexts'), to: where(to, 'outcomes'), most })
  const ends = { from: from ?? null, to: to ?? null }
  const rows = [
    ...chains.map(path =>
      pathRow(
        study,
        'chain',
        path.map(i => steps[i]!),
        ends,
      ),
    ),
    ...loops.map(path =>
      pathRow(
        study,
        'loop',
        [...path, path[0]!].map(i => steps[i]!),
        ends,
      ),
    ),
    ...(from === null && to === null ? heardRows(study, steps) : []),
  ]
  return new Table<RippleRow>({
    title: 'Ripples',
    columns: ['kind', 'configurations', 'codes', 'steps', 'sources', 'groups', 'weakest'],
    rows,
    basis: `${counted(steps.length, 'configurations')} of the newest version of the theory; sources tell every step, and count once over all rounds${isCut ? '; there are more paths than were looked for' : ''}`,
    of: study,
  })
}

/** A configuration as a step from contexts to outcomes. */
interface Step {
  readonly configuration: Configuration
  readonly contexts: readonly string[]
  readonly mechanisms: readonly string[]
  readonly outcomes: readonly string[]
}

function stepsIn(study: Study): readonly Step[] {
  const scheme = roleScheme(study)
  return newestConfigurations(study)
    .filter(({ status, change }) => status !== 'abandoned' && change !== 'dropped')
    .map(configuration => {
      const codes = (roles: readonly string[]) => [...new Set(roles.flatMap(role => codesIn(configuration, role)))]
      return { configuration, contexts: codes(scheme.contexts), mechanisms: codes(scheme.mechanisms), outcomes: codes(scheme.outcomes) }
    })
}

/** What has to be told: one of these codes, in one of these roles. */
interface Demand {
  readonly codes: readonly string[]
  readonly roles: readonly string[]
}

interface Ends {
  readonly from: string | null
  readonly to: string | null
}

function demandsOf(study: Study, path: readonly Step[], isLoop: boolean, { from, to }: Ends): readonly Demand[] {
  const { contexts, mechanisms, outcomes } = roleScheme(study)
  const joins = path.slice(1).map((step, i) => path[i]!.outcomes.filter(code => step.contexts.includes(code)))
  const first = isLoop ? [] : [{ codes: from === null ? path[0]!.contexts : [from], roles: contexts }]
  const last = isLoop ? [] : [{ codes: to === null ? path.at(-1)!.outcomes : [to], roles: outcomes }]
  const between = (isLoop ? path.slice(0, -1) : path).flatMap((step, i): Demand[] => [
    { codes: step.mechanisms, roles: mechanisms },
    ...(joins[i] === undefined ? [] : [{ codes: joins[i], roles: [...outcomes, ...contexts] }]),
  ])
  // A mechanism in words only cannot be looked for.
  return [...first, ...between, ...last].filter(demand => demand.codes.length > 0)
}

function pathRow(study: Study, kind: 'chain' | 'loop', path: readonly Step[], ends: Ends): RippleRow {
  const demands = demandsOf(study, path, kind === 'loop', ends)
  const pathOf = codePaths(study)
  const nameOf = (codes: readonly string[]) => codes.map(code => pathOf(code).at(-1)!).join(' / ')
  const along = [
    ...(kind === 'loop' ? [] : [ends.from === null ? path[0]!.contexts : [ends.from]]),
    ...path.slice(1).map((step, i) => path[i]!.outcomes.filter(code => step.contexts.includes(code))),
    ...(kind === 'loop' ? [] : [ends.to === null ? path.at(-1)!.outcomes : [ends.to]]),
  ]
  const { sources, told } = carriers(study, demands)
  const heard = demands.map(demand => sourcesOf(study).heardIn(saidFor(study, demand).map(one => one.speakers)).length)
  return {
    kind,
    configurations: path.map(({ configuration }) => configuration.id).join(' → '),
    codes: along.map(nameOf).join(' → '),
    steps: kind === 'loop' ? path.length - 1 : path.length,
    sources,
    groups: told === null ? null : sourcesByGroup(study, told),
    weakest: heard.length === 0 ? 0 : Math.min(...heard),
  }
}

/** The sources that tell everything asked for. */
function carriers(study: Study, demands: readonly Demand[]): { readonly sources: number; readonly told: readonly Source[] | null } {
  const said = demands.map(demand => saidFor(study, demand))
  const all = tellingAll(study, said)
  if (tiesAll(study)) return { sources: all.length, told: all }
  const tied = tellingAll(
    study,
    said.map(own => tiedOf(study, own)),
  )
  return { sources: printedNumber(all.length, tied.length), told: all.length === tied.length ? all : null }
}

function tellingAll(study: Study, said: readonly (readonly Said[])[]): readonly Source[] {
  const [first, ...others] = said.map(own => bySource(study, own))
  return [...(first?.values() ?? [])].map(({ source }) => source).filter(({ id }) => others.every(other => other.has(id)))
}

function saidFor(study: Study, { codes, roles }: Demand): readonly Said[] {
  return codes
    .flatMap(code => countableOf(study, code))
    .filter(({ coding }) => roles.includes(coding.role) && stanceOf(coding) === 'supports')
}

/** Outcomes that people tell as a context, where no configuration takes them on: ripples that are not written yet. */
function heardRows(study: Study, steps: readonly Step[]): readonly RippleRow[] {
  const { contexts } = roleScheme(study)
  const taken = new Set(steps.flatMap(step => step.contexts))
  const pathOf = codePaths(study)
  return [...new Set(steps.flatMap(step => step.outcomes))].flatMap((code): RippleRow[] => {
    const own = steps.filter(step => step.outcomes.includes(code))
    const told = sourcesOf(study).heardIn(saidFor(study, { codes: [code], roles: contexts }).map(one => one.speakers))
    if (taken.has(code) || told.length === 0) return []
    return [
      {
        kind: 'heard as a context',
        configurations: `${own.map(({ configuration }) => configuration.id).join(', ')} → ?`,
        codes: pathOf(code).at(-1)!,
        steps: 1,
        sources: told.length,
        groups: sourcesByGroup(study, told),
        weakest: told.length,
      },
    ]
  })
}

function codeNamed(study: Study, name: string, call: string, problems: Problem[]): string | null {
  const id = namesOf('codes', study.codes as readonly Row[])(name)
  if (id !== null) return id
  const near = nearName(
    name,
    study.codes.flatMap(code => [code.id, code.name ?? code.id]),
  )
  problems.push({
    what: 'there is no code with this id or name',
    hint: near === null ? 'use one of codes.csv' : `did you mean "${near}"?`,
    call,
  })
  return null
}
