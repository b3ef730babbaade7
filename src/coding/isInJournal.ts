import type { Change, Patch } from '../study/index.js'
import type { Draft } from './passes/draft.js'

/** Whether a pass before this one made such a change. Looks through the whole journal: for calls that would otherwise be wrong. */
export function isInJournal({ study }: Draft, test: (patch: Patch, change: Change) => boolean): boolean {
  return study.journal.some(({ changes }) => changes.some(change => change.patches.some(patch => test(patch, change))))
}
