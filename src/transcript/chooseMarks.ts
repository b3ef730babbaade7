import { isBracketNote, isFalseMark } from './falseMarks.js'
import { markBase, markNumber } from './foldMark.js'
import type { LineMark } from './lineMark.js'
import { nameLike } from './nameLike.js'
import { isWeakRole, roleOf } from './roleWords.js'

/** What is known of the speakers before the text is read; all folded. */
export interface KnownMarks {
  readonly listed: ReadonlySet<string>
  readonly respondents: ReadonlySet<string>
}

export interface ChosenMarks {
  /** The keys that are speakers, per shape of mark: `colon anna`. */
  readonly speakers: ReadonlySet<string>
  /** Lines that look like a mark but were not taken for one. */
  readonly doubtful: readonly number[]
}

/** All lines that begin with one mark in one shape. */
interface Group {
  readonly first: LineMark
  readonly key: string
  readonly kind: 'known' | 'role' | 'weak' | 'false' | 'name' | 'phrase' | 'sentence'
  readonly lines: LineMark[]
}

/**
 * Decides over the whole text which marks are speakers.
 *
 * A mark is a speaker when it is listed, is a respondent's id, or is a word for a side (interviewer, respondent; `Q`, `A`, `Vraag` and
 * `Antwoord` only when they recur or both occur). Any other mark has to recur: at least twice and 3% as often as the most frequent mark
 * when each of its words is a capital, a number or a particle; at least three times and 10% as often otherwise. One that occurs once
 * is a speaker when it is a numbered sibling of one (`Speaker 3` beside `Speaker 1`), or carries a time stamp, stands alone on its line
 * or is bold where the other speakers do so too. More than five words, the punctuation of a sentence, and words such as `Conclusion`
 * or `Date` are never speakers unless listed. `[Name] text` and `Name<tab>text` count only where they are at least as common as colons.
 */
export function chooseMarks(found: readonly LineMark[], known: KnownMarks): ChosenMarks {
  const groups = groupMarks(found, known)
  const colons = groups.filter(group => shapeOf(group.first) === 'colon')
  const chosen = new Set(colons.filter(group => standsAlone(group, colons)))
  const top = mostLines(colons)
  for (const group of colons) if (recurs(group, top)) chosen.add(group)
  for (const group of siblings(colons, chosen)) chosen.add(group)
  for (const group of shareStyle(colons, chosen, found)) chosen.add(group)
  dropHeadLine(chosen)
  let lines = count(chosen)
  for (const shape of ['bracket', 'tab'] as const) {
    const others = groups.filter(group => shapeOf(group.first) === shape)
    const taken = others.filter(group => standsAlone(group, others) || recurs(group, 0))
    if (count(taken) === 0 || count(taken) < lines) continue
    for (const group of taken) chosen.add(group)
    lines = count(chosen)
  }
  const doubtful = colons.filter(group => group.kind === 'name' && !chosen.has(group)).flatMap(group => group.lines.map(mark => mark.line))
  return { speakers: new Set([...chosen].map(group => markId(group.first))), doubtful }
}

/** What a mark is compared by: `<v Name>` and `Name:` are one speaker, `[Name]` is decided apart. */
export function markId(mark: LineMark): string {
  return `${shapeOf(mark)} ${mark.key}`
}

function shapeOf(mark: LineMark): string {
  return mark.shape === 'voice' ? 'colon' : mark.shape
}

function groupMarks(found: readonly LineMark[], known: KnownMarks): readonly Group[] {
  const groups = new Map<string, Group>()
  for (const mark of found) {
    if (mark.name === null) continue
    const id = markId(mark)
    const group = groups.get(id)
    if (group === undefined) groups.set(id, { first: mark, key: mark.key, kind: kindOf(mark, known), lines: [mark] })
    else group.lines.push(mark)
  }
  return [...groups.values()]
}

function kindOf(mark: LineMark, known: KnownMarks): Group['kind'] {
  const { key } = mark
  if (mark.shape === 'voice' || known.listed.has(key)) return 'known'
  // A number alone may be one of a list: it has to recur.
  if (known.respondents.has(key)) return /\p{L}/u.test(key) ? 'known' : 'name'
  const like = nameLike(mark.name ?? '')
  if (roleOf(key) !== null && like !== 'sentence') return isWeakRole(key) ? 'weak' : 'role'
  if (isFalseMark(key) || (mark.shape === 'bracket' && isBracketNote(key))) return 'false'
  return like
}

/** Enough evidence in the mark itself. */
function standsAlone(group: Group, all: readonly Group[]): boolean {
  if (group.kind === 'known' || group.kind === 'role') return true
  if (group.kind !== 'weak') return false
  const other = roleOf(group.key) === 'asks' ? 'answers' : 'asks'
  return group.lines.length > 1 || all.some(each => roleOf(each.key) === other)
}

function recurs(group: Group, top: number): boolean {
  const lines = group.lines.length
  if (group.kind === 'name') return lines >= 2 && lines >= top * 0.03
  return group.kind === 'phrase' && lines >= 3 && lines >= top * 0.1
}

/** `Speaker 3` beside `Speaker 1`, `K` beside `J`: the same mark with another number or another initial. */
function siblings(groups: readonly Group[], chosen: ReadonlySet<Group>): readonly Group[] {
  const bases = new Set<string>()
  let initials = false
  for (const { first, key } of chosen) {
    if (markNumber(key) !== null) bases.add(markBase(key))
    if (isInitial(first)) initials = true
  }
  return groups.filter(
    ({ first, key, kind }) => kind === 'name' && ((initials && isInitial(first)) || (markNumber(key) !== null && bases.has(markBase(key)))),
  )
}

function isInitial(mark: LineMark): boolean {
  return /^\p{Lu}$/u.test(mark.name ?? '')
}

function mostLines(groups: readonly Group[]): number {
  let top = 0
  for (const { kind, lines } of groups) if (kind !== 'false' && kind !== 'sentence') top = Math.max(top, lines.length)
  return top
}

/** Marks that occur once but are written the way the speakers of this text are. */
function shareStyle(colons: readonly Group[], chosen: ReadonlySet<Group>, found: readonly LineMark[]): readonly Group[] {
  const names = colons.filter(group => group.kind === 'name')
  const taken = [...chosen].flatMap(group => group.lines)
  const timedNames = [...taken, ...names.filter(group => !chosen.has(group)).flatMap(group => group.lines)].filter(
    mark => mark.timed,
  ).length
  const timed = found.filter(mark => mark.timed).length
  const styles = {
    timed: timedNames >= 2 && timedNames * 2 >= timed,
    alone: taken.filter(mark => mark.alone && !mark.timed).length >= 3,
    dressed: taken.filter(mark => mark.dressed).length >= 3,
  }
  return names.filter(({ first }) => (styles.timed && first.timed) || (styles.alone && first.alone) || (styles.dressed && first.dressed))
}

/** `Interviewer: A. Smit` above a text whose turns begin with `I:` is a line of the head. */
function dropHeadLine(chosen: Set<Group>): void {
  const recurring = [...chosen].filter(group => group.lines.length > 1)
  const begin = recurring.reduce((line, group) => Math.min(line, group.first.line), Number.POSITIVE_INFINITY)
  for (const group of chosen) {
    const side = roleOf(group.key)
    const isOnce = group.kind === 'role' && group.lines.length === 1 && group.first.line < begin
    if (isOnce && recurring.some(other => roleOf(other.key) === side)) chosen.delete(group)
  }
}

function count(groups: Iterable<Group>): number {
  let lines = 0
  for (const group of groups) lines += group.lines.length
  return lines
}
