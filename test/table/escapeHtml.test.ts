import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeHtml } from '../../src/table/decodeHtml.js'
import { escapeHtml } from '../../src/table/escapeHtml.js'

describe('escapeHtml', () => {
  it('leaves no mark that HTML would read', () => {
    expect(escapeHtml(`<b> & "c" 'd'`)).toBe('&lt;b&gt; &amp; &quot;c&quot; &#39;d&#39;')
  })

  it('shows NUL, which a browser would swallow', () => {
    expect(escapeHtml('J\0an')).toBe('J\uFFFDan')
  })

  it('reads back as the same text, between tags and in an attribute', () => {
    const text = fc.string({ unit: 'binary' }).map(value => value.replace(/[\0\r]/gu, ''))
    fc.assert(
      fc.property(text, value => {
        const html = `<span title="a${escapeHtml(value)}b">a${escapeHtml(value)}b</span>`
        expect(decodeHtml(html).slice(0, 2)).toEqual([`a${value}b`, `a${value}b`])
      }),
    )
  })
})
