import { type Coding, isSame, rowId, type Span } from '../../study/index.js'
import { facts as factNames, heldFacts } from './codingFacts.js'
import { isCurrent, needCodings } from './codingsGiven.js'
import type { Draft } from './draft.js'
import { type Recoding, recodingFields } from './recodeCodings.js'

/** The agreed reading, where coders differ, and why it is that one. */
export type Settling = Recoding & {
  readonly memo: string
  /** The words the agreed coding covers; all that theirs cover unless given. */
  readonly at?: Span
}

/**
 * Records the agreed reading of codings that disagree. They are kept as superseded; what rests on them goes over to the agreed one. What only
 * one coder said is kept; where they said different things the call must say which holds (null: neither).
 *
 * @returns the id of the agreed coding; '' after noting what is wrong
 */
export function settleCodings(draft: Draft, ids: readonly string[], { at, ...said }: Settling): string {
  const codings = needCodings(draft, ids)
  const fields = recodingFields(draft, said)
  if (codings === null || fields === null) return ''
  const agreed = agreedReading(draft, codings, fields, at)
  if (agreed === null) return ''
  const before = settledBefore(draft, ids)
  if (
    before !== undefined &&
    Object.entries(agreed).every(([name, value]) => name === 'coder' || isSame(before[name as keyof Coding], value))
  )
    return before.id
  const [first] = codings
  if (codings.length < 2 && first?.status !== 'settled')
    return refuse(draft, 'settling takes two or more codings, or one that was settled before', 'take ids from study.codings')
  if (!isCurrent(draft, codings)) return ''
  if (!said.memo?.trim()) return refuse(draft, 'say why this is the agreed reading', 'give a memo')
  const id = rowId(
    ['settled', ...[...ids].sort()],
    taken => draft.get('codings', taken) !== undefined || draft.get('lost', taken) !== undefined,
  )
  for (const coding of codings) draft.change('codings', coding.id, { status: 'superseded' })
  draft.add('codings', { id, ...agreed, settles: ids })
  for (const one of withSettled(draft, ids)) handOver(draft, one, id)
  return id
}

function refuse(draft: Draft, what: string, hint: string): '' {
  draft.problem(what, hint)
  return ''
}

function settledBefore(draft: Draft, ids: readonly string[]): Coding | undefined {
  const settling = draft.having('codings', 'settles', ids[0]) as readonly object[] as readonly Coding[]
  return settling.find(one => one.settles.length === ids.length && ids.every(id => one.settles.includes(id)))
}

/** Everything the agreed coding says but its id; null after noting what the call leaves open. */
function agreedReading(
  draft: Draft,
  codings: readonly Coding[],
  fields: Recoding,
  at: Span | undefined,
): Omit<Coding, 'id' | 'pass' | 'settles'> | null {
  const [first] = codings
  if (first === undefined) return null
  const { transcript } = first
  if (codings.some(coding => coding.transcript !== transcript)) {
    draft.problem('codings of different transcripts cannot be one reading', 'settle them one transcript at a time')
    return null
  }
  const span = agreedSpan(draft, codings, at)
  const open: string[] = []
  const facts: Record<string, unknown> = {}
  for (const name of ['code', 'role', ...factNames] as const) {
    const values = new Set(codings.map(coding => coding[name]).filter(value => value !== null))
    if (values.size > 1 && !(name in fields) && name !== 'memo') open.push(name)
    facts[name] = values.size === 1 ? [...values][0] : null
  }
  if (open.length > 0)
    draft.problem(`these codings differ in ${open.join(', ')}, and it is not said what holds`, 'give what was agreed, or null for neither')
  if (span === null || open.length > 0) return null
  const held = { ...(facts as object as Coding), memo: null, ...heldFacts(fields) }
  return { ...held, transcript, ...span, coder: draft.by.coder, status: 'settled', extra: {} }
}

function agreedSpan(draft: Draft, codings: readonly Coding[], at: Span | undefined): Span | null {
  const { length } = draft.transcript(codings[0]!.transcript)?.text ?? ''
  if (at !== undefined) {
    const { start, end } = at
    if (Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= length) return { start, end }
    draft.problem('this fragment lies outside the text', `give whole numbers with start below end, and end at most ${length}`)
    return null
  }
  const sorted = [...codings].sort((a, b) => a.start - b.start)
  let end = sorted[0]!.end
  for (const coding of sorted) {
    if (coding.start > end) {
      draft.problem(
        'these codings do not touch: words between them were coded by nobody',
        'settle codings of one passage, or give { at: { start, end } }',
      )
      return null
    }
    end = Math.max(end, coding.end)
  }
  return { start: sorted[0]!.start, end }
}

/** Codings and all that they settled before: after a merge of two settlements something may still rest on what both settled. */
function withSettled(draft: Draft, ids: readonly string[]): ReadonlySet<string> {
  const all = new Set(ids)
  for (const id of all) for (const before of (draft.get('codings', id)?.settles ?? []) as readonly string[]) all.add(before)
  return all
}

/** What rests on a coding rests on the agreed one from now on; a row that is there already is not written twice. */
function handOver(draft: Draft, from: string, to: string): void {
  for (const table of ['evidence', 'reveals'] as const) {
    for (const row of draft.having(table, 'coding', from)) {
      const isThat = (other: object) =>
        Object.entries(other).every(([name, value]) => name === 'id' || name === 'coding' || isSame(value, row[name]))
      if (draft.having(table, 'coding', to).some(isThat)) draft.remove(table, row.id)
      else draft.change(table, row.id, { coding: to })
    }
  }
}
