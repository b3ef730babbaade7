import { keyOf } from '../coding/index.js'
import { type Problem, placeOf, type Study, throwProblems } from '../study/index.js'

/** Ids must stay apart when the names in them are replaced; roles and attributes are carried as they are called. */
export function checkIds(study: Study, say: (text: string) => string, attributes: readonly string[]): void {
  const hint = 'call it something without a name'
  const problems: Problem[] = [
    ...study.roles
      .filter(role => say(role) !== role)
      .map(() => ({ what: 'the id of a role holds a registered name', hint, file: 'study.json', column: 'roles' })),
    ...attributes
      .filter(name => say(name) !== name)
      .map(() => ({ what: 'an attribute to carry is called by a registered name', hint, call: 'anonymise' })),
  ]
  for (const table of ['codes', 'themes', 'quotes', 'configurations', 'cases', 'topics', 'theories'] as const) {
    const first = new Map<string, string>()
    for (const [i, row] of study[table].entries()) {
      const id = keyOf(table, row)
      const other = first.get(say(id))
      if (other !== undefined && other !== id)
        problems.push({
          what: 'this id and another become the same when names are replaced',
          hint: 'give one of them an id without a name',
          ...placeOf(table, i, 'id'),
        })
      first.set(say(id), id)
    }
  }
  throwProblems(problems)
}
