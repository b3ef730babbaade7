import type { Span } from '../study/index.js'

/** A stretch of text that may be a name, found by a recogniser. Offsets are UTF-16 code units. */
export interface Mark extends Span {
  readonly type: string
  readonly text: string
  /** `sure`: by form or list. `likely` and `look`: for a person to decide. */
  readonly certainty: 'sure' | 'likely' | 'look'
}

/** Finds what may be a name in a text. */
export type Recogniser = (text: string) => readonly Mark[]
