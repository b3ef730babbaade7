import { expect, test } from 'vitest'
import { compromiseRecogniser } from '../../src/language/en/compromise.js'

const text = "Mrs. Johnson and Ahmed met Fatima O'Brien in Leeds. 😀 Acme Housing Ltd, (415) 555-0132, mail jan@x.org. On 3 May 2021."

test('marks names, places, organisations, numbers, addresses and dates where they stand', () => {
  const marks = compromiseRecogniser()(text)
  expect(marks.map(mark => [mark.type, mark.text])).toEqual([
    ['PERSON', 'Mrs. Johnson'],
    ['PERSON', 'Ahmed'],
    ['PERSON', "Fatima O'Brien"],
    ['LOCATION', 'Leeds'],
    ['ORG', 'Acme Housing Ltd'],
    ['PHONE', '(415) 555-0132'],
    ['EMAIL', 'jan@x.org'],
    ['DATE', '3 May 2021'],
  ])
  // Offsets are UTF-16: the emoji counts for two.
  for (const mark of marks) expect(text.slice(mark.start, mark.end)).toBe(mark.text)
})

test('is never sure, and finds nothing in nothing', () => {
  expect(compromiseRecogniser()(text).filter(mark => mark.certainty === 'sure')).toEqual([])
  expect(compromiseRecogniser()('')).toEqual([])
  expect(compromiseRecogniser()('... !')).toEqual([])
})
