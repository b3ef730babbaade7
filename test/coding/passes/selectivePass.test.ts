import { describe, expect, it } from 'vitest'
import { openPass, replay, type SelectivePass, selectivePass } from '../../../src/coding/index.js'
import { findProblems, type Study } from '../../../src/study/index.js'
import { by, studyOf, transcript } from '../../builders.js'
import { refused, told } from './problems.js'

const one = transcript('i1', ['I: And?', '1: The norm came and so, well, we trust each other now.'])
const coded = openPass(studyOf([one], { cases: [{ id: 'north', name: 'Network North', extra: {} }] }), by, pass => {
  for (const code of ['norms', 'trust', 'care']) pass.define(code, { role: 'context' })
  pass.code(pass.fragment('i1', 'The norm came'), 'norms')
})
const selective = (work: (pass: SelectivePass) => void, from: Study = coded) => selectivePass(from, by, work)
const themed = selective(pass => {
  pass.theme('Norms', { role: 'context', codes: ['norms'], core: true, claim: 'norms help' })
  pass.theme('Trust', { role: 'mechanism', codes: ['trust', 'care'], parent: 'Norms' })
  pass.theme('Care', { role: 'outcome', codes: ['care'] })
})

describe('themes', () => {
  it('change by what is said, and keep the rest', () => {
    const changed = selective(pass => {
      pass.theme('Norms', { claim: null, bullet: 'They come from outside.' })
      pass.addCodes('Norms', ['trust'])
      pass.removeCodes('Trust', ['care'])
      pass.theme('Trust', { parent: null })
    }, themed)
    expect(changed.themes[0]).toMatchObject({ claim: null, bullet: 'They come from outside.', core: true, codes: ['norms', 'trust'] })
    expect(changed.themes[1]).toMatchObject({ codes: ['trust'], parent: null, role: 'mechanism' })
  })

  it('have one core, a name of their own, and codes', () => {
    const problems = refused(() =>
      selective(pass => {
        pass.theme('Trust', { core: true })
        pass.theme('Truts', { role: 'context', codes: ['trust'] })
        pass.theme('New', { codes: ['trust'] })
        pass.theme('New', { role: 'context' })
        pass.removeCodes('Norms', ['norms'])
        pass.theme('Care', { bulet: 'x' } as object)
        pass.theme('Care', { polarity: 'good' as 'both' })
      }, themed),
    )
    expect(problems.map(({ call, what, hint }) => `${call}: ${what} (${hint})`)).toEqual([
      'pass.theme, call 1: there is a core theme already: "Norms" (say core: false of that one first; there is one core theme)',
      'pass.theme, call 2: "Truts" is almost the existing theme "Trust" (did you mean "Trust"?)',
      'pass.theme, call 3: this theme has no role (say in which chapter it stands: context, mechanism, outcome, future)',
      'pass.theme, call 4: a theme gathers codes (name at least one code)',
      'pass.removeCodes, call 1: no code would be left in this theme (take the theme away with pass.removeTheme)',
      'pass.theme, call 5: "bulet" is not a column of themes.csv (did you mean "bullet"?)',
      'pass.theme, call 6: this polarity is not one a row of themes.csv can have (give one of: enabling, hindering, both)',
    ])
    const moved = selective(pass => {
      pass.theme('Norms', { core: false })
      pass.theme('Trust', { core: true })
    }, themed)
    expect(moved.themes.map(row => row.core)).toEqual([false, true, null])
  })

  it('stand in the order given, and replay to it', () => {
    const ordered = selective(pass => pass.order(['Care', 'Norms']), themed)
    expect(ordered.themes.map(row => row.id)).toEqual(['Care', 'Trust', 'Norms'])
    expect(replay(ordered.journal, ordered).themes).toEqual(ordered.themes)
    expect(selective(pass => pass.order(['Care', 'Norms']), ordered)).toBe(ordered)
    expect(told(() => selective(pass => pass.order(['Crae']), themed))).toEqual(['pass.order, call 1: there is no theme "Crae"'])
  })

  it('go when nothing hangs on them, or to another theme', () => {
    const hung = selective(pass => {
      pass.quote(['Norms', 'Trust'], coded.codings[0]!)
      pass.cell('north', 'Norms', { summary: 'came early', status: 'observed' })
    }, themed)
    expect(refused(() => selective(pass => pass.removeTheme('Norms'), hung))).toMatchObject([
      { what: 'this takes away what a row of quotes.csv names', file: 'quotes.csv', row: 2, call: 'pass.removeTheme, call 1' },
      { what: 'this takes away what a row of cells.csv names', file: 'cells.csv', row: 2 },
    ])
    const gone = selective(pass => pass.removeTheme('Norms', { to: 'Trust' }), hung)
    expect(gone.themes.map(row => [row.id, row.parent])).toEqual([
      ['Trust', null],
      ['Care', null],
    ])
    expect(gone.quotes[0]!.themes).toEqual(['Trust'])
    expect(gone.cells[0]!.theme).toBe('Trust')
    expect(findProblems(gone)).toEqual([])
    expect(selective(pass => pass.removeTheme('Care'), themed).themes).toHaveLength(2)
  })
})

