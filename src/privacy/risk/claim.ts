import { foldedWords } from '../fold.js'
import type { KnownPerson } from './knownPeople.js'

/** What something printed says of whoever stands behind a label. */
export interface Claim {
  /** An attribute of people in the words of the study, or one of `facts`. */
  readonly attribute: string
  /** Folded values, any of which makes it true. */
  readonly values: readonly string[]
  /** The value as it is shown. */
  readonly shown: string
  /** Whether the analyst says that it is true of one person only. */
  readonly unique: boolean
  /** Of whom it is said, by id: of one of them at least. Null: of whoever the label stands for. */
  readonly of: readonly string[] | null
  readonly from: 'column' | 'label' | 'entity' | 'reveal' | 'mention' | 'earlier'
  /** For a column its name, for an entity what stands between the brackets. */
  readonly by: string
}

/** Attributes that every study has: they follow from its tables, and not from a column of `respondents.csv`. */
export const facts = { group: 'group', case: 'case', round: 'round', together: 'spoke together', label: 'label' } as const

/** A text as values are compared: folded words with a space between. */
export function fold(text: string): string {
  return foldedWords(text).join(' ')
}

/** Whether folded words stand in others, in this order and with nothing between them. */
export function holdsWords(text: string, words: string): boolean {
  return words !== '' && ` ${text} `.includes(` ${words} `)
}

/** Whether a claim is true of a person. What is not known of her is not true of her. */
export function isTrueOf(person: KnownPerson, claim: Claim): boolean {
  if (claim.unique) return false
  if (claim.attribute === facts.label)
    return claim.values.some(value => isSubset(value.split(' '), person.wording) || person.all.some(one => holdsWords(one, value)))
  const own = person.values.get(claim.attribute)
  if (own === undefined) return false
  if (claim.values.some(value => own.has(value))) return true
  const band = bandOf(claim.shown)
  return band !== null && [...own].some(value => /^\d{1,9}$/u.test(value) && Number(value) >= band.low && Number(value) <= band.high)
}

function isSubset(words: readonly string[], all: ReadonlySet<string>): boolean {
  return words.every(word => all.has(word))
}

/** A band of whole numbers: "20-29", "20+", "<5". */
export function bandOf(text: string): { readonly low: number; readonly high: number } | null {
  const [, low, high] = /^\s*(\d{1,9})\s*[-–]\s*(\d{1,9})\s*$/u.exec(text) ?? []
  if (low !== undefined) return { low: Number(low), high: Number(high) }
  const [, from] = /^\s*(\d{1,9})\s*\+\s*$/u.exec(text) ?? []
  if (from !== undefined) return { low: Number(from), high: Number.POSITIVE_INFINITY }
  const [, sign, edge] = /^\s*([<>])\s*(\d{1,9})\s*$/u.exec(text) ?? []
  if (edge === undefined) return null
  return sign === '<' ? { low: 0, high: Number(edge) - 1 } : { low: Number(edge) + 1, high: Number.POSITIVE_INFINITY }
}

/** What makes two claims the same. */
export function claimKey({ attribute, values, unique, of }: Claim): string {
  return JSON.stringify([attribute, unique ? null : [...values].sort(), of])
}
