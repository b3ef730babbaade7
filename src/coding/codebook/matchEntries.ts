import type { Code, Problem, Study } from '../../study/index.js'
import { type CodebookEntry, type CodebookFile, splitPath } from './readCodebook.js'

/** A row of a codebook file and the id of the code it speaks of, which may be new. */
export interface Match {
  readonly entry: CodebookEntry
  readonly id: string
}

interface Matches {
  readonly matches: readonly Match[]
  /** What each code stands under, for rows that say so. */
  readonly parents: ReadonlyMap<string, string | null>
  readonly problems: readonly Problem[]
}

const joinPath = (path: readonly string[]) => JSON.stringify(path.map(name => name.trim()))

/** Finds the code of each row: by its id, else by its path, else by its name if only one code has it; and what it stands under. */
export function matchEntries(study: Study, { file, entries }: CodebookFile): Matches {
  const problems: Problem[] = []
  const note = (entry: CodebookEntry, what: string, hint: string, column: string) =>
    problems.push({ what, hint, file, row: entry.row, column })
  const known = knownCodes(study)
  const taken = new Map<string, CodebookEntry>()
  const matches = entries.flatMap((entry): readonly Match[] => {
    const found = codeOf(entry, known)
    if (found === 'several') {
      note(entry, 'several codes have this name', 'say which in a column "id"', 'name')
      return []
    }
    const id = found ?? newId(entry, new Set([...known.codes.keys(), ...taken.keys()]))
    if (id.includes(';') && found === null) {
      note(entry, 'an id cannot hold ";"', 'write it without', entry.id ? 'id' : 'name')
      return []
    }
    const other = taken.get(id)
    if (other !== undefined) {
      note(entry, `this row and row ${other.row} are about the same code`, 'keep one of them', entry.id ? 'id' : 'name')
      return []
    }
    taken.set(id, entry)
    return [{ entry, id }]
  })
  const parents = new Map<string, string | null>()
  const places = placesIn(study, matches)
  for (const match of matches) {
    const parent = parentOf(match, places, note)
    if (parent !== undefined) parents.set(match.id, parent)
  }
  for (const { entry, id } of matches) {
    const { path, parent } = entry
    if (path === undefined || parent === undefined) continue
    // Levels that were left as they were are of before; those that were changed must say what the parents say.
    const places = [known.pathOf(id), newPath(id, matches, parents, known)].map(joinPath)
    if (!places.includes(joinPath(path)))
      note(
        entry,
        'the levels say another place or name than the columns parent and name',
        'change those; the levels follow from them',
        'parent',
      )
  }
  return { matches, parents, problems }
}

/** The names on the way to a code, as the file calls them and places them. */
function newPath(id: string, matches: readonly Match[], parents: ReadonlyMap<string, string | null>, { codes }: Known): readonly string[] {
  const entries = new Map(matches.map(one => [one.id, one.entry]))
  const path: string[] = []
  const seen = new Set<string>()
  for (
    let at: string | null = id;
    at !== null && !seen.has(at);
    at = parents.has(at) ? parents.get(at)! : (codes.get(at)?.parent ?? null)
  ) {
    seen.add(at)
    path.unshift(entries.get(at)?.name ?? codes.get(at)?.name ?? at)
  }
  return path
}

interface Known {
  readonly codes: ReadonlyMap<string, Code>
  readonly byName: ReadonlyMap<string, readonly string[]>
  readonly byPath: ReadonlyMap<string, readonly string[]>
  readonly pathOf: (id: string) => readonly string[]
}

function knownCodes({ codes: rows }: Study): Known {
  const codes = new Map(rows.map(code => [code.id, code]))
  const pathOf = (id: string): readonly string[] => {
    const path: string[] = []
    const seen = new Set<string>()
    for (let at = codes.get(id); at !== undefined && !seen.has(at.id); at = codes.get(at.parent ?? '')) {
      path.unshift(at.name ?? at.id)
      seen.add(at.id)
    }
    return path
  }
  const list = (keyOf: (code: Code) => string) => {
    const found = new Map<string, string[]>()
    for (const code of rows) found.set(keyOf(code), [...(found.get(keyOf(code)) ?? []), code.id])
    return found
  }
  return { codes, pathOf, byName: list(code => (code.name ?? code.id).trim()), byPath: list(code => joinPath(pathOf(code.id))) }
}

