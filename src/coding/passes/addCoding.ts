import type { Code, Coding, CodingFacts } from '../../study/index.js'
import { rowId } from '../../study/index.js'
import { shardsOf } from '../shards.js'
import { findOrMakeCode, isInUse } from './codes.js'
import { checkFacts, heldFacts, noFacts } from './codingFacts.js'
import type { Draft } from './draft.js'
import { codingsAt, identity, type KnownCodings, know, knownCodings } from './knownCodings.js'
import type { Fragment } from './places.js'

/** A coding that has no pass yet, and gets its id when it is known to be new. */
type NewCoding = Omit<Coding, 'id' | 'pass'> & { id: string }

const none: readonly never[] = []
const noExtra = {}

/** Made once and key by key: a pass can make a hundred thousand. */
function newCoding(coder: string, { transcript, start, end }: Fragment, code: string, role: string, said: Partial<CodingFacts>): NewCoding {
  return {
    id: '',
    transcript,
    start,
    end,
    code,
    role,
    polarity: said.polarity ?? null,
    level: said.level ?? null,
    beneficiary: said.beneficiary ?? null,
    stance: said.stance ?? null,
    elicited: said.elicited ?? null,
    expected: said.expected ?? null,
    certainty: said.certainty ?? null,
    coder,
    account: said.account ?? null,
    about: said.about ?? null,
    status: 'open',
    settles: none,
    memo: said.memo ?? null,
    extra: noExtra,
  }
}

/** Coding in a pass: what was coded before is looked up once per transcript. */
export interface Coder {
  /** The codes this pass defined: their names are meant as they are written. */
  readonly defined: Set<string>
  /** Codes a fragment, and gives the id of the coding; null after noting what is wrong. */
  readonly code: (fragment: Fragment, name: string, facts: Partial<CodingFacts>) => string | null
  /** The codings of this coder that put this code in this role on these words. */
  readonly same: (fragment: Fragment, code: string, role: string) => readonly Coding[]
  /** The code and the role that a call means; null after noting what is wrong. */
  readonly meantBy: (name: string, facts: Partial<CodingFacts>) => { readonly code: Code; readonly role: string } | null
}

/** Starts coding in a pass. */
export function startCoder(draft: Draft): Coder {
  const all = new Map<string, KnownCodings>()
  const knownIn = (transcript: string) => {
    const known = all.get(transcript) ?? knownCodings(shardsOf(draft.study.codings).get(transcript))
    all.set(transcript, known)
    return known
  }
  const isMoved = draft.study.journal.some(pass => pass.kind === 'revise')
  const coder: Coder = {
    defined: new Set(),
    same: ({ transcript, start, end }, code, role) => {
      const wanted = { coder: draft.by.coder, transcript, start, end, code, role }
      const there = codingsAt(knownIn(transcript), start).filter(one => identity.every(part => one[part] === wanted[part]))
      // A call of this pass may have joined or removed it since.
      return there.map(one => draft.get('codings', one.id)).filter(one => one !== undefined) as readonly object[] as readonly Coding[]
    },
    meantBy: (name, facts) => {
      const code = findOrMakeCode(draft, name, coder.defined, facts.role === undefined ? {} : { role: facts.role })
      if (code === null || !checkFacts(draft, facts) || !isInUse(draft, code)) return null
      const role = facts.role ?? code.role
      if (role) return { code, role }
      draft.problem('this coding has no role', `say which role it plays here: ${draft.study.roles.join(', ')}`)
      return null
    },
    code: (fragment, name, said) => {
      const meaning = coder.meantBy(name, said)
      if (meaning === null) return null
      const coding = newCoding(draft.by.coder, fragment, meaning.code.id, meaning.role, heldFacts(said))
      const before = coder.same(fragment, coding.code, coding.role)
      const found = before.length === 0 ? undefined : findSame(draft, before, coding, coding.account !== null)
      if (found !== undefined) return found
      const known = knownIn(fragment.transcript)
      const there = codingsAt(known, fragment.start)
      // The place is part of what is hashed, so an id can be taken only by a coding of the same place, or of one that was moved since.
      const isTaken = (id: string) => draft.get('lost', id) !== undefined || (isNear(id) && draft.get('codings', id) !== undefined)
      const isNear = (id: string) => isMoved || there.some(one => one.id === id)
      coding.id = rowId(
        identity.map(part => coding[part]),
        isTaken,
      )
      draft.add('codings', coding)
      know(known, coding)
      return coding.id
    },
  }
  return coder
}

/**
 * The coding that says this already; null after noting that there is one that says something else; undefined when there is room for one
 * more. An account is not part of what is said unless the call names it; the same words can then serve one explanation more.
 */
function findSame(draft: Draft, before: readonly Coding[], coding: NewCoding, withAccount: boolean): string | null | undefined {
  const names = (Object.keys(noFacts('')) as (keyof CodingFacts)[]).filter(name => name !== 'account')
  const alike = before.filter(one => names.every(name => one[name] === coding[name]))
  const found = alike.find(one => !withAccount || one.account === coding.account) ?? alike.find(one => one.account === null)
  if (found !== undefined) {
    if (withAccount) draft.change('codings', found.id, { account: coding.account })
    return found.id
  }
  if (alike.length > 0) return undefined
  draft.problem(
    'you coded these words with this code and role before, and said something else of them',
    'use pass.recode in an axial pass to change a coding',
    { transcript: coding.transcript, at: { start: coding.start, end: coding.end } },
  )
  return null
}
