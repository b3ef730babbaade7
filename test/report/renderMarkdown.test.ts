import { Marked } from 'marked'
import { describe, expect, test } from 'vitest'
import { en } from '../../src/language/en/index.js'
import { type Block, type Inline, Report, renderMarkdown } from '../../src/report/index.js'

const text = (content: string): Inline => ({ kind: 'text', text: content })
const render = (...blocks: Block[]) =>
  renderMarkdown(new Report({ title: 'T', basis: 'B', chapters: [{ id: 'c', title: [text('C')], blocks }], language: en, of: {} }))
    .split('## C\n')[1]!
    .trim()
const shown = (markdown: string) => new Marked({ gfm: true }).parse(markdown) as string

test('starts with the title, who may see it, and what it is made from', () => {
  const report = new Report({ title: '1. A *title*', basis: 'Made.', chapters: [], language: en, of: {} })
  expect(renderMarkdown(report)).toBe(`# 1\\. A \\*title\\*\n\n**${en.texts.teamOnly}**\n\nMade.\n`)
})

describe('a line', () => {
  test('keeps spaces between pieces, and marks of Markdown in the text literal', () => {
    const line: Inline[] = [
      text('- a '),
      { kind: 'strong', children: [text('b*')] },
      text(' c: '),
      { kind: 'emphasis', children: [] },
      text('2 | # d'),
    ]
    const markdown = render({ kind: 'paragraph', children: line })
    expect(shown(markdown)).toBe('<p>- a <strong>b*</strong> c: 2 | # d</p>\n')
  })

  test('holds code, links and breaks', () => {
    const line: Inline[] = [
      { kind: 'code', text: 'a `b` |' },
      text(' '),
      { kind: 'link', href: 'https://example.org/a b<c>', children: [text('here]')] },
      { kind: 'break' },
      { kind: 'struck', children: [text('gone')] },
    ]
    expect(shown(render({ kind: 'paragraph', children: line }))).toBe(
      '<p><code>a `b` |</code> <a href="https://example.org/a%20b%3Cc%3E">here]</a><br><del>gone</del></p>\n',
    )
  })
})

test('a table keeps its columns when cells hold bars, code and nothing', () => {
  const markdown = render({
    kind: 'table',
    caption: [text('Caption')],
    head: [[text('a|b')], [text('n')]],
    rows: [
      [[{ kind: 'code', text: 'x|y' }], []],
      [[text('p\\|q')], [text('3')]],
    ],
    numeric: [false, true],
  })
  const html = shown(markdown)
  expect(html.match(/<tr>/gu)).toHaveLength(3)
  expect(html.match(/<td/gu)).toHaveLength(4)
  expect(html).toContain('<th>a|b</th>')
  expect(html).toContain('<code>x|y</code>')
  expect(html).toContain('<td>p\\|q</td>')
  expect(html).toContain('<td align="right">3</td>')
})

test('a list keeps its blocks under its items', () => {
  const quote: Block = {
    kind: 'quote',
    form: 'verbatim',
    words: [text('Yes')],
    label: [text('Respondent 1')],
    translation: [text('Ja')],
    stance: 'refutes',
  }
  const html = shown(
    render({
      kind: 'list',
      ordered: true,
      items: [[{ kind: 'paragraph', children: [text('one')] }, quote], [{ kind: 'paragraph', children: [text('two')] }]],
    }),
  )
  expect(html.replace(/\n/gu, '')).toBe(
    '<ol><li><p>one</p><blockquote><p>Yes (Respondent 1) <em>refutes</em></p><p>Ja</p></blockquote></li><li><p>two</p></li></ol>',
  )
})

test('quotations, boxes, code blocks and rules', () => {
  const inside: Block = { kind: 'paragraph', children: [text('in')] }
  expect(render({ kind: 'box', title: [text('Box')], blocks: [inside] })).toBe('> **Box**\n>\n> in')
  expect(render({ kind: 'quotation', blocks: [inside, inside] })).toBe('> in\n>\n> in')
  expect(shown(render({ kind: 'preformatted', text: 'a\n```\nb' }))).toBe('<pre><code>a\n```\nb\n</code></pre>\n')
  expect(shown(render(inside, { kind: 'rule' }))).toBe('<p>in</p>\n<hr>\n')
  expect(render({ kind: 'unwritten', children: [text('not yet')] })).toBe('*[not yet]*')
})