/** The id of the code a row speaks of; null when it is new. */
function codeOf(entry: CodebookEntry, { codes, byName, byPath }: Known): string | null | 'several' {
  if (typeof entry.id === 'string') return [entry.id, entry.id.trim()].find(id => codes.has(id)) ?? null
  const byOwnPath = entry.path === undefined ? undefined : byPath.get(joinPath(entry.path))
  const named = byOwnPath ?? byName.get((entry.name ?? '').trim()) ?? []
  if (named.length <= 1) return named[0] ?? null
  const under = typeof entry.parent === 'string' ? entry.parent.trim() : null
  const placed = named.filter(id => under !== null && [codes.get(id)!.parent, codes.get(codes.get(id)!.parent ?? '')?.name].includes(under))
  return placed.length === 1 ? placed[0]! : 'several'
}

function newId(entry: CodebookEntry, taken: ReadonlySet<string>): string {
  if (typeof entry.id === 'string') return entry.id.trim()
  const name = (entry.name ?? '').trim()
  let id = name
  for (let n = 2; taken.has(id); n++) id = `${name} ${n}`
  return id
}

/** Where a code can be found to stand under: by id, by name and by path, as the file and the study call it. */
interface Places {
  readonly ids: ReadonlySet<string>
  readonly byName: ReadonlyMap<string, ReadonlySet<string>>
  readonly byPath: ReadonlyMap<string, ReadonlySet<string>>
}

function placesIn(study: Study, matches: readonly Match[]): Places {
  const known = knownCodes(study)
  const byName = new Map<string, Set<string>>()
  const byPath = new Map<string, Set<string>>()
  const add = (map: Map<string, Set<string>>, key: string, id: string) => map.set(key, (map.get(key) ?? new Set()).add(id))
  for (const { id, entry } of matches) {
    add(byName, (entry.name ?? '').trim(), id)
    if (entry.path !== undefined) add(byPath, joinPath(entry.path), id)
  }
  for (const code of study.codes) {
    const name = (code.name ?? code.id).trim()
    if (!byName.has(name)) add(byName, name, code.id)
    const path = joinPath(known.pathOf(code.id))
    if (!byPath.has(path)) add(byPath, path, code.id)
  }
  return { byName, byPath, ids: new Set([...known.codes.keys(), ...matches.map(one => one.id)]) }
}

type Note = (entry: CodebookEntry, what: string, hint: string, column: string) => void

/** What a row says its code stands under: an id, nothing, or (undefined) it does not say. */
function parentOf({ entry }: Match, places: Places, note: Note): string | null | undefined {
  const unknown = (column: string) => {
    note(entry, 'the code this one stands under is in neither the file nor the study', 'give it a row of its own, or correct it', column)
    return undefined
  }
  const { parent, path } = entry
  if (parent === undefined) {
    if (path === undefined) return undefined
    if (path.length < 2) return null
    return (
      only(places.byPath.get(joinPath(path.slice(0, -1)))) ??
      only(path.length === 2 ? places.byName.get(path[0]!.trim()) : undefined) ??
      unknown('path')
    )
  }
  if (parent === null || parent.trim() === '') return null
  return (
    [parent, parent.trim()].find(one => places.ids.has(one)) ??
    only(places.byName.get(parent.trim())) ??
    only(places.byPath.get(joinPath(splitPath(parent)))) ??
    only(places.byName.get(splitPath(parent).at(-1) ?? '')) ??
    unknown('parent')
  )
}

const only = (ids: ReadonlySet<string> | undefined) => (ids?.size === 1 ? [...ids][0] : undefined)
