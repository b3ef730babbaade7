import { isFoundIn, QueriedCodings, quotedThing, type Selection } from '../analysis/index.js'
import { type Study, StudyError, throwProblems } from '../study/index.js'

/**
 * Throws one `StudyError` when a selection names a theme, coding or quote that the study does not have, or a query was asked of another
 * study.
 */
export function checkSelection(study: Study, selection: Selection | QueriedCodings): void {
  if (selection instanceof QueriedCodings) {
    if (isFoundIn(study, selection)) return
    const hint = 'ask it of the study that is printed: queryCodings(safe, found.query)'
    throw new StudyError([{ what: 'this query was asked of another study, or of this one before it changed', hint, call: 'quotes' }])
  }
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