describe('quotes and summaries', () => {
  it('are of words in the text, once, under several themes', () => {
    const quoted = selective(pass => {
      const ends = [pass.fragment('i1', 'The norm came'), pass.fragment('i1', 'we trust each other')]
      expect(pass.quote('Trust', ends, { text: 'The norm came … we trust each other', attribution: 'role' })).toBe('q1')
      expect(pass.quote('Care', ends, { approved: 'yes' })).toBe('q1')
      expect(pass.quote('Care', coded.codings[0]!.id, { id: 'norm' })).toBe('norm')
    }, themed)
    expect(quoted.quotes[0]).toMatchObject({ themes: ['Trust', 'Care'], approved: 'yes', attribution: 'role' })
    expect(quoted.quotes[0]!.spans).toHaveLength(2)
    expect(findProblems(quoted)).toEqual([])
    expect(selective(pass => void pass.quote('Care', coded.codings[0]!.id, { id: 'norm' }), quoted)).toBe(quoted)
    const less = selective(pass => {
      pass.removeQuote('norm')
      pass.removeQuote('q1', { from: 'Care' })
    }, quoted)
    expect(less.quotes.map(row => row.themes)).toEqual([['Trust']])
  })

  it('refuse other words, other places, other statuses', () => {
    const problems = refused(() =>
      selective(pass => {
        pass.quote('Trust', pass.fragment('i1', 'The norm came'), { text: 'The norms came' })
        pass.quote('Trsut', pass.fragment('i1', 'The norm came'))
        pass.quote('Trust', 'nothing')
        pass.quote('Trust', pass.fragment('i1', 'nobody said this at all'))
        pass.cell('north', 'Trust', { status: 'fired' as 'observed' })
        pass.cell('north', 'Trust', {})
        pass.removeQuote('q9')
      }, themed),
    )
    expect(problems.map(({ call, what }) => `${call}: ${what}`)).toEqual([
      'pass.quote, call 1: the words of this quote are not the words of the text',
      'pass.quote, call 2: there is no theme "Trsut"',
      'pass.quote, call 3: there is no coding with this id',
      'pass.fragment, call 3: these words are not in the transcript',
      'pass.cell, call 1: this is no such status',
      'pass.cell, call 2: nothing is said of this case',
      'pass.removeQuote, call 1: there is no quote with this id',
    ])
  })

  it('write a summary once per case', () => {
    const summed = selective(pass => {
      pass.cell('north', 'Trust', { summary: 'slow' })
      pass.cell('north', 'Trust', { status: 'observed' })
    }, themed)
    expect(summed.cells).toMatchObject([{ case: 'north', theme: 'Trust', summary: 'slow', status: 'observed', configuration: null }])
  })
})
