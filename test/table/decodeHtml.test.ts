import { describe, expect, it } from 'vitest'
import { decodeHtml } from '../../src/table/decodeHtml.js'

const shown = (html: string) => decodeHtml(html)[0]

describe('decodeHtml', () => {
  it.each([
    ['<b>J</b>an', 'Jan'],
    ['J<!-- x -->an', 'Jan'],
    ['J<wbr>a<span class="x">n</span>', 'Jan'],
    ['J\0an', 'Jan'],
    ['<p>Jan</p><p>Smit</p>', 'Jan\nSmit'],
    ['Jan<br/>Smit<hr>x', 'Jan\nSmit\nx'],
    ['<td>Jan</td><td></td><td>Smit</td>', 'Jan\nSmit'],
    ['J&#97;n &amp; R&eacute;', 'Jan & Ré'],
    ['a < b <3 a<', 'a < b <3 a<'],
    ['a</>b</', 'ab</'],
    ['<B>J</B>an <P>x', 'Jan \nx'],
    ['<a title="1 > 0">J</a>an', 'Jan'],
    ['<textarea>a<b></textarea>c', 'a<b>\nc'],
    ['<svg><text>J<tspan>an</tspan><![CDATA[ <s>]]></text></svg>z', 'Jan <s>\nz'],
    ['<svg><script href="x"/><text>J<tspan>an</tspan></text></svg>', 'Jan'],
    ['J<style>x</style>an', 'Jan'],
    ['J<![CDATA[ x > y]]>', 'J y]]>'],
    ['a\r\nb', 'a\nb'],
    ['', ''],
  ])('reads what %j shows', (html, text) => {
    expect(shown(html)).toBe(text)
  })

  it('reads attributes, however they are quoted', () => {
    expect(decodeHtml(`<img alt="J&#97;n" title='a "b"' src=x.png data-a = "p > q">`)).toEqual(['', 'Jan', 'a "b"', 'x.png', 'p > q'])
    expect(decodeHtml('<a href="mailto:J%61n%20%C3%A9">x</a>')).toContain('mailto:Jan é')
    expect(decodeHtml('<a href="100%25%E0">x</a>')).toContain('100%25%E0')
    expect(decodeHtml('<a href="?a=1&copy=2">x</a>')).toContain('?a=1&copy=2')
    expect(decodeHtml('<p title="Jan')).toContain('Jan')
  })

  it('reads title, style, script and comments on their own', () => {
    const html =
      '<!doctype html><title>J&#97;n</title><style>.a::after{content:"Piet"}</style><script>"</scr" // Klaas</script><!-- Anna --><p>x'
    expect(decodeHtml(html)).toEqual(['x', 'Jan', '.a::after{content:"Piet"}', '"</scr" // Klaas', ' Anna '])
  })

  it.each([
    '<!-- Anna',
    '<!-- Anna --!>x',
    '<!Anna>',
    '<?Anna>',
    '</ Anna>',
    '<!--->Anna',
    '<style>Anna',
    '<script>Anna</scriptx',
    '<Anna>',
    '<p Anna>',
    '<svg><style>Ann&#97;',
  ])('misses nothing in %j', html => {
    expect(decodeHtml(html).join('\n')).toMatch(/Anna/u)
  })

  it('takes no names of elements and attributes for text', () => {
    expect(decodeHtml('<table><caption>a</caption><input disabled lang="nl"></table>')).toEqual(['a', 'nl'])
  })

  it.each([
    ['<', '<'.repeat(400_000)],
    ['<a ', '<a '.repeat(200_000)],
    ['quotes', `<a ${`b="' `.repeat(100_000)}`],
    ['comments', '<!--'.repeat(200_000)],
    ['comment ends', `<!--${'--'.repeat(200_000)}`],
    ['cdata', `<svg>${'<![CDATA['.repeat(100_000)}`],
    ['titles', '<title>'.repeat(100_000)],
    ['half ends', `<style>${'</styl'.repeat(100_000)}`],
    ['references', '&'.repeat(200_000) + 'a'.repeat(200_000)],
    ['spaces', `<a b${' '.repeat(400_000)}c>`],
    ['slashes', `<a${'/ '.repeat(200_000)}`],
    ['equals', `<a ${'= '.repeat(200_000)}`],
    ['declarations', '<!'.repeat(200_000)],
  ])('takes linear time on many %s', (_, html) => {
    const started = performance.now()
    decodeHtml(html)
    expect(performance.now() - started).toBeLessThan(2000)
  })
})
