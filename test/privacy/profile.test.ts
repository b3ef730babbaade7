import { describe, expect, it } from 'vitest'
import type { Recogniser } from '../../src/language/index.js'
import { nl } from '../../src/language/nl/index.js'
import { type AnonymiseOptions, anonymise, type Entry } from '../../src/privacy/index.js'
import { StudyError } from '../../src/study/index.js'
import { Table } from '../../src/table/index.js'
import { entry, studyOf, transcript } from '../builders.js'

const town = entry('Oudeveer', {
  type: 'LOCATION',
  label: 'plaats 7',
  ladder: ['een gemeente in Kustland', 'een plaats aan zee'],
})
const hospital = entry('Sint Odilia', {
  type: 'HOSPITAL',
  label: 'ziekenhuis 3',
  ladder: ['een topklinisch ziekenhuis', 'een ziekenhuis'],
})
const age = entry('58', { type: 'AGE', match: 'recognised', ladder: ['50-59'] })
const said = transcript('i1', ['1: In Oudeveer is het Sint Odilia. Ik ben 58 en woon op 58 kilometer van Sint Odilia.'])

// Nothing goes to an archive of who did not agree to it.
const archived = { id: 'k', respondent: '1', purpose: 'archive', answer: 'yes', form: null, date: null, until: null, extra: {} } as const

/** Marks an age where a digit follows "ik ben". */
const ages: Recogniser = text =>
  [...text.matchAll(/Ik ben (\d+)/gu)].map(found => {
    const start = found.index + 'Ik ben '.length
    return { type: 'AGE', start, end: start + found[1]!.length, text: found[1]!, certainty: 'likely' }
  })

function safeText(register: readonly Entry[], options: Partial<AnonymiseOptions> = {}): string {
  const { study } = anonymise(studyOf([said], { consents: [archived] }), { register, language: nl, recognisers: [ages], ...options })
  return study.transcripts[0]!.text.trim()
}

describe('what a profile prints', () => {
  it('is the coarsest step of a ladder in a report, the finest in an archive', () => {
    expect(safeText([town, hospital])).toBe(
      'Respondent 1: In ‹een plaats aan zee› is het ‹ziekenhuis›. Ik ben 58 en woon op 58 kilometer van ‹een ziekenhuis›.',
    )
    expect(safeText([town, hospital], { profile: 'archive' })).toContain(
      'In ‹een gemeente in Kustland› is het ‹topklinisch ziekenhuis›. Ik ben',
    )
  })

  it('can be said per type: a step, or the label', () => {
    const text = safeText([town, hospital], { generalise: { LOCATION: 'label', HOSPITAL: 0 } })
    expect(text).toContain('In ‹plaats 7› is het ‹topklinisch ziekenhuis›')
    expect(safeText([town], { generalise: { LOCATION: 9 } })).toContain('‹een plaats aan zee›')
  })

  it('is a coarser step, or the label, where a step holds a registered name', () => {
    const coast = entry('Kustland', { type: 'REGION', label: 'een regio' })
    expect(safeText([town, coast], { profile: 'archive' })).toContain('In ‹een plaats aan zee›')
    const sea = entry('zee', { type: 'OTHER', label: 'water' })
    expect(safeText([town, coast, sea], { profile: 'archive' })).toContain('In ‹plaats 7›')
  })

  it('is the label of a respondent, whatever ladder the entry has', () => {
    const own = entry('Odilia', { respondent: '1', ladder: ['iemand'] })
    expect(safeText([own])).toContain('Sint ‹Respondent 1›')
  })

  it('has one article where the text had one already', () => {
    const text = (words: string) => {
      const { study } = anonymise(studyOf([transcript('i1', [`1: ${words}`])]), { register: [hospital], language: nl })
      return study.transcripts[0]!.text.trim().slice('Respondent 1: '.length)
    }
    expect(text('Ons Sint Odilia, ’t Sint Odilia en dat Sint Odilia')).toBe('Ons ‹ziekenhuis›, ’t ‹ziekenhuis› en dat ‹ziekenhuis›')
    expect(text('Is het? Sint Odilia is het')).toBe('Is het? ‹een ziekenhuis› is het')
  })
})

