import { type Change, isSame, type Pass, type Patch, type Row, type Span, type Study, type TextEdit } from '../../study/index.js'
import { editsFit, invertEdits } from '../../transcript/index.js'
import { journalRow, wholeRows } from '../journalRow.js'
import { changeRows, type Listed, type Rows } from '../rows.js'
import type { InTheWay } from './inTheWay.js'

/**
 * The opposite of passes, a change per pass; notes what later passes changed so that it no longer fits.
 *
 * @param undone the latest first
 */
export function reversePasses(study: Study, undone: readonly Pass[], way: InTheWay): readonly Change[] {
  const lists = new Map<string, Rows>()
  const listOf = (table: string) => {
    const list = lists.get(table) ?? changeRows(study, table as Listed)
    lists.set(table, list)
    return list
  }
  return undone.map(pass => {
    const forward = pass.changes.flatMap(change => change.patches)
    // Who is put back by the pass itself is not carried along besides.
    const own = new Set(
      forward.flatMap(({ table, id, to }) => (to && ('start' in to || 'spans' in to || 'end' in to) ? [JSON.stringify([table, id])] : [])),
    )
    const patches: Patch[] = []
    const record = (patch: Patch) => {
      listOf(patch.table).apply(patch)
      patches.push(patch)
    }
    for (const patch of [...forward].reverse()) {
      const list = listOf(patch.table)
      const row = list.get(patch.id)
      const differs = whatDiffers(study, patch, row)
      const fits = patch.text === undefined || editsFit(String(row?.text ?? ''), invertEdits(patch.text))
      if (differs !== 'nothing') way.changed(patch.table, patch.id, differs, pass)
      if (!fits) way.changed(patch.table, patch.id, ['text'], pass)
      if (differs !== 'nothing' || !fits) continue
      record(invert(patch, row, list.place(patch.id)))
      if (patch.text === undefined) continue
      for (const [name, { table, key }] of way.placedAfter(pass)) {
        const placed = own.has(name) ? undefined : listOf(table).get(key)
        if (placed?.transcript !== patch.id) continue
        const moved = carried(placed, invertEdits(patch.text))
        if (moved === null) way.changed(table, key, null, pass)
        else if (Object.keys(moved.to).length > 0) record({ table, id: key, ...moved })
      }
    }
    return { call: 'undo', note: `took back the ${pass.kind} pass ${pass.id}`, undoes: pass.id, patches }
  })
}

/** Which fields of a row are no longer as a patch left them: `nothing`, some, or (null) the row as a whole. */
function whatDiffers(study: Study, { table, from, to }: Patch, row: Row | undefined): readonly string[] | null | 'nothing' {
  if (to === undefined) return row === undefined ? 'nothing' : null
  if (row === undefined) return null
  // An added row stands as long as all of it does, also what it left empty.
  const left = from !== undefined ? to : wholeRows(study, table)(to)
  const fields = Object.keys(left).filter(key => !isSame(row[key], left[key]))
  return fields.length === 0 ? 'nothing' : fields
}

// What was added is taken out as it stands, place and all, so that undoing the undo brings back the very same.
function invert({ table, id, at, from, to, text }: Patch, row: Row | undefined, place: number): Patch {
  if (from === undefined) return { table, id, at: place, ...(row === undefined ? {} : { from: journalRow(row) }) }
  if (to === undefined) return { table, id, to: from, ...(at === undefined ? {} : { at }) }
  return { table, id, from: to, to: from, ...(text === undefined ? {} : { text: invertEdits(text) }) }
}

/** The places of a row after edits of its text, as far as they change; null when an edit is in its words. */
function carried(row: Row, edits: readonly TextEdit[]): { readonly from: Fields; readonly to: Fields } | null {
  if (Array.isArray(row.spans)) {
    const spans = (row.spans as readonly Span[]).map(span => carrySpan(span, edits))
    if (spans.includes(null)) return null
    return isSame(spans, row.spans) ? { from: {}, to: {} } : { from: { spans: row.spans }, to: { spans } }
  }
  if (typeof row.start !== 'number' || typeof row.end !== 'number') return { from: {}, to: {} }
  const span = carrySpan({ start: row.start, end: row.end }, edits)
  if (span === null) return null
  return span.start === row.start ? { from: {}, to: {} } : { from: { start: row.start, end: row.end }, to: { ...span } }
}

type Fields = Readonly<Record<string, unknown>>

function carrySpan({ start, end }: Span, edits: readonly TextEdit[]): Span | null {
  let shift = 0
  for (const { at, cut, put } of edits) {
    if (at + cut.length <= start) shift += put.length - cut.length
    else if (at < end) return null
  }
  return { start: start + shift, end: end + shift }
}
