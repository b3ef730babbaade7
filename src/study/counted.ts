/**
 * Says how many there are of something, one of them in the singular.
 *
 * @param many the English plural
 * @example
 * counted(1, 'theories') //=> '1 theory'
 */
export function counted(count: number, many: string): string {
  return `${count} ${nounFor(count, many)}`
}

/** The singular of an English plural where there is one; only its first word is looked at. */
export function nounFor(count: number, many: string): string {
  return count === 1 ? many.replace(/^\w+/u, word => word.replace(/ies$/u, 'y').replace(/(?<=ss)es$|(?<!s)s$/u, '')) : many
}
