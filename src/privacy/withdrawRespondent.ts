import { type By, changesId, checkBy, makePass, withJournal } from '../coding/index.js'
import { guardOf, nearName, type Problem, type Study, showStudy, throwProblems } from '../study/index.js'
import type { Table } from '../table/index.js'
import type { Register } from './entry.js'
import { type ReachRow, reachTable } from './reachTable.js'
import { tombstones } from './tombstones.js'
import { type WithdrawnRow, withdrawnTable } from './withdrawnTable.js'
import { withdrawnUse } from './withdrawnUse.js'
import { withoutPerson } from './withoutPerson.js'

export interface WithdrawOptions {
  /**
   * `everything`: the person and what was said are removed, from the journal too. `quotes`: nothing of the person is printed any
   * more; codings stay and count. `archive`: nothing of the person goes to an archive.
   */
  readonly scope: 'everything' | 'quotes' | 'archive'
  /** Who does it, on what day. */
  readonly by: By
  /** With it, places are listed where a name of the person stands. Secret: the lists tell places only. */
  readonly register?: Register
}

/** A study after a withdrawal, and what to know of it. */
export interface Withdrawn {
  readonly study: Study
  /** What was removed or replaced: places and counts, never the words. */
  readonly removed: Table<WithdrawnRow>
  /** What cannot be reached from here, and what rested on the person and is still there. */
  readonly reach: Table<ReachRow>
}

/**
 * Lets a respondent withdraw. With the scope `everything` it is the one change that rewrites the journal: passes keep who, when and
 * on what they stand, and lose what was hers. Her turns are cut from conversations with others; where people share a mark the turn
 * goes whole. Wherever a run of six of her words stands (memos, bullets, code names, what was asked), `[withdrawn]` takes its place.
 * Runs of fewer words cannot be told from anybody's. It cannot be undone; the other scopes can.
 *
 * @param respondent the id of the respondent
 * @throws StudyError when there is no such respondent, or the study was anonymised
 * @example
 * const { study: after, reach } = withdrawRespondent(coded, '1', { scope: 'everything', by: { coder: 'MV', date: '2020-06-01' } })
 * after.respondents.length //=> 0
 * after.codings.length //=> 0
 */
export function withdrawRespondent(given: Study, respondent: string, options: WithdrawOptions): Withdrawn {
  throwProblems(problemsOf(given, respondent, options))
  const before = withJournal(given)
  const { scope, by, register = null } = options
  if (scope !== 'everything') return withdrawnUse(before, respondent, scope, by)
  const without = withoutPerson(before, respondent)
  const journal = tombstones(before, without, respondent)
  const changes = [{ call: 'withdraw', note: 'a respondent withdrew everything', patches: journal.patches }]
  const buried = { ...without.study, journal: journal.passes }
  const pass = { ...makePass(buried, 'withdraw', by, changes), withdrawn: changesId(changes) }
  const study = showStudy({ ...buried, journal: [...journal.passes, pass] })
  return {
    study,
    removed: withdrawnTable(before, study, without, journal),
    reach: reachTable(before, study, without, respondent, register),
  }
}

const scopes: readonly string[] = ['everything', 'quotes', 'archive']

function problemsOf(study: Study, respondent: string, options: WithdrawOptions | undefined): readonly Problem[] {
  const call = 'withdrawRespondent'
  const problems: Problem[] = checkBy(options?.by as By).map(one => ({ ...one, call }))
  if (!scopes.includes(options?.scope ?? ''))
    problems.push({ what: 'it is not said what is withdrawn', hint: `give a scope: ${scopes.join(', ')}`, call })
  if (guardOf(study) !== null)
    problems.push({ what: 'a safe study does not hold what was said', hint: 'withdraw from the study it was made from', call })
  else if (!study.respondents.some(one => one.id === respondent)) {
    const near = study.respondents.findIndex(
      one =>
        one.id ===
          nearName(
            String(respondent),
            study.respondents.map(other => other.id),
          ) || one.label === respondent,
    )
    problems.push({
      what: 'there is no respondent with this id',
      hint: near < 0 ? 'use an id of respondents.csv' : `use an id of respondents.csv; row ${near + 2} is near to it`,
      call,
    })
  }
  return problems
}
