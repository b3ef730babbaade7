import type { FrameworkCell } from '../../analysis/index.js'
import type { Block, Inline } from '../block.js'
import type { Making } from '../making.js'
import { markdownBlocks } from '../markdownBlocks.js'
import type { Resolve } from '../markdownInlines.js'
import { named } from '../named.js'
import { fixed, say } from '../say.js'

type Shown = Pick<FrameworkCell, 'status' | 'summary' | 'sources' | 'passages'>

// A summary is of one case and one theme: it refers to nothing.
const noReferences: Resolve = { block: () => null, inline: () => [], source: () => '' }

/** What is said beside a title of the status of a cell. */
export function cellMarks({ language: { texts, names } }: Making, { status, summary }: Shown): readonly (readonly Inline[])[] {
  if (status === 'coded') return summary === '' ? [[fixed(texts.cellCoded)]] : []
  if (status === 'nothing coded') return summary === '' ? [[fixed(texts.cellEmpty)]] : []
  return [named(names.statuses, status)]
}

/** Her summary of a cell, what its status means where that may be misread, and what was coded. */
export function cellBlocks(making: Making, { status, summary, sources, passages }: Shown): readonly Block[] {
  const { texts, count } = making.language
  const note = {
    expected: texts.cellExpected,
    absent: texts.cellAbsent,
    missing: texts.cellMissing,
    'nothing coded': summary === '' ? texts.cellNothing : undefined,
  }[status]
  const asks = summary === '' && (status === 'observed' || status === 'coded')
  const coded = say(texts.caseSources, { sources: fixed(count(sources, 'source')), passages: fixed(count(passages, 'passage')) })
  return [
    ...(note === undefined ? [] : [{ kind: 'note', children: [fixed(note)] } as const]),
    ...(asks ? [{ kind: 'unwritten', children: [fixed(texts.notWritten)] } as const] : []),
    ...markdownBlocks(summary, { resolve: noReferences, shift: 3 }),
    ...(making.counts && passages > 0 ? [{ kind: 'paragraph', children: coded } as const] : []),
  ]
}
