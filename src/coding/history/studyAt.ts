import { type Pass, type Study, StudyError, type Transcript } from '../../study/index.js'
import { applyEdits, carryTurns, invertEdits } from '../../transcript/index.js'
import { replay, withJournal } from '../journal.js'
import { findPass } from './findPass.js'

/**
 * The study as it was after a pass, made from its journal: to look again at what was there then, or to compare with
 * `diffStudies`. What the journal does not hold (title, rounds, the pages of the report, memos) is as it is now.
 *
 * @param pass the id of a pass, its number in `listPasses`, or a day (YYYY-MM-DD): then the last pass of that day or before.
 * Passes stand in the order in which they came in; work of others that was merged later may be dated before what it follows.
 * @returns a plain study with the journal up to that pass; a study without a journal is what was imported
 * @throws StudyError when there is no such pass, or the journal does not tell what passes changed
 * @example
 * diffStudies(studyAt(coded, 2), coded).rows[0]?.what
 * //=> "1 code added: 'regular meetings'"
 */
export function studyAt(given: Study, pass: string | number): Study {
  const study = withJournal(given)
  expectTold(study, 'studyAt')
  const at = findPass(study.journal, pass, 'studyAt')
  return replay(study.journal.slice(0, at + 1), { ...study, transcripts: textsBefore(study, study.journal.slice(at + 1)) })
}

/** The texts and turns as they were before these passes, the last of the journal. */
function textsBefore({ transcripts }: Study, passes: readonly Pass[]): readonly Transcript[] {
  const edits = passes.flatMap(pass => pass.changes.flatMap(({ patches }) => patches.filter(patch => patch.text !== undefined)))
  if (edits.length === 0) return transcripts
  const texts = new Map(transcripts.map(one => [one.id, one]))
  for (const { id, from, text } of edits.reverse()) {
    const one = texts.get(id)
    if (one === undefined) continue
    const back = invertEdits(text!)
    const turns = (from?.turns as Transcript['turns'] | undefined) ?? carryTurns(one.turns, back)
    texts.set(id, { ...one, text: applyEdits(one.text, back), turns })
  }
  return [...texts.values()]
}

/** Refuses a journal that tells of passes without their content, as that of a safe study does. */
export function expectTold({ journal }: Study, call: string): void {
  if (journal.length > 0 && journal.every(pass => pass.changes.length === 0))
    throw new StudyError([
      { what: 'the journal of this study does not tell what its passes changed', hint: 'ask the study it was made from', call },
    ])
}
