import { expect, test } from 'vitest'
import { en } from '../../src/language/en/index.js'
import { nl } from '../../src/language/nl/index.js'

const cut = (text: string, language: typeof en) => language.sentences(text).map(span => text.slice(span.start, span.end))

test('ends a sentence at its mark, with the quotes that close it', () => {
  expect(cut('She came. “Why?” he asked… Nobody knew', en)).toEqual(['She came.', '“Why?”', 'he asked…', 'Nobody knew'])
})

test('goes on after an abbreviation, an initial or before a lower-case word', () => {
  expect(cut('Dr. Ohm and J. Watt came, e.g. on foot. Then left.', en)).toEqual(['Dr. Ohm and J. Watt came, e.g. on foot.', 'Then left.'])
  expect(cut('Prof. Volt belt o.a. Ohm. Daarna niets.', nl)).toEqual(['Prof. Volt belt o.a. Ohm.', 'Daarna niets.'])
})

test('ends a sentence at a line end, and gives spans without white space', () => {
  expect(en.sentences(' One\n\n Two. ')).toEqual([
    { start: 1, end: 4 },
    { start: 7, end: 11 },
  ])
})
