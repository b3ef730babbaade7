import { gap, shape } from '../../recognise/tokens.js'
import { claimOf, type Findings, likely } from './findings.js'
import type { Reading } from './reading.js'
import { follows, said } from './stretches.js'

const email = claimOf('EMAIL')
const url = claimOf('URL')
/** So many letters are not made by chance of words that stand together. */
const shortest = 8
const most = 16

/** "bridges home", where an address in the same text is of "bridgeshome": the words of an address that stand apart elsewhere. */
export function findDomains(reading: Reading, found: Findings): void {
  const { tokens, text } = reading
  const labels = labelsOf(reading, found)
  if (labels.length === 0) return
  let begins = 0
  for (const label of labels) begins |= 1 << (label.charCodeAt(0) & 31)
  for (let i = 0; i + 1 < tokens.count; i++) {
    if (found.claimed[i] !== 0 || (begins & (1 << (text.charCodeAt(tokens.start[i]!) & 31))) === 0) continue
    for (const label of labels) {
      const to = spelled(reading, i, label)
      if (to > i + 1) found.tokens(i, to, 'ORG', likely, 1)
    }
  }
}

/** The longer words of addresses, and those that are said apart: "at lantern room dot org". */
function labelsOf(reading: Reading, { claimed }: Findings): readonly string[] {
  const { tokens } = reading
  const all = new Set<string>()
  for (let i = 0; i < tokens.count && all.size < most; i++) {
    if (claimed[i] !== email && claimed[i] !== url) continue
    if (tokens.length[i]! >= shortest && tokens.shape[i] !== shape.digits) all.add(wordAt(reading, i))
    if (said(reading, i) !== 'at') continue
    let label = ''
    for (let k = i + 1; k < tokens.count && k - i < 5 && claimed[k] === claimed[i] && said(reading, k) !== 'dot'; k++)
      label += wordAt(reading, k)
    if (label.length >= shortest) all.add(label)
  }
  return [...all]
}

const wordAt = ({ tokens, text }: Reading, at: number) => text.slice(tokens.start[at], tokens.end[at]).toLowerCase()

/** One past the tokens that make up a label together; 0 when they do not. */
function spelled(reading: Reading, from: number, label: string): number {
  const { tokens } = reading
  let done = 0
  let to = from
  while (to < tokens.count && done < label.length && (to === from || (follows(reading, to) && tokens.gap[to] !== gap.apostrophe))) {
    const word = wordAt(reading, to)
    if (!label.startsWith(word, done)) return 0
    done += word.length
    to++
  }
  return done === label.length ? to : 0
}
