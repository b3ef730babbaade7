import {
  type Coding,
  columnsOf,
  configurationRoles,
  type Patch,
  type Row,
  rowsOf,
  type Span,
  type Study,
  tableNames,
} from '../../study/index.js'
import { type CarriedSpan, carryOffset, carrySpans, findWords, indexText, sameWords } from '../../transcript/index.js'
import { journalRow } from '../journalRow.js'
import { isPlace, type Revised, type RevisedRow, type Revision, rowOf, wordsIn } from './revisePlaces.js'

/** The column in which a coding keeps what it was given for, when words inside it were edited. */
const wordsBefore = 'words before'

/** Carries codings: to their new place, to `study.lost`, or back from there. */
export function reviseCodings(revision: Revision): Revised {
  const { study, before, alignment } = revision
  const own = study.codings.flatMap((coding, at) => (coding.transcript === before.id ? [{ coding, at }] : []))
  const carried = carrySpans(
    alignment,
    own.map(one => one.coding),
  )
  const changed: Patch[] = []
  const gone: { readonly coding: Coding; readonly at: number; readonly place: number }[] = []
  const rows: RevisedRow[] = []
  own.forEach(({ coding, at }, i) => {
    const to = carried[i]!
    if (to.kind === 'gone') {
      gone.push({ coding, at, place: to.start })
      rows.push(rowOf(revision, 'codings', coding, to, 'kept among the lost codings, and not counted'))
      return
    }
    const patch = patchOf(coding, markedAs(coding, wordsIn(before, coding), wordsIn(revision.after, to), to))
    if (patch !== null) changed.push(patch)
    if (to.kind === 'edited' || !isPlace(coding, to)) rows.push(rowOf(revision, 'codings', coding, to, ''))
  })
  const back = broughtBack(revision)
  const shaken = rows.filter(row => row.what !== 'moved')
  return {
    patches: [...changed, ...lose(before.text, gone), ...back.patches],
    rows: [...rows, ...restingOn(study, shaken, new Set(gone.map(one => one.coding.id))), ...back.rows],
  }
}

/** The coding at its new place. The mark stays until somebody takes it off, or the words are again what they were. */
function markedAs(coding: Coding, was: string, is: string, to: CarriedSpan): Coding {
  const { [wordsBefore]: first = to.kind === 'edited' ? was : undefined, ...rest } = coding.extra
  const extra = first === undefined || sameWords(first, is) ? rest : { ...rest, [wordsBefore]: first }
  return { ...coding, start: to.start, end: to.end, extra }
}

function patchOf(before: Coding, after: Coding): Patch | null {
  const place = isPlace(before, after) ? [] : (['start', 'end'] as const)
  const marked = JSON.stringify(before.extra) === JSON.stringify(after.extra) ? [] : (['extra'] as const)
  const fields = [...place, ...marked]
  if (fields.length === 0) return null
  const pick = (coding: Coding) => Object.fromEntries(fields.map(field => [field, coding[field]]))
  return { table: 'codings', id: before.id, from: pick(before), to: pick(after) }
}

/** Takes codings out of those that count, the last first, so that each is put back where it stood. A lost one keeps its words. */
function lose(text: string, gone: readonly { readonly coding: Coding; readonly at: number; readonly place: number }[]): readonly Patch[] {
  const out = [...gone].reverse().map(({ coding, at }): Patch => ({ table: 'codings', id: coding.id, at, from: journalRow({ ...coding }) }))
  const kept = gone.map(({ coding, place }): Patch => {
    const { [wordsBefore]: first, ...rest } = coding.extra
    const extra = { ...rest, quote: first ?? text.slice(coding.start, coding.end) }
    return { table: 'lost', id: coding.id, to: journalRow({ ...coding, start: place, end: place, extra }) }
  })
  return [...out, ...kept]
}

/**
 * Brings codings back whose words this revision put in: all of them, in one place only. A few words are so only where they
 * were lost, since elsewhere they say nothing.
 */
