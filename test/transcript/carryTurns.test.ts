import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { TextEdit } from '../../src/study/index.js'
import { applyEdits, carryTurns } from '../../src/transcript/index.js'
import { transcript } from '../builders.js'

const one = transcript('i1', ['I: How was it?', '1: Good, mostly.', 'I: And then?', '1: Then I left.'])

/** What the turns say after the first place of `cut` became `put`. */
function said(cut: string, put: string, before = one): readonly string[] {
  const edits = [{ at: before.text.indexOf(cut), cut, put }]
  const text = applyEdits(before.text, edits)
  return carryTurns(before.turns, edits).map(turn => text.slice(turn.start, turn.end))
}

it.each([
  ['a word in a turn', 'mostly', 'most of the time', ['How was it?', 'Good, most of the time.', 'And then?', 'Then I left.']],
  ['the first word of a turn', 'Good', 'Well,\ngood', ['How was it?', 'Well,\ngood, mostly.', 'And then?', 'Then I left.']],
  ['the last word of a turn', 'mostly.', 'mostly\nyes', ['How was it?', 'Good, mostly\nyes', 'And then?', 'Then I left.']],
  ['a mark', '1', 'Anna', ['How was it?', 'Good, mostly.', 'And then?', 'Then I left.']],
  ['white space behind a mark', ' Good', '\tGood', ['How was it?', '\tGood, mostly.', 'And then?', 'Then I left.']],
  ['a whole turn away', 'Good, mostly.', '', ['How was it?', '', 'And then?', 'Then I left.']],
  ['the line ends between turns', '\nI: And', '\n\nI: And', ['How was it?', 'Good, mostly.', 'I: And then?', 'Then I left.']],
])('carries turns along: %s', (_, cut, put, turns) => {
  expect(said(cut, put)).toEqual(turns)
})

it('takes in what was put on the line of a turn, and nothing of the lines below', () => {
  const end = one.turns[1]!.end
  const put = (words: string) => {
    const edits = [{ at: end, cut: '', put: words }]
    const turn = carryTurns(one.turns, edits)[1]!
    return applyEdits(one.text, edits).slice(turn.start, turn.end)
  }
  expect(put(' Really.')).toBe('Good, mostly. Really.')
  expect(put(' Really.\n(a pause)')).toBe('Good, mostly. Really.')
  expect(put('\n(a pause)')).toBe('Good, mostly.')
})

it('keeps turns in order, inside the text, without overlap, whatever the edits', () => {
  const edits = fc
    .array(fc.record({ at: fc.nat(one.text.length), cut: fc.nat(12), put: fc.constantFrom('', 'x', '\n', 'a b\nc', 'I: ') }), {
      maxLength: 6,
    })
    .map(all => {
      const made: TextEdit[] = []
      let from = 0
      for (const { at, cut, put } of [...all].sort((a, b) => a.at - b.at)) {
        if (at < from) continue
        made.push({ at, cut: one.text.slice(at, at + cut), put })
        from = Math.min(one.text.length, at + cut)
      }
      return made
    })
  fc.assert(
    fc.property(edits, made => {
      const { length } = applyEdits(one.text, made)
      let end = 0
      for (const turn of carryTurns(one.turns, made)) {
        expect(turn.start).toBeGreaterThanOrEqual(end)
        expect(turn.end).toBeGreaterThanOrEqual(turn.start)
        end = turn.end
      }
      expect(end).toBeLessThanOrEqual(length)
    }),
    { numRuns: 500 },
  )
})
