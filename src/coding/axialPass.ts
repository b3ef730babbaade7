import { type Code, type Coding, type CodingFacts, rowId, type Study, standsUnderItself } from '../study/index.js'
import { findCode, findOrMakeCode, needCode, newCode } from './codes.js'
import { checkFacts } from './codingFacts.js'
import { type Draft, runPass, startDraft } from './draft.js'
import type { By } from './journal.js'
import { replaceCode } from './replaceCode.js'

/** What can be done in an axial pass. Codes are named by id or by name, codings by id. */
export interface AxialPass {
  /** Puts the codings of several codes under one, which may be one of them, another, or new. */
  merge(codes: readonly string[], into: string): void
  /** Gives each coding of a code the code that the function says. */
  split(code: string, into: (coding: Coding) => string): void
  /** Puts a code under another, or (null) at the top. */
  nest(code: string, under: string | null): void
  rename(code: string, to: string): void
  /** Keeps a code and its codings, and lets nobody use it any more. */
  retire(code: string): void
  /** Says how two codes relate: causes, blocks, part of, contradicts, or in words of your own. */
  relate(from: string, relation: string, to: string): void
  /** Changes facts of codings, or their code. */
  recode(codings: readonly string[], facts: Partial<CodingFacts> & { readonly code?: string }): void
  /** Records the agreed reading of codings that disagree; they are kept as superseded. Gives the id of the new coding. */
  settle(codings: readonly string[], facts: Partial<CodingFacts> & { readonly code?: string; readonly memo: string }): string
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
  const pass: AxialPass = {
    merge: (codes, into) => draft.call('merge', `merged ${codes.length} codes into "${into}"`, () => merge(draft, codes, into)),
    split: (name, into) => draft.call('split', `split the code "${name}"`, () => split(draft, name, into)),
    nest: (name, under) =>
      draft.call('nest', under === null ? `took "${name}" to the top` : `put "${name}" under "${under}"`, () => nest(draft, name, under)),
    rename: (name, to) => draft.call('rename', `renamed "${name}" to "${to}"`, () => rename(draft, name, to)),
    retire: name => draft.call('retire', `retired "${name}"`, () => retire(draft, name)),
    relate: (from, relation, to) => draft.call('relate', `"${from}" ${relation} "${to}"`, () => relate(draft, from, relation, to)),
    recode: (codings, facts) => draft.call('recode', `recoded ${codings.length} codings`, () => recode(draft, codings, facts)),
    settle: (codings, facts) => draft.call('settle', `settled ${codings.length} codings`, () => settle(draft, codings, facts)),
  }
  return runPass(draft, pass, work, 'axial')
}

function codingsOf(draft: Draft, codes: ReadonlySet<string>): readonly Coding[] {
  return (draft.all('codings') as readonly object[] as readonly Coding[]).filter(coding => codes.has(coding.code))
}

function merge(draft: Draft, names: readonly string[], into: string): void {
  if (!Array.isArray(names)) return draft.problem('the codes to merge are given as a list', "write ['trust', 'trusting']")
  const found = names.map(name => needCode(draft, name))
  if (found.some(code => code === null)) return
  const codes = found as Code[]
  const target = findCode(draft, into) ?? mergedCode(draft, codes, into)
  if (target === null) return
  const gone = codes.filter(code => code.id !== target.id)
  for (const coding of codingsOf(draft, new Set(gone.map(code => code.id)))) draft.change('codings', coding.id, { code: target.id })
  for (const code of gone) {
    replaceCode(draft, code.id, [target.id])
    draft.remove('codes', code.id)
  }
}

/** The code that others are merged into keeps what they agree on; what they say differently is not guessed. */
function mergedCode(draft: Draft, codes: readonly Code[], name: string): Code | null {
  const shared = <K extends 'role' | 'parent' | 'topic'>(fact: K) =>
    new Set(codes.map(code => code[fact])).size === 1 ? codes[0]?.[fact] : null
  const facts = Object.fromEntries((['role', 'parent', 'topic'] as const).flatMap(fact => (shared(fact) ? [[fact, shared(fact)]] : [])))
  // A merged code often bears almost the name of one of its parts, so the check for slips is waived.
  return findOrMakeCode(draft, name, new Set([name.trim()]), facts)
}

