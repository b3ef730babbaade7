import { labelOf, type Said, type Source, sourcesOf } from '../analysis/index.js'
import { isUnlinked, type Study } from '../study/index.js'

/** The source that said something, where that is certain: everyone who may have said it belongs to it. Null otherwise. */
export function sourceBehind(study: Study, speakers: readonly string[]): Source | null {
  const [first, ...others] = speakers
  if (first === undefined) return null
  const { homeOf } = sourcesOf(study)
  const home = homeOf(first)
  return others.every(one => homeOf(one).id === home.id) ? home : null
}

/** What was said, by the source it is certain to come from; what may be of several sources is left out. */
export function bySource(
  study: Study,
  said: Iterable<Said>,
): ReadonlyMap<string, { readonly source: Source; readonly said: readonly Said[] }> {
  const parts = new Map<string, { readonly source: Source; readonly said: Said[] }>()
  for (const one of said) {
    const source = sourceBehind(study, one.speakers)
    if (source === null) continue
    const part = parts.get(source.id)
    if (part === undefined) parts.set(source.id, { source, said: [one] })
    else part.said.push(one)
  }
  return parts
}

/** How a source is called in a row of its own; null where nothing may tie what one person said. */
export function sourceLabel(study: Study, source: Source): string | null {
  return isUnlinked(study) ? null : labelOf(study, source.respondents)
}
