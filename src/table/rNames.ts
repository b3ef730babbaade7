/** Words that R keeps for itself, and the letters that stand for TRUE and FALSE in it. */
const kept = new Set(
  'if else repeat while function for next break TRUE FALSE NULL Inf NaN NA NA_integer_ NA_real_ NA_character_ in T F'.split(' '),
)

/**
 * Names of columns that R reads as they are: letters without accents, digits and `_`, a letter first, no word of R, each once whatever its
 * capitals. What is left of a name without such letters is `column`.
 *
 * @param taken names that are in use already
 * @example
 * rNames(['elkaar vertrouwen', 'élan', '2020', 'if', 'Elan'])
 * //=> ['elkaar_vertrouwen', 'elan', 'x2020', 'if_', 'Elan_2']
 */
export function rNames(names: readonly string[], taken: readonly string[] = []): readonly string[] {
  const used = new Set(taken.map(one => one.toLowerCase()))
  return names.map(name => {
    const plain = plainName(name)
    let unique = plain
    for (let n = 2; used.has(unique.toLowerCase()); n++) unique = `${plain}_${n}`
    used.add(unique.toLowerCase())
    return unique
  })
}

function plainName(name: string): string {
  const letters = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9]+/gu, '_')
    .replace(/^_|_$/gu, '')
  const begun = /^\d/u.test(letters) ? `x${letters}` : letters || 'column'
  return kept.has(begun) ? `${begun}_` : begun
}

/** Whether R reads a name of a column as it is. */
export function isRName(name: string): boolean {
  return /^[A-Za-z][A-Za-z0-9_.]*$/u.test(name) && !kept.has(name)
}
