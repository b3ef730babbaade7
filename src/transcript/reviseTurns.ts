import type { TextEdit, Turn } from '../study/model.js'
import { carryOffset } from './carryOffset.js'
import { carryTurns } from './carryTurns.js'
import { eachLine } from './eachLine.js'

interface Text {
  readonly text: string
  readonly turns: readonly Turn[]
}

type Speaker = Pick<Turn, 'speaker' | 'respondents' | 'asks'>

/**
 * The turns of a text that was edited by hand. Where the marks that begin its lines told the turns before, they are read
 * again, so that a turn that was put in is its speaker's; where they did not, the turns are carried through the edits. A
 * mark that was in the text nowhere before is not known to be one.
 */
export function reviseTurns(before: Text, text: string, edits: readonly TextEdit[]): readonly Turn[] {
  const marks = marksOf(before)
  if (marks === null || !isSaidBy(turnsBy(marks, before.text), before.turns)) return carryTurns(before.turns, edits)
  const carry = carryOffset(edits)
  const times = new Map(before.turns.map(turn => [carry(turn.start), turn.at]))
  return turnsBy(marks, text).map(turn => ({ ...turn, at: times.get(turn.start) ?? null }))
}

/** What stands before the turns on their lines, and who that is; null when it does not tell them apart. */
function marksOf({ text, turns }: Text): ReadonlyMap<string, Speaker> | null {
  const marks = new Map<string, Speaker>()
  for (const { start, speaker, respondents, asks } of turns) {
    const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start)
    // A mark that ends in a letter is one only with the white space behind it.
    const mark = /[\p{L}\p{N}]\s+$/u.test(before) ? before : before.trimEnd()
    const known = marks.get(mark)
    if (mark === '' || (known !== undefined && known.speaker !== speaker)) return null
    marks.set(mark, { speaker, respondents, asks })
  }
  return marks.size === 0 || marks.size > 50 ? null : marks
}

function turnsBy(marks: ReadonlyMap<string, Speaker>, text: string): readonly Turn[] {
  const found: (Speaker & { readonly from: number; readonly to: number })[] = []
  const longestFirst = [...marks].sort(([a], [b]) => b.length - a.length)
  eachLine(text, (from, until) => {
    const mark = longestFirst.find(([name]) => text.startsWith(name, from) && from + name.length <= until)
    if (mark !== undefined) found.push({ ...mark[1], from, to: from + mark[0].length })
  })
  return found.map(({ from: _, to, ...speaker }, i) => {
    const said = text.slice(to, found[i + 1]?.from ?? text.length)
    const start = to + said.length - said.trimStart().length
    return { start: said.trim() === '' ? to : start, end: said.trim() === '' ? to : start + said.trim().length, ...speaker, at: null }
  })
}

function isSaidBy(some: readonly Turn[], others: readonly Turn[]): boolean {
  return some.length === others.length && some.every(({ start, end, speaker }, i) => isTurn(others[i]!, start, end, speaker))
}

const isTurn = (turn: Turn, start: number, end: number, speaker: string | null) =>
  turn.start === start && turn.end === end && turn.speaker === speaker
