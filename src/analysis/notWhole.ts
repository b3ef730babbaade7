import type { Problem } from '../study/index.js'

/** The options, by name, that were given and are no whole number above 0. */
export function notWhole(options: Readonly<Record<string, number | undefined>>): readonly Problem[] {
  return Object.entries(options).flatMap(([name, value]) =>
    value === undefined || (Number.isInteger(value) && value > 0)
      ? []
      : [{ what: `the option "${name}" is not a number to count with`, hint: 'give a whole number above 0' }],
  )
}
