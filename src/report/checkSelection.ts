import { quotedThing, type Selection } from '../analysis/index.js'
import { type Study, throwProblems } from '../study/index.js'

/** Throws one `StudyError` when a selection names a theme, coding or quote that the study does not have. */
export function checkSelection(study: Study, selection: Selection): void {
  const themes = new Set(study.themes.map(theme => theme.id))
  throwProblems(
    selection.quotes.flatMap((quote, i) => {
      const call = `quotes, item ${i + 1}`
      const hint = 'choose again with selectQuotes from this study'
      if (!themes.has(quote.theme)) return [{ what: 'this theme is not in the study', hint, call }]
      return quotedThing(study, quote) === null ? [{ what: 'this coding or quote is not in the study', hint, call }] : []
    }),
  )
}
