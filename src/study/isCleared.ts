import type { Quote } from './model.js'

/**
 * Whether nothing said of a quote keeps it from being printed: the speaker did not refuse it and need not answer any more,
 * and its words did not change since it was chosen.
 */
export function isCleared({ approved }: Pick<Quote, 'approved'>): boolean {
  return approved !== 'asked' && approved !== 'no' && approved !== 'revised'
}
