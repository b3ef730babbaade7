import type { TextEdit } from '../study/model.js'

/** Carries places of a text, in any order, to the text after its edits: one in what was cut goes to where it was cut. */
export function carryOffset(edits: readonly TextEdit[]): (offset: number) => number {
  const shifts = new Int32Array(edits.length + 1)
  edits.forEach(({ cut, put }, i) => {
    shifts[i + 1] = shifts[i]! + put.length - cut.length
  })
  return offset => {
    let low = 0
    let high = edits.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (edits[middle]!.at + edits[middle]!.cut.length <= offset) low = middle + 1
      else high = middle
    }
    const edit = edits[low]
    return edit !== undefined && edit.at < offset ? edit.at + shifts[low]! : offset + shifts[low]!
  }
}
