import { themesInOrder } from '../analysis/index.js'
import type { Theme } from '../study/index.js'
import type { Block, Inline } from './block.js'
import type { Making } from './making.js'
import { chapterTitle } from './named.js'
import { polarityParts } from './polarityParts.js'
import { fixed, text } from './say.js'

/**
 * The summary box of a role: a bullet per theme, in the analyst's words, what helps and what hinders apart.
 * A theme without a bullet stands with its label, marked as not written yet.
 */
export function summaryBox(making: Making, role: string): Block | null {
  const themes = themesInOrder(making.study).filter(theme => theme.role === role)
  if (themes.length === 0) return null
  const { texts } = making.language
  const blocks = polarityParts(making, themes).flatMap(part => [
    ...(part.title === null ? [] : [{ kind: 'paragraph', children: [{ kind: 'strong', children: part.title }] } as const]),
    { kind: 'list', ordered: false, items: part.themes.map(theme => bulletOf(theme, texts.notWritten)) } as const,
  ])
  return { kind: 'box', title: [fixed(`${texts.summary}: `), ...chapterTitle(making, role)], blocks }
}

function bulletOf(theme: Theme, notWritten: string): readonly Block[] {
  const tag: Inline = { kind: 'tag', children: [fixed(notWritten)] }
  const children = theme.bullet === null ? [text(theme.label ?? theme.id), fixed(' '), tag] : [text(theme.bullet)]
  return [{ kind: 'paragraph', children }]
}
