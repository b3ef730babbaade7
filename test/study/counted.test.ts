import { expect, it } from 'vitest'
import { counted, tableNames } from '../../src/study/index.js'

it('says one of a thing in the singular', () => {
  expect(['passes', 'pages of the report', 'words'].map(many => counted(1, many))).toEqual(['1 pass', '1 page of the report', '1 word'])
  expect(tableNames.map(table => counted(1, table))).toEqual(
    [
      ...['transcript', 'respondent', 'consent', 'case', 'topic', 'code', 'relation', 'coding', 'theme', 'quote', 'theory'],
      ...['configuration', 'evidence', 'cell', 'prompt', 'answer', 'response', 'reveal', 'sampling'],
    ].map(one => `1 ${one}`),
  )
  expect(counted(0, 'theories')).toBe('0 theories')
})
