import fc from 'fast-check'
import { Marked } from 'marked'
import { describe, expect, it } from 'vitest'
import { decodeHtml } from '../../src/table/decodeHtml.js'
import { escapeMarkdown } from '../../src/table/escapeMarkdown.js'
import { oneLineEnd, trickyText } from './trickyText.js'

const marked = new Marked({ async: false })
const paragraphOf = (text: string) => /^<p>([\s\S]*)<\/p>\n$/u.exec(marked.parse(`${text}\n`) as string)?.[1]
const cellOf = (text: string) => /<td>([\s\S]*?)<\/td>/u.exec(marked.parse(`| a |\n| --- |\n| ${text} |\n`) as string)?.[1]

const awkward = [
  ...[
    '# a',
    '## a',
    '- a',
    '+ a',
    '* a',
    '1. a',
    '12) a',
    '> a',
    '===',
    '---',
    '***',
    '```\na\n```',
    '~~~',
    '    a',
    '\ta',
    ':---',
    '| a |',
    '|---|',
  ],
  ...[
    '*a*',
    '**a**',
    '_a_',
    'a_b_c',
    '__a__',
    '~a~',
    '~~a~~',
    '`a`',
    '``',
    '[a](b)',
    '![a](b)',
    '[a]: b',
    '[^1]',
    '<b>a</b>',
    '<!-- a -->',
  ],
  ...[
    '&amp;',
    '&eacute;',
    '&#65;',
    '&',
    'a\\',
    '\\|',
    '\\\\|',
    'a|b',
    '\\n',
    'https://a.nl/a_b',
    'www.a.nl/*',
    'HTTP://a.nl',
    'a_b@c.nl',
    '<a@b.nl>',
  ],
  ...['a\nb', 'a\r\n\r\nb', '  a  ', '\u00A0a\u00A0', '$a$', 'x^2^', '!', '', ' ', '\u2028'],
]

describe('escapeMarkdown', () => {
  it.each(awkward)('shows %j as it is, in a paragraph and in a cell', text => {
    const expected = oneLineEnd(text)
    if (expected !== '') expect(decodeHtml(paragraphOf(escapeMarkdown(text)) ?? 'no paragraph')[0]).toBe(expected)
    expect(decodeHtml(cellOf(escapeMarkdown(text)) ?? 'no cell')[0]).toBe(expected)
  })

  it('makes no element but line ends', () => {
    for (const text of awkward) expect((cellOf(escapeMarkdown(text)) ?? '').replaceAll('<br>', '')).not.toMatch(/</u)
  })

  it('shows any text as it is', () => {
    fc.assert(
      fc.property(trickyText, text => {
        const shown = oneLineEnd(text)
        expect(decodeHtml(cellOf(escapeMarkdown(text)) ?? 'no cell')[0]).toBe(shown)
      }),
      { numRuns: 1000 },
    )
  })

  it('escapes what only some readers give a meaning', () => {
    expect(escapeMarkdown('$a$ b^2^')).toBe('\\$a\\$ b\\^2\\^')
  })

  it('leaves plain words alone', () => {
    const text = 'Toen die norm er kwam, zaten we (binnen een maand) om tafel - echt waar! Kosten: 3.5'
    expect(escapeMarkdown(text)).toBe(text)
  })
})
