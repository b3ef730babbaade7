import { peopleText, themesInOrder } from '../analysis/index.js'
import type { Theme } from '../study/index.js'
import type { Block, Chapter } from './block.js'
import { countsOf, type Making } from './making.js'
import { chapterTitle } from './named.js'
import { polarityParts } from './polarityParts.js'
import { fixed, text } from './say.js'
import { summaryBox } from './summaryBox.js'
import { themeSection } from './themeSection.js'
import type { WrittenPage } from './writtenPages.js'

/**
 * The chapter of a role. Her text is in charge: where there is a page for the chapter it comes first, and what she did not refer to
 * follows as evidence, so that nothing is lost. Where there is none, the chapter is a skeleton that says it is not written yet.
 */
export function roleChapter(making: Making, role: string, pages: readonly WrittenPage[]): Chapter | null {
  const themes = themesInOrder(making.study).filter(theme => theme.role === role)
  const own = pages.filter(page => page.chapter === role)
  if (themes.length === 0 && own.length === 0) return null
  const general = own.filter(page => page.theme === null)
  const listed = themes.filter(theme => isListed(making, theme, own))
  const told = themes.filter(theme => !listed.includes(theme))
  const box = own.some(page => page.printed.has(`box ${role}`)) ? null : summaryBox(making, role)
  return {
    id: role,
    title: general[0]?.title ?? chapterTitle(making, role),
    blocks: [
      ...general.flatMap((page, i) => pageBlocks(page, i > 0)),
      ...themeBlocks(making, told, own, general.length > 0),
      ...listedBlocks(making, listed),
      ...evidenceTable(making, themes),
      ...(box === null ? [] : [box]),
    ],
  }
}

/** A page, with its title as a heading when another page gave the chapter its title. */
export function pageBlocks(page: WrittenPage, withTitle: boolean): readonly Block[] {
  if (page.title === null || !withTitle) return page.blocks
  return [{ kind: 'heading', level: 3, children: page.title }, ...page.blocks]
}

function themeBlocks(making: Making, themes: readonly Theme[], pages: readonly WrittenPage[], isWritten: boolean): readonly Block[] {
  if (themes.length === 0) return []
  const referenced = new Set(pages.flatMap(page => [...page.printed].flatMap(one => (one.startsWith('quote ') ? [one.slice(6)] : []))))
  const section = (theme: Theme, level: number) => {
    const written = pages.filter(page => page.theme === theme.id).flatMap(page => page.blocks)
    return themeSection(making, theme, { level, written, asks: !isWritten, referenced })
  }
  if (isWritten)
    return [{ kind: 'heading', level: 3, children: [fixed(making.language.texts.evidence)] }, ...themes.map(theme => section(theme, 4))]
  return polarityParts(making, themes).flatMap(({ title, themes: part }): readonly Block[] =>
    title === null
      ? part.map(theme => section(theme, 3))
      : [{ kind: 'heading', level: 3, children: title }, ...part.map(theme => section(theme, 4))],
  )
}

/** A theme on one source is only listed when that is asked for, and she wrote nothing about it. */
function isListed(making: Making, theme: Theme, pages: readonly WrittenPage[]): boolean {
  return making.oneSource === 'list' && countsOf(making, theme)?.supports.length === 1 && !pages.some(page => page.theme === theme.id)
}

function listedBlocks({ language: { texts } }: Making, themes: readonly Theme[]): readonly Block[] {
  if (themes.length === 0) return []
  const items = themes.map((theme): readonly Block[] => {
    const name = { kind: 'strong', children: [text(theme.label ?? theme.id)] } as const
    return [{ kind: 'paragraph', children: theme.claim === null ? [name] : [name, fixed(': '), text(theme.claim)] }]
  })
  return [
    { kind: 'heading', level: 3, children: [fixed(texts.listed)] },
    { kind: 'list', ordered: false, items },
  ]
}

/** The counts of all themes of a chapter side by side. */
function evidenceTable(making: Making, themes: readonly Theme[]): readonly Block[] {
  if (!making.counts || themes.length === 0) return []
  const { texts } = making.language
  const behind = themes.map(theme => countsOf(making, theme)!)
  const asksAgreed = behind.some(one => one.agreedOnly > 0)
  const heads = [texts.headTheme, texts.headSupport, texts.headPeople, texts.headRefute, texts.headRefine]
  if (asksAgreed) heads.push(texts.headOnlyAgreed)
  const rows = behind.map((one, i) => {
    const numbers = [one.supports.length, peopleText(one.people), one.against.length, one.refining.length]
    if (asksAgreed) numbers.push(one.agreedOnly)
    return [[text(themes[i]!.label ?? themes[i]!.id)], ...numbers.map(n => [fixed(n)])]
  })
  return [
    {
      kind: 'table',
      caption: [fixed(texts.evidenceTable)],
      head: heads.map(head => [fixed(head)]),
      rows,
      numeric: heads.map((_, i) => i > 0),
    },
  ]
}
