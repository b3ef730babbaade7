import { describe, expect, test } from 'vitest'
import type { Block } from '../../src/report/index.js'
import { markdownBlocks } from '../../src/report/markdownBlocks.js'
import { findReferences } from '../../src/report/references.js'
import { fixed, text } from '../../src/report/say.js'

const quote: Block = { kind: 'quote', form: 'verbatim', words: [text('said')], label: [], translation: null, stance: null }
const read = (source: string) => {
  const { text: marked, references } = findReferences(source)
  const isBlock = (index: number) => references[index]!.kind === 'quote'
  return markdownBlocks(marked, {
    shift: 2,
    resolve: {
      block: index => (isBlock(index) ? quote : null),
      inline: index => [fixed(`<${references[index]!.target}>`)],
      source: index => references[index]!.source,
    },
  })
}
const paragraph = (...children: object[]) => ({ kind: 'paragraph', children })

describe('her Markdown', () => {
  test('headings move under the chapter, to the sixth level at most', () => {
    expect(read('# a\n\n##### b')).toEqual([
      { kind: 'heading', level: 3, children: [text('a')] },
      { kind: 'heading', level: 6, children: [text('b')] },
    ])
  })

  test('emphasis, code, breaks and entities', () => {
    expect(read('a **b *c*** ~~d~~ `e & {{n x}}`  \nf &amp; g\nh \\*i')).toEqual([
      paragraph(
        text('a '),
        { kind: 'strong', children: [text('b '), { kind: 'emphasis', children: [text('c')] }] },
        text(' '),
        { kind: 'struck', children: [text('d')] },
        text(' '),
        { kind: 'code', text: 'e & {{n x}}' },
        { kind: 'break' },
        text('f & g h '),
        text('*'),
        text('i'),
      ),
    ])
  })

  test('a reference at the head of a sentence begins with a capital', () => {
    const capital = (source: string) => {
      const { text: marked } = findReferences(source)
      const [block] = markdownBlocks(marked, {
        shift: 2,
        resolve: { block: () => null, inline: () => [fixed('most of them')], source: () => '' },
      })
      return block?.kind === 'paragraph' ? block.children.map(one => ('text' in one ? one.text : '')).join('') : ''
    }
    expect(capital('{{words x}} came.')).toBe('Most of them came.')
    expect(capital('It began. {{words x}} came.')).toBe('It began. Most of them came.')
    expect(capital('“It began.” {{words x}} came.')).toBe('“It began.” Most of them came.')
    expect(capital('Of those {{words x}} came, {{words x}} left.')).toBe('Of those most of them came, most of them left.')
  })

  test('HTML is literal text, images are their words, links lead only to the web, mail and the page', () => {
    expect(read('<b>x</b>')).toEqual([paragraph(text('<b>'), text('x'), text('</b>'))])
    expect(read('<div>\nx\n</div>')[0]).toEqual(paragraph(text('<div> x </div>')))
    expect(read('![alt *x*](http://x/y.png)')).toEqual([paragraph(text('alt *x*'))])
    const [links] = read('[a](https://x) [b](javascript:x) [c](#d) [e](mailto:f) [g](file:///h) <http://i.j>')
    const pieces = links?.kind === 'paragraph' ? links.children : []
    expect(pieces.flatMap(one => (one.kind === 'link' ? [one.href] : []))).toEqual(['https://x', '#d', 'mailto:f', 'http://i.j'])
  })

  test('lists, quotations, code, tables and rules', () => {
    expect(read('- [x] a\n- b\n\n  c')[0]).toEqual({
      kind: 'list',
      ordered: false,
      items: [[paragraph(fixed('☑ '), text('a'))], [paragraph(text('b')), paragraph(text('c'))]],
    })
    expect(read('1. a\n2. b')[0]).toEqual({ kind: 'list', ordered: true, items: [[paragraph(text('a'))], [paragraph(text('b'))]] })
    expect(read('> a')).toEqual([{ kind: 'quotation', blocks: [paragraph(text('a'))] }])
    expect(read('```\na {{n x}}\n```')).toEqual([{ kind: 'preformatted', text: 'a {{n x}}' }])
    expect(read('---')).toEqual([{ kind: 'rule' }])
    expect(read('| a | b |\n| --- | ---: |\n| {{n x}} | |')).toEqual([
      { kind: 'table', caption: null, head: [[text('a')], [text('b')]], rows: [[[fixed('<x>')], []]], numeric: [false, true] },
    ])
  })

  test('a reference to a quote is a block on its own line, also inside a list or a quotation', () => {
    expect(read('a\n{{quote q}}\nb')).toEqual([paragraph(text('a')), quote, paragraph(text('b'))])
    expect(read('> {{quote q}}')).toEqual([{ kind: 'quotation', blocks: [quote] }])
    expect(read('a {{quote q}} b')).toEqual([paragraph(text('a '), fixed('<q>'), text(' b'))])
    expect(read('{{n x}}')).toEqual([paragraph(fixed('<x>'))])
  })

  test('targets may hold what Markdown would read as marks', () => {
    expect(read('**{{n a_b_ *c* <d>}}**')).toEqual([paragraph({ kind: 'strong', children: [fixed('<a_b_ *c* <d>>')] })])
  })
})
