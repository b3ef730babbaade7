import { behindTheme, countable, type FrameworkCell, frameworkCells, passagesIn, type Selection, sourcesOf } from '../../analysis/index.js'
import type { Language } from '../../language/index.js'
import type { Case, SafeStudy, Study, Theme } from '../../study/index.js'
import { casesSpokenOf, newestConfigurations, verdictIn } from '../../theory/index.js'
import { needAudience } from '../audience.js'
import type { Block, Chapter } from '../block.js'
import { statementOf } from '../configurationBlock.js'
import type { Making } from '../making.js'
import { chapterTitle, named } from '../named.js'
import { printQuote } from '../printedQuote.js'
import { quoteBlock } from '../quoteBlock.js'
import { Report } from '../report.js'
import { fixed, say, text } from '../say.js'
import { untiedOrder } from '../untiedOrder.js'
import { needCase, needThemes, pageMaking } from './asked.js'
import { cellBlocks, cellMarks } from './cellBlocks.js'
import { type QuotableOfCase, quotableOfCase } from './quotesOfCase.js'

export interface FactsheetOptions {
  /** Themes to be its headings, by id or label; all unless given. */
  readonly themes?: readonly string[]
  /** Columns of `cases.csv` to show; all that any case has unless given. */
  readonly attributes?: readonly string[]
  /** The quotes to choose from; by rule from what was said of the case unless given. */
  readonly quotes?: Selection
  /** Quotes per theme where they are chosen by rule, 1 unless given. */
  readonly perTheme?: number
  /** The language of the page; that of the safe study unless given. */
  readonly language?: Language
}

/**
 * Makes the factsheet of a case: its attributes, then every theme under its role, with the status and summary of `cells.csv`, how much was
 * coded of it, and quotes; then the verdict on each configuration. Every case gets the same headings in the same order, so that sheets can be
 * laid side by side: what was expected, is absent, is missing and was never filled in each says so, and none of them is left out.
 *
 * For readers, cases of fewer than three people have no page, and a passage is only quoted where its speaker may be known to be of the case.
 *
 * @throws StudyError when the study is not a safe one and `audience: 'team'` is not given, when no language is known, when there is no such
 *   case or theme, and when readers may have no page of the case
 * @example
 * caseFactsheet(clinic, 'Cinder Lane', { audience: 'team', language: en }).chapters.map(chapter => chapter.id)
 * //=> ['case', 'context', 'mechanism', 'outcome', 'configurations']
 */
export function caseFactsheet(study: SafeStudy, of: string, options?: FactsheetOptions): Report
export function caseFactsheet(
  study: Study,
  of: string,
  options: FactsheetOptions & { readonly language: Language; readonly audience: 'team' },
): Report
export function caseFactsheet(study: Study, of: string, options: FactsheetOptions & { readonly audience?: 'team' } = {}): Report {
  const call = 'caseFactsheet'
  needAudience(study, call, options.audience)
  const meant = needCase(study, of, call)
  const themes = needThemes(study, options.themes, call)
  const quotable = quotableOfCase(study, meant.id)
  const making = pageMaking(study, options.language, options.quotes ?? quotable.choose({ perTheme: options.perTheme ?? 1, maxShare: 1 }))
  const cells = cellsPerTheme(study, meant, themes)
  const ofAll = { case: meant.name ?? meant.id }
  const roles = study.roles.map(role => ({ id: role, title: chapterTitle(making, role), themes: themes.filter(one => one.role === role) }))
  const without = themes.filter(one => one.role === null || !study.roles.includes(one.role))
  const parts = [...roles, { id: 'other', title: [fixed(making.language.texts.otherThemes)], themes: without }]
  const chapters = parts
    .filter(part => part.themes.length > 0)
    .map(
      ({ id, title, themes: own }): Chapter => ({
        id,
        title,
        blocks: own.map(theme => themeOfCase(making, theme, cells.get(theme)!, quotable)),
        ofAll,
      }),
    )
  return new Report({
    title: meant.name ?? meant.id,
    chapters: [aboutCase(making, meant, options.attributes, quotable), ...chapters, ...verdictsChapter(making, meant)],
    basis: making.language.texts.factsheetBasis,
    language: making.language,
    of: study,
  })
}

