import { describe, expect, it } from 'vitest'
import { anonymise, buildReport, readRegister, renderHtml, renderMarkdown, StudyError, Table } from '../../../src/index.js'
import { en } from '../../../src/language/en/index.js'
import { guardOf } from '../../../src/study/index.js'
import { entry, studyOf, transcript } from '../../builders.js'
import { page } from '../../report/fullStudy.js'
import { seesName } from './seesName.js'
import { letters, spellings } from './spellings.js'

const [first, last] = ['Otto', 'Canary']
const register = [entry(`${first} ${last}`, { label: 'a colleague' })]
const folded = 'ottocanary'

const talk = (words: string) => transcript('i', [`1: We asked ${words} about it.`])
const safeFrom = (words: string, entries = register) => anonymise(studyOf([talk(words)]), { register: entries, language: en }).study
const guard = guardOf(safeFrom('nobody'))!

describe.each(spellings)('a name written with $what', ({ write }) => {
  const written = write(first, last)

  it('is seen in a text, and nothing of it stays', () => {
    const text = safeFrom(written).transcripts[0]!.text
    expect(text).toContain('‹a colleague›')
    expect(text).not.toMatch(/ott|canar/iu)
    expect(text).toMatch(/We asked .* about it\./su)
  })

  it.each(['parts', 'finished'] as const)('is seen by the gate: %s', look => {
    for (const text of [written, `We asked ${written} about it.`, `(${written})`, `x\n${written}\ny`])
      expect(guard.check([{ text, where: 'x' }], look), text).toHaveLength(1)
  })

  it('is not printed when it was written into a page or a table after all', () => {
    const safe = safeFrom('nobody')
    const planted = Object.assign(safe, { pages: [page('own', `We met ${written} there.`, { chapter: 'context' })] })
    for (const render of [renderHtml, renderMarkdown]) expect(() => render(buildReport(planted))).toThrow(StudyError)
    const table = new Table({ title: 'T', columns: ['a'], rows: [{ a: `We met ${written} there.` }], basis: '', of: planted })
    for (const show of [
      () => table.toCsv(),
      () => table.toHtml(),
      () => table.toMarkdown(),
      () => table.toText(),
      () => JSON.stringify(table),
    ])
      expect(show).toThrow(StudyError)
  })
})

describe.each(letters)('%s', (_, name, written) => {
  it.each(written)(`are seen in ${name}: %s`, one => {
    const text = safeFrom(one, [entry(name, { label: 'a colleague' })]).transcripts[0]!.text
    expect(text).toContain('We asked ‹a colleague› about it.')
  })
})

it('the reader that these tests have of their own sees every spelling too, so that its silence says something', () => {
  for (const { what, write } of spellings)
    if (what !== 'the surname first') expect([what, seesEither(write(first, last))]).toEqual([what, true])
  expect(seesEither('Otto met a canary bird')).toBe(false)
})

function seesEither(text: string): boolean {
  return seesName(text, folded) || seesName(text, 'canaryotto')
}

describe('what is a name by its letters only is left', () => {
  it.each([
    ['borders', 'Otto', ['Bottrop', 'ottoman', 'lotto', 'Ottorino', 'Оттo', 'オットー']],
    ['words that run together to it', 'In Zicht', ['inzicht', 'Inzicht geven']],
    ['its words apart', 'Otto Canary', ['Otto has a canary', 'Otto. Canary', 'Canary. Otto', 'Otto and Canary']],
    ['an address without it', 'Anna Berg', ['https://example.org/annabergen', 'a%20nna', '&anna;', '3 < 4 & 5 > 4', 'C:\\temp']],
    ['surnames that are turned around by nobody', 'de Vries', ['vries, de', 'vries de']],
    ['other letters', 'Otto', ['Ottö\u0301o', 'Ot to', 'O t t o']],
  ])('%s', (_, name, texts) => {
    for (const text of texts) {
      const type = name === 'In Zicht' ? { type: 'ORG' } : {}
      expect(safeFrom(text, [entry(name, { label: 'X', ...type })]).transcripts[0]!.text, text).toContain(`We asked ${text} about it.`)
    }
  })

  it('tells the register of names from its readers', () => {
    expect(() => readRegister('name,type\nJan Peter,PERSON\nPeter Jan,PERSON\n')).not.toThrow()
    const two = [entry('Jan Peter', { label: 'A' }), entry('Peter Jan', { label: 'B' })]
    expect(safeFrom('Peter Jan and Jan Peter', two).transcripts[0]!.text).toContain('‹B› and ‹A›')
  })
})
