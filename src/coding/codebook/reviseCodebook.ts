import { type Study, throwProblems } from '../../study/index.js'
import type { By } from '../journal.js'
import { startDraft } from '../passes/draft.js'
import { codebookChanges } from './codebookChanges.js'
import { planCodebook } from './planCodebook.js'
import { type CodebookFile, readCodebook } from './readCodebook.js'

/**
 * Takes over a codebook that was worked on outside: adds, renames, moves and retires codes and changes what is said of them, as one
 * axial pass. All or nothing. A code that the file does not name stays as it is, a column that the file does not have changes nothing,
 * and an empty cell takes away what was said. The same file again changes nothing.
 *
 * @param book the text of a CSV file, or what `readCodebook` made of it; look first with `compareCodebook`
 * @returns the study with the pass in its journal; the study itself when nothing changed
 * @throws StudyError with every row that cannot be used: roles, topics and codes that do not exist, names used twice or almost, circles
 * @example
 * const revised = reviseCodebook(study, { coder: 'MV', date: '2020-06-02' }, 'name,definition\ntrust,counting on one another\n')
 * revised.codes.find(code => code.id === 'trust')?.definition
 * //=> 'counting on one another'
 */
export function reviseCodebook(study: Study, by: By, book: string | CodebookFile): Study {
  const { planned, missing, problems, doubts } = planCodebook(study, typeof book === 'string' ? readCodebook(book) : book)
  throwProblems([...problems, ...doubts])
  const names = new Map([...missing, ...planned.map(one => one.after)].map(code => [code.id, code.name ?? code.id]))
  const draft = startDraft(study, by)
  for (const one of planned) {
    const { before, after } = one
    const changes = codebookChanges(study, one, id => names.get(id) ?? id)
    const note = `"${before?.name ?? after.name ?? after.id}": ${changes.map(change => change.what).join(', ')}`
    draft.begin('codebook')
    draft.call('codebook', note, () => {
      if (before === null) draft.add('codes', after)
      else draft.change('codes', before.id, after)
    })
  }
  return draft.finish('axial')
}
