import { type CodingFacts, type Role, rowId } from '../../study/index.js'
import type { Coder } from './addCoding.js'
import type { Draft } from './draft.js'
import { isOneSource } from './joinAccount.js'
import type { Fragment, Places } from './places.js'

/** One part of an explanation: which words, which code, in which role, and what else the coding says. */
export interface LinkedPart extends Partial<CodingFacts> {
  readonly at: Fragment | readonly Fragment[]
  readonly code: string
}

/** The codes of an explanation that stands in one passage, by the role they play in it. */
export type LinkedRoles = Readonly<Partial<Record<Role, string | readonly string[]>>>

/** What a linked coding made: an account, and its codings in the order given. */
export interface Linked {
  readonly account: string
  readonly codings: readonly string[]
}

interface Part {
  readonly fragment: Fragment
  readonly name: string
  readonly facts: Partial<CodingFacts>
}

const nothing: Linked = { account: '', codings: [] }

/** The parts of an explanation that stands in one passage: one per code. */
export function partsIn(at: Fragment | readonly Fragment[], roles: LinkedRoles): readonly LinkedPart[] {
  return Object.entries(roles).flatMap(([role, codes]) => [codes ?? []].flat().map(code => ({ at, code: String(code), role })))
}

/** Codes what one source offers as one explanation, and joins it into an account. */
export function linkCodings(
  draft: Draft,
  places: Places,
  coder: Coder,
  given: readonly LinkedPart[],
  shared: Partial<CodingFacts>,
): Linked {
  const parts = given.flatMap(({ at, code: name, ...facts }): readonly (Part | null)[] => {
    const fragments = places.check(at)
    return fragments === null ? [null] : fragments.map(fragment => ({ fragment, name, facts: { ...shared, ...facts } }))
  })
  const sound = parts.filter(part => part !== null)
  const meant = sound.map(({ name, facts }) => coder.meantBy(name, facts))
  if (sound.length < parts.length || meant.some(one => one === null)) return nothing
  if (new Set(meant.map(one => one?.role)).size < 2) {
    draft.problem(
      'a linked coding joins codes of two roles or more',
      'give a context with its mechanism, a mechanism with its outcome, or all three',
    )
    return nothing
  }
  if (
    !isOneSource(
      draft,
      sound.map(part => part.fragment),
    )
  )
    return nothing
  const account =
    shared.account ??
    accountOf(
      draft,
      coder,
      sound,
      meant.map(one => ({ code: one?.code.id ?? '', role: one?.role ?? '' })),
    )
  const codings = sound.map(({ fragment, name, facts }) => coder.code(fragment, name, { ...facts, account }))
  return codings.every(id => id !== null) ? { account, codings } : nothing
}

/** The account these parts are in together already, else a new one that the same call would name again. */
function accountOf(
  draft: Draft,
  coder: Coder,
  parts: readonly Part[],
  meant: readonly { readonly code: string; readonly role: string }[],
): string {
  const accounts = parts.map(({ fragment }, i) => coder.same(fragment, meant[i]!.code, meant[i]!.role).map(one => one.account))
  const together = accounts[0]?.find(account => account !== null && accounts.every(others => others.includes(account)))
  const said = parts.map(({ fragment: { transcript, start, end } }, i) => [transcript, start, end, meant[i]!.code, meant[i]!.role])
  return together ?? rowId(['account', draft.by.coder, ...said], () => false).replace(/^c/u, 'a')
}
