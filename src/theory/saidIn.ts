import { countable, type Said, speakersAt } from '../analysis/index.js'
import { positionOf } from '../coding/index.js'
import type { Evidence, Study } from '../study/index.js'

/** What was said in a piece of evidence: a coding, or the codings of an account. A reference was said by nobody. */
export function saidIn(study: Study, evidence: Pick<Evidence, 'coding' | 'account'>): readonly Said[] {
  if (evidence.account !== null) return accountsIn(study).get(evidence.account) ?? []
  if (evidence.coding === null) return []
  const coding = study.codings[positionOf(study.codings, evidence.coding)]
  const transcript = study.transcripts.find(one => one.id === coding?.transcript)
  const speakers = coding === undefined || transcript === undefined ? null : speakersAt(transcript, coding)
  return coding === undefined || speakers === null ? [] : [{ coding, speakers }]
}

/** The codings that count of each account, in the order of the text. */
export function accountsIn(study: Study): ReadonlyMap<string, readonly Said[]> {
  const cached = known.get(study)
  if (cached !== undefined) return cached
  const accounts = new Map<string, Said[]>()
  for (const said of countable(study)) {
    const { account } = said.coding
    if (account === null) continue
    const list = accounts.get(account)
    if (list === undefined) accounts.set(account, [said])
    else list.push(said)
  }
  known.set(study, accounts)
  return accounts
}

const known = new WeakMap<Study, ReadonlyMap<string, readonly Said[]>>()
