import { gap, shape } from '../../recognise/tokens.js'
import { type Findings, likely, sure } from './findings.js'
import { flag } from './flags.js'
import type { Reading } from './reading.js'
import { headOf, near } from './triggers.js'

/** Names of speakers: what stands before a colon at the start of several lines, and is no role or number. */
export function findSpeakers(reading: Reading, found: Findings): void {
  const { ahead, tokens, near: close, word, head } = reading
  const { count, gap: gaps, shape: shapes, length, hash } = tokens
  const labels = new Map<number, { times: number; places: number[] }>()
  for (let i = ahead[0]!; i < count; i = ahead[i + 1]!) {
    if ((gaps[i]! & (gap.line | gap.start)) === 0) continue
    let to = i
    while (
      to < count &&
      to - i < 4 &&
      isNameShape(reading, to) &&
      (to === i || (gaps[to]! & ~(gap.space | gap.hyphen | gap.apostrophe | gap.dot | gap.stop)) === 0)
    )
      to++
    if (to === i || to >= count || (gaps[to]! & gap.colon) === 0 || (to - i === 1 && length[i]! < 3)) continue
    if ((close[i]! & near.bit.speaker) !== 0 || isRole(reading, i, to)) continue
    let key = 0
    for (let k = i; k < to; k++) key = (Math.imul(key, 31) ^ hash[k]!) | 0
    const label = labels.get(key) ?? { times: 0, places: [] }
    label.times++
    label.places.push(i, to)
    labels.set(key, label)
  }
  for (const { times, places } of labels.values()) {
    const from = places[0]!
    const bits = word[from]!
    const isWord = (bits & (flag.frequency | flag.form | flag.notName)) !== 0
    const isName = (bits & (flag.first | flag.surname | flag.odd)) !== 0
    if (times < 2 ? !(isName && !isWord) : isWord && !isName) continue
    for (let k = 0; k < places.length; k += 2) found.tokens(places[k]!, places[k + 1]!, 'PERSON', times > 1 && !isWord ? sure : likely, 5)
  }
  void head
  void shapes
}

const isNameShape = ({ tokens }: Reading, at: number) => {
  const form = tokens.shape[at]
  return form === shape.capital || form === shape.capitals || form === shape.mixed
}

/** "Practice Nurse:", "Second Speaker:": who speaks, without a name. */
function isRole({ head, word, near: close }: Reading, from: number, to: number): boolean {
  for (let i = from; i < to; i++)
    if (
      (head[i]! & headOf.bit.role) !== 0 ||
      (word[i]! & flag.job) !== 0 ||
      (close[i]! & (near.bit.speaker | near.bit.idWord | near.bit.phoneWord)) !== 0
    )
      return (word[from]! & flag.first) === 0 || to - from > 1
  return false
}
