import { describe, expect, it } from 'vitest'
import { decodeMarkdown } from '../../src/table/decodeMarkdown.js'

describe('decodeMarkdown', () => {
  it('reads what is shown, without the marks', () => {
    expect(decodeMarkdown('J**a**n \\* 2')).toEqual(['Jan * 2', 'J**a**n * 2'])
    expect(decodeMarkdown('J**a**n')[0]).toBe('Jan')
    expect(decodeMarkdown('[J](x)an `is` \\*')[0]).toBe('Jan is *')
    expect(decodeMarkdown('| a |\n| --- |\n| J<b>a</b>n \\| |')[0]).toMatch(/^Jan \|$/mu)
  })

  it.each([
    '![Anna](x.png)',
    '[x](y "Anna")',
    '[x]: y "Anna"',
    '<!-- Anna -->',
    '[x](Ann%61)',
    'Ann&#97;',
    '---\ntitle: A\\nna Anna\n---',
    '```Anna\nx\n```',
  ])('misses nothing in %j', markdown => {
    expect(decodeMarkdown(markdown).join('\n')).toMatch(/Anna/u)
  })

  it('undoes escapes in the source', () => {
    expect(decodeMarkdown('a\\_b &amp; c<br>d').at(-1)).toBe('a_b & c\nd')
  })
})
