import fc from 'fast-check'
import { expect, it } from 'vitest'
import { comparedForms } from '../../src/privacy/comparedForms.js'
import { type Entry, makeRegister, readRegister, registerCsv } from '../../src/privacy/index.js'
import { StudyError } from '../../src/study/index.js'
import { entry } from '../builders.js'

const trimmed = (text: string) => text.trim() === text && text !== '' && !text.includes(';')
const sign = fc.constantFrom(
  "'",
  '"',
  '=',
  '+',
  '-',
  '@',
  ',',
  '\t',
  '\n',
  '\r\n',
  ' ',
  '٣',
  'é',
  'Jan',
  "'t",
  '=1+1',
  'ß',
  '\uFEFF',
  '|',
  '#',
  'sep=',
)
const value = fc
  .array(fc.oneof(sign, fc.string({ minLength: 1, maxLength: 4 })), { minLength: 1, maxLength: 5 })
  .map(parts => parts.join('').replace(/;/gu, '').trim())
  .filter(trimmed)
const several = fc.array(value, { maxLength: 3 })

/** Names of their own, so that no two entries share a spelling. */
const register = fc
  .array(
    fc.record({
      start: value,
      variants: several,
      type: fc.constantFrom('PERSON', 'ORG', 'X'),
      label: fc.option(value, { nil: '' }),
      respondent: fc.option(value, { nil: null }),
      match: fc.constantFrom('anywhere', 'capital', 'recognised', 'keep'),
      where: several,
      note: fc.option(value, { nil: null }),
      ladder: several,
    }),
    { maxLength: 5 },
  )
  .map(rows =>
    rows.map(({ start, variants, ladder, ...rest }, i): Entry => {
      const own = (text: string, j: number) => `${text} naam${'abcde'[i]}${j}x`
      return {
        name: own(start, 0),
        variants: variants.map((one, j) => own(one, j + 1)),
        ...rest,
        ...(ladder.length === 0 ? {} : { ladder }),
      }
    }),
  )
  .filter(rows => {
    const forms = rows.flatMap(one => [...new Set([one.name, ...one.variants].flatMap(comparedForms))])
    return new Set(forms).size === forms.length
  })

it('reads back as it was, whatever stands in it', () => {
  fc.assert(
    fc.property(register, fc.constantFrom(',', ';', '\t'), fc.boolean(), (rows, delimiter, bom) => {
      fc.pre(rows.length > 0)
      expect(readRegister(registerCsv(makeRegister(rows), { delimiter, bom }))).toEqual(rows)
    }),
  )
})

it('is safe for a spreadsheet', () => {
  const csv = registerCsv(makeRegister([entry('+31 6 12345678', { note: '=HYPERLINK("x")' })]))
  expect(csv).toContain("'+31 6 12345678")
  expect(csv).toContain(`"'=HYPERLINK(""x"")"`)
  expect(csv.split('\n')[0]).toBe('name,variants,type,label,respondent,match,where,note,ladder')
})

it('refuses what a cell cannot hold, without the name', () => {
  const wrong = makeRegister([entry('Canary'), entry(' Canary two', { variants: ['Canary;x'] })])
  try {
    registerCsv(wrong)
    expect.unreachable()
  } catch (error) {
    expect((error as StudyError).problems.map(one => `${one.row} ${one.column}`)).toEqual(['3 variants', '3 name'])
    expect(`${(error as Error).message}${(error as Error).stack}`).not.toMatch(/Canary/u)
    expect(error).toBeInstanceOf(StudyError)
  }
})
