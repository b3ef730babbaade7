// Spreadsheets also look past leading white space and invisible characters, and some read the full-width signs as the plain ones.
// A text that looks escaped already is escaped again, so that every text comes back as it was.
const formula = /^'*(?:[\t\r\n]|[\s\p{C}]*[=+\-@＝＋－＠﹦﹢﹣﹫])/u

/**
 * Puts `'` before a text that a spreadsheet would take for a formula.
 *
 * @example
 * escapeFormula('=1+1')
 * //=> "'=1+1"
 */
export function escapeFormula(text: string): string {
  return formula.test(text) ? `'${text}` : text
}
