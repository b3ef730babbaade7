import { positionOf } from '../../coding/index.js'
import { wordsIn } from '../../language/index.js'
import { type Coding, type Problem, type Study, StudyError, type Transcript } from '../../study/index.js'
import { answersIn } from '../../transcript/index.js'
import { type CodingColumns, speakersColumn } from './codingColumns.js'
import type { Filter } from './factFilters.js'
import type { Query } from './query.js'
import { countBelow } from './textColumns.js'

type TextQuery = Extract<Query, { kind: 'words' | 'pattern' | 'these' | 'where' }>

/** A filter on what was said, on ids, or by an own test. */
export function compileText(study: Study, query: TextQuery, problems: Problem[]): Filter {
  switch (query.kind) {
    case 'words':
      return byWords(query.any, problems)
    case 'pattern':
      return byPattern(query, problems)
    case 'these': {
      const ids = new Set(query.ids)
      const unknown = [...ids].filter(id => positionOf(study.codings, id) < 0).length
      if (unknown > 0)
        problems.push({
          what: `${unknown} of these ids are of no coding of the study`,
          hint: 'take ids from study.codings',
          call: 'q.these',
        })
      return each(coding => ids.has(coding.id))
    }
    case 'where':
      return byTest(query, problems)
  }
}

/** What was answered in a coding, as it would be quoted; where nobody answered, all of its words. */
export function answered(transcript: Transcript, coding: Coding): string {
  const spans = answersIn(transcript, coding)
  return (spans.length > 0 ? spans : [coding])
    .map(span => transcript.text.slice(span.start, span.end).replace(/\s+/gu, ' ').trim())
    .join(' … ')
}

function each(keep: (coding: Coding, columns: CodingColumns, i: number) => boolean): Filter {
  return (columns, wanted) => wanted.map((is, i) => (is === 1 && keep(columns.codings[i]!, columns, i) ? 1 : 0))
}

function byPattern({ source, flags }: Extract<Query, { kind: 'pattern' }>, problems: Problem[]): Filter {
  try {
    // A pattern that goes on where it left off would give every second coding.
    const pattern = new RegExp(source, flags.replace(/[gy]/gu, ''))
    return each((coding, { transcript }) => pattern.test(answered(transcript, coding)))
  } catch {
    problems.push({ what: 'this is no regular expression', hint: 'give a query that was stored as it was made', call: 'q.words' })
    return (_, wanted) => wanted
  }
}

function byTest({ words, test }: Extract<Query, { kind: 'where' }>, problems: Problem[]): Filter {
  const call = 'q.where'
  if (typeof words !== 'string' || words.trim() === '')
    problems.push({ what: 'it is not said what is tested', hint: "say it first: q.where('names a year', …)", call })
  if (typeof test !== 'function')
    problems.push({ what: 'the test is gone', hint: 'a function is not stored with a query: give it again', call })
  return each((coding, columns, i) => {
    const { values, numbers } = speakersColumn(columns)
    const said = values[numbers[i]!] ?? ''
    const outcome: unknown = test({ coding, words: answered(columns.transcript, coding), speakers: said === '' ? [] : said.split('\n') })
    if (typeof outcome === 'boolean') return outcome
    throw new StudyError([{ what: 'the test gave neither true nor false', hint: 'return true for a coding that is wanted', call }])
  })
}

function byWords(any: readonly string[], problems: Problem[]): Filter {
  const call = 'q.words'
  const phrases = any.map(phraseOf)
  if (any.length === 0 || phrases.some(phrase => phrase.length === 0))
    problems.push({ what: 'there is no word to look for', hint: "give words: q.words('round the table')", call })
  return (columns, wanted) => {
    if (!wanted.includes(1)) return wanted
    const places = phrases.map(phrase => placesOf(columns.transcript, phrase))
    return wanted.map((is, i) => {
      if (is === 0) return 0
      const [start, end] = [columns.start[i]!, columns.end[i]!]
      // Places do not lie inside one another, so that the first that begins in the fragment is the first to end.
      return places.some(({ starts, ends }) => (ends[countBelow(starts, start)] ?? Number.POSITIVE_INFINITY) <= end) ? 1 : 0
    })
  }
}

interface Sought {
  readonly word: string
  /** Whether any word that begins so will do. */
  readonly isStart: boolean
}

function phraseOf(words: string): readonly Sought[] {
  return words.split(/\s+/u).flatMap(part => {
    const found = wordsIn(part).map(folded)
    return found.map((word, i) => ({ word, isStart: i === found.length - 1 && part.endsWith('*') }))
  })
}

/** Where words stand in a row within an answering turn; in a text without turns, anywhere. */
function placesOf({ text, turns }: Transcript, phrase: readonly Sought[]): { readonly starts: Int32Array; readonly ends: Int32Array } {
  const starts: number[] = []
  const ends: number[] = []
  const whole = { start: 0, end: text.length, asks: false }
  for (const turn of turns.length === 0 ? [whole] : turns) {
    if (turn.asks) continue
    const words = wordsIn(text.slice(turn.start, turn.end))
    const folds = words.map(folded)
    let from = turn.start
    const begins = words.map(word => {
      const at = text.indexOf(word, from)
      from = at + word.length
      return at
    })
    for (let i = 0; i + phrase.length <= words.length; i++) {
      if (!phrase.every(({ word, isStart }, n) => (isStart ? folds[i + n]!.startsWith(word) : folds[i + n] === word))) continue
      starts.push(begins[i]!)
      const last = i + phrase.length - 1
      ends.push(begins[last]! + words[last]!.length)
    }
  }
  return { starts: Int32Array.from(starts), ends: Int32Array.from(ends) }
}

function folded(word: string): string {
  return word.normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('’', "'").toLowerCase()
}
