import type { Study } from '../study/index.js'
import { sourcesOf } from '../transcript/index.js'
import type { Said } from './countable.js'
import { passagesIn } from './passages.js'
import { peopleIn, peopleText } from './people.js'

export interface CodeNumbers {
  readonly sources: number
  /** "3", or a range "3-4". */
  readonly people: string
  /** Passages: overlapping codings of a code count once. */
  readonly codings: number
}

/** How many sources, people and passages codings come from. */
export function codeNumbers(study: Study, said: readonly Said[]): CodeNumbers {
  return {
    sources: sourcesOf(study).heardIn(said.map(one => one.speakers)).length,
    people: peopleText(peopleIn(said)),
    codings: passagesIn(said.map(one => one.coding)),
  }
}
