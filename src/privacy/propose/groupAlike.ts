import { foldedWords } from '../fold.js'
import { type Group, listBy, newGroup } from './group.js'
import type { Mention } from './mention.js'

/** Puts together what is one thing only where it is written alike: towns, dates, numbers, functions. */
export function groupAlike(mentions: readonly Mention[]): readonly Group[] {
  return listBy(mentions, one => `${one.type} ${foldedWords(one.text, true).join(' ')}`).map(newGroup)
}
