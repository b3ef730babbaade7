import { type Selection, selectQuotes, smallClasses, themesInOrder } from '../../analysis/index.js'
import { type Language, languageOf } from '../../language/index.js'
import { audienceOf, type Case, namesOf, type Problem, type Row, type Study, type Theme, throwProblems } from '../../study/index.js'
import { checkSelection } from '../checkSelection.js'
import type { Making } from '../making.js'

/** What a page of a case or a theme is made with. */
export function pageMaking(study: Study, given: Language | undefined, quotes: Selection | undefined): Making {
  const selection = quotes ?? selectQuotes(study)
  checkSelection(study, selection)
  return { study, language: languageOf(study, given), selection, oneSource: 'mark', counts: study.basis === 'interviews' }
}

/** The case meant by an id or a name; to readers only one that may have a page of its own. */
export function needCase(study: Study, name: string, call: string): Case {
  const found = rowNamed(study.cases, 'cases', name)
  const hint = 'use an id or a name of cases.csv'
  if (found === undefined) return throwProblems([{ what: 'there is no such case', hint, call }]) as never
  const { printed, other } = smallClasses(study, 'case')
  if (audienceOf(study) === 'public' && printed(found.id) === other)
    throwProblems([
      {
        what: 'this case is of fewer than three people, or its difference from another is',
        hint: 'readers get no page of it: make the page from the study itself, for the team',
        call,
      },
    ])
  return found
}

/** The themes meant, in the order of the report; all of them when none are asked for. */
export function needThemes(study: Study, names: readonly string[] | undefined, call: string): readonly Theme[] {
  const all = themesInOrder(study)
  if (names === undefined) return all
  const problems: Problem[] = []
  const found = names.map(name => {
    const theme = rowNamed(all, 'themes', name)
    if (theme === undefined) problems.push({ what: 'there is no such theme', hint: 'use an id or a label of themes.csv', call })
    return theme
  })
  throwProblems(problems)
  return all.filter(theme => found.includes(theme))
}

function rowNamed<R extends { readonly id: string }>(rows: readonly R[], table: 'cases' | 'themes', name: string): R | undefined {
  const id = namesOf(table, rows as unknown as readonly Row[])(name)
  return rows.find(one => one.id === id) ?? rows.find(one => one.id === name)
}
