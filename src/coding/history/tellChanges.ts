import { tellCodes } from './tellCodes.js'
import { tellCodings } from './tellCodings.js'
import { type Said, startTelling } from './telling.js'
import { tellRows } from './tellRows.js'
import type { Changes } from './touched.js'

// A word of what happened goes before the table it happened in.
const order = [
  ...['reworded', 'lost', 'found', 'theories', 'configurations', 'themes', 'merged', 'replaced', 'split', 'codes', 'relations'],
  ...['settled', 'unsettled', 'recoded', 'codings', 'evidence', 'cells', 'quotes', 'responses', 'transcripts', 'respondents', 'consents'],
]

/**
 * Tells changes in sentences: first what happened to the texts, then theory, themes, codes and codings, then the rest;
 * within these what touches most. Everything that differs is in some sentence.
 */
export function tellChanges(changes: Changes): readonly Said[] {
  const telling = startTelling(changes)
  // In this order: what is told as a merge, a loss or a settlement is not told again as rows.
  const said = [...tellCodes(telling), ...tellCodings(telling), ...tellRows(telling)]
  return said.sort((a, b) => placeOf(a) - placeOf(b) || b.count - a.count || (a.what < b.what ? -1 : 1))
}

function placeOf({ kind, table }: Said): number {
  const place = order.indexOf(kind) < 0 ? order.indexOf(table) : order.indexOf(kind)
  return place < 0 ? order.length : place
}
