import type { Coding, Problem, Study } from '../../study/index.js'
import { settledAway } from '../countable.js'
import { type CodingColumns, codingColumns } from './codingColumns.js'
import { compileFact } from './compileFact.js'
import { compileText } from './compileText.js'
import type { Filter } from './factFilters.js'
import type { Nearness, Query } from './query.js'
import { type Mask, related } from './relations.js'

/** The codings a query is asked of: all there are, and which of them are looked at. */
export interface Ground {
  readonly study: Study
  readonly all: readonly CodingColumns[]
  readonly looked: readonly Mask[]
}

/** A query whose names are known: which of the codings wanted are in its set. */
export type Compiled = (ground: Ground, wanted: readonly Mask[]) => readonly Mask[]

const settled = new WeakMap<readonly Coding[], ReadonlySet<string>>()

/** The codings that a query looks at: those that count, as `countable` says, or every coding. */
export function groundOf(study: Study, all: boolean): Ground {
  const columns = codingColumns(study)
  if (all) return { study, all: columns, looked: columns.map(({ codings }) => new Uint8Array(codings.length).fill(1)) }
  const away = settled.get(study.codings) ?? settledAway(study.codings)
  settled.set(study.codings, away)
  const isAway = (coding: Coding) => away.has(coding.id)
  const looked = columns.map(({ codings, counts }) => (away.size === 0 ? counts : counts.map((is, i) => (isAway(codings[i]!) ? 0 : is))))
  return { study, all: columns, looked }
}

/** Finds what a query names in a study; notes every name that is not there. */
export function compileQuery(study: Study, query: Query, problems: Problem[]): Compiled {
  switch (query?.kind) {
    case 'and':
      return compileAnd(study, query.of, problems)
    case 'or':
      return compileOr(partsOf(study, query.of, problems))
    case 'not': {
      const of = compileQuery(study, query.of, problems)
      return (ground, wanted) => {
        const found = of(ground, wanted)
        return wanted.map((mask, i) => without(mask, found[i]!))
      }
    }
    case 'near':
    case 'inside':
    case 'around':
    case 'followedBy':
    case 'follows': {
      const of = compileQuery(study, query.of, problems)
      if ('within' in query) checkWithin(query.kind, query.within, problems)
      return (ground, wanted) => related(ground.all, wanted, of(ground, ground.looked), query)
    }
    case 'is':
    case 'given':
    case 'attribute':
    case 'made':
      return filtering(compileFact(study, query, problems))
    case 'words':
    case 'pattern':
    case 'these':
    case 'where':
      return filtering(compileText(study, query, problems))
    default:
      problems.push({
        what: 'this is no query',
        hint: "make it of the parts that are handed to the function: q => q.code('trust'); the function gives its query at once",
      })
      return (_, wanted) => wanted
  }
}

function partsOf(study: Study, parts: readonly Query[], problems: Problem[]): readonly Compiled[] {
  return (Array.isArray(parts) ? parts : [undefined]).map(part => compileQuery(study, part as Query, problems))
}

/** What is quickly told goes first: relations are then looked up for what is left. */
function compileAnd(study: Study, parts: readonly Query[], problems: Problem[]): Compiled {
  const slow = new Set(['near', 'inside', 'around', 'followedBy', 'follows', 'words', 'pattern', 'where', 'not', 'and', 'or'])
  const compiled = partsOf(study, parts, problems)
  const late = (i: number) => slow.has(parts[i]?.kind ?? '')
  const inTurn = [...compiled.filter((_, i) => !late(i)), ...compiled.filter((_, i) => late(i))]
  return (ground, wanted) => inTurn.reduce((left, part) => part(ground, left), wanted)
}

function compileOr(parts: readonly Compiled[]): Compiled {
  return (ground, wanted) => {
    const found = parts.map(part => part(ground, wanted))
    return wanted.map((mask, i) =>
      anyOf(
        mask.length,
        found.map(masks => masks[i]!),
      ),
    )
  }
}

function without(mask: Mask, found: Mask): Mask {
  const left = new Uint8Array(mask.length)
  for (let a = 0; a < left.length; a++) left[a] = mask[a]! & ~found[a]!
  return left
}

function anyOf(length: number, masks: readonly Mask[]): Mask {
  const any = new Uint8Array(length)
  for (const mask of masks) for (let a = 0; a < length; a++) any[a] = any[a]! | mask[a]!
  return any
}

function filtering(filter: Filter): Compiled {
  return ({ all }, wanted) => all.map((columns, i) => filter(columns, wanted[i]!))
}

function checkWithin(kind: 'near' | 'followedBy' | 'follows', within: Nearness, problems: Problem[]): void {
  const distance = typeof within === 'object' && within !== null ? Object.entries(within) : []
  const isDistance =
    distance.length === 1 && ['turns', 'words'].includes(distance[0]![0]) && Number.isInteger(distance[0]![1]) && distance[0]![1] >= 0
  const named = ['turn', 'next turn', 'transcript', ...(kind === 'near' ? ['fragment', 'overlap', 'account'] : [])]
  if (isDistance || (typeof within === 'string' && named.includes(within))) return
  const hint = `give within: ${named.map(name => `'${name}'`).join(', ')}, { turns: 2 } or { words: 20 }`
  problems.push({ what: 'it is not said how near', hint, call: `q.${kind}` })
}
