import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isIban } from '../../../../src/language/en/recognise/codes.js'
import { isNhsNumber, passesLuhn } from '../../../../src/language/en/recognise/numbers.js'
import { marksIn, wordsOf } from './marksIn.js'

describe('telephone numbers', () => {
  test.each([
    ['ring me on 01946 550 163 then', '01946 550 163'],
    ['her cell is 319 555 0148 and', '319 555 0148'],
    ['call (306) 555-0148, any time', '(306) 555-0148'],
    ['it is +353 87 419 2265 now', '+353 87 419 2265'],
    ['0412 345 678 is my mobile', '0412 345 678'],
    ['on 020 7946 0018 ext 204, ask', '020 7946 0018 ext 204'],
    ['my number is oh seven seven double four nine one two three oh', 'oh seven seven double four nine one two three oh'],
  ])('%s', (text, number) => {
    expect(wordsOf('PHONE', text)).toEqual([number])
  })

  test.each(['we had 1,250,000 visits', 'it cost £185000 a year', 'about 40 to 50 people', 'one two three and off we went', 'from 9 to 5'])(
    'not: %s',
    text => {
      expect(marksIn(text)).toEqual([])
    },
  )
})

describe('numbers of people', () => {
  test.each([
    ['His social security number is 588-46-6702', 'ID 588-46-6702'],
    ['national insurance AB 12 34 56 C it says', 'ID AB 12 34 56 C'],
    ['the NHS number was 943 476 5919', 'ID 943 476 5919'],
    ['case number 22/0147-B of that year', 'ID 22/0147-B'],
    ['pay GB82 WEST 1234 5698 7654 32 today', 'IBAN GB82 WEST 1234 5698 7654 32'],
    ['card 4111 1111 1111 1111 is lost', 'CREDIT_CARD 4111 1111 1111 1111'],
    ['out in SA48 9ZZ, that is', 'POSTCODE SA48 9ZZ'],
    ['it is S6V 5K1, for the record', 'POSTCODE S6V 5K1'],
  ])('%s', (text, mark) => {
    expect(marksIn(text)).toContain(mark)
  })

  test('a changed digit is noticed', () => {
    const changed = (digits: string, at: number, by: number) =>
      `${digits.slice(0, at)}${(Number(digits[at]) + by) % 10}${digits.slice(at + 1)}`
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 9 }), (at, by) => {
        expect(isNhsNumber(changed('9434765919', at, by))).toBe(false)
        expect(passesLuhn(changed('4111111111111111', at, by))).toBe(false)
        expect(isIban(`GB82WEST${changed('12345698765432', at, by)}`)).toBe(false)
      }),
    )
    expect([isNhsNumber('9434765919'), passesLuhn('4111111111111111'), isIban('GB82 WEST 1234 5698 7654 32')]).toEqual([true, true, true])
  })
})
