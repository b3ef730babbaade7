import { nearName } from '../../study/index.js'
import { addRow } from './addRow.js'
import { needCode } from './codes.js'
import type { Draft } from './draft.js'

/** Relations that need no introduction; others may be given in words of one's own. */
const usual = ['causes', 'blocks', 'part of', 'contradicts']

/** Says how two codes relate, and why. */
export function relateCodes(draft: Draft, from: string, relation: string, to: string, memo: string | undefined): void {
  const ends = endsOf(draft, from, to)
  const word = typeof relation === 'string' ? relation.trim() : ''
  if (ends === null) return
  if (word === '') return draft.problem('a relation needs a word', `for example ${usual.join(', ')}`)
  if (ends.from === ends.to) return draft.problem('a code does not relate to itself', 'name two codes')
  const used = new Set([...usual, ...draft.all('relations').map(row => String(row.relation))])
  const near = used.has(word) ? null : nearName(word, used)
  if (near !== null) return draft.problem(`"${word}" is almost the relation "${near}"`, `did you mean "${near}"?`)
  const known = between(draft, ends).find(row => row.relation === word)
  if (known === undefined) addRow(draft, 'relations', { from: ends.from, relation: word, to: ends.to, memo: memo ?? null })
  else if (memo !== undefined) draft.change('relations', known.id, { memo })
}

/** Takes a relation away, or every relation from the one code to the other. */
export function unrelateCodes(draft: Draft, from: string, to: string, relation: string | undefined): void {
  const ends = endsOf(draft, from, to)
  if (ends === null) return
  for (const row of between(draft, ends)) if (relation === undefined || row.relation === relation.trim()) draft.remove('relations', row.id)
}

interface Ends {
  readonly from: string
  readonly to: string
}

function endsOf(draft: Draft, from: string, to: string): Ends | null {
  const a = needCode(draft, from)
  const b = needCode(draft, to)
  return a === null || b === null ? null : { from: a.id, to: b.id }
}

function between(draft: Draft, { from, to }: Ends) {
  return draft.having('relations', 'from', from).filter(row => row.to === to)
}
