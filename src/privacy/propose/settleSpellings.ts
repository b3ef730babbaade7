import { comparedForms } from '../comparedForms.js'
import { type Entry, type Register, spellings } from '../entry.js'
import { mayBeOne } from '../marksAt.js'
import { type Draft, weightOf } from './draft.js'

/**
 * Gives every spelling to one row, so that the register tells what is meant. The row that more speaks for keeps it; rows of different
 * transcripts, or of which one is told by being recognised, may both have it. Rows of the given register keep all they have.
 *
 * @param transcripts the ids of all transcripts
 * @returns the rows that have a spelling left
 */
export function settleSpellings(drafts: readonly Draft[], register: Register, transcripts: readonly string[]): readonly Draft[] {
  const taken = new Map<string, Entry[]>()
  for (const entry of register) for (const form of formsOf(spellings(entry))) put(taken, form, entry)
  const claims = new Map<string, Draft[]>()
  const split: Draft[] = []
  const byWeight = [...drafts].sort((a, b) => weightOf(b.mentions) - weightOf(a.mentions))
  for (const draft of byWeight) {
    draft.spellings = draft.spellings.filter(spelling => {
      const forms = comparedForms(spelling)
      const isFree =
        forms.every(form => (taken.get(form) ?? []).every(entry => fitsBeside(draft, entry))) &&
        forms.every(form => (claims.get(form) ?? []).every(other => fitTogether(draft, other)))
      if (isFree) for (const form of forms) put(claims, form, draft)
      else {
        const where = leftBy(
          forms.flatMap(form => taken.get(form) ?? []),
          draft,
          transcripts,
        )
        if (where.length > 0) split.push({ ...draft, of: draft.of ?? draft, spellings: [spelling], where })
      }
      return isFree
    })
  }
  return [...drafts, ...split].filter(one => one.spellings.length > 0)
}

/** The transcripts in which none of her entries with this spelling is meant, when she says of each where it is. */
function leftBy(entries: readonly Entry[], draft: Draft, transcripts: readonly string[]): readonly string[] {
  if (entries.length === 0 || entries.some(entry => entry.where.length === 0)) return []
  const own = draft.where.length === 0 ? transcripts : draft.where
  return own.filter(id => !entries.some(entry => entry.where.includes(id)))
}

const formsOf = (all: readonly string[]) => new Set(all.flatMap(comparedForms).filter(form => form !== ''))

function put<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [value])
  else if (!list.includes(value)) list.push(value)
}

/** Whether a new row may share a spelling with one of hers: where hers is not meant, or where one of them is only what is recognised. */
function fitsBeside(draft: Draft, entry: Entry): boolean {
  const told = entry.match === 'recognised' || entry.match === 'capital'
  if (told && entry.type !== draft.type && (draft.match === 'recognised' || entry.match === 'recognised')) {
    if (draft.match === 'anywhere') draft.match = 'capital'
    return true
  }
  return draft.where.length > 0 && entry.where.length > 0 && !draft.where.some(id => entry.where.includes(id))
}

function fitTogether(a: Draft, b: Draft): boolean {
  if (a === b) return true
  if (a.where.length > 0 && b.where.length > 0 && !a.where.some(id => b.where.includes(id))) return true
  if (a.type === b.type || (a.match !== 'recognised' && b.match !== 'recognised')) return false
  if (a.match !== b.match && mayBeOne(a.type, b.type)) return false
  // Somebody called Mei beside the month: the name is told by its capital.
  for (const one of [a, b]) if (one.match === 'anywhere') one.match = 'capital'
  return true
}
