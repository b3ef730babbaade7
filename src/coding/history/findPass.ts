import { nearName, type Pass, StudyError } from '../../study/index.js'

/**
 * The place of a pass in the journal: by id, by its number counted from 1, or the last one of a day or before it.
 *
 * @throws StudyError when there is none
 */
export function findPass(journal: readonly Pass[], pass: string | number, call: string): number {
  if (typeof pass === 'number') {
    if (Number.isInteger(pass) && pass >= 1 && pass <= journal.length) return pass - 1
    throw new StudyError([{ what: 'there is no pass with this number', hint: `give a number from 1 to ${journal.length}`, call }])
  }
  if (/^\d{4}-\d{2}-\d{2}$/u.test(pass)) {
    // An import has no date: it stands before every day.
    const at = journal.findLastIndex(one => one.date <= pass)
    if (at >= 0) return at
    throw new StudyError([{ what: 'the journal begins after this day', hint: `its first pass is of ${journal[0]?.date}`, call }])
  }
  const at = journal.findIndex(one => one.id === pass)
  if (at >= 0) return at
  const ids = journal.map(one => one.id)
  const near = (pass.length > 4 ? ids.find(id => id.startsWith(pass)) : undefined) ?? nearName(pass, ids)
  const hint = near === null ? 'use an id or a number of listPasses(study), or a day: 2020-05-04' : `did you mean ${near}?`
  throw new StudyError([{ what: 'no pass of this study has this id', hint, call }])
}
