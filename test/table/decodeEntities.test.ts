import { describe, expect, it } from 'vitest'
import { decodeEntities } from '../../src/table/decodeEntities.js'

describe('decodeEntities', () => {
  it.each([
    ['Ren&eacute; van &Scaron;uman&#x10D;', 'René van Šumanč'],
    ['J&#97;n J&#x61;n J&#X61;n J&#97n', 'Jan Jan Jan Jan'],
    ['Ren&eacute', 'René'],
    ['Ren&eacutes', 'Renés'],
    ['&notit;', '¬it;'],
    ['&amp;lt;', '&lt;'],
    ['a&nbsp;b&shy;c&NewLine;d&zwj;e', 'a\u00A0b\u00ADc\nd\u200De'],
    ['&Jfr;&aopf;&nscr; &fjlig;', '𝔍𝕒𝓃 fj'],
    ['&#138;uman&#0;&#xD800;&#1114112;&#99999999999999999999;', 'Šuman\uFFFD\uFFFD\uFFFD\uFFFD'],
    ['& &; &# &#; &#x; &unknown; R&D', '& &; &# &#; &#x; &unknown; R&D'],
  ])('reads %j', (text, expected) => {
    expect(decodeEntities(text)).toBe(expected)
  })

  it('reads an address in an attribute as an address', () => {
    expect(decodeEntities('?a=1&copy=2&copyx&eacute;&eacute', 'attribute')).toBe('?a=1&copy=2&copyxéé')
    expect(decodeEntities('&copy=2')).toBe('©=2')
  })
})
