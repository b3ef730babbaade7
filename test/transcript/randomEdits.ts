/** A text that remembers of every character where it stood before it was edited. */
export interface Edited {
  readonly text: string
  /** Per UTF-16 unit its place in the text before, -1 when it is new. */
  readonly from: readonly number[]
}

export type Random = () => number

/** Numbers from 0 to 1 that are the same each time (mulberry32). */
export function seeded(seed: number): Random {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const pick = (random: Random, below: number) => Math.floor(random() * below)
const oneOf = <T>(random: Random, all: readonly T[]): T => all[pick(random, all.length)]!

export const unedited = (text: string): Edited => ({ text, from: Array.from({ length: text.length }, (_, i) => i) })

function spliced({ text, from }: Edited, at: number, cut: number, put: Edited): Edited {
  return {
    text: text.slice(0, at) + put.text + text.slice(at + cut),
    from: [...from.slice(0, at), ...put.from, ...from.slice(at + cut)],
  }
}

const typed = (text: string): Edited => ({ text, from: Array.from({ length: text.length }, () => -1) })
const part = ({ text, from }: Edited, start: number, end: number): Edited => ({
  text: text.slice(start, end),
  from: from.slice(start, end),
})

interface Place {
  readonly start: number
  readonly end: number
}

const places = (text: string, pattern: RegExp): Place[] =>
  Array.from(text.matchAll(pattern), match => ({ start: match.index, end: match.index + match[0].length }))
const wordsOf = (text: string) => places(text, /[\p{L}\p{N}]+/gu)
const sentencesOf = (text: string) => places(text, /[^.?!\n]+[.?!]+ ?/gu)
const linesOf = (text: string) => places(text, /[^\n]+\n+/gu)

function insertAt(edited: Edited, random: Random, at: number, words: number): Edited {
  const all = wordsOf(edited.text)
  const put = Array.from({ length: words }, () => {
    const { start, end } = oneOf(random, all)
    return edited.text.slice(start, end)
  }).join(' ')
  return spliced(edited, at, 0, typed(`${put} `))
}

/** Cuts a part out and puts it where another part of its kind begins. */
function moved(edited: Edited, start: number, end: number, partsOf: (text: string) => readonly Place[], random: Random): Edited {
  const rest = spliced(edited, start, end - start, typed(''))
  const left = partsOf(rest.text)
  return left.length === 0 ? edited : spliced(rest, oneOf(random, left).start, 0, part(edited, start, end))
}

/** What is done to a transcript. The words put in are those of the text itself, so that each stands elsewhere too. */
export const kinds: Readonly<Record<string, (edited: Edited, random: Random) => Edited>> = {
  'a word corrected': (edited, random) => {
    const { start, end } = oneOf(random, wordsOf(edited.text))
    const at = start + pick(random, end - start)
    return spliced(edited, at, 1, typed(oneOf(random, ['e', 'tt', ''])))
  },
  'a word replaced': (edited, random) => {
    const all = wordsOf(edited.text)
    const { start, end } = oneOf(random, all)
    const other = oneOf(random, all)
    return spliced(edited, start, end - start, typed(edited.text.slice(other.start, other.end)))
  },
  'words taken out': (edited, random) => {
    const all = wordsOf(edited.text)
    const nth = pick(random, all.length)
    const last = all[Math.min(all.length - 1, nth + pick(random, 4))]!
    return spliced(edited, all[nth]!.start, last.end - all[nth]!.start + 1, typed(''))
  },
  'words put in': (edited, random) => insertAt(edited, random, oneOf(random, wordsOf(edited.text)).start, 1 + pick(random, 4)),
  'a sentence taken out': (edited, random) => {
    const { start, end } = oneOf(random, sentencesOf(edited.text))
    return spliced(edited, start, end - start, typed(''))
  },
  'a line taken out': (edited, random) => {
    const { start, end } = oneOf(random, linesOf(edited.text))
    return spliced(edited, start, end - start, typed(''))
  },
  'a line put in': (edited, random) => {
    const { start } = oneOf(random, linesOf(edited.text))
    return insertAt(spliced(edited, start, 0, typed('\n')), random, start, 4 + pick(random, 30))
  },
  'a line rewritten': (edited, random) => {
    const { start, end } = oneOf(random, linesOf(edited.text))
    const length = wordsOf(edited.text.slice(start, end)).length
    return insertAt(spliced(edited, start, end - start - 1, typed('')), random, start, length)
  },
  'a line typed twice': (edited, random) => {
    const { start, end } = oneOf(random, linesOf(edited.text))
    return spliced(edited, end, 0, typed(edited.text.slice(start, end)))
  },
  'lines moved': (edited, random) => {
    const all = linesOf(edited.text)
    const nth = pick(random, all.length)
    return moved(edited, all[nth]!.start, all[Math.min(all.length - 1, nth + pick(random, 5))]!.end, linesOf, random)
  },
  'a line moved': (edited, random) => {
    const { start, end } = oneOf(random, linesOf(edited.text))
    return moved(edited, start, end, linesOf, random)
  },
  'a short line moved': (edited, random) => {
    const short = linesOf(edited.text).filter(line => wordsOf(edited.text.slice(line.start, line.end)).length < 5)
    if (short.length === 0) return edited
    const { start, end } = oneOf(random, short)
    return moved(edited, start, end, linesOf, random)
  },
  'a sentence moved': (edited, random) => {
    const { start, end } = oneOf(random, sentencesOf(edited.text))
    return moved(edited, start, end, sentencesOf, random)
  },
  'words moved': (edited, random) => {
    const all = wordsOf(edited.text)
    const nth = pick(random, all.length - 4)
    return moved(edited, all[nth]!.start, all[nth + 1 + pick(random, 4)]!.start, wordsOf, random)
  },
  'a line typed again elsewhere': (edited, random) => {
    const all = linesOf(edited.text)
    const { start, end } = oneOf(random, all)
    return spliced(edited, oneOf(random, all).start, 0, typed(edited.text.slice(start, end)))
  },
  'lines typed out again from the recording': (edited, random) => {
    const all = wordsOf(edited.text)
    const nth = pick(random, all.length)
    const last = Math.min(all.length - 1, nth + 60)
    let now = edited
    for (let i = last; i >= nth; i--) {
      const { start, end } = all[i]!
      const chance = random()
      if (chance < 0.04) now = spliced(now, start, (all[i + 1]?.start ?? end) - start, typed(''))
      else if (chance < 0.08) now = spliced(now, start, 0, typed(oneOf(random, ['uh ', 'ja ', 'en ', 'I mean ', 'the '])))
      else if (chance < 0.12) now = spliced(now, start + pick(random, end - start), 1, typed(oneOf(random, ['e', 'a', ''])))
      else if (chance < 0.2) now = spliced(now, end, 0, typed(oneOf(random, [',', '.', ' -'])))
    }
    return now
  },
  'line ends and spaces': (edited, random) => {
    const { start } = oneOf(random, places(edited.text, / /gu))
    return spliced(edited, start, 1, typed(oneOf(random, ['\n', '  ', '\u00a0', ' \n'])))
  },
  punctuation: (edited, random) => {
    const all = places(edited.text, /[.,]/gu)
    return all.length === 0 ? edited : spliced(edited, oneOf(random, all).start, 1, typed(oneOf(random, ['', ';', ' …', ' –'])))
  },
  'a name replaced throughout': (edited, random) => {
    const { start, end } = oneOf(random, wordsOf(edited.text))
    const name = edited.text.slice(start, end)
    const found = wordsOf(edited.text).filter(one => edited.text.slice(one.start, one.end) === name)
    return found.length > 60
      ? edited
      : found.reverse().reduce((now, one) => spliced(now, one.start, one.end - one.start, typed('[naam]')), edited)
  },
}

/** A text after so many edits, of kinds that are asked for. */
export function editedText(text: string, random: Random, edits: number, asked: readonly string[] = Object.keys(kinds)): Edited {
  let edited = unedited(text)
  const isLong = () => wordsOf(edited.text).length > 20 && linesOf(edited.text).length > 2 && sentencesOf(edited.text).length > 2
  for (let n = 0; n < edits && isLong(); n++) edited = kinds[oneOf(random, asked)]!(edited, random)
  return edited
}

/** Per word of the text after the word of the text before that it is; -1 when it is new, or no longer whole. */
export function wordsFrom(before: readonly Place[], after: readonly Place[], edited: Edited): readonly number[] {
  const nth = new Map(before.map(({ start }, i) => [start, i]))
  return after.map(({ start, end }) => {
    const word = nth.get(edited.from[start]!)
    if (word === undefined || before[word]!.end - before[word]!.start !== end - start) return -1
    for (let i = start; i < end; i++) if (edited.from[i] !== before[word]!.start + i - start) return -1
    return word
  })
}
