import type { Configuration, Page } from '../../study/index.js'
import { wordingsOf } from '../../theory/index.js'
import type { Block, Inline } from '../block.js'
import type { Making } from '../making.js'
import { markdownBlocks } from '../markdownBlocks.js'
import { fixed, joined, text } from '../say.js'

/** The memos about a configuration, in any of its versions, by their date: for the team. */
export function memoBlocks({ study }: Making, configuration: Configuration): readonly Block[] {
  const names = new Set(
    wordingsOf(study, configuration).flatMap(({ theory, configurations }) =>
      configurations.flatMap(({ id }) => [id, ...(theory === null ? [] : [`${id}@${theory.id}`])]),
    ),
  )
  const memos = study.memos.filter(memo => memo.about.some(one => names.has(one)))
  const date = (memo: Page) => memo.extra.date ?? ''
  return [...memos]
    .sort((a, b) => (date(a) < date(b) ? -1 : date(a) > date(b) ? 1 : 0))
    .flatMap(memo => [{ kind: 'note', children: headOf(memo) } as const, ...bodyOf(memo)])
}

function headOf({ id, extra }: Page): readonly Inline[] {
  const facts = [extra.date, extra.kind].flatMap(fact => (fact === undefined ? [] : [[text(fact)]]))
  return joined([[text(id)], ...facts], ', ')
}

/** References are not filled in: a memo stands as she wrote it. */
function bodyOf({ text: source }: Page): readonly Block[] {
  return markdownBlocks(source, { resolve: { block: () => null, inline: () => [fixed('')], source: () => '' }, shift: 3 })
}
