import { isUnlinked, type Study } from '../study/index.js'

/** What is printed in the order given; where nothing may tie what one person said, by what it says, so that the order tells nothing. */
export function untiedOrder<Q>(study: Study, printed: readonly Q[]): readonly Q[] {
  if (!isUnlinked(study)) return printed
  const keyed = printed.map(one => ({ one, key: JSON.stringify(one) }))
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ one }) => one)
}
