import type { CodingFacts } from '../../study/index.js'
import { turnsOf } from '../../transcript/index.js'
import type { Coder } from './addCoding.js'
import { findCode } from './codes.js'
import type { Draft } from './draft.js'
import type { Fragment } from './places.js'

const mostWords = 10
const mostCharacters = 80

/** Codes a fragment with a code that is named by its own words; gives the id of the coding, or null after noting what is wrong. */
export function codeInVivo(draft: Draft, coder: Coder, fragment: Fragment, facts: Partial<CodingFacts>): string | null {
  const name = nameIn(draft, fragment)
  if (name === null) return null
  const near = findCode(draft, name) !== null || coder.defined.has(name) ? null : draft.names('codes').near(name)
  const known = near === null ? null : draft.names('codes').find(near)
  if (near === null) return coder.code(fragment, name, facts)
  // The words are a person's: the code that was meant is told by its row.
  draft.problem('these words are almost the name of a code', 'use pass.code with the code in this row, or pass.define the words first', {
    ...(known === null ? {} : draft.place('codes', known)),
    ...placeOf(fragment),
  })
  return null
}

function nameIn(draft: Draft, fragment: Fragment): string | null {
  const { text, turns } = draft.transcript(fragment.transcript)!
  const problem = (what: string, hint: string) => {
    draft.problem(what, hint, placeOf(fragment))
    return null
  }
  const spoken = turnsOf(fragment, turns)
  const [turn] = spoken
  if (spoken.length > 1 || (turn !== undefined && (fragment.start < turn.start || fragment.end > turn.end)))
    return problem('these words run over the mark of a speaker', 'name a code by words of one turn')
  if (turns.length > 0 && (turn === undefined || turn.asks))
    return problem('these are not words of somebody who answers', 'name a code by words of an answer')
  const tooLong = () => problem('these are too many words for the name of a code', `point at ${mostWords} words at most`)
  if (fragment.end - fragment.start > 4 * mostCharacters) return tooLong()
  const name = text
    .slice(fragment.start, fragment.end)
    .replace(/\s+/gu, ' ')
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
  if (name === '') return problem('there are no words here to name a code by', 'point at words')
  if (name.length > mostCharacters || name.split(' ').length > mostWords) return tooLong()
  return name.includes(';') ? problem('the name of a code cannot hold ";"', 'point at fewer words') : name
}

function placeOf({ transcript, start, end }: Fragment) {
  return { transcript, at: { start, end } }
}
