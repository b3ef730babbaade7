import { changesId, differences, keyOf, replay } from '../coding/index.js'
import { type Change, isSame, type Pass, type Patch, type Row, type Study } from '../study/index.js'
import type { WithoutPerson } from './withoutPerson.js'

type Fields = Readonly<Record<string, unknown>>

/** A journal from which a person was taken out: passes keep id, base, kind, coder and date, and what is left of them replays. */
export interface Tombstones {
  readonly passes: readonly Pass[]
  /** What leads from there to the tables without her. Holds no content of what is gone. */
  readonly patches: readonly Patch[]
  /** Passes that lost content, by their place in the journal. */
  readonly changed: readonly number[]
}

/**
 * Takes a person out of the journal: patches of her rows go, her words in others become marks, and what stands in a text that
 * was cut has its last place from the beginning, since the texts before are gone.
 */
export function tombstones(before: Study, without: WithoutPerson, respondent: string): Tombstones {
  const gone = goneOnce(before, without, respondent)
  const last = new Map<string, Fields>()
  for (const table of ['transcripts', 'codings', 'lost', 'quotes', 'prompts', 'answers', 'responses', 'consents'] as const) {
    for (const row of without.study[table]) last.set(place(table, keyOf(table, row as object as Row)), row as object as Fields)
  }
  const work = { without, respondent, gone, last }
  const passes = before.journal.map(pass => buried(pass, work))
  const after = replay(passes, without.study)
  // What goes is named by its table and its id alone.
  const patches = differences(after, without.study).map(({ from, ...patch }) =>
    patch.to === undefined || from === undefined ? patch : { ...patch, from },
  )
  return { passes, patches, changed: passes.flatMap((pass, i) => (pass === before.journal[i] ? [] : [i])) }
}

const place = (table: string, key: string) => `${table}\n${key}`

interface Work {
  readonly without: WithoutPerson
  readonly respondent: string
  /** Rows of hers, now or once, as table and key. */
  readonly gone: ReadonlySet<string>
  /** The rows of tables with places, as they are after all. */
  readonly last: ReadonlyMap<string, Fields>
}

/** Every row that is or was hers, as table and key: those of the tables, and those that only the journal still knows. */
function goneOnce(before: Study, without: WithoutPerson, respondent: string): ReadonlySet<string> {
  const gone = new Set([...without.gone].flatMap(([table, ids]) => [...ids].map(id => place(table, id))))
  const hers = new Set(without.speeches.map(one => one.transcript.id))
  const texts = without.gone.get('transcripts') ?? new Set()
  const stands = new Set(
    (['respondents', 'consents', 'transcripts', 'codings', 'lost', 'quotes', 'prompts', 'answers', 'responses'] as const).flatMap(table =>
      without.study[table].map(row => place(table, row.id)),
    ),
  )
  const rows = before.journal.flatMap(pass => pass.changes.flatMap(change => change.patches))
  const isHers = ({ table, id, from, to }: Patch): boolean => {
    const fields = { ...from, ...to }
    const transcript = String(fields.transcript ?? '')
    if (table === 'respondents') return id === respondent
    if (table === 'transcripts') return texts.has(id) || isSame(fields.respondents, [respondent])
    if (fields.respondent === respondent) return true
    return texts.has(transcript) || hers.has(transcript) || without.cut.has(transcript)
  }
  for (const patch of rows) {
    const key = place(patch.table, patch.id)
    if (tablesOfPlaces.has(patch.table) && !stands.has(key) && isHers(patch)) gone.add(key)
  }
  for (const { table, id, from, to } of rows) {
    const { coding } = { ...from, ...to }
    const lost = gone.has(place('codings', String(coding))) || gone.has(place('lost', String(coding)))
    if ((table === 'evidence' || table === 'reveals') && typeof coding === 'string' && lost) gone.add(place(table, id))
  }
  return gone
}

const tablesOfPlaces: ReadonlySet<string> = new Set([
  'respondents',
  'consents',
  'transcripts',
  'codings',
  'lost',
  'quotes',
  'prompts',
  'answers',
  'responses',
])

