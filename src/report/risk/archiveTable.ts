import type { SafeStudy } from '../../study/index.js'
import { type Cell, Table } from '../../table/index.js'

/** Everything an archive tells of each person: her columns beside all that she says. */
export function archiveTable(safe: SafeStudy): Table<Record<string, Cell>> {
  const people = new Map(safe.respondents.map(one => [one.id, one]))
  const attributes = [...new Set(safe.respondents.flatMap(one => Object.keys(one.extra)))]
  const rows = safe.transcripts.flatMap(({ turns, text, round }) =>
    turns
      .filter(turn => !turn.asks && turn.respondents.length > 0)
      .map(({ start, end, speaker, respondents }): Record<string, Cell> => {
        const own = respondents.length === 1 ? people.get(respondents[0]!) : undefined
        return {
          label: speaker ?? '',
          quote: text.slice(start, end),
          group: own?.group ?? null,
          case: own === undefined ? null : own.cases.join('; '),
          round,
          ...Object.fromEntries(attributes.map(name => [name, own?.extra[name] ?? null])),
        }
      }),
  )
  return new Table<Record<string, Cell>>({
    title: safe.title,
    columns: ['label', 'quote', 'group', 'case', 'round', ...attributes],
    rows,
    basis: '',
    of: safe,
  })
}
