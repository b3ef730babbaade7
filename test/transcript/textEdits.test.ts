import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { TextEdit } from '../../src/study/index.js'
import { applyEdits, editsFit, invertEdits } from '../../src/transcript/index.js'

const piece = fc.string({ unit: fc.constantFrom('a', 'b', '\n', ' ', '😀', 'é'), maxLength: 6 })

/** A text in pieces: each stays, or is cut for what is put in. */
const edited = fc.array(fc.record({ keep: piece, cut: piece, put: piece }), { maxLength: 8 }).map(parts => {
  const edits: TextEdit[] = []
  let before = ''
  let after = ''
  for (const { keep, cut, put } of parts) {
    before += keep
    after += keep
    edits.push({ at: before.length, cut, put })
    before += cut
    after += put
  }
  return { before, after, edits }
})

it('gives the text after, and inverted the text before', () => {
  fc.assert(
    fc.property(edited, ({ before, after, edits }) => {
      expect(applyEdits(before, edits)).toBe(after)
      expect(applyEdits(after, invertEdits(edits))).toBe(before)
      expect(invertEdits(invertEdits(edits))).toEqual(edits)
    }),
  )
})

it.each([
  ['words that do not stand there', [{ at: 0, cut: 'x', put: '' }]],
  ['a place behind the text', [{ at: 9, cut: '', put: 'x' }]],
  [
    'edits out of order',
    [
      { at: 4, cut: '', put: 'x' },
      { at: 1, cut: '', put: 'x' },
    ],
  ],
  [
    'edits that overlap',
    [
      { at: 0, cut: 'one', put: '' },
      { at: 2, cut: 'e', put: '' },
    ],
  ],
])('refuses %s', (_, edits) => {
  expect(editsFit('one two', edits)).toBe(false)
  expect(() => applyEdits('one two', edits)).toThrow('not the one that these edits were made in')
})
