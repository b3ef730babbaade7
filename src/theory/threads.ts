import { countableOf, fewestPeople, type Said, type Source, stanceOf } from '../analysis/index.js'
import { type Configuration, configurationRoles, type Role, type Study } from '../study/index.js'
import { codesIn } from './roleScheme.js'
import { bySource } from './sourceBehind.js'
import { tiedOf } from './tied.js'

/** Who tells the whole chain of a configuration, and who tells a part of it. */
export interface Threads {
  /** The roles of the chain: those that the configuration has codes for. */
  readonly roles: readonly Role[]
  /** Sources that tell all of it in one account. */
  readonly inOneAccount: readonly Source[]
  /** Sources that tell all of it, but not in one account. */
  readonly inOwnCodings: readonly Source[]
  /** Sources that tell some of its roles. */
  readonly partly: readonly { readonly source: Source; readonly roles: readonly Role[] }[]
  /** Whether somebody tells each role and nobody all of them: the chain is then put together from what different people said. */
  readonly isStitched: boolean
  /** False where readers are not told of everyone: passages that may not be put side by side were left out where fewer than three told. */
  readonly isWhole: boolean
}

/**
 * Looks for *threads*: sources who tell a chain from end to end. A chain may be put together from links that different people told and
 * that hold for none of them (the transitivity trap of causal mapping: Powell, Copestake & Remnant 2024), so that the two are told apart.
 *
 * A source tells a role when a coding that supports, of one of the codes of the configuration in that role, is certain to be its own.
 * For readers, threads of fewer than three sources are only seen in passages that may be put side by side.
 */
export function threadsOf(study: Study, configuration: Configuration): Threads {
  const roles = configurationRoles(study).filter(role => codesIn(configuration, role).length > 0)
  const said = roles.flatMap(role => supportingIn(study, configuration, role))
  const all = findThreads(study, roles, said)
  const tied = tiedOf(study, said)
  if (tied.length === said.length) return { ...all, isWhole: true }
  const few = findThreads(study, roles, tied)
  const printed = <K extends 'inOneAccount' | 'inOwnCodings' | 'partly'>(kind: K) =>
    all[kind].length >= fewestPeople ? all[kind] : few[kind]
  return {
    ...all,
    inOneAccount: printed('inOneAccount'),
    inOwnCodings: printed('inOwnCodings'),
    partly: printed('partly'),
    isWhole: false,
  }
}

/** The codings that support, of the codes of a configuration in a role. */
export function supportingIn(study: Study, configuration: Configuration, role: Role): readonly Said[] {
  return codedIn(study, configuration, role).filter(({ coding }) => stanceOf(coding) === 'supports')
}

/** The codings that count, of the codes of a configuration in a role, whatever their stance. */
export function codedIn(study: Study, configuration: Configuration, role: Role): readonly Said[] {
  return [...new Set(codesIn(configuration, role))].flatMap(code => countableOf(study, code)).filter(({ coding }) => coding.role === role)
}

function findThreads(study: Study, roles: readonly Role[], said: readonly Said[]): Omit<Threads, 'isWhole'> {
  const inOneAccount: Source[] = []
  const inOwnCodings: Source[] = []
  const partly: { source: Source; roles: readonly Role[] }[] = []
  const parts = [...bySource(study, said).values()].sort((a, b) => (a.source.id < b.source.id ? -1 : 1))
  for (const { source, said: own } of parts) {
    const told = roles.filter(role => own.some(one => one.coding.role === role))
    if (roles.length < 2 || told.length < roles.length) partly.push({ source, roles: told })
    else if (isInOneAccount(own, roles)) inOneAccount.push(source)
    else inOwnCodings.push(source)
  }
  const isTold = roles.length > 1 && roles.every(role => said.some(one => one.coding.role === role))
  return { roles, inOneAccount, inOwnCodings, partly, isStitched: isTold && inOneAccount.length + inOwnCodings.length === 0 }
}

function isInOneAccount(said: readonly Said[], roles: readonly Role[]): boolean {
  const accounts = new Map<string, Set<Role>>()
  for (const { coding } of said) {
    if (coding.account === null) continue
    accounts.set(coding.account, (accounts.get(coding.account) ?? new Set()).add(coding.role))
  }
  return [...accounts.values()].some(told => told.size === roles.length)
}
