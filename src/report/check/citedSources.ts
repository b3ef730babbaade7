import { groupOf, speakerLabel } from '../../analysis/index.js'
import type { Language } from '../../language/index.js'
import type { Study } from '../../study/index.js'
import { sourcesOf } from '../../transcript/index.js'
import type { CheckedQuotation } from './checkQuotations.js'

/** A source, and how often a report quotes it. */
export interface CitedSource {
  readonly source: string
  readonly group: string
  readonly quotations: number
  /** Where. */
  readonly lines: string
}

/** Who is quoted how often, by what the report says, else by whose words they are: also those who are not quoted at all. */
export function citedSources(study: Study, language: Language, quoted: readonly CheckedQuotation[]): readonly CitedSource[] {
  const { all, homeOf } = sourcesOf(study)
  const lines = new Map<string, number[]>()
  for (const { attribution, matched, line } of quoted) {
    const named = attribution?.respondents ?? []
    const people = named.length > 0 ? named : matched.speakers
    for (const id of new Set(people.map(person => homeOf(person).id))) lines.set(id, [...(lines.get(id) ?? []), line])
  }
  return all
    .map(source => ({
      source: speakerLabel(study, language, source.respondents),
      group: groupOf(study, source.respondents) ?? '',
      quotations: lines.get(source.id)?.length ?? 0,
      lines: (lines.get(source.id) ?? []).join(', '),
    }))
    .sort((a, b) => b.quotations - a.quotations)
}
