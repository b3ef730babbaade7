import { nearName } from '../../study/index.js'
import { addRow } from './addRow.js'
import type { Draft } from './draft.js'
import { given } from './given.js'
import { meant, needUnnamed } from './meant.js'
import type { Fragment, Places } from './places.js'

/** What somebody said of a finding, and what was done with it. */
export interface ResponseFacts {
  /** The round in which it was put, an id of study.json. */
  readonly round?: string
  readonly response?: 'agrees' | 'adds' | 'disputes' | 'no view' | 'no reply'
  /** Where the person said it. */
  readonly at?: Fragment
  /** The reply in the analyst's words. */
  readonly text?: string
  /** What was done with it. */
  readonly action?: string
  /** Why: needed when something was done with what a person disputes. */
  readonly reason?: string
}

/** Records what a person said of a theme, a configuration or another finding that was put to them; or what was done with it. */
export function recordResponse(draft: Draft, places: Places, respondent: string, name: string, facts: ResponseFacts): void {
  const isPerson = needUnnamed(draft, 'respondents', respondent, 'this respondent is not in respondents.csv', 'use the id of a respondent')
  const item = itemOf(draft, name)
  const { at, ...rest } = facts
  const fragments = at === undefined ? [] : places.check(at)
  const rounds = draft.study.rounds.map(round => round.id)
  if (facts.round !== undefined && !rounds.includes(facts.round))
    return draft.problem('this round is not in study.json', meant(nearName(facts.round, rounds), `the rounds are: ${rounds.join(', ')}`))
  if (!isPerson || item === null || fragments === null) return
  const place = fragments[0] ?? {}
  const same = draft
    .having('responses', 'respondent', respondent)
    .filter(row => row.item === item && (facts.round === undefined || row.round === facts.round || row.round === null))
    .filter(row => facts.response === undefined || row.response === facts.response || row.response === null)
  if (same.length > 1)
    return draft.problem('this person said several things of this', 'give round and response, so that it is clear which is meant', {
      ...draft.place('responses', same[1]!.id),
    })
  const known = same[0]
  const { response, action, reason } = { ...known, ...given(rest) } as ResponseFacts
  if (response === 'disputes' && action && !reason?.trim())
    return draft.problem('what a person disputes needs a reason for what was done with it', 'give reason')
  if (known === undefined) addRow(draft, 'responses', { respondent, item, ...given(rest), ...place })
  else draft.change('responses', known.id, { ...given(rest), ...place })
}

/** The finding: a theme, a configuration, or a text of one's own; a slip for one of the first two is noted. */
function itemOf(draft: Draft, name: string): string | null {
  if (typeof name !== 'string' || name.trim() === '') {
    draft.problem('it is not said what was put to this person', 'give a theme, a configuration, or the finding in words')
    return null
  }
  const theme = draft.names('themes').find(name)
  if (theme !== null || draft.having('configurations', 'id', name).length > 0) return theme ?? name
  const near = draft.names('themes').near(name) ?? nearName(name, new Set(draft.all('configurations').map(row => row.id)))
  if (near === null) return name.trim()
  draft.problem(`there is no theme or configuration "${name}"`, `did you mean "${near}"?`)
  return null
}
