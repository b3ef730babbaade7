import { counted } from '../../study/index.js'
import { followersOf, tellFollowers } from './followers.js'
import { quoted, several } from './tellFields.js'
import type { Said, Telling } from './telling.js'
import type { Touched } from './touched.js'

/** Tells which codes became which, from where their codings went: merged, replaced, split, or only recoded. */
export function tellCodes(telling: Telling): readonly Said[] {
  const moves = movesOf(telling)
  const into = mergedInto(telling, moves)
  const parted = [...moves].filter(([from, targets]) => isSplit(telling, from, targets))
  const successors = new Map<string, readonly string[]>(parted.map(([from, targets]) => [from, [...targets.keys()]]))
  for (const [to, all] of into) for (const from of all) successors.set(from, [to])
  const followers = followersOf(telling, successors)
  const along = (codes: readonly string[]) => [...new Set(codes.flatMap(code => followers.get(code) ?? []))]
  return [
    ...[...into].map(([to, from]) => tellMerge(telling, moves, from, to, along(from))),
    ...parted.map(([from, targets]) => tellSplit(telling, from, targets, along([from]))),
    ...[...moves]
      .filter(([from]) => !successors.has(from))
      .flatMap(([from, targets]) => [...targets].map(([to, keys]) => tellRecoding(telling, from, to, keys))),
  ]
}

/** From which code to which, and the codings that went. */
type Moves = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>

function movesOf(telling: Telling): Moves {
  const moves = new Map<string, Map<string, string[]>>()
  for (const one of telling.of('codings')) {
    if (one.before === null || one.after === null || one.before.code === one.after.code) continue
    const [from, to] = [String(one.before.code), String(one.after.code)]
    const targets = moves.get(from) ?? new Map<string, string[]>()
    const keys = targets.get(to) ?? []
    keys.push(one.key)
    moves.set(from, targets.set(to, keys))
    telling.tell(one, 'code')
  }
  return moves
}

/** The codes that are gone and whose codings all went to one other, under that other. */
function mergedInto(telling: Telling, moves: Moves): ReadonlyMap<string, readonly string[]> {
  const into = new Map<string, string[]>()
  for (const [from, targets] of moves) {
    if (telling.touched('codes', from)?.after !== null || targets.size !== 1) continue
    const [to] = targets.keys()
    into.set(to!, [...(into.get(to!) ?? []), from])
  }
  return into
}

/** A code falls apart when its codings go to codes that were not there before, or go several ways as it is retired or taken out. */
function isSplit(telling: Telling, from: string, targets: ReadonlyMap<string, unknown>): boolean {
  const code = telling.touched('codes', from)
  const leaves = code !== undefined && (code.after === null || (code.after.retired === true && code.before?.retired !== true))
  if (targets.size > 1 && leaves) return true
  return code?.after !== null && [...targets.keys()].some(to => isNew(telling.touched('codes', to)))
}

const isNew = (one: Touched | undefined) => one?.before === null

function tellMerge(telling: Telling, moves: Moves, from: readonly string[], to: string, along: readonly Touched[]): Said {
  const codings = from.flatMap(code => moves.get(code)!.get(to)!)
  for (const code of from) telling.tellWhole('codes', code)
  const target = telling.touched('codes', to)
  if (isNew(target)) telling.tellWhole('codes', to)
  const name = quoted(telling.nameOf('codes', to))
  const names = from.map(code => quoted(telling.nameOf('codes', code))).sort()
  const moved = `${counted(codings.length, 'codings')} moved${tellFollowers(along)}`
  const replaced = from.length === 1 && isNew(target)
  const what = replaced
    ? `replaced the code ${names[0]} by ${name}, ${moved}`
    : from.length === 1
      ? `merged the code ${names[0]} into ${name}, ${moved}`
      : `merged ${counted(from.length, 'codes')} into ${name}${isNew(target) ? ' (new)' : ''}: ${several(names)}, ${moved}`
  return telling.said(
    replaced ? 'replaced' : 'merged',
    'codes',
    what,
    [...from, ...(target === undefined ? [] : [to]), ...along.map(one => one.key)],
    codings,
  )
}

function tellSplit(telling: Telling, from: string, targets: ReadonlyMap<string, readonly string[]>, along: readonly Touched[]): Said {
  const parts = [...targets]
    .sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1))
    .map(([to, keys]) => {
      if (isNew(telling.touched('codes', to))) telling.tellWhole('codes', to)
      return `${quoted(telling.nameOf('codes', to))} (${counted(keys.length, 'codings')})`
    })
  const code = telling.touched('codes', from)
  if (code?.after === null) telling.tellWhole('codes', from)
  else if (code !== undefined) telling.tell(code, 'retired')
  const left = code?.after === null ? ', the code taken out' : code?.after?.retired === true ? ', the code retired' : ''
  const what = `split the code ${quoted(telling.nameOf('codes', from))} into ${several(parts)}${left}${tellFollowers(along)}`
  const ids = [from, ...targets.keys()].filter(id => telling.touched('codes', id) !== undefined)
  return telling.said('split', 'codes', what, [...ids, ...along.map(one => one.key)], [...targets.values()].flat())
}

function tellRecoding(telling: Telling, from: string, to: string, keys: readonly string[]): Said {
  const names = [from, to].map(code => quoted(telling.nameOf('codes', code)))
  return telling.said('recoded', 'codings', `recoded ${counted(keys.length, 'codings')} from ${names[0]} to ${names[1]}`, keys, keys)
}