describe('an entry that is meant only where it is recognised', () => {
  it('is replaced there, and stays elsewhere', () => {
    expect(safeText([age])).toBe('Respondent 1: In Oudeveer is het Sint Odilia. Ik ben ‹50-59› en woon op 58 kilometer van Sint Odilia.')
  })

  it('is not meant by a mark of another type', () => {
    expect(safeText([{ ...age, type: 'ID' }])).toContain('Ik ben 58')
  })
})

describe('an entry that is to stay', () => {
  it('is not replaced, takes no letter, and is not put up for review again', () => {
    const keep = entry('58', { type: 'AGE', match: 'keep' })
    const { study, review } = anonymise(studyOf([said]), {
      register: [keep, entry('Sint Odilia', { type: 'HOSPITAL' })],
      language: nl,
      recognisers: [ages],
    })
    expect(study.transcripts[0]!.text).toContain('Ik ben 58 en woon op 58 kilometer van ‹ziekenhuis A›')
    expect(review.rows.filter(row => row.why.includes('not in the register')).map(row => row.found)).not.toContain('58')
  })
})

describe('the gate', () => {
  const phones: Recogniser = text =>
    [...text.matchAll(/06-\d{8}/gu)].map(found => ({
      type: 'PHONE',
      start: found.index,
      end: found.index + found[0].length,
      text: found[0],
      certainty: 'sure',
    }))
  const telling = studyOf([transcript('i1', ['1: Bel me op 06-12345678, zei ze.'])], {
    title: 'Bel 06-12345678',
  })
  const table = (register: readonly Entry[], recogniser = phones) => {
    const { study } = anonymise(telling, { register, language: nl, recognisers: [recogniser] })
    return () => publicTitle(study)
  }

  it('refuses what surely leads to a person and that nobody looked at, and tells no word of it', () => {
    const make = table([town])
    expect(make).toThrow(StudyError)
    try {
      make()
    } catch (error) {
      expect((error as StudyError).problems[0]!.what).toBe(
        'this would print what looks like a telephone number that is not in the register',
      )
      expect((error as StudyError).message).not.toContain('1234')
    }
  })

  it('lets it pass when it is registered, kept, or not sure', () => {
    expect(table([entry('06-12345678', { type: 'PHONE', label: 'een nummer' })])()).toContain('Bel ‹een nummer›')
    expect(table([entry('06-12345678', { type: 'PHONE', match: 'keep' })])()).toContain('Bel 06-12345678')
    const unsure: Recogniser = text =>
      [...text.matchAll(/Bel/gu)].map(({ index }) => ({
        type: 'PERSON',
        start: index,
        end: index + 3,
        text: 'Bel',
        certainty: 'likely',
      }))
    expect(table([entry('06-12345678', { label: 'een nummer' })], unsure)()).toContain('Bel ‹een nummer›')
  })

  it('does not look inside what stands in the place of a name', () => {
    expect(table([entry('Bel', { label: 'nummer 06-99999999' })])).toThrow(StudyError)
    const inside: Recogniser = text =>
      [...text.matchAll(/nummer/gu)].map(found => ({
        type: 'PHONE',
        start: found.index,
        end: found.index + 6,
        text: 'nummer',
        certainty: 'sure',
      }))
    expect(table([entry('06-12345678', { label: 'een nummer' })], inside)()).toContain('‹een nummer›')
  })
})

/** The title of a safe study, as a public table prints it. */
function publicTitle(study: object & { readonly title: string }): string {
  return new Table({ title: study.title, columns: ['a'], rows: [{ a: 'b' }], basis: '', of: study }).toMarkdown()
}
