import { expect, it } from 'vitest'
import { nearName } from '../../src/study/index.js'

it.each([
  ['vertouwen', 'vertrouwen'],
  ['Codings', 'codings'],
  ['qoute', 'quote'],
  ['interview-1', null],
  ['cod', null],
])('%s is near to %s', (name, near) => {
  expect(nearName(name, ['vertrouwen', 'codings', 'quote', 'interview-2', 'code'])).toBe(near)
})
