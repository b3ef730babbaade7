import { countable, passagesIn, type Selection, selectQuotes } from '../analysis/index.js'
import { type Language, languageOf } from '../language/index.js'
import type { SafeStudy, Study } from '../study/index.js'
import { needAudience } from './audience.js'
import type { Chapter } from './block.js'
import { checkSelection } from './checkSelection.js'
import { codebookChapter } from './codebookChapter.js'
import { configurationsChapter } from './configurationsChapter.js'
import type { Making } from './making.js'
import { methodsChapter } from './methodsChapter.js'
import { Report } from './report.js'
import { pageBlocks, roleChapter } from './roleChapter.js'
import { fixed, text } from './say.js'
import { unsettledChapter } from './unsettledChapter.js'
import { type WrittenPage, writtenPages } from './writtenPages.js'

export interface ReportOptions {
  /** The quotes to print; chosen by `selectQuotes` unless given. */
  readonly quotes?: Selection
  /** The language of the report; that of the safe study unless given. */
  readonly language?: Language
  /** What to do with a theme that rests on one source: `mark` it (unless given), or `list` it at the end of its chapter. */
  readonly oneSource?: 'mark' | 'list'
}

/**
 * Builds the report: for the team what coders still disagree on, an introduction, a chapter per role, the configurations, chapters of her own, the
 * methods and the codebook. Her pages are in charge; where there are none the chapter is a skeleton marked *not written yet*. Numbers and
 * quotes come from the study, so that none can go stale.
 *
 * @throws StudyError when the study is not a safe one and `audience: 'team'` is not given, when no language is known, and with every
 *   reference of her pages that leads nowhere
 * @example
 * buildReport(safe).chapters.map(chapter => chapter.id)
 * //=> ['introduction', 'context', 'mechanism', 'outcome', 'configurations', 'methods', 'codebook']
 */
export function buildReport(study: SafeStudy, options?: ReportOptions): Report
export function buildReport(study: Study, options: ReportOptions & { readonly language: Language; readonly audience: 'team' }): Report
export function buildReport(study: Study, options: ReportOptions & { readonly audience?: 'team' } = {}): Report {
  needAudience(study, 'buildReport', options.audience)
  const language = languageOf(study, options.language)
  const selection = options.quotes ?? selectQuotes(study)
  checkSelection(study, selection)
  const making: Making = { study, language, selection, oneSource: options.oneSource ?? 'mark', counts: study.basis === 'interviews' }
  const pages = writtenPages(making)
  const chapters = [
    unsettledChapter(making),
    introduction(making, pages),
    ...study.roles.map(role => roleChapter(making, role, pages)),
    configurationsChapter(making, pages),
    ...ownChapters(making, pages),
  ].filter(chapter => chapter !== null)
  const codebook = codebookChapter(making)
  return new Report({
    title: study.title,
    chapters: [...chapters, methodsChapter(making, pages, chapters), ...(codebook === null ? [] : [codebook])],
    basis: basisOf(making),
    language,
    of: study,
  })
}

function introduction({ language: { texts } }: Making, pages: readonly WrittenPage[]): Chapter {
  const own = pages.filter(page => page.chapter === 'introduction')
  return {
    id: 'introduction',
    title: own[0]?.title ?? [fixed(texts.introduction)],
    blocks:
      own.length === 0 ? [{ kind: 'unwritten', children: [fixed(texts.notWritten)] }] : own.flatMap((page, i) => pageBlocks(page, i > 0)),
  }
}

/** Chapters that only her pages name, such as a discussion, in the order of those pages. */
function ownChapters({ study }: Making, pages: readonly WrittenPage[]): readonly Chapter[] {
  const known = new Set(['introduction', 'configurations', 'methods', ...study.roles])
  const names = [...new Set(pages.map(page => page.chapter))].filter(name => !known.has(name))
  return names.map(name => {
    const own = pages.filter(page => page.chapter === name)
    return { id: name, title: own[0]?.title ?? [text(name)], blocks: own.flatMap((page, i) => pageBlocks(page, i > 0)) }
  })
}

function basisOf({ study, language, counts }: Making): string {
  if (!counts) return language.texts.basisQuotes
  const said = countable(study)
  const people = new Set(study.transcripts.flatMap(one => one.respondents)).size
  return language.texts.basisInterviews
    .replace('{conversations}', language.count(study.transcripts.length, 'conversation'))
    .replace('{people}', language.count(people, 'person'))
    .replace('{passages}', language.count(passagesIn(said.map(one => one.coding)), 'passage'))
    .replace('{themes}', String(study.themes.length))
}
