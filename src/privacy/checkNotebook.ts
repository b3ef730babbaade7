import { guardOf, type Problem, type SafeStudy, throwProblems } from '../study/index.js'
import { teamNote } from '../table/index.js'
import { knowledgeOf } from './guard.js'
import { notebookLeaves } from './notebookLeaves.js'

/** What the gate says of a saved notebook. */
export interface NotebookCheck {
  /** What must not be passed on, with its cell. */
  readonly problems: readonly Problem[]
  /** Places of pictures and attachments, which only a person can look at. */
  readonly unread: readonly string[]
}

/**
 * Holds a saved notebook against the guard of a safe study, since a notebook keeps what its cells printed: registered names, words of
 * someone who may not be quoted, what surely leads to a person, and results that are for the team.
 *
 * @param json the content of an `.ipynb` file
 * @param safe what `anonymise` made of the study that the notebook works on
 * @param file what to call it in problems
 * @throws StudyError when it is no notebook, or the study is not a safe one
 * @example
 * checkNotebook('{"nbformat":4,"cells":[{"cell_type":"code","source":["// Greta Vos"],"outputs":[]}]}', safe).problems[0]?.what
 * //=> 'cell 1: this would print the name of row 2 of the register'
 */
export function checkNotebook(json: string, safe: SafeStudy, file = 'notebook.ipynb'): NotebookCheck {
  const guard = guardOf(safe)
  if (guard === null)
    throwProblems([{ what: 'a notebook is held against a safe study', hint: 'give what anonymise made', call: 'checkNotebook' }])
  const { leaves, unread } = notebookLeaves(json, file)
  const team = [teamNote, knowledgeOf(guard)?.language.texts.teamOnly ?? teamNote]
  const problems = leaves.flatMap(leaf => {
    const found = guard!.check([leaf], leaf.look)
    if (team.some(note => leaf.text.includes(note)))
      return [...found, { what: 'this is for the team only', hint: 'clear the output, or make it from the safe study', call: leaf.where }]
    return found
  })
  return { problems: told(problems, file), unread }
}

/** Each once per cell, though an output is kept in several forms. */
function told(problems: readonly Problem[], file: string): readonly Problem[] {
  const once = new Map<string, Problem>()
  for (const { call, what, hint } of problems) {
    const place = (call ?? '').split(', ').slice(0, 2).join(', ')
    const said = `${place}: ${what}`
    if (!once.has(said)) once.set(said, { what: said, hint, file })
  }
  return [...once.values()]
}
