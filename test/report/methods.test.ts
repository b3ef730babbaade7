import { describe, expect, test } from 'vitest'
import { en } from '../../src/language/en/index.js'
import { buildReport, renderMarkdown } from '../../src/report/index.js'
import { carryGuard, type SafeStudy, type Study } from '../../src/study/index.js'
import { quoteRow } from '../analysis/makeStudy.js'
import { full, page } from './fullStudy.js'
import { markdown, under } from './reportText.js'

describe('the methods', () => {
  test('tell the facts of the study', () => {
    const methods = under(markdown(), '## Methods')
    expect(methods).toContain('1. What works, for whom?')
    expect(methods).toContain('Approved by the board.')
    expect(methods).toContain('| First talks | interviews | gleaning theory | 2 | 2 | live, video | 45-60 |')
    expect(methods).toContain('| second | reflection | refining theory | 1 | 2 |  | 30 |')
    expect(methods).toContain('| nurses | 3 | 1 |  |')
    expect(methods).toContain('coded by 2 coders, with 3 codes')
    expect(methods).toContain('Passes: open coding 2.')
    const [first] = full.journal
    const read = (['import', 'edit'] as const).map(kind => ({ ...first!, kind }))
    expect(markdown({ journal: [...read, ...full.journal] })).toContain('Passes: open coding 2.')
    expect(markdown({ journal: read })).not.toContain('Passes:')
    expect(methods).toContain('stammering left out')
    expect(methods).toContain('| may be quoted verbatim | 3 |')
    expect(methods).toContain('Themes that rest on one source are marked.')
  })

  test('tell how many different quotes the report holds, wherever they stand', () => {
    const counted = (text: string) => Number(/not counting paraphrases: (\d+)\./u.exec(text)?.[1])
    const literal = (text: string) => new Set(text.match(/“[^”]*”/gu)).size
    const inLine = page('i', 'She said {{quote q4}}, and {{quote q2}}.', { chapter: 'introduction' })
    const q4 = quoteRow('q4', full.transcripts[2]!, 'did notice', [])
    for (const facts of [{}, { pages: [inLine], quotes: [...full.quotes, q4] }, { configurations: [] }]) {
      const text = markdown(facts)
      expect(counted(text)).toBe(literal(text))
      expect(counted(text)).toBeGreaterThan(3)
    }
    expect(counted(markdown({ pages: [inLine], quotes: [...full.quotes, q4] }))).toBe(counted(markdown()) + 1)
  })

  test('tell how many passages could not be quoted, and keep consents per number for the team', () => {
    const withheld = { ...full.transcripts[2]!, extra: { withheld: `4-${full.transcripts[2]!.text.length}` } }
    const gap: Study = { ...full, transcripts: [full.transcripts[0]!, full.transcripts[1]!, withheld] }
    const safe = carryGuard(gap, { check: () => [] }) as SafeStudy
    const methods = under(renderMarkdown(buildReport(safe, { language: en })), '## Methods')
    expect(methods).toContain('could not be quoted verbatim: 1.')
    expect(methods).not.toContain('may be quoted verbatim')
    expect(under(markdown(), '## Methods')).not.toContain('could not be quoted')
  })
})
