import type { TextEdit } from '../study/model.js'
import type { WordTokens } from './wordTokens.js'

/** The edits that make one text into the other: what differs between words that stand in both, and in how these are written. */
export function editsBetween(before: WordTokens, after: WordTokens, partner: Int32Array): readonly TextEdit[] {
  const edits: TextEdit[] = []
  let [from, other] = [0, 0]
  const upTo = (to: number, end: number) => {
    const edit = changeIn(before.text, after.text, { from, to, other, end })
    if (edit !== null) edits.push(edit)
    ;[from, other] = [to, end]
  }
  partner.forEach((j, i) => {
    if (j >= 0) upTo(before.ends[i]!, after.ends[j]!)
  })
  upTo(before.text.length, after.text.length)
  return edits
}

interface Part {
  readonly from: number
  readonly to: number
  readonly other: number
  readonly end: number
}

/** What differs between two parts, without what they have in common at begin and end; never half a sign. */
function changeIn(before: string, after: string, { from, to, other, end }: Part): TextEdit | null {
  let begin = 0
  const most = Math.min(to - from, end - other)
  while (begin < most && before.charCodeAt(from + begin) === after.charCodeAt(other + begin)) begin++
  if (begin === to - from && begin === end - other) return null
  if (begin > 0 && isHigh(before, from + begin - 1)) begin--
  let tail = 0
  while (tail < most - begin && before.charCodeAt(to - 1 - tail) === after.charCodeAt(end - 1 - tail)) tail++
  if (tail > 0 && isLow(before, to - tail)) tail--
  return { at: from + begin, cut: before.slice(from + begin, to - tail), put: after.slice(other + begin, end - tail) }
}

const isHigh = (text: string, at: number) => (text.charCodeAt(at) & 0xfc00) === 0xd800
const isLow = (text: string, at: number) => (text.charCodeAt(at) & 0xfc00) === 0xdc00
