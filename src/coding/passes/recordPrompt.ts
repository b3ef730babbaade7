import { turnsOf } from '../../transcript/index.js'
import { addRow } from './addRow.js'
import type { Draft } from './draft.js'
import { need } from './meant.js'
import { needConfiguration } from './needConfiguration.js'
import type { Fragment, Places } from './places.js'

/** Says where the interviewer put a configuration to the respondent: in a place, or somewhere in a transcript. */
export function recordPrompt(draft: Draft, places: Places, at: Fragment | string, name: string, theory: string | undefined): void {
  const configuration = needConfiguration(draft, name, theory)
  const fragment = placeOf(draft, places, at)
  if (configuration === null || fragment === null) return
  const { transcript, start, end } = fragment
  const turns = draft.transcript(transcript)?.turns ?? []
  if (start !== null && turns.some(turn => turn.asks) && !turnsOf({ start, end }, turns).some(turn => turn.asks))
    return draft.problem('these are words of who answers', 'point at the words of who asks', { transcript, at: { start, end } })
  const row = { transcript, start, end, configuration: configuration.id, theory: configuration.theory as string | null }
  const known = draft
    .having('prompts', 'configuration', configuration.id)
    .filter(one => one.transcript === transcript && one.theory === row.theory)
  const same = known.find(one => one.start === start && one.end === end) ?? known.find(one => one.start === null || start === null)
  if (same === undefined) addRow(draft, 'prompts', row)
  else if (start !== null) draft.change('prompts', same.id, { start, end })
}

type Prompted =
  | { readonly transcript: string; readonly start: number; readonly end: number }
  | { readonly transcript: string; readonly start: null; readonly end: null }

function placeOf(draft: Draft, places: Places, at: Fragment | string): Prompted | null {
  if (typeof at !== 'string') return places.check(at)?.[0] ?? null
  const transcript = need(draft, 'transcripts', at, 'transcript', 'use an id of transcripts.csv')
  return transcript === null ? null : { transcript, start: null, end: null }
}
