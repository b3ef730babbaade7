/** Where the spellings of an entry mean it. */
export type Match = 'anywhere' | 'capital' | 'recognised' | 'keep'

/** A name to hide, with what stands for it. */
export interface Entry {
  readonly name: string
  readonly variants: readonly string[]
  readonly type: string
  /** What the reader sees; empty: made from the respondent or the type. */
  readonly label: string
  readonly respondent: string | null
  /**
   * `capital`: the name is also a word, so only where it is written with a capital. `recognised`: only where it is recognised as what
   * it is, as an age of 58 is. `keep`: somebody looked at it, and it is to stay.
   */
  readonly match: Match
  /** The transcripts in which it means this entry; empty: all of them. */
  readonly where: readonly string[]
  readonly note: string | null
  /** Ever coarser words that may stand for it, from fine to coarse: a town, its province. A profile says which is printed. */
  readonly ladder?: readonly string[]
}

/** The names to hide. Secret: it shows only how many when inspected. */
export type Register = readonly Entry[]

const inspect = Symbol.for('nodejs.util.inspect.custom')
const display = Symbol.for('Jupyter.display')
const reasonKey = Symbol.for('retroduct.noNames')

/** Makes a value show a count instead of its content, in consoles and notebooks. */
export function showOnly<T extends object>(value: T, summary: string): T {
  Object.defineProperty(value, inspect, { value: () => summary, enumerable: false })
  return Object.defineProperty(value, display, { value: () => ({ 'text/plain': summary }), enumerable: false })
}

/** A register of entries that shows only how many they are. */
export function makeRegister(entries: readonly Entry[]): Register {
  return showOnly([...entries], `Register of ${entries.length} entries`)
}

/**
 * Says on purpose that a study holds no name to hide. Without this an empty register is refused.
 *
 * @param reason why there is none, for the log
 * @example
 * noNames('the transcripts were pseudonymised by the archive').length
 * //=> 0
 */
export function noNames(reason: string): Register {
  return Object.defineProperty(makeRegister([]), reasonKey, { value: reason, enumerable: false })
}

/** Why a register is empty, or null when nobody said so. */
export function reasonForNoNames(register: Register): string | null {
  const reason = Object.getOwnPropertyDescriptor(register, reasonKey)?.value
  return typeof reason === 'string' && reason.trim() !== '' ? reason : null
}

/** All spellings of an entry: its name and its variants. */
export function spellings(entry: Entry): readonly string[] {
  return [entry.name, ...entry.variants]
}
