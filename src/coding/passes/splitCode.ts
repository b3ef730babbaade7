import type { Code, Coding } from '../../study/index.js'
import { findCode, findOrMakeCode, isInUse, isName, makeCode, needCode } from './codes.js'
import type { Draft } from './draft.js'
import { codingsOf } from './mergeCodes.js'
import { replaceCode } from './replaceCode.js'
import { type Division, divisions, partsOf } from './speakerParts.js'

/** Where the codings of a code go: by who spoke, by a condition, or by a function that names the code for each. */
export type Splitting =
  | ((coding: Coding) => string)
  | {
      readonly by: Division
      /** The code for codings of several of them (a turn of a nurse and a doctor); the code itself may be named. */
      readonly several?: string
      /** The code for codings of which it is not known. */
      readonly unknown?: string
    }
  | { readonly into: string; readonly when: (coding: Coding) => boolean }

/**
 * Gives the codings of a code other codes. Those that were settled stay as they were said. A code of which nothing is left that counts is
 * retired; themes and configurations then name its parts.
 */
export function splitCode(draft: Draft, name: string, into: Splitting, defined: ReadonlySet<string>): void {
  const code = needCode(draft, name)
  if (code === null) return
  const codings = codingsOf(draft, code.id).filter(coding => coding.status !== 'superseded')
  const given = namesFor(draft, code, codings, into)
  const targets = new Map<string, string | null>()
  for (const to of given ?? []) if (!targets.has(to)) targets.set(to, partFor(draft, code, to, defined))
  if (given === null || [...targets.values()].includes(null)) return
  for (const [i, coding] of codings.entries()) draft.change('codings', coding.id, { code: targets.get(given[i]!) })
  const others = [...new Set(targets.values())].filter(id => id !== null && id !== code.id) as string[]
  if (others.length === 0) return
  const left = codings.some((_, i) => targets.get(given[i]!) === code.id)
  // Themes and configurations keep what they rest on: the parts take the place of the whole.
  replaceCode(draft, code.id, left ? [code.id, ...others] : others)
  if (!left) draft.change('codes', code.id, { retired: true })
}

/** The name of the code that each coding goes to; null after noting for how many there is none. */
function namesFor(draft: Draft, code: Code, codings: readonly Coding[], into: Splitting): readonly string[] | null {
  if (typeof into === 'function')
    return all(draft, codings.map(into), 'the function gave no code for a coding', 'return the name of a code for each')
  if ('when' in into) return codings.map(coding => (into.when(coding) ? into.into : code.id))
  const { by, several, unknown } = into
  if (!divisions.includes(by)) {
    draft.problem('a code is split by who spoke, or by a function', `give by: ${divisions.join(', ')}`)
    return null
  }
  const parts = codings.map(coding => partsOf(draft, coding, by))
  const names = parts.map(found => (found.length === 1 ? `${code.name ?? code.id} (${found[0]})` : found.length > 1 ? several : unknown))
  const unclear = (test: (count: number) => boolean) => parts.filter((found, i) => test(found.length) && names[i] === undefined).length
  const [ofSeveral, ofNone] = [unclear(count => count > 1), unclear(count => count === 0)]
  if (ofSeveral > 0)
    draft.problem(
      `${ofSeveral} codings are of several at once: which ${by} it is cannot be told`,
      `say where they go: { by: '${by}', several: '…' }`,
    )
  if (ofNone > 0) draft.problem(`of ${ofNone} codings no ${by} is known`, `say where they go: { by: '${by}', unknown: '…' }`)
  return ofSeveral + ofNone > 0 ? null : all(draft, names, '', '')
}

function all(draft: Draft, names: readonly unknown[], what: string, hint: string): readonly string[] | null {
  if (names.every(name => typeof name === 'string' && name.trim() !== '')) return names as readonly string[]
  draft.problem(what, hint)
  return null
}

function partFor(draft: Draft, from: Code, name: string, defined: ReadonlySet<string>): string | null {
  const known = findCode(draft, name)
  if (known !== null) return known.id === from.id || isInUse(draft, known) ? known.id : null
  if (!isName(draft, name)) return null
  const { role, parent, topic } = from
  // A name made of a group or a case is what it is: "trust (ward A)" is no slip for "trust (ward B)".
  if (defined.has(name.trim()) || name.startsWith(`${from.name ?? from.id} (`))
    return makeCode(draft, name.trim(), { role, parent, topic }).id
  const made = findOrMakeCode(draft, name, defined)
  if (made !== null) draft.change('codes', made.id, { role, parent, topic })
  return made?.id ?? null
}
