import { foldedWords } from './fold.js'

/** How many words in a row make a quotation: as many as withheld speech may never share with what is printed. */
export const runLength = 6

/** The runs of words of withheld speech. */
export interface WordRuns {
  /** Whether the text holds a run of six words of withheld speech. */
  readonly has: (text: string) => boolean
  readonly size: number
}

/**
 * Gathers the runs of six words of speech that may not be printed. A run that someone else said too, and may be quoted,
 * is anybody's phrase and does not count.
 */
export function wordRuns(withheld: Iterable<string>, quotable: Iterable<string>): WordRuns {
  const runs = new Set<string>()
  for (const text of withheld) for (const run of runsOf(text)) runs.add(run)
  if (runs.size > 0) for (const text of quotable) for (const run of runsOf(text)) runs.delete(run)
  return {
    size: runs.size,
    has: text => {
      if (runs.size === 0) return false
      for (const run of runsOf(text)) if (runs.has(run)) return true
      return false
    },
  }
}

function* runsOf(text: string): Generator<string> {
  // Both with the parts of a word apart and together, since "co-ordinator" and "coordinator" are written as it comes.
  for (const words of [foldedWords(text, false), foldedWords(text, true)])
    for (let i = 0; i + runLength <= words.length; i++) yield words.slice(i, i + runLength).join(' ')
}
