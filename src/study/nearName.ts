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
    if (mine === theirs || isSlip(mine, theirs)) return other
  }
  return null
}

/** A growing list of names that is asked for near ones again and again. */
export interface NearNames {
  readonly add: (name: string) => void
  /** As `nearName`, but of two names one that differs only by a capital or an accent goes first. */
  readonly near: (name: string) => string | null
  /** The name that differs by nothing but capitals, accents and spaces. */
  readonly alike: (name: string) => string | null
}

/** Makes an empty list of names. They are kept by their length, so that most need not be looked at. */
export function nearNames(): NearNames {
  const folded = new Map<string, string[]>()
  const perLength = new Map<number, string[]>()
  const alike = (name: string) => folded.get(fold(name))?.find(other => other !== name) ?? null
  return {
    add: name => {
      const mine = fold(name)
      if (!folded.has(mine)) put(perLength, mine.length, mine)
      put(folded, mine, name)
    },
    near: name => {
      const mine = fold(name)
      const around = [0, -1, 1].flatMap(by => perLength.get(mine.length + by) ?? [])
      const slip = () => around.find(theirs => theirs !== mine && isSlip(mine, theirs))
      return alike(name) ?? folded.get(slip() ?? '')?.[0] ?? null
    },
    alike,
  }
}

function put<K>(lists: Map<K, string[]>, key: K, value: string): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [value])
  else list.push(value)
}

function fold(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim().replace(/\s+/gu, ' ')
}

function isSlip(a: string, b: string): boolean {
  return Math.min(a.length, b.length) >= 4 && isOneSlip(a, b)
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
