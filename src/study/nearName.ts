/**
 * Finds a name that differs from this one by a capital, an accent or one slip of the keyboard (a letter too many, too
 * few, another, or two swapped): the usual ways in which one code becomes two by accident.
 *
 * Names under four characters and names that differ in a digit are taken at their word.
 *
 * @example
 * nearName('vertouwen', ['vertrouwen', 'regie'])
 * //=> 'vertrouwen'
 */
export function nearName(name: string, names: Iterable<string>): string | null {
  const mine = fold(name)
  for (const other of names) {
    if (other === name) continue
    const theirs = fold(other)
    if (mine === theirs || (Math.min(mine.length, theirs.length) >= 4 && isOneSlip(mine, theirs))) return other
  }
  return null
}

function fold(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim().replace(/\s+/gu, ' ')
}

/** Whether two words differ by one letter too many, too few, another, or two swapped; not by a digit. */
export function isOneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  let end = 0
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++
  const left = a.slice(start, a.length - end)
  const right = b.slice(start, b.length - end)
  if (/\p{N}/u.test(left + right)) return false
  if (left.length <= 1 && right.length <= 1) return true
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0]
}