function cellsPerTheme(study: Study, { id }: Case, themes: readonly Theme[]): ReadonlyMap<Theme, FrameworkCell> {
  if (themes.length === 0) return new Map()
  const cells = frameworkCells(study, { rows: [id], columns: themes.map(one => one.id) })
  return new Map(themes.map((theme, i) => [theme, cells[i]!]))
}

function aboutCase(making: Making, meant: Case, asked: readonly string[] | undefined, { isHeld }: QuotableOfCase): Chapter {
  const { study, language, counts } = making
  const { texts } = language
  const attributes = asked ?? [...new Set(study.cases.flatMap(one => Object.keys(one.extra)))]
  const casesOf = casesSpokenOf(study)
  const said = countable(study).filter(one => casesOf(one).includes(meant.id))
  const numbers = {
    sources: fixed(language.count(sourcesOf(study).heardIn(said.map(one => one.speakers)).length, 'source')),
    passages: fixed(language.count(passagesIn(said.map(one => one.coding)), 'passage')),
  }
  const table: Block = {
    kind: 'table',
    caption: null,
    head: [[fixed(texts.headFeature)], [fixed(texts.headValue)]],
    rows: attributes.map(name => {
      const value = (meant.extra[name] ?? '').trim()
      return [[text(name)], [value === '' ? fixed(texts.notGiven) : text(value)]]
    }),
    numeric: [false, false],
  }
  return {
    id: 'case',
    title: [fixed(texts.aboutCase)],
    blocks: [
      ...(attributes.length === 0 ? [] : [table]),
      ...(counts
        ? [{ kind: 'paragraph', children: said.length === 0 ? [fixed(texts.caseUncoded)] : say(texts.caseSources, numbers) } as const]
        : []),
      ...(isHeld ? [{ kind: 'note', children: [fixed(texts.caseQuotesHeld)] } as const] : []),
    ],
  }
}

function themeOfCase(making: Making, theme: Theme, cell: FrameworkCell, quotable: QuotableOfCase): Block {
  const { study, language, selection } = making
  const { codings } = behindTheme(study, theme)
  const chosen = selection.quotes.filter(one => one.theme === theme.id && quotable.has(one))
  const printed = untiedOrder(
    study,
    chosen.flatMap(one => printQuote(study, language, one, codings) ?? []),
  )
  return {
    kind: 'theme',
    level: 3,
    title: [text(theme.label ?? theme.id)],
    marks: cellMarks(making, cell),
    blocks: [...cellBlocks(making, cell), ...printed.map(one => quoteBlock(making, one))],
  }
}

/** Whether each configuration fired here, as she wrote it. */
function verdictsChapter(making: Making, { id }: Case): readonly Chapter[] {
  const { study, language } = making
  const { texts, names } = language
  const configurations = newestConfigurations(study)
  if (configurations.length === 0) return []
  const rows = configurations.map(one => {
    const { verdict, isFilledIn, isTwofold, summary } = verdictIn(study, one, id)
    const said = isFilledIn ? (isTwofold ? [text(verdict)] : named(names.statuses, verdict)) : [fixed(texts.cellEmpty)]
    return [[text(one.id)], statementOf(making, one), said, summary === null ? [] : [text(summary)]]
  })
  const heads = [texts.headConfiguration, texts.headStatement, texts.headStatus, texts.summary]
  const table: Block = { kind: 'table', caption: null, head: heads.map(head => [fixed(head)]), rows, numeric: heads.map(() => false) }
  return [{ id: 'configurations', title: [fixed(texts.configurations)], blocks: [table] }]
}