function broughtBack({ study, before, after, alignment }: Revision): Revised {
  const { edits } = alignment
  const carry = carryOffset(edits)
  let shift = 0
  const put = edits.map(({ at, cut, put: words }) => {
    const span = { start: at + shift, end: at + shift + words.length, from: at, to: at + cut.length }
    shift += words.length - cut.length
    return span
  })
  const text = indexText(after.text)
  const lost = study.lost.flatMap((coding, at) => (coding.transcript === before.id ? [{ coding, at }] : []))
  const found = lost.map(({ coding, at }) => {
    const words = coding.extra.quote
    const place = words === undefined || put.length === 0 ? null : placeAgain(words, coding.start)
    return { coding, at, place }
  })
  function placeAgain(words: string, start: number): Span | null {
    const found = findWords(text, words, { turns: after.turns })
    const places = found.kind === 'one' ? [found] : found.kind === 'several' ? found.places : []
    const few = (words.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) < 4
    const fresh = places.filter(place =>
      put.some(one => one.start < place.end && place.start < one.end && (!few || (one.from <= start && start <= one.to))),
    )
    return fresh.length === 1 ? { start: fresh[0]!.start, end: fresh[0]!.end } : null
  }
  const back = found.filter(one => one.place !== null)
  const still = found.filter(one => one.place === null && carry(one.coding.start) !== one.coding.start)
  return {
    patches: [
      ...still.map(({ coding }): Patch => {
        const at = carry(coding.start)
        return { table: 'lost', id: coding.id, from: { start: coding.start, end: coding.end }, to: { start: at, end: at } }
      }),
      ...[...back].reverse().map(({ coding, at }): Patch => ({ table: 'lost', id: coding.id, at, from: journalRow({ ...coding }) })),
      ...back.map(({ coding, place }): Patch => {
        const { quote: _, ...extra } = coding.extra
        return { table: 'codings', id: coding.id, to: journalRow({ ...coding, ...place, extra }) }
      }),
    ],
    rows: back.map(({ coding, place }) => ({
      what: 'found again',
      table: 'codings',
      id: coding.id,
      from: '',
      to: `${place!.start}-${place!.end}`,
      before: coding.extra.quote ?? '',
      after: wordsIn(after, place!),
      note: 'counts again',
    })),
  }
}

/** The rows of other tables that name a coding whose words changed or are gone, or the account of one. */
function restingOn(study: Study, shaken: readonly RevisedRow[], gone: ReadonlySet<string>): readonly RevisedRow[] {
  if (shaken.length === 0) return []
  const ids = new Map(shaken.map(row => [row.id, row]))
  const roles = configurationRoles(study)
  const named = tableNames.flatMap(table => {
    const columns = Object.entries(columnsOf(table, roles)).filter(([, column]) => column.of === 'codings')
    return columns.flatMap(([name]) =>
      rowsOf(study, table).flatMap(row => [row[name]].flat().flatMap(id => restsOn(table, row, name, ids.get(String(id))))),
    )
  })
  const left = new Map<string, number>()
  for (const { id, account } of study.codings) if (account !== null) left.set(account, (left.get(account) ?? 0) + (gone.has(id) ? 0 : 1))
  const accounts = study.codings.flatMap(({ id, account }) => (account !== null && ids.has(id) ? [[account, ids.get(id)!] as const] : []))
  const onAccounts = study.evidence.flatMap(row => {
    const [account, first] = accounts.find(([one]) => one === row.account) ?? []
    if (account === undefined) return []
    const note = left.get(account) === 0 ? 'every coding of its account is lost' : `a coding of its account is ${first!.what}`
    return [{ ...first!, what: 'rests on it' as const, table: 'evidence', id: row.id, note }]
  })
  return [...named, ...onAccounts]
}

function restsOn(table: string, row: Row, column: string, on: RevisedRow | undefined): readonly RevisedRow[] {
  if (on === undefined) return []
  return [{ ...on, what: 'rests on it', table, id: row.id, note: `its ${column} names coding ${on.id}, which is ${on.what}` }]
}
