import { expect, test } from 'vitest'
import { plainText } from '../../src/report/index.js'
import { fixed, joined, say, text } from '../../src/report/say.js'

test('tells what is filled in from what is fixed: strings come from the study, numbers do not', () => {
  expect(say('{who} said {n} of {what}.', { who: 'a nurse', n: 3, what: fixed('four') })).toEqual([
    text('a nurse'),
    fixed(' said '),
    fixed('3'),
    fixed(' of '),
    fixed('four'),
    fixed('.'),
  ])
})

test('never reads what is filled in as a place to fill in', () => {
  expect(say('{who}', { who: '{n}', n: 3 })).toEqual([text('{n}')])
  expect(say('{gone}!')).toEqual([fixed('!')])
})

test('joins lines with something fixed', () => {
  expect(plainText(joined([[text('a')], [text('b')], [text('c')]], '; '))).toBe('a; b; c')
})
