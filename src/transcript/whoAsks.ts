import { foldMark, markBase, markNumber } from './foldMark.js'
import type { RawTurn } from './rawTurns.js'
import { isWeakRole, roleOf } from './roleWords.js'
import type { Side } from './speakersOf.js'

export interface Sides {
  /** Who stands behind each mark, by its folded form. */
  readonly of: ReadonlyMap<string, Side>
  readonly notes: readonly string[]
}

/** How a mark is used in the text. */
interface Use {
  readonly key: string
  readonly line: number
  turns: number
  questions: number
  length: number
}

const asker: Side = { asks: true, respondents: [] }

/**
 * Tells per mark who asks and which respondents stand behind it.
 *
 * By `speakers` where a mark is listed. Otherwise a word for the interviewer asks; a respondent's id, alone or behind a word
 * (`Respondent 10`), is that respondent; of exactly two marks the one that asks most is taken for the interviewer. Where a mark could be
 * any of several respondents, its respondents are all of them: nobody is guessed.
 *
 * @param text the text of the turns
 * @param turns the turns with their marks
 * @param listed the entries of `speakers`, read
 * @param respondents ids of the respondents of the transcript
 */
export function whoAsks(text: string, turns: readonly RawTurn[], listed: ReadonlyMap<string, Side>, respondents: readonly string[]): Sides {
  const uses = usesOf(text, turns)
  const of = new Map<string, Side>()
  const notes: string[] = []
  const unlisted: Use[] = []
  for (const use of uses) {
    const side = listed.get(use.key) ?? (isLoneWeakRole(use, uses) ? null : sideByWord(use.key, respondents))
    if (side !== null) of.set(use.key, side)
    if (!listed.has(use.key)) unlisted.push(use)
  }
  const open = unlisted.filter(use => !of.has(use.key))
  if (listed.size === 0) unlistedSides(uses, open, of, respondents, notes)
  else leftOverSides(open, of, listed, notes)
  if (listed.size > 0 && unlisted.length > 0) {
    notes.push(`${counted(unlisted.length, 'mark is', 'marks are')} in the text but not in speakers (first on ${linesOf(unlisted)}).`)
  }
  return { of, notes }
}

/** `A` beside `B` is no answer: a letter or word that is often something else means a side only beside a mark for the other side. */
function isLoneWeakRole({ key }: Use, uses: readonly Use[]): boolean {
  const role = roleOf(key)
  return isWeakRole(markBase(key)) && !uses.some(use => roleOf(use.key) !== null && roleOf(use.key) !== role)
}

/** Marks that the listing leaves open: the interviewer when that is the only one missing, otherwise nobody who counts. */
function leftOverSides(open: readonly Use[], of: Map<string, Side>, listed: ReadonlyMap<string, Side>, notes: string[]): void {
  const hasAsker = [...of.values(), ...listed.values()].some(side => side.asks)
  if (!hasAsker && open.length === 1) {
    of.set(open[0]!.key, asker)
    notes.push(`The only mark that speakers does not list (first on line ${open[0]!.line}) is taken for the interviewer.`)
    return
  }
  for (const { key } of open) of.set(key, { asks: false, respondents: [] })
  if (open.length > 0)
    notes.push(`What is said under ${counted(open.length, 'mark', 'marks')} not listed in speakers counts for no respondent.`)
}

/** Without a listing: by elimination, then by who asks most, and otherwise everybody may have said it. */
function unlistedSides(
  uses: readonly Use[],
  open: readonly Use[],
  of: Map<string, Side>,
  respondents: readonly string[],
  notes: string[],
): void {
  const hasAsker = [...of.values()].some(side => side.asks)
  const answers = (use: Use): void => void of.set(use.key, { asks: false, respondents })
  if (uses.length === 2 && open.length > 0 && !hasAsker) {
    const found = onlyOneLeft(uses, open, of, respondents) ?? asksMost(uses)
    if (found === null || !open.includes(found)) {
      notes.push('It is not clear who asks: list the interviewer in speakers (for example I=interviewer).')
      open.forEach(answers)
    } else {
      notes.push(`The mark that asks most (first on line ${found.line}) is taken for the interviewer; list it in speakers to be sure.`)
      of.set(found.key, asker)
      for (const use of open) if (use !== found) answers(use)
    }
  } else {
    open.forEach(answers)
    if (!hasAsker && uses.length > 0)
      notes.push('No mark is recognised as the interviewer: list it in speakers (for example I=interviewer).')
  }
  const unsure = [...of.values()].some(side => side.respondents.length > 1) || (respondents.length === 1 && open.length > 1 && hasAsker)
  if (unsure) notes.push('Who stands behind a mark cannot be told from the text: list the marks in speakers (for example R=10).')
}

/** The mark that is left when the other one stands for every respondent. */
function onlyOneLeft(
  uses: readonly Use[],
  open: readonly Use[],
  of: ReadonlyMap<string, Side>,
  respondents: readonly string[],
): Use | null {
  const other = uses.find(use => use !== open[0])
  const covered = other === undefined ? 0 : (of.get(other.key)?.respondents.length ?? 0)
  return open.length === 1 && covered === respondents.length ? open[0]! : null
}

/** A word for the interviewer, a respondent's id, or a word with a respondent's id behind it. */
function sideByWord(key: string, respondents: readonly string[]): Side | null {
  const own = respondents.find(id => foldMark(id) === key)
  if (own !== undefined) return { asks: false, respondents: [own] }
  const role = roleOf(key)
  if (role === 'asks') return asker
  if (role === null) return null
  const number = markNumber(key)
  const numbered = respondents.filter(id => number !== null && markNumber(foldMark(id)) === number && isRoleId(foldMark(id)))
  if (numbered.length === 1) return { asks: false, respondents: numbered }
  return { asks: false, respondents }
}

/** Whether an id is a number or a word for a respondent with a number: `10`, `R10`, `Resp 10`. */
function isRoleId(id: string): boolean {
  return markBase(id) === '' || roleOf(id) === 'answers'
}

/** Of two marks the one with more questions; when that does not tell them apart, the one with much shorter turns. */
function asksMost(uses: readonly Use[]): Use | null {
  const [first, second] = uses
  if (first === undefined || second === undefined) return null
  const difference = first.questions / first.turns - second.questions / second.turns
  if (Math.abs(difference) >= 0.15) return difference > 0 ? first : second
  const ratio = first.length / first.turns / Math.max(1, second.length / second.turns)
  if (first.questions + second.questions === 0) return null
  return ratio <= 0.5 ? first : ratio >= 2 ? second : null
}

function usesOf(text: string, turns: readonly RawTurn[]): readonly Use[] {
  const uses = new Map<string, Use>()
  for (const turn of turns) {
    if (turn.speaker === null) continue
    const use = uses.get(turn.key) ?? { key: turn.key, line: turn.line, turns: 0, questions: 0, length: 0 }
    uses.set(turn.key, use)
    use.turns++
    use.length += turn.end - turn.start
    if (text.slice(turn.start, turn.end).includes('?')) use.questions++
  }
  return [...uses.values()]
}

function counted(n: number, one: string, many: string): string {
  return `${n} ${n === 1 ? one : many}`
}

function linesOf(uses: readonly Use[]): string {
  const lines = uses.slice(0, 5).map(use => String(use.line))
  return `${lines.length === 1 ? 'line' : 'lines'} ${lines.join(', ')}${uses.length > 5 ? ' ...' : ''}`
}
