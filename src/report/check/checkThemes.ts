import { behindTheme, speakerLabel, themesInOrder } from '../../analysis/index.js'
import type { Language } from '../../language/index.js'
import type { Study, Theme } from '../../study/index.js'
import type { CheckedQuotation } from './checkQuotations.js'
import type { Quotation } from './quotations.js'
import type { ReportText } from './readReport.js'
import type { ThemeWords } from './themeWords.js'

/** A theme of the study, and whether the report tells of it and of who sees it otherwise. */
export interface CheckedTheme {
  readonly theme: string
  readonly role: string
  /** Quotations of it that were found. */
  readonly quoted: number
  /** Sentences and headings that name it. */
  readonly named: number
  /** Sources. */
  readonly supports: number
  readonly refutes: number
  readonly refines: number
  /** Whether there is dissent, and the report tells of it: a quotation of who refutes it, or a sentence beside the theme that says so. */
  readonly dissent: 'none' | 'told' | 'not told'
  /** Who refutes it. */
  readonly refutedBy: string
}

/** Holds the themes of a study against what a report tells. */
export function checkThemes(
  study: Study,
  language: Language,
  report: ReportText,
  words: ThemeWords,
  quotations: readonly CheckedQuotation[],
): readonly CheckedTheme[] {
  const naming = new Map<Theme, number>()
  const beside = new Map<Theme, Set<object>>()
  const addTo = (theme: Theme, paragraph: object) => beside.set(theme, (beside.get(theme) ?? new Set()).add(paragraph))
  let under: readonly Theme[] = []
  for (const { start, end, paragraph } of report.sentences) {
    const named = words.namedIn(report.text.slice(start, end))
    if (paragraph.isHeading) under = words.headedBy(report.text.slice(paragraph.start, paragraph.end))
    for (const theme of named) {
      naming.set(theme, (naming.get(theme) ?? 0) + 1)
      addTo(theme, paragraph)
    }
    for (const theme of under) addTo(theme, paragraph)
  }
  for (const { quotation, themes } of quotations) for (const theme of themes) addTo(theme, quotation.paragraph)
  return themesInOrder(study).map(theme => {
    const behind = behindTheme(study, theme)
    const own = quotations.filter(one => one.themes.includes(theme))
    const isTold =
      own.some(one => one.refutes.includes(theme)) ||
      saysOtherwise(
        report,
        language,
        beside.get(theme) ?? new Set(),
        quotations.map(one => one.quotation),
      )
    return {
      theme: theme.label ?? theme.id,
      role: theme.role ?? '',
      quoted: own.length,
      named: naming.get(theme) ?? 0,
      supports: behind.supports.length,
      refutes: behind.against.length,
      refines: behind.refining.length,
      dissent: behind.against.length === 0 ? 'none' : isTold ? 'told' : 'not told',
      refutedBy: behind.against.map(source => speakerLabel(study, language, source.respondents)).join('; '),
    }
  })
}

/** Whether a sentence in one of these paragraphs, outside what is quoted, says that not all think alike. */
function saysOtherwise(report: ReportText, language: Language, paragraphs: ReadonlySet<object>, quotations: readonly Quotation[]): boolean {
  return report.sentences.some(({ start, end, paragraph }) => {
    if (!paragraphs.has(paragraph)) return false
    const said = report.text.slice(start, end)
    return Array.from(said.matchAll(language.reading.dissent)).some(match => {
      const at = start + match.index
      return !quotations.some(one => one.before <= at && at < one.after)
    })
  })
}
