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
  // By their first two letters, since every word of the text is asked for.
  const begins = new Uint8Array(1024)
  for (const label of labels) begins[pair(label, 0)] = 1
  for (let i = 0; i + 1 < tokens.count; i++) {
    if (begins[pair(text, tokens.start[i]!)] === 0 || tokens.length[i]! < 2 || found.claimed[i] !== 0) continue
    for (const label of labels) {
      const to = spelled(reading, i, label)
      if (to > i + 1) found.tokens(i, to, 'ORG', likely, 1)
    }
  }
}

const pair = (text: string, at: number) => ((text.charCodeAt(at) & 31) << 5) | (text.charCodeAt(at + 1) & 31)

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

/** One past the tokens that make up a label together; 0 when they do not. Compared unit by unit: most differ in their first two. */
function spelled(reading: Reading, from: number, label: string): number {
  const { tokens, text } = reading
  let done = 0
  let to = from
  while (to < tokens.count && done < label.length && (to === from || (follows(reading, to) && tokens.gap[to] !== gap.apostrophe))) {
    const end = tokens.end[to]!
    if (end - tokens.start[to]! > label.length - done) return 0
    // Of letters only the bit of the capital differs.
    for (let at = tokens.start[to]!; at < end; at++, done++) if ((text.charCodeAt(at) | 32) !== (label.charCodeAt(done) | 32)) return 0
    to++
  }
  return done === label.length ? to : 0
}
