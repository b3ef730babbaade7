import { type CodingColumns, groundOf, sourcesOf, speakersColumn, stanceOf } from '../../analysis/index.js'
import { type Coding, type Role, type Study, throwProblems } from '../../study/index.js'
import { sourceBehind } from '../sourceBehind.js'

/** The codings of one transcript that may be part of a combination, in the order of the text. */
export interface Part {
  readonly columns: CodingColumns
  /** Which codings of the columns. */
  readonly codings: Int32Array
  /** Of each: the place of its role among those looked at. */
  readonly roles: Uint8Array
  /** Of each: the place of its code in the study. */
  readonly codes: Int32Array
  /** Of each: the place of its source, or -1 where it is not certain who said it. */
  readonly homes: Int32Array
}

/** What combinations are made of: roles filled with codes, each combination known by one number. */
export interface Ground {
  readonly roles: readonly Role[]
  /** Codes go by their place in the study, from 1 in the number of a combination; 0 stands for a role that is not filled. */
  readonly base: number
  readonly parts: readonly Part[]
}

/** Gathers the codings that count, do not refute, and play one of these roles. */
export function partsIn(study: Study, roles: readonly Role[], keep: (coding: Coding) => boolean): Ground {
  const base = study.codes.length + 1
  if (base ** roles.length > Number.MAX_SAFE_INTEGER)
    throwProblems([{ what: 'these are too many roles for so many codes', hint: 'give fewer roles', call: 'findNearby' }])
  const { all, looked } = groundOf(study, false)
  const codes = new Map(study.codes.map((code, i) => [code.id, i]))
  const places = new Map(roles.map((role, i) => [role, i]))
  const homes = new Map(sourcesOf(study).all.map((source, i) => [source.id, i]))
  const parts = all.map((columns, t): Part => {
    const mask = looked[t]!
    const chosen: number[] = []
    for (let i = 0; i < mask.length; i++) {
      const coding = columns.codings[i]!
      if (mask[i] === 1 && places.has(coding.role) && codes.has(coding.code) && stanceOf(coding) !== 'refutes' && keep(coding))
        chosen.push(i)
    }
    const { values, numbers } = speakersColumn(columns)
    const known = values.map(value => {
      const source = sourceBehind(study, value === null || value === '' ? [] : value.split('\n'))
      return source === null ? -1 : (homes.get(source.id) ?? -1)
    })
    return {
      columns,
      codings: Int32Array.from(chosen),
      roles: Uint8Array.from(chosen, i => places.get(columns.codings[i]!.role)!),
      codes: Int32Array.from(chosen, i => codes.get(columns.codings[i]!.code)!),
      homes: Int32Array.from(chosen, i => known[numbers[i]!]!),
    }
  })
  return { roles, base, parts: parts.filter(part => part.codings.length > 0) }
}

/** The same codings, each under the code at the top of its branch: combinations that are nearly the same then are one. */
export function underTopCodes(study: Study, ground: Ground): Ground {
  const tops = topCodes(study)
  return { ...ground, parts: ground.parts.map(part => ({ ...part, codes: part.codes.map(code => tops[code]!) })) }
}

/** For every code the place of the one at the top of its branch. */
export function topCodes(study: Study): readonly number[] {
  const places = new Map(study.codes.map((code, i) => [code.id, i]))
  return study.codes.map((_, i) => {
    let top = i
    for (let up = places.get(study.codes[top]!.parent ?? ''); up !== undefined; up = places.get(study.codes[top]!.parent ?? '')) top = up
    return top
  })
}
