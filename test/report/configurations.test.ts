import { describe, expect, test } from 'vitest'
import { nl } from '../../src/language/nl/index.js'
import { buildReport, renderMarkdown } from '../../src/report/index.js'
import { quoteRow } from '../analysis/makeStudy.js'
import { configuration, full, page } from './fullStudy.js'
import { markdown, under } from './reportText.js'

describe('configurations', () => {
  test('are those of the newest version; the others are history', () => {
    const chapter = under(markdown(), '## Configurations')
    expect(chapter).toContain('**Theory: now, refined**')
    expect(chapter).not.toContain('Rules make people meet.')
    expect(under(chapter, '### Earlier versions of the theory')).toContain('| first | initial | Rules do it. | 1 |')
  })

  test('say what they rest on, what was inferred and how, and what speaks against them', () => {
    const chapter = under(markdown(), '### C1')
    expect(chapter).toContain(
      'Given ‘new rules’, then they meet, because they start to talk (inferred by the analyst). *(put together from the words and codes per role)*',
    )
    expect(chapter).toContain('| mechanism *(inferred by the analyst)* | talking | they start to talk |')
    expect(chapter).toContain('Rests on 2 sources. Only agreed with what was put to them: 1 source.')
    expect(chapter).toContain('- **context**: said, only agreed, thin')
    expect(chapter).toContain('- **mechanism**: inferred by the analyst')
    expect(chapter).toContain('Reasoning: They met right after')
    expect(chapter).toContain('“sit down together” (Respondent 1)')
    expect(chapter.indexOf('*Against*')).toBeGreaterThan(chapter.indexOf('*For*'))
    expect(under(markdown(), '### C1').split('*Against*')[1]).toContain('“We never noticed those rules” (Respondents 3a and 3b)')
    expect(chapter).toContain('- **outcome**: other data, Minutes of 2020')
    expect(chapter).toContain('They did notice the evenings. \\[paraphrase\\] (Respondents 3a and 3b)')
    expect(chapter).toContain('- **Northgate**: fired. They met at once.')
    expect(chapter).toContain('For whom: patients. Compared with the version before: narrowed. Reason: One hospital differed. Rival of C2')
    expect(markdown()).toContain('### C1 *(contested)*')
  })

  test('do not print a passage again that stands there as evidence', () => {
    const [t1, t2] = full.transcripts
    const quotes = [
      quoteRow('same', t1!, 'sit down', [], { configurations: ['C1'] }),
      quoteRow('words', t2!, 'Nobody forced us', [], { configurations: ['C1'], spans: [], text: 'The rules made us talk' }),
      quoteRow('more', t1!, 'sit down together within', [], { configurations: ['C1'] }),
    ]
    const chapter = under(markdown({ quotes }), '### C1').split('*Quotes*')[1]!
    expect(chapter.match(/“[^”]*”/gu)).toEqual(['“sit down together within”'])
    expect(under(markdown({ quotes: quotes.slice(0, 2) }), '### C1')).not.toContain('*Quotes*')
  })

  test('in her text elsewhere are mentioned, without the evidence', () => {
    const text = under(markdown({ pages: [page('m', '{{cmo C1}}', { chapter: 'methods' })] }), '## Methods')
    expect(text).toContain('> **C1 *(contested)***\n>\n> Given ‘new rules’, then they meet')
    expect(text).toContain('> Rests on 2 sources.')
    expect(text).toContain('> See C1 among the configurations.')
    expect(text).not.toContain('They met right after')
  })

  test('say for whom in the words of the language, and put full stops once', () => {
    const configurations = [configuration('C1', 'now', { beneficiary: 'patient', reason: 'Past niet.', rivalOf: 'C2' })]
    const cells = full.cells.map(cell => ({ ...cell, status: null }))
    const facts = { configurations, cells, cleaning: ['Haperingen weg.', 'lachen weg', 'Wat stil was… weg.'] }
    const text = renderMarkdown(buildReport({ ...full, ...facts }, { audience: 'team', language: nl }))
    expect(text).toContain('Voor wie: patiënt. Reden: Past niet. Rivaal van C2')
    expect(text).toContain('Hoe citaten zijn opgeschoond: Haperingen weg. lachen weg; Wat stil was… weg.\n')
    const named = full.theories.map(theory => (theory.id === 'now' ? { ...theory, id: 'Verfijnd' } : theory))
    const dutch = renderMarkdown(buildReport({ ...full, theories: named }, { audience: 'team', language: nl }))
    expect(dutch).toContain('**Theorie: Verfijnd**')
  })

  test('are of the version no other comes from, also when that is not the last one listed', () => {
    const theories = [...full.theories].reverse()
    expect(under(markdown({ theories }), '## Configurations')).toContain('**Theory: now, refined**')
    expect(under(markdown({ theories: [], configurations: [configuration('C5', null)] }), '## Configurations')).toContain('### C5')
  })

  test('without evidence say so, and one role alone is no statement', () => {
    expect(under(markdown(), '### C2')).toContain('No passage supports this yet.')
    expect(under(markdown(), '### C2')).not.toContain('‘new rules’')
    const pair = [configuration('C2', 'now', { context: ['rules'], outcomeText: 'they meet' })]
    expect(under(markdown({ configurations: pair, evidence: [] }), '### C2')).toContain(
      'Given ‘new rules’, then they meet. *(put together from the words and codes per role)*',
    )
  })
})