function split(draft: Draft, name: string, into: (coding: Coding) => string): void {
  const code = needCode(draft, name)
  if (code === null) return
  const codings = codingsOf(draft, new Set([code.id]))
  const targets = new Map<string, string>()
  let left = 0
  for (const coding of codings) {
    const to = into(coding)
    if (typeof to !== 'string' || to.trim() === '')
      return draft.problem('the function gave no code for a coding', 'return the name of a code for each')
    if (!targets.has(to)) targets.set(to, (findCode(draft, to) ?? splitOff(draft, code, to)).id)
    if (targets.get(to) === code.id) left++
    else draft.change('codings', coding.id, { code: targets.get(to) })
  }
  const others = [...new Set(targets.values())].filter(id => id !== code.id)
  // Themes and configurations keep what they rest on: the parts take the place of the whole.
  replaceCode(draft, code.id, left > 0 || codings.length === 0 ? [code.id, ...others] : others)
  if (left === 0 && codings.length > 0) draft.change('codes', code.id, { retired: true })
}

function splitOff(draft: Draft, from: Code, name: string): Code {
  const code = { ...newCode(name.trim(), {}), role: from.role, parent: from.parent, topic: from.topic }
  draft.add('codes', code)
  return code
}

function nest(draft: Draft, name: string, under: string | null): void {
  const code = needCode(draft, name)
  const above = under === null ? null : needCode(draft, under)
  if (code === null || (under !== null && above === null)) return
  const parents = new Map(draft.all('codes').map(one => [one.id, one.parent as string | null]))
  parents.set(code.id, above?.id ?? null)
  if (standsUnderItself(code.id, parents)) return draft.problem('a code cannot stand under itself', 'nest the other way round first')
  draft.change('codes', code.id, { parent: above?.id ?? null })
}

function rename(draft: Draft, name: string, to: string): void {
  const code = needCode(draft, name)
  if (code === null) return
  const other = findCode(draft, to)
  if (to.trim() === '' || to.includes(';')) return draft.problem('this is not a name for a code', 'give a name without ";"')
  if (other !== null && other.id !== code.id) return draft.problem(`there is a code "${to}" already`, 'merge the two if they are one')
  draft.change('codes', code.id, { name: to.trim() })
}

function retire(draft: Draft, name: string): void {
  const code = needCode(draft, name)
  if (code !== null) draft.change('codes', code.id, { retired: true })
}

function relate(draft: Draft, from: string, relation: string, to: string): void {
  const a = needCode(draft, from)
  const b = needCode(draft, to)
  if (a === null || b === null) return
  if (relation.trim() === '') return draft.problem('a relation needs a word', 'for example causes, blocks, part of, contradicts')
  const known = draft.all('relations').some(one => one.from === a.id && one.to === b.id && one.relation === relation.trim())
  if (known) return
  const id = rowId([a.id, relation.trim(), b.id], taken => draft.get('relations', taken) !== undefined)
  draft.add('relations', { id, from: a.id, relation: relation.trim(), to: b.id, memo: null, extra: {} })
}

type Recoding = Partial<CodingFacts> & { readonly code?: string }

function recode(draft: Draft, ids: readonly string[], facts: Recoding): void {
  const fields = recodingFields(draft, facts)
  if (fields === null) return
  for (const id of ids) {
    if (draft.get('codings', id) === undefined) draft.problem('there is no coding with this id', 'take ids from study.codings')
    else draft.change('codings', id, fields)
  }
}

function recodingFields(draft: Draft, { code: name, ...facts }: Recoding): (Partial<CodingFacts> & { code?: string }) | null {
  const code = name === undefined ? undefined : needCode(draft, name)
  if (code === null || !checkFacts(draft, facts)) return null
  return code === undefined ? facts : { ...facts, code: code.id }
}

function settle(draft: Draft, ids: readonly string[], facts: Recoding & { readonly memo: string }): string {
  const codings = ids.map(id => draft.get('codings', id) as Coding | undefined).filter(coding => coding !== undefined)
  const first = codings[0]
  const fields = recodingFields(draft, facts)
  if (first === undefined || codings.length !== ids.length || ids.length < 2) {
    draft.problem('settling takes two or more codings', 'take ids from study.codings')
    return ''
  }
  if (codings.some(coding => coding.transcript !== first.transcript)) {
    draft.problem('codings of different transcripts cannot be one reading', 'settle them one transcript at a time')
    return ''
  }
  if (codings.some(coding => coding.status !== 'open')) {
    draft.problem('one of these codings was settled before', 'settle codings that are open')
    return ''
  }
  if (!facts.memo?.trim()) draft.problem('say why this is the agreed reading', 'give a memo')
  if (fields === null) return ''
  const { id: _, pass: __, ...rest } = first
  const agreed = {
    ...rest,
    ...fields,
    start: Math.min(...codings.map(coding => coding.start)),
    end: Math.max(...codings.map(coding => coding.end)),
    coder: draft.by.coder,
    status: 'settled',
    settles: [...ids],
  }
  const id = rowId(['settled', ...ids], taken => draft.get('codings', taken) !== undefined)
  for (const one of ids) draft.change('codings', one, { status: 'superseded' })
  draft.add('codings', { id, ...agreed })
  return id
}
