import { inspect } from 'node:util'
import { describe, expect, test } from 'vitest'
import { en } from '../../src/language/en/index.js'
import { nl } from '../../src/language/nl/index.js'
import { buildReport, plainText, Report, renderMarkdown } from '../../src/report/index.js'
import { carryGuard, type SafeStudy, type Study, StudyError } from '../../src/study/index.js'
import { jupyterDisplay } from '../../src/table/index.js'
import { full, page } from './fullStudy.js'
import { markdown, team, under } from './reportText.js'

describe('the chapters', () => {
  test('stand in the order of the study, what coders disagree on first', () => {
    const report = buildReport(full, team)
    expect(report.chapters.map(chapter => chapter.id)).toEqual([
      'unsettled',
      'introduction',
      'context',
      'mechanism',
      'configurations',
      'methods',
      'codebook',
    ])
    expect(report.chapters.map(chapter => plainText(chapter.title))[2]).toBe('Context')
  })

  test('follow another role scheme, with its labels', () => {
    const roleFacts = [{ id: 'actor', label: 'Who acts', parent: null, inConfiguration: true }, ...full.roleFacts]
    const themes = full.themes.map(theme => (theme.id === 'talk' ? { ...theme, role: 'actor' } : theme))
    const report = buildReport({ ...full, themes, roleFacts, roles: roleFacts.map(role => role.id) }, team)
    expect(report.chapters.map(chapter => plainText(chapter.title)).slice(2, 4)).toEqual(['Who acts', 'Context'])
  })

  test('are not made of a plain study, unless for the team', () => {
    // @ts-expect-error a plain study needs an audience
    expect(() => buildReport(full, { language: en })).toThrow(/anonymise the study first/iu)
    const safe = carryGuard({ ...full }, { check: () => [] }) as SafeStudy
    expect(buildReport(safe, { language: en }).audience).toBe('public')
    expect(() => buildReport(safe)).toThrow(StudyError)
    expect(buildReport(full, team).audience).toBe('team')
  })
})

describe('a theme', () => {
  const norms = () => under(markdown(), '#### Outside rules')

  test('has its claim, marked as hers, and is not written yet', () => {
    expect(norms()).toContain('Claim of the researcher: Rules bring people to the table.')
    expect(norms()).toContain('*[not written yet]*')
    expect(markdown()).toContain('#### Outside rules *(core theme)*')
  })

  test('says what stands behind it, of whom, and what only agreed', () => {
    expect(norms()).toContain(
      'Behind this theme: 2 sources. By group: doctor 1, nurse 1. Of those asked about it: two of the three. ' +
        'Only agreed with what was put to them: 1 source. Refuted by 1 source. Refined by 1 source.',
    )
  })

  test('has its quotes with labels, and apart those who see it differently', () => {
    const [supporting, otherwise] = norms().split('*Who sees it differently*')
    expect(supporting).toContain('> “We had to sit down … within a month \\[of that\\]” (Respondent 1)')
    expect(otherwise).toContain('*refutes*')
    expect(norms()).not.toContain('I would say')
  })

  test('is marked when it rests on one source, and listed when that is asked', () => {
    expect(markdown()).toContain('#### Time *(rests on one source)*')
    const listed = markdown({}, { oneSource: 'list' })
    expect(listed).not.toContain('#### Time')
    expect(under(listed, '### Also mentioned, by one source')).toContain('- **Time**')
    expect(under(listed, '### Counting')).toContain('are listed at the end of their chapter')
  })

  test('says of which theme it is a part', () => {
    expect(under(markdown(), '### Talking')).toContain('*Part of: Outside rules*')
  })

  test('says so when those who refute it may not be quoted', () => {
    const said = 'Those who refute this theme may not be quoted.'
    expect(norms()).not.toContain(said)
    const t3 = full.transcripts[2]!
    const gap = { ...t3, extra: { withheld: `3-${t3.text.length}` } }
    const transcripts = [...full.transcripts.slice(0, 2), gap]
    expect(under(markdown({ transcripts }), '#### Outside rules')).toContain(said)
    expect(under(markdown({ transcripts }), '#### Time')).not.toContain(said)
    // A selection of hers that leaves them out is no reason to say so.
    expect(markdown({}, { quotes: { quotes: [{ theme: 'norms', quote: 'q1' }] } })).not.toContain(said)
  })

  test('of outcomes stands under what is favourable or not', () => {
    const themes = full.themes.map(theme => ({ ...theme, role: 'outcome' }))
    const text = markdown({ themes })
    expect(under(text, '### Favourable')).toContain('#### Outside rules')
    expect(under(text, '### Unfavourable')).toContain('#### Time')
    expect(text).not.toMatch(/What (?:helps|hinders)/u)
    const effects = full.themes.map(theme => ({ ...theme, role: 'effect' }))
    const roleFacts = [...full.roleFacts, { id: 'effect', label: 'Effects', parent: 'outcome', inConfiguration: true }]
    expect(markdown({ themes: effects, roleFacts, roles: roleFacts.map(role => role.id) })).toContain('### Favourable')
  })

  test('stands under what helps or what hinders', () => {
    expect(under(markdown(), '### What helps')).toContain('#### Outside rules')
    expect(under(markdown(), '### What hinders')).toContain('#### Time')
  })
})

