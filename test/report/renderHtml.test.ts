import { describe, expect, test } from 'vitest'
import { en } from '../../src/language/en/index.js'
import { nl } from '../../src/language/nl/index.js'
import { htmlStyle } from '../../src/report/htmlStyle.js'
import { type Block, buildReport, type Inline, Report, renderHtml } from '../../src/report/index.js'
import { carryGuard, type SafeStudy } from '../../src/study/index.js'
import { full, page } from './fullStudy.js'

const html = renderHtml(buildReport(full, { audience: 'team', language: en }))

describe('the page', () => {
  test('needs nothing from elsewhere and runs nothing', () => {
    expect(html).toMatch(/^<!doctype html>\n<html lang="en">/u)
    expect(html).not.toMatch(/<script|<link|<img|<iframe|@import|url\(|src=|\son\p{L}+=/iu)
    expect(html).toContain('<meta name="viewport" content="width=device-width, initial-scale=1">')
    expect(htmlStyle).toContain('@page')
    expect(htmlStyle).toContain('break-inside:avoid')
  })

  test('styles only what is under its own class', () => {
    const rules = htmlStyle.replace(/@page\{[^}]*\}/gu, '').match(/[^{}]+(?=\{)/gu) ?? []
    const selectors = rules.map(rule => rule.trim()).filter(rule => !rule.startsWith('@'))
    expect(selectors.length).toBeGreaterThan(20)
    for (const selector of selectors) expect(selector).toMatch(/\.retroduct/u)
  })

  test('speaks the language of the report', () => {
    expect(renderHtml(buildReport(full, { audience: 'team', language: nl }))).toContain('<html lang="nl">')
  })

  test('says for whom it is', () => {
    expect(html).toContain('<p class="audience team">For the team only.')
    const safe = carryGuard({ ...full }, { check: () => [] }) as SafeStudy
    const open = renderHtml(buildReport(safe, { language: en }))
    expect(open).toContain('<p class="audience public">Pseudonymised')
    expect(open).not.toContain('For the team only')
  })

  test('opens and closes every element', () => {
    const open: string[] = []
    for (const [, closes, name] of html.replace(htmlStyle, '').matchAll(/<(\/?)([a-z][a-z0-9]*)[^>]*>/gu)) {
      if (['meta', 'br', 'hr'].includes(name!)) continue
      if (closes === '') open.push(name!)
      else expect(open.pop()).toBe(name)
    }
    expect(open).toEqual([])
  })
})

describe('the contents', () => {
  test('lead to places that exist, each of its own', () => {
    const ids = [...html.matchAll(/ id="([^"]+)"/gu)].map(match => match[1])
    const links = [...html.matchAll(/href="#([^"]+)"/gu)].map(match => match[1])
    expect(new Set(ids).size).toBe(ids.length)
    expect(links.filter(link => !ids.includes(link))).toEqual([])
    expect(links).toContain('outside-rules')
    expect(links).toContain('c1')
  })

  test('give titles that are alike, or without letters, places of their own', () => {
    const themes = full.themes.map(theme => ({ ...theme, label: theme.id === 'talk' ? '!?' : 'Context' }))
    const twice = renderHtml(buildReport({ ...full, themes }, { audience: 'team', language: en }))
    for (const id of ['context', 'context-2', 'context-3', 'part']) expect(twice).toContain(` id="${id}"`)
  })
})

test('shows text as text', () => {
  const themes = full.themes.map(theme => ({ ...theme, claim: '<script>alert("x")</script> & more' }))
  const pages = [
    page('i', '<img src=x onerror=alert(1)>\n\n[bad](javascript:alert(1)) [good](https://example.org "t")', { chapter: 'introduction' }),
  ]
  const text = renderHtml(buildReport({ ...full, themes, pages }, { audience: 'team', language: en }))
  expect(text).toContain('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; more')
  expect(text).toContain('&lt;img src=x onerror=alert(1)&gt;')
  expect(text).not.toContain('javascript:')
  expect(text).toContain('<a href="https://example.org" rel="noreferrer">good</a>')
})

test('every kind of block and piece is written, and escaped', () => {
  const evil = '<i>&"'
  const line: readonly Inline[] = [{ kind: 'text', text: evil }]
  const pieces: readonly Inline[] = [
    { kind: 'code', text: evil },
    { kind: 'strong', children: line },
    { kind: 'emphasis', children: line },
    { kind: 'struck', children: line },
    { kind: 'tag', children: line },
    { kind: 'link', href: `https://x/${evil}`, children: line },
    { kind: 'break' },
    { kind: 'fixed', text: evil },
  ]
  const blocks: readonly Block[] = [
    { kind: 'heading', level: 5, children: pieces },
    { kind: 'preformatted', text: evil },
    { kind: 'rule' },
    { kind: 'quotation', blocks: [{ kind: 'note', children: line }] },
    { kind: 'quote', form: 'paraphrase', words: line, label: [], translation: line, stance: null },
    { kind: 'table', caption: line, head: [line], rows: [[line]], numeric: [true] },
    {
      kind: 'list',
      ordered: true,
      items: [
        [{ kind: 'rule' }],
        [
          { kind: 'paragraph', children: line },
          { kind: 'unwritten', children: line },
        ],
      ],
    },
    { kind: 'box', title: line, blocks: [] },
    { kind: 'configuration', level: 3, title: line, marks: [line], blocks: [] },
  ]
  const chapters = [{ id: 'c', title: line, blocks }]
  const written = renderHtml(new Report({ title: evil, basis: evil, chapters, language: en, of: {} })).replace(htmlStyle, '')
  expect(written).not.toContain(evil)
  expect(written).not.toContain('<i>')
  const safe = '&lt;i&gt;&amp;&quot;'
  for (const part of [
    `<code>${safe}</code><strong>${safe}</strong><em>${safe}</em><s>${safe}</s><span class="tag">${safe}</span>`,
    `<a href="https://x/${safe}" rel="noreferrer">${safe}</a><br>${safe}</h5>`,
    `<pre tabindex="0"><code>${safe}</code></pre>\n<hr>\n<blockquote class="plain"><p class="note">${safe}</p></blockquote>`,
    `<figure class="quote paraphrase"><blockquote><p>${safe}</p><p>${safe}</p></blockquote></figure>`,
    `aria-label="${safe}"`,
    `<ol><li><hr></li>\n<li>${safe}\n<p class="unwritten">${safe}</p></li></ol>`,
    `<section class="configuration"><h3 id="i-2">${safe} <span class="tag">${safe}</span></h3>`,
  ])
    expect(written).toContain(part)
})

test('a configuration has one place, and is mentioned elsewhere with a link to it', () => {
  const pages = [
    page('c', '{{cmo C1}}\n\n{{cmo C1@now}}', { chapter: 'configurations' }),
    page('m', '{{cmo C2}}', { chapter: 'methods' }),
    page('old', '{{cmo C1@initial}}', { chapter: 'introduction' }),
  ]
  const text = renderHtml(buildReport({ ...full, pages }, { audience: 'team', language: en }))
  // The earlier version stands in full, for it has no other place.
  expect(text.match(/ id="c1"/gu)).toHaveLength(1)
  expect(text.match(/ id="c1-2"/gu)).toHaveLength(1)
  expect(text).not.toContain(' id="c1-3"')
  expect(text.match(/Reasoning: They met right after/gu)).toHaveLength(1)
  expect(text).toContain('<a href="#c1-2">See C1 among the configurations.</a>')
  expect(text).toContain('<a href="#c2">See C2 among the configurations.</a>')
  const lost = { kind: 'paragraph', children: [{ kind: 'mention', place: 'gone', children: [{ kind: 'text', text: 'See C9' }] }] } as const
  const chapters = [{ id: 'c', title: [], blocks: [lost] }]
  expect(renderHtml(new Report({ title: 't', basis: '', chapters, language: en, of: {} }))).toContain('<p>See C9</p>')
})

test('a table of many columns is small, and a stack with its heads on a phone', () => {
  expect(html).toContain('<table class="wide"><thead><tr><th scope="col">Code</th>')
  expect(html).toContain('<td class="number" data-head="Sources">3</td>')
  expect(html).toContain('<table><thead><tr><th scope="col">Role</th><th scope="col">Codes</th>')
  expect(htmlStyle).toMatch(/max-width:40rem\)\{\.retroduct table\.wide/u)
})

test('quotes stand with their label and what they do to the claim', () => {
  expect(html).toContain(
    '<figure class="quote verbatim"><blockquote><p>“We never noticed those rules”</p></blockquote><figcaption>Respondents 3a and 3b <span class="tag">refutes</span></figcaption></figure>',
  )
})

test('tables can be scrolled from the keyboard, and have heads', () => {
  const tables = html.match(/<table(?: class="wide")?>/gu)?.length
  expect(tables).toBeGreaterThan(4)
  expect(html.match(/<div class="scroll" role="region" tabindex="0" aria-label="[^"]+">/gu)).toHaveLength(tables!)
  expect(html).toContain('<th scope="col">Theme</th><th scope="col" class="number">Support</th>')
})

describe('the colours', () => {
  /** Relative luminance and contrast as WCAG 2 defines them. */
  const luminance = (hex: string) => {
    const full = hex.length === 4 ? [...hex.slice(1)].map(digit => digit + digit).join('') : hex.slice(1)
    const [r, g, b] = [0, 2, 4].map(i => {
      const value = Number.parseInt(full.slice(i, i + 2), 16) / 255
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
  }
  const contrast = (a: string, b: string) => {
    const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x)
    return (light! + 0.05) / (dark! + 0.05)
  }

  test('of text are at least 7 to 1 on every ground they stand on', () => {
    expect(contrast('#fff', '#000')).toBeCloseTo(21)
    const grounds = [...htmlStyle.matchAll(/background:(#[0-9a-f]{3,6})/gu)]
      .map(match => match[1]!)
      .filter(ground => luminance(ground) > 0.5)
    const inks = [...htmlStyle.matchAll(/[{;]color:(#[0-9a-f]{3,6})/gu)].map(match => match[1]!).filter(ink => ink !== '#fff')
    expect(grounds.length).toBeGreaterThan(3)
    for (const ink of inks) for (const ground of grounds) expect([ink, ground, contrast(ink, ground) >= 7]).toEqual([ink, ground, true])
    expect(contrast('#fff', '#7a1f1f')).toBeGreaterThan(7)
  })
})
