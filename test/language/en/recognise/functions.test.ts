import { expect, it } from 'vitest'
import { en } from '../../../../src/language/en/index.js'

const functions = (text: string) =>
  en
    .recognise(text)
    .filter(mark => mark.type === 'FUNCTION')
    .map(mark => `${mark.text}: ${mark.certainty}`)

it.each([
  ['I’m a consultant gastroenterologist at the hospital.', 'consultant gastroenterologist: likely'],
  ['And Gareth Pugh was programme director back then.', 'programme director: likely'],
  ['A pharmacist caught it in about a minute.', 'pharmacist: look'],
  ['so the principal back then was brilliant', 'principal: look'],
])('%s', (text, mark) => expect(functions(text)).toEqual([mark]))

it('leaves what is said of all', () => {
  expect(functions('Every nurse knows that, and the nurses do.')).toEqual([])
})