function buried(pass: Pass, work: Work): Pass {
  const changes = pass.changes.map(change => buriedChange(change, work))
  if (changes.every((change, i) => change === pass.changes[i])) return pass
  // The first pass says by its call what kind of study it began.
  const left = changes.filter(change => change.patches.length > 0 || change.undoes !== undefined || pass.kind === 'import')
  return { ...pass, changes: left, withdrawn: pass.withdrawn ?? changesId(pass.changes) }
}

function buriedChange(change: Change, work: Work): Change {
  const patches = change.patches.flatMap(patch => buriedPatch(patch, work))
  const same = patches.length === change.patches.length && patches.every((patch, i) => patch === change.patches[i])
  // An earlier withdrawal, of what may be printed, says whose it was.
  const said = change.call === 'withdraw' ? change.note.replace(`of respondent ${work.respondent} is`, 'of a respondent is') : change.note
  const note = work.without.clean.text(said)
  if (same) return note === change.note ? change : { ...change, note }
  // A note may say in few words what was coded, and in which conversation.
  const lost = patches.length < change.patches.length
  return { ...change, note: lost ? 'withdrawn in part' : note, patches }
}

function buriedPatch(patch: Patch, { without, gone, last }: Work): readonly Patch[] {
  const { table, id } = patch
  if (gone.has(place(table, id))) return []
  const from = fieldsAfter(table, id, patch.from)
  const to = fieldsAfter(table, id, patch.to)
  // Edits of a text that was cut fit no text any more.
  const text = patch.text !== undefined && without.cut.has(id) ? undefined : patch.text
  if (from === patch.from && to === patch.to && text === patch.text) {
    const renamed = keyAfter(table, id)
    return renamed === id ? [patch] : [{ ...patch, id: renamed }]
  }
  const both = from !== undefined && to !== undefined
  const keys = both ? Object.keys(to).filter(key => !isSame(from[key], to[key])) : []
  if (both && keys.length === 0 && text === undefined) return []
  const pick = (fields: Fields) => Object.fromEntries(keys.map(key => [key, fields[key]]))
  const given = both ? { from: pick(from), to: pick(to) } : { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }
  const at = patch.at === undefined ? {} : { at: patch.at }
  return [{ table, id: keyAfter(table, id), ...at, ...given, ...(text === undefined ? {} : { text }) }]

  function fieldsAfter(name: string, key: string, fields: Fields | undefined): Fields | undefined {
    return fields === undefined ? undefined : fixed(name, key, without.clean.row(name, fields))
  }

  function keyAfter(name: string, key: string): string {
    const at = name === 'configurations' ? key.lastIndexOf('@') : -1
    if (at < 0) return without.clean.id(name, key)
    return `${without.clean.id(name, key.slice(0, at))}@${without.clean.id('theories', key.slice(at + 1))}`
  }

  function fixed(name: string, key: string, fields: Fields): Fields {
    const row = last.get(place(name, keyAfter(name, key)))
    if (row === undefined) return fields
    if (name === 'transcripts' && 'turns' in fields && without.cut.has(key)) {
      const { turns, ...rest } = fields
      return fixed(name, key, rest)
    }
    const names = fixedFields(name, row, without)
    const other = names.filter(one => one in fields && !isSame(fields[one], row[one]))
    return other.length === 0 ? fields : { ...fields, ...Object.fromEntries(other.map(one => [one, row[one]])) }
  }
}

/** What of a row was never otherwise than it is now, because what it was tells of her. */
function fixedFields(table: string, row: Fields, { cut, speeches }: WithoutPerson): readonly string[] {
  if (table === 'transcripts') {
    const isHers = cut.has(String(row.id)) || speeches.some(one => one.transcript.id === row.id)
    return isHers || row.file === null ? ['file', 'hash', 'respondents', 'speakers'] : []
  }
  if (table === 'consents') return ['respondent']
  const transcript = String(row.transcript ?? '')
  if (!cut.has(transcript) && row.transcript !== null) return []
  if (table === 'quotes') return ['spans', 'text', 'translation']
  return table === 'responses' ? ['transcript', 'start', 'end'] : ['start', 'end']
}
