import { groupCounts, notStated, type Source } from '../analysis/index.js'
import type { Study } from '../study/index.js'

/** Sources by group, as a cell: "nurse: 3; manager: 1". Small groups are put together as everywhere. */
export function sourcesByGroup(study: Study, sources: readonly Source[]): string {
  return groupCounts(study, sources)
    .map(({ group, sources: n }) => `${group ?? notStated}: ${n}`)
    .join('; ')
}
