import { audienceOf } from '../../study/index.js'
import type { Inline } from '../block.js'
import type { Making } from '../making.js'
import { fixed, joined, text } from '../say.js'

/** Labels of sources behind a number, between brackets: for the team only. Readers get the number. */
export function sourceNames({ study }: Making, labels: readonly string[]): readonly Inline[] {
  if (audienceOf(study) === 'public' || labels.length === 0) return []
  const list = joined(
    labels.map(label => [text(label)]),
    '; ',
  )
  return [fixed(' ('), ...list, fixed(')')]
}