test('the summary box holds her bullets, what helps and what hinders apart', () => {
  expect(markdown()).toContain(
    '> **In summary: Context**\n>\n> **What helps**\n>\n> - Rules from outside\n>\n> **What hinders**\n>\n> - It costs evenings',
  )
  expect(under(markdown(), '## Mechanisms')).toContain('> - Talking *(not written yet)*')
})

test('the codebook follows the tree, with counts', () => {
  const codebook = under(markdown(), '## Codebook')
  const rows = codebook.split('\n').filter(line => line.startsWith('|'))
  expect(rows[0]).toBe('| Code | Role | Definition | When to use | Sources | Passages |')
  expect(rows.slice(2)).toEqual([
    '| new rules | context | Rules from outside |  | 3 | 4 |',
    '| – evening work | context |  |  | 1 | 1 |',
    '| talking *(no longer used)* | mechanism |  | When people meet | 1 | 1 |',
  ])
  const codes = full.codes.map(code => (code.id === 'rules' ? { ...code, parent: 'evenings' } : code))
  expect(() => markdown({ codes })).toThrow(/under itself/u)
})

test('what coders disagree on is listed on top, with both sides', () => {
  expect(under(markdown(), '## Coders disagree')).toContain('| talking | AB: mechanism | CD: outcome |')
  expect(markdown({ codings: full.codings.filter(coding => coding.coder !== 'CD') })).not.toContain('Coders disagree')
})

test('readers are told how many passages coders differ on, and no more', () => {
  const safe = (codings: Study['codings']) => carryGuard({ ...full, codings }, { check: () => [] }) as SafeStudy
  const report = renderMarkdown(buildReport(safe(full.codings), { language: en }))
  expect(under(report, '### Coding')).toContain('In 1 passage the coders still differed.')
  expect(report).not.toMatch(/Coders disagree|\bCD\b/u)
  expect(markdown()).not.toContain('the coders still differed')
  const agreed = full.codings.filter(coding => coding.coder !== 'CD')
  expect(renderMarkdown(buildReport(safe(agreed), { language: en }))).not.toContain('the coders still differed')
})

describe('when only quotes are known', () => {
  const text = markdown({ basis: 'quotes' })

  test('nothing is counted', () => {
    expect(text).not.toMatch(
      /Behind this theme|By group|Rests on|Sources \||\d sources?|rests on one source|passages coded|\d (?:people|conversations)/u,
    )
    expect(text).toContain('no counts are printed')
    expect(text).toContain('“We had to sit down … within a month \\[of that\\]” (Respondent 1)')
  })

  test('a count in her text is a mistake', () => {
    const pages = [page('context', 'Said by {{n norms}}, by {{words norms}}.', { chapter: 'context' })]
    expect(() => markdown({ basis: 'quotes', pages })).toThrow(/counts are not printed/iu)
  })
})

