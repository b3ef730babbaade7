import { isUnlinked, type Study } from '../study/index.js'
import { Table } from '../table/index.js'
import { sourcesOf } from '../transcript/index.js'
import { behindTheme } from './behindTheme.js'
import type { Said } from './countable.js'
import { groupOf } from './groupOf.js'
import { stanceOf } from './stanceOf.js'
import { themesInOrder } from './themesInOrder.js'

/** A source that both supports and refutes a theme. */
export interface TwoMinds {
  readonly theme: string
  readonly source: string
  /** Codings of that source. */
  readonly supports: number
  readonly refutes: number
}

/**
 * Lists the sources of two minds: those that support a theme in one passage and refute it in another. This is something people said, and
 * no disagreement between coders (see `unsettled`).
 */
export function twoMinds(study: Study): Table<TwoMinds> {
  const { homeOf } = sourcesOf(study)
  const rows = themesInOrder(study).flatMap(theme => {
    const behind = behindTheme(study, theme)
    const found = behind.twoMinds.map(source => {
      const of = (said: Said) =>
        said.speakers.length > 0 && said.speakers.every(speaker => covers(source.respondents, homeOf(speaker).respondents))
      const own = behind.codings.filter(of)
      return {
        theme: theme.label ?? theme.id,
        source: isUnlinked(study) ? (groupOf(study, source.respondents) ?? '') : source.respondents.join(', '),
        supports: own.filter(said => stanceOf(said.coding) === 'supports').length,
        refutes: own.filter(said => stanceOf(said.coding) === 'refutes').length,
      }
    })
    return isUnlinked(study) ? found.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)) : found
  })
  return new Table({
    title: 'Of two minds',
    columns: ['theme', 'source', 'supports', 'refutes'],
    rows,
    basis: 'codings that count, per source and theme',
    of: study,
  })
}

function covers(members: readonly string[], others: readonly string[]): boolean {
  return others.every(other => members.includes(other))
}
