import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readPage, writePage } from '../../src/files/page.js'

test('front matter says what a page is about', () => {
  const page = readPage('p', '\uFEFF---\r\ntheme: "trust"\r\norder: 2\r\n# a remark\r\n---\r\nThey know.\r\n')
  expect(page).toEqual({ id: 'p', text: 'They know.\n', about: ['trust'], extra: { theme: 'trust', order: '2' } })
  expect(readPage('p', '---\nabout: [a, b]\nkind: theory\n---\n').about).toEqual(['a', 'b'])
  expect(readPage('p', '---\nabout: a; b\ntheme: c\n---\n')).toMatchObject({ about: ['a', 'b'], extra: { theme: 'c' } })
})

test('a rule at the head of a text is no front matter', () => {
  expect(readPage('p', '---\nno end')).toEqual({ id: 'p', text: '---\nno end', about: [], extra: {} })
})

test('what is written is read again', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'é', '-'), minLength: 1, maxLength: 5 })
  const text = fc.string({ unit: fc.constantFrom('a', '\n', '---\n', ': ', '---', ' '), maxLength: 12 })
  const extra = fc
    .dictionary(word, word, { noNullPrototype: true })
    .map(one => Object.fromEntries(Object.entries(one).filter(([key]) => key !== 'about')))
  fc.assert(
    fc.property(text, fc.array(word, { maxLength: 3 }), extra, (body, about, keys) => {
      const page = { id: 'p', text: body, about, extra: keys }
      expect(readPage('p', writePage(page))).toEqual(page)
    }),
  )
})
