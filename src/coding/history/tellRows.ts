import { counted } from '../../study/index.js'
import { type Listed, listed } from '../rows.js'
import { namesIn, quoted, several, tellFieldsOf } from './tellFields.js'
import { rowOf, type Said, type Telling } from './telling.js'
import type { Touched } from './touched.js'

/** Tells of the rows of every other table what no rule has told. */
export function tellRows(telling: Telling): readonly Said[] {
  return listed.flatMap(table => {
    const touched = telling.of(table).filter(one => !telling.isTold(one))
    const whole = (way: 'added' | 'removed') => touched.filter(one => (way === 'added' ? one.before : one.after) === null)
    return [
      ...tellWhole(telling, table, 'added', whole('added')),
      ...tellWhole(telling, table, 'removed', whole('removed')),
      ...tellChanged(telling, table, touched),
    ]
  })
}

const nouns: Readonly<Record<string, string>> = {
  consents: 'consents',
  topics: 'topics of the guide',
  theories: 'versions of the theory',
  evidence: 'pieces of evidence',
  prompts: 'prompts of the interviewer',
  answers: 'answers to the guide',
  reveals: 'notes of what codings give away',
  sampling: 'rows of the sampling',
  lost: 'codings without a place',
}
const nounOf = (table: string) => nouns[table] ?? table

/** What a row is called in a sentence; of some tables the rows have no name, and are counted. */
function nameOfRow(telling: Telling, table: Listed, one: Touched): string {
  const row = rowOf(one)
  if (table === 'configurations') return row.theory ? `${row.id} (${telling.nameOf('theories', String(row.theory))})` : row.id
  if (table === 'codes' || table === 'themes') return quoted(telling.nameOf(table, one.key))
  if (table === 'relations')
    return `${quoted(telling.nameOf('codes', String(row.from)))} ${row.relation} ${quoted(telling.nameOf('codes', String(row.to)))}`
  if (table === 'evidence') return `of ${row.configuration}`
  if (table === 'cells') return `of ${telling.nameOf('cases', String(row.case))}`
  return ['transcripts', 'respondents', 'cases', 'topics', 'quotes', 'theories'].includes(table) ? one.key : ''
}

function tellWhole(telling: Telling, table: Listed, way: 'added' | 'removed', touched: readonly Touched[]): readonly Said[] {
  if (touched.length === 0) return []
  if (way === 'added' && table === 'configurations') return tellConfigurations(telling, touched)
  const names = namesIn(touched.map(one => nameOfRow(telling, table, one)))
  const what = `${counted(touched.length, nounOf(table))} ${way}${names === '' ? '' : `: ${names}`}${stances(table, touched)}`
  return [said(telling, way, table, what, touched)]
}

/** A new configuration says where it comes from and what happened to it on the way. */
function tellConfigurations(telling: Telling, touched: readonly Touched[]): readonly Said[] {
  const changeOf = (one: Touched) => String(rowOf(one).change ?? 'new')
  const named = (ones: readonly Touched[]) => namesIn(ones.map(one => nameOfRow(telling, 'configurations', one)))
  const together = (
    [
      ['new', 'added'],
      ['kept', 'kept'],
    ] as const
  ).flatMap(([change, word]) => {
    const ones = touched.filter(one => changeOf(one) === change)
    const what = `${counted(ones.length, 'configurations')} ${word}: ${named(ones)}`
    return ones.length === 0 ? [] : [said(telling, 'added', 'configurations', what, ones)]
  })
  const alone = touched.filter(one => !['new', 'kept'].includes(changeOf(one)))
  return [
    ...alone.map(one => {
      const row = rowOf(one)
      const from = (row.from ?? []) as readonly string[]
      const origin = from.length === 0 ? '' : ` from ${several(from)}`
      const reason = row.reason ? 'reason given' : 'no reason given'
      return said(telling, 'added', 'configurations', `configuration ${named([one])}: ${row.change}${origin}, ${reason}`, [one])
    }),
    ...together,
  ]
}

function stances(table: Listed, touched: readonly Touched[]): string {
  if (table !== 'evidence') return ''
  const parts = ['supports', 'refutes', 'refines'].flatMap(stance => {
    const n = touched.filter(one => rowOf(one).stance === stance).length
    return n === 0 ? [] : [`${n} ${n === 1 ? stance : stance.replace(/s$/u, '')}`]
  })
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`
}

/** Rows of which the same is to be told are told together. */
function tellChanged(telling: Telling, table: Listed, touched: readonly Touched[]): readonly Said[] {
  const phrases = new Map<string, Touched[]>()
  for (const one of touched) {
    const fields = telling.untold(one)
    if (fields.length === 0) continue
    const phrase = tellFieldsOf(table, fields, telling.nameOf)
    phrases.set(phrase, [...(phrases.get(phrase) ?? []), one])
  }
  return [...phrases].map(([phrase, ones]) => {
    const names = namesIn(ones.map(one => nameOfRow(telling, table, one)))
    const nouns = counted(ones.length, nounOf(table)).replace(/^1 /u, '')
    return said(telling, 'changed', table, `${nouns}${names === '' ? '' : ` ${names}`}: ${phrase}`, ones)
  })
}

function said(telling: Telling, kind: string, table: Listed, what: string, touched: readonly Touched[]): Said {
  return telling.said(
    kind,
    table,
    what,
    touched.map(one => one.key),
  )
}
