import type { Study } from '../../study/index.js'
import type { Entry } from '../entry.js'
import { nameFinder } from '../findNames.js'
import type { Draft } from './draft.js'

/**
 * A name that means one here and another there is hidden in every transcript in which it stands, also where nobody recognised it: those
 * that are left go to the row for the rest, or to the first.
 */
export function placeParts(drafts: readonly Draft[], study: Study): void {
  const parted = drafts.filter(one => one.where.length > 0)
  if (parted.length === 0) return
  const finder = nameFinder(parted.map(entryOf))
  const stands = parted.map(() => new Set<string>())
  for (const { id, text } of study.transcripts)
    for (const found of finder.find(text)) for (const entry of found.entries) stands[entry]!.add(id)
  const given = new Set(parted.flatMap((one, i) => one.where.map(id => `${spellingKey(one, i)} ${id}`)))
  for (const [i, one] of [...parted.entries()].sort(([, a], [, b]) => Number(b.doubts.has('several')) - Number(a.doubts.has('several')))) {
    const more = [...stands[i]!].filter(id => !given.has(`${spellingKey(one, i)} ${id}`))
    for (const id of more) given.add(`${spellingKey(one, i)} ${id}`)
    one.where = study.transcripts.map(({ id }) => id).filter(id => one.where.includes(id) || more.includes(id))
  }

  /** Rows that are found at the same places are of one name. */
  function spellingKey(one: Draft, i: number): number {
    const first = finder.find(one.spellings[0]!)[0]?.entries[0]
    return first ?? i
  }
}

/** A row as an entry, to look for its spellings anywhere. */
export function entryOf({ spellings, type }: Draft): Entry {
  const [name = '', ...variants] = spellings
  return { name, variants, type, label: '', respondent: null, match: 'anywhere', where: [], note: null }
}
