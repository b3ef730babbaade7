import { isUnlinked, type Study } from '../study/index.js'

/** What is printed in the order given; where nothing may tie what one person said, by what it says, so that the order tells nothing. */
export function untiedOrder<Q>(study: Study, printed: readonly Q[]): readonly Q[] {
  return isUnlinked(study) ? wordOrder(printed) : printed
}

/** What is printed in the order of what it says. */
export function wordOrder<Q>(printed: readonly Q[]): readonly Q[] {
  const keyed = printed.map(one => ({ one, key: JSON.stringify(one) }))
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ one }) => one)
}