describe('her pages', () => {
  const context = page(
    'context',
    '# Surroundings\n\nIt begins with rules, said by {{n norms}} sources, {{words Outside rules}}:\n{{quote q1}}\nand {{quote q1}} too.\n\n## More\n\n{{box context}}\n',
    { chapter: 'context', order: '2' },
  )

  test('are in charge: her title, her text, and then what she did not refer to', () => {
    const chapter = under(markdown({ pages: [context] }), '## Surroundings')
    const [written, evidence] = chapter.split('### What this rests on')
    expect(written).toContain(
      'said by 2 sources, two of the three:\n\n> “We had to sit down … within a month \\[of that\\]” (Respondent 1)\n\nand “We had to',
    )
    expect(written).toContain('\n### More')
    const untitled = page('context', 'Text.\n\n## More', { chapter: 'context' })
    expect(under(markdown({ pages: [untitled] }), '## Context')).toContain('\n#### More')
    expect(chapter.match(/In summary/gu)).toHaveLength(1)
    expect(evidence).not.toContain('We had to sit down')
    expect(evidence).toContain('#### Outside rules')
    expect(evidence).toContain('#### Time')
    expect(evidence).toContain('Behind this theme')
    expect(chapter).not.toContain('not written yet')
  })

  test('come in the order they give, then as listed', () => {
    const pages = [page('b', 'Third.', { chapter: 'context' }), context, page('a', 'First.', { chapter: 'context', order: '1' })]
    const chapter = under(markdown({ pages }), '## Context')
    expect(chapter.indexOf('First.')).toBeLessThan(chapter.indexOf('It begins'))
    expect(chapter.indexOf('It begins')).toBeLessThan(chapter.indexOf('Third.'))
    expect(chapter).toContain('### Surroundings')
  })

  test('about one theme stand with that theme, which is then written', () => {
    const pages = [page('time', 'Evenings are short.', { theme: 'Time' })]
    const text = markdown({ pages }, { oneSource: 'list' })
    expect(under(text, '#### Time')).toContain('Evenings are short.')
    expect(under(text, '#### Time')).not.toContain('not written yet')
    expect(under(text, '#### Outside rules')).toContain('not written yet')
  })

  test('may make chapters of their own, and introduce the methods and configurations', () => {
    const pages = [
      page('discussion', '# What it means\n\nMuch.', {}),
      page('m', 'By hand.', { chapter: 'methods' }),
      page('c', 'See:\n\n{{cmo C1}}\n\nand also {{cmo C1@initial}}', { chapter: 'configurations' }),
      page('i', 'Hello.', { chapter: 'introduction' }),
    ]
    const text = markdown({ pages })
    expect(under(text, '## What it means')).toContain('Much.')
    expect(under(text, '## Introduction').trim()).toBe('Hello.')
    expect(under(text, '## Methods')).toMatch(/^\s*By hand\./u)
    const configurations = under(text, '## Configurations')
    expect(configurations.match(/### C1/gu)).toHaveLength(1)
    expect(configurations).toContain('and also Rules make people meet.')
    expect(configurations).toContain('### C2')
  })

  test('with references that lead nowhere: one error with every place', () => {
    const pages = [
      page('context', 'One {{quote gone}}\n\n{{n gone}} and {{words}}\n', { chapter: 'context' }),
      page('more', 'In a line {{box context}}\n{{box future}}\n{{cmo C9}}\n{{cmo C1@t9}}\n{{sum norms}}\n{{quote q1\n', { theme: 'gone' }),
    ]
    const error = (() => {
      try {
        markdown({ pages })
      } catch (caught) {
        return caught as StudyError
      }
    })()
    expect(error).toBeInstanceOf(StudyError)
    expect(error?.problems.map(problem => [problem.file, problem.row])).toEqual([
      ['report/context.md', 1],
      ['report/context.md', 3],
      ['report/context.md', 3],
      ['report/more.md', undefined],
      ['report/more.md', 6],
      ['report/more.md', 2],
      ['report/more.md', 3],
      ['report/more.md', 4],
      ['report/more.md', 5],
      ['report/more.md', 1],
    ])
    expect(error?.message).not.toContain('gone')
  })

  test('referring to a quote that was not cleared get the gap', () => {
    const pages = [page('context', '{{quote q3}}', { chapter: 'context' })]
    const text = markdown({ pages })
    expect(text).toContain('\\[not quoted: not cleared by the speaker\\]')
    expect(text).not.toContain('I would say')
  })
})

test('a translation stands after the words when they were spoken in another language', () => {
  const quotes = full.quotes.map(quote => (quote.id === 'q1' ? { ...quote, translation: 'We moesten binnen een maand om tafel' } : quote))
  const dutch = renderMarkdown(buildReport({ ...full, quotes }, { audience: 'team', language: nl }))
  expect(dutch).toContain('> In vertaling: We moesten binnen een maand om tafel')
  expect(markdown({ quotes })).not.toContain('We moesten')
})

describe('a report', () => {
  test('is plain data, and a copy of it carries no guard', () => {
    const safe = carryGuard({ ...full }, { check: () => [] }) as SafeStudy
    const report = buildReport(safe, { language: en })
    expect(report).toBeInstanceOf(Report)
    expect(JSON.parse(JSON.stringify(report.chapters))).toEqual(report.chapters)
    expect(Object.keys(report)).toEqual(['title', 'chapters', 'basis'])
    expect(report.basis).toBe('Made from 3 conversations with 4 people: 6 passages coded, 3 themes.')
  })

  test('shows its title and chapters in a console, and itself in a notebook', () => {
    const report = buildReport(full, team)
    expect(inspect(report)).toMatch(/^The open door\nFor the team only/u)
    expect(inspect(report)).toContain('  3. Context')
    const bundle = report[jupyterDisplay]()
    expect(bundle['text/markdown']).toBe(renderMarkdown(report))
    expect(bundle['text/html']).toContain('<h1>The open door</h1>')
  })
})
