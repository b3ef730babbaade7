import { type Code, type Coding, counted } from '../../study/index.js'
import { isInJournal } from '../isInJournal.js'
import { type CodeFacts, define, findCode, findOrMakeCode, isInUse, needCode } from './codes.js'
import type { Draft } from './draft.js'
import { replaceCode } from './replaceCode.js'

/**
 * Puts the codings of several codes under one. What a coder said before an agreed reading stays under the code that was given: such a code
 * is kept, retired, as long as it has those; the others are gone.
 */
export function mergeCodes(draft: Draft, names: readonly string[], into: string, facts: CodeFacts): void {
  if (!Array.isArray(names)) return draft.problem('the codes to merge are given as a list', "write ['trust', 'trusting']")
  const known = typeof into === 'string' ? findCode(draft, into) : null
  const isGone = (name: string) => known !== null && findCode(draft, name) === null && wasMerged(draft, name, mergeNote(names, into))
  const left = names.filter(name => !isGone(name))
  const codes = left.map(name => needCode(draft, name)).filter(code => code !== null)
  if (codes.length < left.length) return
  const target = known ?? mergedCode(draft, codes, into)
  if (target === null || !isInUse(draft, target)) return
  if (Object.keys(facts).length > 0) define(draft, target.id, facts, new Set([target.id]))
  for (const code of new Set(codes)) if (code.id !== target.id) mergeInto(draft, code, target)
}

/** How the journal tells of a merge. */
export const mergeNote = (names: readonly string[], into: string) => `merged ${counted([names].flat().length, 'codes')} into "${into}"`

// The same call again finds its codes gone, and what they became there: that is no mistake.
function wasMerged(draft: Draft, name: string, note: string): boolean {
  return isInJournal(
    draft,
    ({ table, from, to }, change) =>
      table === 'codes' &&
      to === undefined &&
      change.call === 'merge' &&
      change.note === note &&
      (from?.id === name || from?.name === name),
  )
}

function mergeInto(draft: Draft, code: Code, target: Code): void {
  for (const coding of codingsOf(draft, code.id))
    if (coding.status !== 'superseded') draft.change('codings', coding.id, { code: target.id })
  liftOut(draft, target, code)
  replaceCode(draft, code.id, [target.id])
  if (codingsOf(draft, code.id).length > 0) draft.change('codes', code.id, { retired: true })
  else draft.remove('codes', code.id)
}

/** A code that others are merged into may stand under one of them: it takes that one's place, lest it stand under itself. */
function liftOut(draft: Draft, target: Code, code: Code): void {
  const parentOf = (id: string) => (draft.get('codes', id)?.parent ?? null) as string | null
  const seen = new Set<string>()
  for (let at = parentOf(target.id); at !== null && !seen.has(at); at = parentOf(at)) {
    if (at === code.id) return draft.change('codes', target.id, { parent: parentOf(code.id) })
    seen.add(at)
  }
}

/** The codings under a code, as they are now. */
export function codingsOf(draft: Draft, code: string): readonly Coding[] {
  return draft.having('codings', 'code', code) as readonly object[] as readonly Coding[]
}

/** The code that others are merged into keeps what they agree on; what they say differently is not guessed. */
function mergedCode(draft: Draft, codes: readonly Code[], name: string): Code | null {
  const agreed = (['role', 'parent', 'topic'] as const).flatMap(fact => {
    const said = new Set(codes.map(code => code[fact]))
    const [one] = said
    return said.size === 1 && one ? [[fact, one]] : []
  })
  // A merged code often bears almost the name of one of its parts, so the check for slips is waived.
  return typeof name === 'string' ? findOrMakeCode(draft, name, new Set([name.trim()]), Object.fromEntries(agreed)) : null
}
