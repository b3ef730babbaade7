import { expect, it } from 'vitest'
import { applyPass, type By, replay, withJournal } from '../../../src/coding/index.js'
import { makePass } from '../../../src/coding/journal.js'
import { by, studyOf, transcript } from '../../builders.js'

const study = withJournal(studyOf([transcript('i1', ['1: we met dayly', 'I: and now?'])]))
const edits = [{ at: study.transcripts[0]!.text.indexOf('dayly'), cut: 'dayly', put: 'every day' }]
const pass = (who: By) =>
  makePass(study, 'revise', who, [
    { call: 'revise', note: '', patches: [{ table: 'transcripts', id: 'i1', from: {}, to: {}, text: edits }] },
  ])

it('a pass may edit a text, and carries its turns', () => {
  const [after] = applyPass(study, pass(by)).transcripts
  expect(after!.text).toBe('1: we met every day\nI: and now?\n')
  expect(after!.turns.map(turn => after!.text.slice(turn.start, turn.end))).toEqual(['we met every day', 'and now?'])
})

it('a replay takes the texts from the study, and does not edit them again', () => {
  const after = applyPass(study, pass(by))
  expect(replay(after.journal, after).transcripts).toEqual(after.transcripts)
})

it('a pass does not edit a text that is another', () => {
  const other = studyOf([transcript('i1', ['1: another text'])])
  expect(() => applyPass(other, pass(by))).toThrow('not the one that these edits were made in')
})
