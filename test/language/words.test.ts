import { expect, test } from 'vitest'
import { wordsIn } from '../../src/language/index.js'

test('keeps accents, hyphens and apostrophes inside a word, and nothing around it', () => {
  expect(wordsIn('Eén co-creatie, z’n “cliënten”! -x- 2e')).toEqual(['Eén', 'co-creatie', 'z’n', 'cliënten', 'x', '2e'])
  expect(wordsIn(' … ')).toEqual([])
})

test('takes linear time on a long text of hyphens', () => {
  const started = performance.now()
  expect(wordsIn(`${'a-'.repeat(200_000)}a`)).toHaveLength(1)
  expect(wordsIn('-'.repeat(400_000))).toHaveLength(0)
  expect(performance.now() - started).toBeLessThan(2000)
})
