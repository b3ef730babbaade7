import { counted, type Study } from '../../study/index.js'
import type { By } from '../journal.js'
import { type CodeFacts, define } from './codes.js'
import { type Codings, idsOf } from './codingsGiven.js'
import { startDraft } from './draft.js'
import { mergeCodes, mergeNote } from './mergeCodes.js'
import { moveCodings, type Recoding, recodeCodings } from './recodeCodings.js'
import { relateCodes, unrelateCodes } from './relateCodes.js'
import { removeCodings } from './removeCodings.js'
import { runPass } from './runPass.js'
import { type Settling, settleCodings } from './settleCodings.js'
import { nestCode, renameCode, retireCode } from './shapeCodes.js'
import { type Splitting, splitCode } from './splitCode.js'

/** What can be done in an axial pass. Codes are named by id or by name; codings by id, or as a query gives them. */
export interface AxialPass {
  /** Makes a code, or adds to what is said of it. */
  define(code: string, facts: CodeFacts): void
  /** Puts the codings of several codes under one, which may be one of them, another, or new. */
  merge(codes: readonly string[], into: string, facts?: CodeFacts): void
  /**
   * Gives the codings of a code other codes: by respondent, source, group, case or round (`trust (nurses)`), by a condition, or as a function
   * says. Codings of several of them go where `several` says, those of which it is not known where `unknown` says; it is never guessed.
   */
  split(code: string, into: Splitting): void
  /** Puts a code under another, or (null) at the top. */
  nest(code: string, under: string | null): void
  rename(code: string, to: string): void
  /** Keeps a code and its codings, and lets nobody use it any more. */
  retire(code: string): void
  /** Lets a retired code be used again. */
  unretire(code: string): void
  /** Says how two codes relate: causes, blocks, part of, contradicts, or in words of your own; and why. */
  relate(from: string, relation: string, to: string, facts?: { readonly memo?: string }): void
  /** Takes a relation away; every one from the first code to the second when no relation is named. */
  unrelate(from: string, to: string, relation?: string): void
  /** Puts codings under another code, which may be new. */
  move(codings: Codings, to: string): void
  /** Changes facts of codings, or their code. */
  recode(codings: Codings, facts: Recoding): void
  /** Takes back codings of your own that were made by mistake. */
  remove(codings: Codings): void
  /**
   * Records the agreed reading of codings that disagree, or a new reading of one that was settled; they are kept as superseded. Where they say
   * different things, the call says what holds. Gives the id of the new coding.
   */
  settle(codings: Codings, facts: Settling): string
}

/**
 * Axial coding: compares codes, merges, splits and nests them, and above all relates them. All or nothing, as `openPass`.
 *
 * @example
 * const related = axialPass(study, { coder: 'MV', date: '2020-06-02' }, pass => {
 *   pass.merge(['trust', 'trusting each other'], 'trust')
 *   pass.relate('trust', 'makes possible', 'sharing failures')
 * })
 * related.relations.length
 * //=> 1
 */
export function axialPass(study: Study, by: By, work: (pass: AxialPass) => void): Study {
  const draft = startDraft(study, by)
  const defined = new Set<string>()
  const many = <T>(name: string, note: (count: number) => string, codings: Codings, does: (ids: readonly string[]) => T) => {
    const ids = idsOf(codings)
    return draft.call(name, note(ids.length), () => does(ids))
  }
  const pass: AxialPass = {
    define: (name, facts) => draft.call('define', `defined the code "${name}"`, () => define(draft, name, facts, defined)),
    merge: (codes, into, facts = {}) => draft.call('merge', mergeNote(codes, into), () => mergeCodes(draft, codes, into, facts)),
    split: (name, into) => draft.call('split', `split the code "${name}"`, () => splitCode(draft, name, into, defined)),
    nest: (name, under) =>
      draft.call('nest', under === null ? `took "${name}" to the top` : `put "${name}" under "${under}"`, () =>
        nestCode(draft, name, under),
      ),
    rename: (name, to) => draft.call('rename', `renamed "${name}" to "${to}"`, () => renameCode(draft, name, to)),
    retire: name => draft.call('retire', `retired "${name}"`, () => retireCode(draft, name, true)),
    unretire: name => draft.call('unretire', `took "${name}" into use again`, () => retireCode(draft, name, false)),
    relate: (from, relation, to, { memo } = {}) =>
      draft.call('relate', `"${from}" ${relation} "${to}"`, () => relateCodes(draft, from, relation, to, memo)),
    unrelate: (from, to, relation) =>
      draft.call('unrelate', `took away: "${from}" ${relation ?? 'to'} "${to}"`, () => unrelateCodes(draft, from, to, relation)),
    move: (codings, to) =>
      many(
        'move',
        count => `moved ${counted(count, 'codings')} to "${to}"`,
        codings,
        ids => moveCodings(draft, ids, to, defined),
      ),
    recode: (codings, facts) =>
      many(
        'recode',
        count => `recoded ${counted(count, 'codings')}`,
        codings,
        ids => recodeCodings(draft, ids, facts),
      ),
    remove: codings =>
      many(
        'remove',
        count => `took back ${counted(count, 'codings')}`,
        codings,
        ids => removeCodings(draft, ids),
      ),
    settle: (codings, facts) =>
      many(
        'settle',
        count => `settled ${counted(count, 'codings')}`,
        codings,
        ids => settleCodings(draft, ids, facts),
      ),
  }
  return runPass(draft, pass, work, 'axial')
}
