import { describe, expect, it } from 'vitest'
import { isBsn, isIban } from '../../../../src/language/nl/recognise/numbers.js'
import { found, foundOf } from './marks.js'

describe('telephone numbers', () => {
  it.each([
    '06-55512087',
    '06 38 51 47 20',
    '0314-559 082',
    '(020) 555 12 34',
    '+31 6 12 34 56 78',
    '+31 (0)20 555 1234',
    '0900-1234567',
    '0032 9 555 12 34',
    '+49 30 5550123',
  ])('%s', number => expect(foundOf('PHONE', `Bel me op ${number}, na acht uur.`).join()).toContain(number.replace(/^\(/u, '')))

  it('is found in words', () => {
    const spoken = 'nul zes dertien zeventig vierenveertig nul acht zes'
    expect(foundOf('PHONE', `mijn nummer is ${spoken} bel maar`)).toEqual([spoken])
  })

  it('takes amounts and ranges for none', () => {
    expect(found('Het kostte 45.000 euro, van 9 tot 5, met 38 meter erbij en 12 procent minder.')).toEqual([])
  })
})

describe('addresses online', () => {
  it.each([
    ['EMAIL', 'h.tewinkel@oncologie-ooij.nl'],
    ['EMAIL', 'jan punt de vries apenstaartje gmail punt com'],
    ['URL', 'www.fysiodeslinge.nl/contact'],
    ['URL', 'https://zorgnet.example/a?b=1'],
    ['URL', 'zorgnetwerk-oost.nl'],
  ])('%s %s', (type, address) => expect(foundOf(type, `mail of kijk op ${address} voor meer`)).toEqual([address]))
})

describe('IBAN and BSN', () => {
  it('checks an IBAN modulo 97', () => {
    expect(isIban('NL91ABNA0417164300')).toBe(true)
    expect(isIban('NL92ABNA0417164300')).toBe(false)
    expect(isIban('BE71096123456769')).toBe(true)
  })

  it('checks a BSN by eleven, against the sum written out', () => {
    for (let n = 111_222_300; n < 111_222_400; n++) {
      const digits = [...String(n)].map(Number)
      const sum = digits.slice(0, 8).reduce((all, digit, i) => all + digit * (9 - i), 0) - digits[8]!
      expect(isBsn(String(n))).toBe(sum % 11 === 0)
    }
  })

  it('finds both in a text', () => {
    expect(found('haar BSN, 111222333, en NL91 ABNA 0417 1643 00.')).toEqual(['BSN 111222333', 'IBAN NL91 ABNA 0417 1643 00'])
  })
})

describe('numbers of files', () => {
  it.each(['SHV-2021-04417', 'XX-123-X'])('%s', code =>
    expect(foundOf('ID', `Dossier ${code}, zo vaak heb ik het ingetypt.`)).toEqual([code]),
  )

  it('leaves names of things with a digit', () => {
    expect(found('Na COVID-19 kwam HbA1c 53 en een 24-uurs meting.')).toEqual([])
  })
})

describe('numbers that are said', () => {
  it.each([
    ['je kunt bellen naar plus eenendertig zes twaalf vierendertig zesenvijftig achtenzeventig hoor', 'PHONE'],
    ['haar bsn is een twee drie vier vijf zes zeven acht twee zo staat het erop', 'BSN'],
    ['het staat in het bericht nummer cb 2026 0771 geloof ik', 'ID'],
    ['Het kenmerk is CK/2026-0312, geloof ik.', 'ID'],
    ['ze woonden aan de lange nieuwstraat honderdtwaalf boven de bakker', 'ADDRESS'],
  ])('%s', (text, type) => expect(foundOf(type, text)).toHaveLength(1))
})
