import type { Configuration } from '../../study/index.js'
import { negativesOf } from '../../theory/index.js'
import type { Block, Inline } from '../block.js'
import type { Making } from '../making.js'
import { fixed, say } from '../say.js'
import { sourceNames } from './sourceNames.js'

/** Who tells of the context without the outcome, or of the outcome without the mechanism, and which rivals they tell of instead. */
export function againstBlocks(making: Making, configuration: Configuration): readonly Block[] {
  const { texts, count } = making.language
  const { rows, left } = negativesOf(making.study, configuration, 'source')
  const items = (
    [
      [texts.contextAlone, 'context said, outcome'],
      [texts.outcomeAlone, 'outcome said, mechanism'],
    ] as const
  ).flatMap(([template, start]): readonly (readonly Block[])[] => {
    const own = rows.filter(row =>
      String(row.why)
        .split('; ')
        .some(reason => reason.startsWith(start)),
    )
    if (own.length === 0) return []
    const sources = own.reduce((sum, row) => sum + Number(row.sources), 0)
    const rivals = [...new Set(own.flatMap(row => (row.rivals === null ? [] : String(row.rivals).split('; '))))]
    const line: readonly Inline[] = [
      ...say(template, {
        sources: [
          fixed(count(sources, 'source')),
          ...sourceNames(
            making,
            own.flatMap(row => (typeof row.source === 'string' ? [row.source] : [])),
          ),
        ],
      }),
      ...(rivals.length === 0 ? [] : [fixed(' '), ...say(texts.tellsRival, { rivals: making.language.list(rivals) })]),
    ]
    return [[{ kind: 'paragraph', children: line }]]
  })
  return [
    items.length === 0 ? { kind: 'paragraph', children: [fixed(texts.noneAgainst)] } : { kind: 'list', ordered: false, items },
    ...(left.length === 0 ? [] : [{ kind: 'paragraph', children: [fixed(texts.againstLeftOut)] } as const]),
  ]
}
