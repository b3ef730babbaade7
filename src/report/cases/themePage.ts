import { frameworkCells, type Selection, smallClasses } from '../../analysis/index.js'
import type { Language } from '../../language/index.js'
import { audienceOf, type SafeStudy, type Study, type Theme } from '../../study/index.js'
import { needAudience } from '../audience.js'
import type { Block, Chapter } from '../block.js'
import type { Making } from '../making.js'
import { chapterTitle } from '../named.js'
import { Report } from '../report.js'
import { fixed, joined, say, text } from '../say.js'
import { themeSection } from '../themeSection.js'
import { writtenPages } from '../writtenPages.js'
import { needThemes, pageMaking } from './asked.js'
import { cellBlocks, cellMarks } from './cellBlocks.js'

export interface ThemePageOptions {
  /** An attribute of cases to order them by: numbers as numbers. */
  readonly sortBy?: string
  /** The quotes to print; chosen by `selectQuotes` unless given. */
  readonly quotes?: Selection
  /** The language of the page; that of the safe study unless given. */
  readonly language?: Language
}

/**
 * Makes the page of a theme: its claim and bullet, her text of it, what stands behind it, its quotes and who sees it differently; then every
 * case with the status and summary of `cells.csv` and how much was coded of it. A case that was never filled in says so.
 *
 * For readers, cases of fewer than three people stand together, without their summaries.
 *
 * @throws StudyError when the study is not a safe one and `audience: 'team'` is not given, when no language is known, when there is no such
 *   theme or attribute, and with every reference of her pages that leads nowhere
 * @example
 * themePage(safe, safe.themes[0].id).chapters.map(chapter => chapter.id)
 * //=> ['theme', 'cases']
 */
export function themePage(study: SafeStudy, theme: string, options?: ThemePageOptions): Report
export function themePage(
  study: Study,
  theme: string,
  options: ThemePageOptions & { readonly language: Language; readonly audience: 'team' },
): Report
export function themePage(study: Study, theme: string, options: ThemePageOptions & { readonly audience?: 'team' } = {}): Report {
  const call = 'themePage'
  needAudience(study, call, options.audience)
  const meant = needThemes(study, [theme], call)[0]!
  const making = pageMaking(study, options.language, options.quotes)
  return new Report({
    title: meant.label ?? meant.id,
    chapters: [aboutTheme(making, meant), ...casesChapter(making, meant, options.sortBy)],
    basis: making.language.texts.themePageBasis,
    language: making.language,
    of: study,
  })
}

function aboutTheme(making: Making, theme: Theme): Chapter {
  const { texts } = making.language
  const pages = writtenPages(making).filter(page => page.theme === theme.id)
  const referenced = new Set(pages.flatMap(page => [...page.printed].flatMap(one => (one.startsWith('quote ') ? [one.slice(6)] : []))))
  const written = pages.flatMap((page): readonly Block[] =>
    page.title === null ? page.blocks : [{ kind: 'heading', level: 3, children: page.title }, ...page.blocks],
  )
  const { marks, blocks } = themeSection(making, theme, { level: 3, written, asks: true, referenced })
  const tags = marks.map(children => [{ kind: 'tag', children }] as const)
  const bullet = {
    kind: 'box',
    title: [fixed(texts.summary)],
    blocks: [{ kind: 'paragraph', children: [text(theme.bullet ?? '')] }],
  } as const
  return {
    id: 'theme',
    title: theme.role === null ? [fixed(texts.otherThemes)] : chapterTitle(making, theme.role),
    blocks: [
      ...(tags.length === 0 ? [] : [{ kind: 'paragraph', children: joined(tags, ' ') } as const]),
      ...(theme.bullet === null ? [] : [bullet]),
      ...blocks,
    ],
  }
}

function casesChapter(making: Making, theme: Theme, sortBy: string | undefined): readonly Chapter[] {
  const { study, language } = making
  const cells = frameworkCells(study, { columns: [theme.id], ...(sortBy === undefined ? {} : { sortBy }) })
  if (cells.length === 0) return []
  const { texts } = language
  const { other } = smallClasses(study, 'case')
  const sections = cells.map((cell): Block => {
    const isOther = audienceOf(study) === 'public' && cell.case === other
    const title = isOther ? fixed(texts.otherClasses) : text(cell.case)
    return { kind: 'theme', level: 3, title: [title], marks: cellMarks(making, cell), blocks: cellBlocks(making, cell) }
  })
  const counts = new Map<string, number>()
  for (const { status } of cells) counts.set(status, (counts.get(status) ?? 0) + 1)
  const said = [...counts].map(([status, n]) => [fixed(statusName(making, status)), fixed(`: ${n}`)])
  const total: Block = { kind: 'paragraph', children: say(texts.casesCounted, { counts: joined(said, '; ') }) }
  return [{ id: 'cases', title: [fixed(texts.inCases)], blocks: [total, ...sections] }]
}

function statusName({ language: { texts, names } }: Making, status: string): string {
  if (status === 'coded') return texts.cellCoded
  if (status === 'nothing coded') return texts.cellEmpty
  return names.statuses[status] ?? status
}
