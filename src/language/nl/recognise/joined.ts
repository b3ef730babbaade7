import { gap } from '../../recognise/tokens.js'
import type { Reading } from './reading.js'

/** What parts a name from what stands beside it in talk; a full stop, a line, brackets. */
export const stops = gap.stop | gap.line | gap.comma | gap.colon | gap.close | gap.open

/** Whether a token stands together with the one before it. */
export const joined = ({ tokens }: Pick<Reading, 'tokens'>, at: number): boolean =>
  at > 0 && at < tokens.count && (tokens.gap[at]! & stops) === 0
