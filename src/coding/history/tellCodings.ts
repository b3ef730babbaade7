import { counted, nounFor, type Row } from '../../study/index.js'
import type { Listed } from '../rows.js'
import { tellField } from './tellFields.js'
import { rowOf, type Said, type Telling } from './telling.js'
import type { Touched } from './touched.js'

/** Tells what happened to codings besides their codes: what the text did to them, settlements, and work added and removed. */
export function tellCodings(telling: Telling): readonly Said[] {
  return [
    ...tellTexts(telling),
    ...tellLost(telling),
    ...tellSettled(telling, 'settled'),
    ...tellSettled(telling, 'unsettled'),
    ...tellBy(telling, 'added'),
    ...tellBy(telling, 'removed'),
    ...tellFacts(telling),
  ]
}

const settledBy = (row: Row) => (row.settles ?? []) as readonly string[]
const left = (telling: Telling, table: Listed) => telling.of(table).filter(one => !telling.isTold(one))
const keys = (touched: readonly Touched[]) => touched.map(one => one.key)
const inTranscripts = (touched: readonly Touched[]) =>
  ` in ${counted(new Set(touched.map(one => rowOf(one).transcript)).size, 'transcripts')}`

/** Codings that went to the lost ones (`lost`), or came back from them (`found`), as the codings they were. */
function crossing(telling: Telling, way: 'lost' | 'found'): readonly Touched[] {
  const [from, to] = way === 'lost' ? (['codings', 'lost'] as const) : (['lost', 'codings'] as const)
  return left(telling, from).filter(one => one.after === null && telling.touched(to, one.key)?.before === null)
}

function tellTexts(telling: Telling): readonly Said[] {
  const lost = crossing(telling, 'lost')
  const found = crossing(telling, 'found')
  return telling.of('transcripts').flatMap(transcript => {
    if (!transcript.reworded) return []
    const here = (touched: readonly Touched[]) => touched.filter(one => rowOf(one).transcript === transcript.key)
    const moved = here(left(telling, 'codings')).filter(one => telling.untold(one).some(([field]) => field === 'start' || field === 'end'))
    for (const one of moved) telling.tell(one, 'start', 'end', 'quote')
    const parts = [
      [moved, 'moved'],
      [here(lost), 'lost'],
      [here(found), 'found again'],
    ] as const
    for (const one of [...here(lost), ...here(found)]) for (const table of ['codings', 'lost'] as const) telling.tellWhole(table, one.key)
    const told = parts.filter(([touched]) => touched.length > 0)
    const rest = told.map(([touched, what], i) => `${i === 0 ? counted(touched.length, 'codings') : touched.length} ${what}`)
    const what = `text of ${transcript.key} changed: ${rest.join(', ') || 'no coding moved'}`
    const codings = told.flatMap(([touched]) => keys(touched))
    return [telling.said('reworded', 'transcripts', what, [transcript.key], codings)]
  })
}

/** Codings that were lost or found again where the text did not change. */
function tellLost(telling: Telling): readonly Said[] {
  return (['lost', 'found'] as const).flatMap(way => {
    const touched = crossing(telling, way)
    if (touched.length === 0) return []
    for (const one of touched) for (const table of ['codings', 'lost'] as const) telling.tellWhole(table, one.key)
    const what = `${counted(touched.length, 'codings')}${inTranscripts(touched)} ${way === 'lost' ? 'lost: their words were not found' : 'found again'}`
    return [telling.said(way, 'codings', what, keys(touched), keys(touched))]
  })
}

/** Settlements made, or taken out; of what they settle, its standing is told with them. */
function tellSettled(telling: Telling, way: 'settled' | 'unsettled'): readonly Said[] {
  const made = left(telling, 'codings').filter(one => {
    const [row, other] = way === 'settled' ? [one.after, one.before] : [one.before, one.after]
    return other === null && row?.status === 'settled' && settledBy(row).length > 0
  })
  return [...by(made)].map(([coder, touched]) => {
    const parts = touched.flatMap(one => settledBy(rowOf(one)))
    for (const one of touched) telling.tellWhole('codings', one.key)
    for (const id of parts) {
      const part = telling.touched('codings', id)
      if (part !== undefined) telling.tell(part, 'status')
    }
    const into = touched.length === 1 ? 'one' : touched.length
    const what =
      way === 'settled'
        ? `settled ${counted(parts.length, 'codings')} into ${into}${coder}${inTranscripts(touched)}`
        : `took apart ${counted(touched.length, 'settlements')}${coder}: ${counted(parts.length, 'codings')}${inTranscripts(touched)}`
    return telling.said(way, 'codings', what, keys(touched), [...parts, ...keys(touched)])
  })
}

/** Codings added or removed, per coder. */
function tellBy(telling: Telling, way: 'added' | 'removed'): readonly Said[] {
  return (['codings', 'lost'] as const).flatMap(table => {
    const touched = left(telling, table).filter(one => (way === 'added' ? one.before : one.after) === null)
    return [...by(touched)].map(([coder, ones]) => {
      for (const one of ones) telling.tellWhole(table, one.key)
      const codes = [...new Set(ones.map(one => String(rowOf(one).code)))]
      const fresh = codes.filter(code => telling.touched('codes', code)?.before === null).length
      const all = fresh === codes.length ? `${fresh} new ${nounFor(fresh, 'codes')}` : counted(codes.length, 'codes')
      const some = fresh === 0 || fresh === codes.length ? '' : `, ${fresh} of them new`
      const nouns = table === 'codings' ? 'codings' : 'codings without a place'
      const what = `${counted(ones.length, nouns)} ${way}${coder}${inTranscripts(ones)}, with ${all}${some}`
      return telling.said(way, table, what, keys(ones), keys(ones))
    })
  })
}

function by(touched: readonly Touched[]): ReadonlyMap<string, readonly Touched[]> {
  const perCoder = new Map<string, Touched[]>()
  for (const one of touched) {
    const coder = String(rowOf(one).coder ?? '')
    const key = coder === '' ? '' : ` by ${coder}`
    const list = perCoder.get(key)
    if (list === undefined) perCoder.set(key, [one])
    else list.push(one)
  }
  return perCoder
}

/** Facts of codings that changed: codings of which the same is to be told are told together. */
function tellFacts(telling: Telling): readonly Said[] {
  const phrases = new Map<string, { table: Listed; touched: Touched[]; accounts: Set<unknown> }>()
  for (const table of ['codings', 'lost'] as const) {
    for (const one of left(telling, table)) {
      for (const [field, from, to] of telling.untold(one)) {
        const phrase = factPhrase(telling, field, from, to)
        const key = `${table} ${phrase}`
        const group = phrases.get(key) ?? { table, touched: [], accounts: new Set() }
        phrases.set(key, group)
        if (!group.touched.includes(one)) group.touched.push(one)
        group.accounts.add(to)
      }
      telling.tellWhole(table, one.key)
    }
  }
  return [...phrases].map(([key, { table, touched, accounts }]) => {
    const phrase = key.slice(table.length + 1)
    const rest = phrase === joined ? `${joined} ${counted(accounts.size, 'accounts')}` : phrase
    const nouns = table === 'codings' ? 'codings' : 'codings without a place'
    return telling.said('changed', table, `${counted(touched.length, nouns)}: ${rest}`, keys(touched), keys(touched))
  })
}

const joined = 'joined into'

function factPhrase(telling: Telling, field: string, from: unknown, to: unknown): string {
  if (field === 'account') return to === null ? 'taken out of their account' : joined
  if (field === 'start' || field === 'end') return 'put on another place'
  return tellField('codings', field, from, to, telling.nameOf)
}
