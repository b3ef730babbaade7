import { linesAbove, type Page, type Problem, throwProblems } from '../study/index.js'
import type { Block, Inline } from './block.js'
import type { Making } from './making.js'
import { markdownBlocks } from './markdownBlocks.js'
import type { Resolve } from './markdownInlines.js'
import { findReferences, type MarkedText } from './references.js'
import { type Resolved, resolveReference, themeFor } from './resolveReferences.js'

/** A page of hers, read. */
export interface WrittenPage {
  readonly id: string
  /** The chapter it is for: `introduction`, a role, `methods`, or one of her own. */
  readonly chapter: string
  /** The id of the theme it is about, when it is about one. */
  readonly theme: string | null
  /** Its first heading, when the page starts with one of the first level. */
  readonly title: readonly Inline[] | null
  readonly blocks: readonly Block[]
  /** What stands in it: `quote q17`, `box context`, `cmo C3`. A configuration of which only the statement stands in a line is not. */
  readonly printed: ReadonlySet<string>
}

/**
 * Reads her pages, in the order they give, then as they are listed.
 *
 * @throws StudyError with every reference that leads nowhere, each with its file and line
 */
export function writtenPages(making: Making): readonly WrittenPage[] {
  const problems: Problem[] = []
  const order = (page: Page) => {
    const place = Number(page.extra.order)
    return page.extra.order === undefined || Number.isNaN(place) ? Number.POSITIVE_INFINITY : place
  }
  const sorted = [...making.study.pages].sort((a, b) => order(a) - order(b) || 0)
  const placed = new Set<string>()
  const pages = sorted.map(page => readPage(making, page, placed, problems))
  throwProblems(problems)
  return pages
}

function readPage(making: Making, page: Page, placed: Set<string>, problems: Problem[]): WrittenPage {
  const file = `report/${page.id}.md`
  const named = page.extra.theme ?? null
  const theme = named === null ? null : themeFor(making, named)
  if (named !== null && theme === null)
    problems.push({ what: 'the theme of this page is not in themes.csv', hint: 'give an id of themes.csv after "theme:"', file })
  const marked = findReferences(page.text)
  const above = linesAbove(page)
  for (const row of marked.unclosed)
    problems.push({ what: 'a reference is not closed', hint: 'write it as {{quote q17}}, on one line', file, row: row + above })
  const printed = new Set<string>()
  const isTitled = /^\s*# /u.test(page.text)
  const chapter = page.extra.chapter?.trim() ?? theme?.role ?? page.about[0] ?? page.id
  // Only in their own chapter do configurations stand in full, and there once.
  const isPlace = (place: string) => chapter === 'configurations' && !placed.has(place) && placed.add(place) !== undefined
  const blocks = markdownBlocks(marked.text, {
    resolve: resolver(making, marked, { printed, isPlace }, (problem, row) => problems.push({ ...problem, file, row: row + above })),
    shift: isTitled ? 1 : 2,
  })
  const [first, ...rest] = blocks
  const title = isTitled && first?.kind === 'heading' ? first.children : null
  return {
    id: page.id,
    chapter,
    theme: theme?.id ?? null,
    title,
    blocks: title === null ? blocks : rest,
    printed,
  }
}

function resolver(
  making: Making,
  { references }: MarkedText,
  { printed, isPlace }: { readonly printed: Set<string>; readonly isPlace: (place: string) => boolean },
  report: (problem: Pick<Problem, 'what' | 'hint'>, line: number) => void,
): Resolve {
  const resolved = references.map((reference): Resolved => {
    const found = resolveReference(making, reference)
    if ('problem' in found) report(found.problem, reference.line)
    return found
  })
  const at = (index: number) => {
    const found = resolved[index]
    return found === undefined || 'problem' in found ? null : { ...found, ...references[index]! }
  }
  return {
    block: index => {
      const found = at(index)
      if (found === null || found.block === null) return null
      printed.add(`${found.kind} ${found.target}`)
      const { block, mention } = found
      if (mention !== undefined && !(block.kind === 'configuration' && isPlace(block.place ?? ''))) return mention
      // A block of its own each time, since each has a place of its own in the contents.
      return { ...block }
    },
    inline: index => {
      const found = at(index)
      if (found?.kind === 'quote') printed.add(`quote ${found.target}`)
      if (found?.inline === null) report({ what: 'a box does not fit within a line', hint: 'give it a line of its own' }, found.line)
      return found?.inline ?? []
    },
    source: index => references[index]?.source ?? '',
  }
}
