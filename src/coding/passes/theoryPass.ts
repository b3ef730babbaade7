import type { Row, Study } from '../../study/index.js'
import type { By } from '../journal.js'
import { keyOf } from '../rows.js'
import { type CarryFacts, carryConfiguration, carryRest, leftBehind } from './carryConfiguration.js'
import { type Draft, startDraft } from './draft.js'
import { type ConfigurationFacts, makeConfiguration, newestTheory, type RoleCodes } from './makeConfiguration.js'
import { configurationsOf, makeTheory, needReason, type TheoryFacts } from './makeTheory.js'
import { needConfiguration } from './needConfiguration.js'
import { type Pointing, startPlaces } from './places.js'
import { type ResponseFacts, recordResponse } from './recordResponse.js'
import { runPass } from './runPass.js'
import { type Configuring, configuring } from './selectivePass.js'
import { type VerdictFacts, verdicts, writeCell } from './writeCell.js'

/** What can be done in a theory pass. */
export interface TheoryPass extends Pointing, Configuring {
  /** Makes a version of the programme theory, or adds to what is said of one; gives its id. */
  theory(id: string, facts: TheoryFacts): string
  /**
   * Carries a configuration of the version before over to the newest: kept, reworded, narrowed, widened, dropped, split (once per part) or
   * merged (several at once). All but what is kept needs a reason. Gives the id it has there.
   */
  carry(configurations: string | readonly string[], facts: CarryFacts): string
  /** Keeps what was not carried over or dropped by name. */
  carryRest(facts?: { readonly theory?: string }): void
  /** Says what became of a configuration in a case. */
  verdict(of: string, configuration: string, facts: VerdictFacts): void
  /** Records what a person said of a theme, a configuration or another finding, and what was done with it. */
  response(respondent: string, item: string, facts: ResponseFacts): void
}

/**
 * Works on the programme theory: its versions, the configurations each takes over from the one before and why they changed, their evidence,
 * verdicts per case, and what people said when findings were put to them. Nothing of a version is left behind in silence: what is not
 * carried over to the next is dropped by name. All or nothing, as `openPass`.
 *
 * @example
 * const by = { coder: 'MV', date: '2020-08-01' }
 * const refined = theoryPass(study, by, pass => {
 *   pass.theory('initial', { kind: 'initial', statement: 'Norms bring people together.', origin: 'policy papers' })
 *   pass.configure({ context: ['volume norms'], mechanism: ['trust'] }, { id: 'C1' })
 *   pass.theory('refined', { kind: 'refined', reason: 'norms explain the beginning only' })
 *   pass.carry('C1', { change: 'narrowed', roles: { context: ['sharing failures'] }, reason: 'trust came where failures were shared' })
 * })
 * refined.configurations.map(one => [one.id, one.theory, one.change])
 * //=> [['C1', 'initial', 'new'], ['C1', 'refined', 'narrowed']]
 */
export function theoryPass(study: Study, by: By, work: (pass: TheoryPass) => void): Study {
  const draft = startDraft(study, by)
  const places = startPlaces(draft)
  const made = new Set<string>()
  const pass: TheoryPass = {
    ...places.calls,
    ...configuring(draft),
    configure: (roles, facts = {}) =>
      draft.call('configure', `configuration ${facts.id ?? ''}`.trim(), () => configure(draft, roles, facts)),
    theory: (id, facts) =>
      draft.call('theory', `theory "${id}"`, () => {
        made.add(id)
        return makeTheory(draft, id, facts)
      }),
    carry: (names, facts) =>
      draft.call('carry', `${facts.change}: ${[names].flat().join(', ')}`, () =>
        carryConfiguration(draft, [names].flat() as readonly string[], facts),
      ),
    carryRest: ({ theory } = {}) => draft.call('carryRest', 'kept the rest', () => carryRest(draft, theory ?? newestTheory(draft))),
    verdict: (of, name, { theory, ...facts }) =>
      draft.call('verdict', `${name} in a case`, () => {
        const row = needConfiguration(draft, name, theory)
        if (row !== null) writeCell(draft, of, { configuration: row.id, theory: row.theory as string | null }, facts, verdicts)
      }),
    response: (respondent, item, facts) =>
      draft.call('response', `a response to "${item}"`, () => recordResponse(draft, places, respondent, item, facts)),
  }
  const whole = (given: TheoryPass) => {
    const result: unknown = work(given)
    for (const id of made) checkWhole(draft, id)
    return result
  }
  return runPass(draft, pass, whole, 'theory')
}

/** A configuration that changes, or that a later version adds, has a reason. */
function configure(draft: Draft, roles: RoleCodes, facts: ConfigurationFacts): string {
  const theory = facts.theory ?? newestTheory(draft)
  const key = keyOf('configurations', { id: facts.id ?? '', theory })
  const before = draft.get('configurations', key)
  const isOld = draft.study.configurations.some(row => row.id === facts.id && row.theory === theory)
  const id = makeConfiguration(draft, roles, before === undefined ? { change: 'new', ...facts } : facts)
  const after = draft.get('configurations', keyOf('configurations', { id, theory }))
  const isLater = theory !== null && (draft.get('theories', theory)?.from ?? null) !== null
  const isChanged = before !== undefined && isOld && meaningOf(before) !== meaningOf(after)
  if (isChanged || (before === undefined && isLater)) needReason(draft, facts.reason)
  return id
}

/** What a configuration says, apart from where it stands and how it came. */
function meaningOf(row: Row | undefined): string {
  if (row === undefined) return ''
  const { status, from, change, reason, rivalOf, extra, ...meaning } = row
  return JSON.stringify(meaning)
}

/** A new version leaves nothing behind in silence, and a split has parts. */
function checkWhole(draft: Draft, theory: string): void {
  const call = { call: 'pass.theory' }
  for (const row of leftBehind(draft, theory))
    draft.problem(
      `"${row.id}" of the version before is neither in "${theory}" nor dropped`,
      `call pass.carry('${row.id}', …), or pass.carryRest() to keep what is not named`,
      call,
    )
  const parts = configurationsOf(draft, theory).filter(row => row.change === 'split')
  for (const from of new Set(parts.flatMap(row => row.from as readonly string[])))
    if (parts.filter(row => (row.from as readonly string[]).includes(from)).length < 2)
      draft.problem(`"${from}" is split, but into one`, 'carry it over once per part, each with an id of its own', call)
}
