import { escapeFormula } from './escapeFormula.js'

/**
 * Takes off the `'` that `escapeFormula` put before a text.
 *
 * @example
 * unescapeFormula("'=1+1")
 * //=> '=1+1'
 */
export function unescapeFormula(text: string): string {
  const without = text.slice(1)
  return text.startsWith("'") && escapeFormula(without) === text ? without : text
}
