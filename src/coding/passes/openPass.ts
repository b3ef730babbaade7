import { type CodingFacts, counted, type Study } from '../../study/index.js'
import type { By } from '../journal.js'
import { startCoder } from './addCoding.js'
import { type CodeFacts, define } from './codes.js'
import { type Codings, idsOf } from './codingsGiven.js'
import { startDraft } from './draft.js'
import { codeInVivo } from './inVivo.js'
import { joinAccount } from './joinAccount.js'
import { type Linked, type LinkedPart, type LinkedRoles, linkCodings, partsIn } from './linkCodings.js'
import { type Fragment, type Pointing, startPlaces } from './places.js'
import { type AskedFacts, recordAsked } from './recordAsked.js'
import { recordPrompt } from './recordPrompt.js'
import { removeCodings } from './removeCodings.js'
import { runPass } from './runPass.js'

/** What can be done in an open pass. */
export interface OpenPass extends Pointing {
  /** Makes a code, or adds to what is said of it. */
  define(code: string, facts: CodeFacts): void
  /** Codes a fragment and gives the id of the coding; of several fragments the ids. A code that does not exist yet is made. */
  code(fragment: Fragment, code: string, facts?: Partial<CodingFacts>): string
  code(fragments: readonly Fragment[], code: string, facts?: Partial<CodingFacts>): readonly string[]
  /** Codes a fragment with a code named by its own words: at most ten of one answer. */
  inVivo(fragment: Fragment, facts?: Partial<CodingFacts>): string
  /**
   * Linked coding: codes what one source offers as one explanation (context and mechanism, mechanism and outcome, or all three) and joins
   * it into an account. In one passage the codes are given by role; over several passages, of one conversation or more, as parts.
   */
  link(at: Fragment | readonly Fragment[], roles: LinkedRoles, facts?: Partial<CodingFacts>): Linked
  link(parts: readonly LinkedPart[], facts?: Partial<CodingFacts>): Linked
  /** Joins codings that one source offers as one explanation, and gives the id of the account. */
  account(codings: Codings): string
  /** Takes back codings of your own that were made by mistake. */
  remove(codings: Codings): void
  /** Says that a topic of the guide was asked in a conversation, came up unasked, or was not reached; and where the answer stands. */
  asked(transcript: string, topic: string, facts?: AskedFacts): void
  /** Says where the interviewer put a configuration to the respondent: in these words, or somewhere in a transcript. */
  prompt(at: Fragment | string, configuration: string, facts?: { readonly theory?: string }): void
}

/**
 * Open coding: labels fragments by role. All or nothing: when a call is wrong the study stays as it was and one
 * `StudyError` names every wrong call.
 *
 * @param by who codes, and the day
 * @param work gets the pass; it must not be async
 * @returns the study with the codings, and with the pass in its journal; the study itself when nothing changed
 * @example
 * const coded = openPass(study, { coder: 'MV', date: '2020-05-04' }, pass => {
 *   const fragment = pass.fragment('interview-1', 'we sat round the table within a month')
 *   pass.code(fragment, 'regular meetings', { role: 'mechanism', polarity: 'enabling' })
 *   pass.link(pass.turn('interview-1', 2), { mechanism: 'regular meetings', outcome: 'shared care' })
 * })
 * coded.codings.length
 * //=> 3
 */
export function openPass(study: Study, by: By, work: (pass: OpenPass) => void): Study {
  const draft = startDraft(study, by)
  const places = startPlaces(draft)
  const coder = startCoder(draft)

  function code(fragment: Fragment, name: string, facts?: Partial<CodingFacts>): string
  function code(fragments: readonly Fragment[], name: string, facts?: Partial<CodingFacts>): readonly string[]
  function code(of: Fragment | readonly Fragment[], name: string, facts: Partial<CodingFacts> = {}): string | readonly string[] {
    const ids = draft.call('code', `coded ${where(of)} with "${name}"`, () =>
      (places.check(of) ?? [null]).map(fragment => (fragment === null ? '' : (coder.code(fragment, name, facts) ?? ''))),
    )
    return Array.isArray(of) ? ids : (ids[0] ?? '')
  }

  function link(at: Fragment | readonly Fragment[], roles: LinkedRoles, facts?: Partial<CodingFacts>): Linked
  function link(parts: readonly LinkedPart[], facts?: Partial<CodingFacts>): Linked
  function link(
    of: Fragment | readonly Fragment[] | readonly LinkedPart[],
    second: LinkedRoles | Partial<CodingFacts> = {},
    third: Partial<CodingFacts> = {},
  ): Linked {
    const [parts, facts] = isParts(of) ? [of, second as Partial<CodingFacts>] : [partsIn(of, second as LinkedRoles), third]
    return draft.call('link', `linked ${parts.map(part => `"${part.code}"`).join(', ')}`, () =>
      linkCodings(draft, places, coder, parts, facts),
    )
  }

  const pass: OpenPass = {
    ...places.calls,
    define: (name, facts) => draft.call('define', `defined the code "${name}"`, () => define(draft, name, facts, coder.defined)),
    code,
    inVivo: (fragment, facts = {}) =>
      draft.call('inVivo', `coded ${where(fragment)} in vivo`, () => {
        const [place] = places.check(fragment) ?? []
        return place === undefined ? '' : (codeInVivo(draft, coder, place, facts) ?? '')
      }),
    link,
    account: codings => {
      const ids = idsOf(codings)
      return draft.call('account', `joined ${counted(ids.length, 'codings')} into an account`, () => joinAccount(draft, ids))
    },
    remove: codings => {
      const ids = idsOf(codings)
      return draft.call('remove', `took back ${counted(ids.length, 'codings')}`, () => removeCodings(draft, ids))
    },
    asked: (transcript, topic, facts = {}) =>
      draft.call('asked', `"${topic}" in ${transcript}: ${facts.status ?? 'asked'}`, () =>
        recordAsked(draft, places, transcript, topic, facts),
      ),
    prompt: (at, configuration, facts = {}) =>
      draft.call('prompt', `the interviewer put "${configuration}"`, () => recordPrompt(draft, places, at, configuration, facts.theory)),
  }
  return runPass(draft, pass, work, 'open')
}

function isParts(of: Fragment | readonly Fragment[] | readonly LinkedPart[]): of is readonly LinkedPart[] {
  return Array.isArray(of) && of.length > 0 && of.every(one => typeof one === 'object' && one !== null && 'code' in one && 'at' in one)
}

function where(of: Fragment | readonly Fragment[]): string {
  const [first, ...rest] = [of].flat()
  return rest.length === 0 ? `a fragment of ${first?.transcript}` : `${rest.length + 1} fragments`
}
