import type { Span, Transcript } from '../../study/index.js'
import { answersIn, findWords, type IndexedText, indexText } from '../../transcript/index.js'
import type { Draft } from './draft.js'
import { need } from './meant.js'
import type { Place } from './sourcesBehind.js'

/** A place in a transcript. UTF-16 code units, end exclusive. */
export interface Fragment extends Place {}

/** How a pass points at what was said. What is wrong is noted, and calls on it are skipped. */
export interface Pointing {
  /** Points at words of a transcript, or at offsets. */
  fragment(transcript: string, at: string | Span): Fragment
  /** Points at all that is said in a turn, without the speaker mark; turns are counted from 1, the questions with them. */
  turn(transcript: string, nth: number): Fragment
  /** Points at the whole answer to a topic: the answering turns in the places that `answers.csv` gives it. */
  answer(transcript: string, topic: string): readonly Fragment[]
}

/** The pointing calls of a pass, and what later calls ask of the handles they gave. */
export interface Places {
  readonly calls: Pointing
  /** The fragments meant; null when one was wrong, which is noted by now. */
  readonly check: (given: unknown) => readonly Fragment[] | null
}

/** Starts pointing in a pass. */
export function startPlaces(draft: Draft): Places {
  const wrong = new WeakSet<object>()
  const noted = <F extends object>(handle: F): F => {
    wrong.add(handle)
    return handle
  }
  const nowhere = (transcript: string) => noted({ transcript, start: 0, end: 0 })
  return {
    calls: {
      fragment: (id, at) => draft.call('fragment', '', () => findFragment(draft, id, at) ?? nowhere(id)),
      turn: (id, nth) => draft.call('turn', '', () => findTurn(draft, id, nth) ?? nowhere(id)),
      answer: (id, topic) => draft.call('answer', '', () => findAnswer(draft, id, topic) ?? noted([])),
    },
    check: of => {
      if (typeof of === 'object' && of !== null && wrong.has(of)) return null
      const list: readonly unknown[] = Array.isArray(of) ? of : [of]
      if (list.length === 0) {
        draft.problem('there are no fragments here', 'give at least one, of pass.fragment, pass.turn or pass.answer')
        return null
      }
      const checked = list.map(one => (typeof one === 'object' && one !== null && wrong.has(one) ? null : checkFragment(draft, one)))
      return checked.every(one => one !== null) ? checked : null
    },
  }
}

const indexed = new WeakMap<Transcript, IndexedText>()

function needTranscript(draft: Draft, id: string): Transcript | null {
  return need(draft, 'transcripts', id, 'transcript', 'use an id of transcripts.csv') === null ? null : (draft.transcript(id) ?? null)
}

function findFragment(draft: Draft, id: string, at: string | Span): Fragment | null {
  const transcript = needTranscript(draft, id)
  if (transcript === null) return null
  if (typeof at !== 'string') return checkFragment(draft, { ...at, transcript: id })
  const text = indexed.get(transcript) ?? indexText(transcript.text)
  indexed.set(transcript, text)
  const found = findWords(text, at, { turns: transcript.turns })
  if (found.kind === 'one') return { transcript: id, start: found.start, end: found.end }
  if (found.kind === 'several') {
    const places = found.places.map(place => place.start).join(', ')
    const hint = `quote more words, or give { start, end }; they start at ${places}`
    draft.problem(`these words stand ${found.places.length} times in the transcript`, hint, { transcript: id })
    return null
  }
  const [hint, place] =
    found.nearest === null
      ? ['quote the words as they stand there', {}]
      : ['the nearest passage is at the place given', { at: found.nearest }]
  draft.problem('these words are not in the transcript', hint, { transcript: id, ...place })
  return null
}

/** A fragment may come from anywhere: from an earlier pass, a coding, a query. */
function checkFragment(draft: Draft, given: unknown): Fragment | null {
  const { transcript: id, start, end } = (given ?? {}) as Partial<Fragment>
  const transcript = draft.transcript(String(id))
  if (transcript === undefined) {
    draft.problem('this is not a fragment of a transcript', 'give what pass.fragment, pass.turn or pass.answer returned')
    return null
  }
  const { length } = transcript.text
  if (Number.isInteger(start) && Number.isInteger(end) && start! >= 0 && start! < end! && end! <= length)
    return { transcript: transcript.id, start: start!, end: end! }
  draft.problem('this fragment lies outside the text', `give whole numbers with start below end, and end at most ${length}`, {
    transcript: transcript.id,
  })
  return null
}

function findTurn(draft: Draft, id: string, nth: number): Fragment | null {
  const transcript = needTranscript(draft, id)
  if (transcript === null) return null
  const turn = Number.isInteger(nth) ? transcript.turns[nth - 1] : undefined
  if (turn !== undefined && turn.start < turn.end) return { transcript: id, start: turn.start, end: turn.end }
  const count = transcript.turns.length
  if (turn !== undefined) draft.problem('nothing is said in this turn', 'take the turn before or after it', { transcript: id })
  else if (count === 0)
    draft.problem('no turns are known in this transcript', 'point at words or offsets with pass.fragment', { transcript: id })
  else draft.problem('there is no such turn in the transcript', `its turns are numbered from 1 to ${count}`, { transcript: id })
  return null
}

function findAnswer(draft: Draft, id: string, name: string): readonly Fragment[] | null {
  const transcript = needTranscript(draft, id)
  const topic = need(draft, 'topics', name, 'topic', 'use the id of a topic of topics.csv')
  if (transcript === null || topic === null) return null
  const rows = draft.having('answers', 'transcript', id).filter(row => row.topic === topic)
  const spans = rows.filter(row => row.status !== 'not reached' && typeof row.start === 'number') as readonly object[] as readonly Span[]
  const fragments = joined(spans).flatMap(span => answersIn(transcript, span).map(answer => ({ transcript: id, ...answer })))
  if (fragments.length > 0) return fragments
  const where = { transcript: id }
  if (rows.length === 0)
    draft.problem('answers.csv does not say whether this topic came up here', 'say so with pass.asked, with its place', where)
  else if (rows.every(row => row.status === 'not reached'))
    draft.problem('this topic was not reached here', 'there is nothing to code', where)
  else if (spans.length === 0)
    draft.problem(
      'it is not known where this topic was answered',
      'fill start and end in answers.csv, or give the place to pass.asked',
      where,
    )
  else draft.problem('nobody answers in the place of this topic', 'correct start and end in answers.csv', where)
  return null
}

/** Spans in the order of the text; those that overlap are one, since what is said twice in a table is said once in the text. */
function joined(spans: readonly Span[]): readonly Span[] {
  const apart: Span[] = []
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = apart.at(-1)
    if (last !== undefined && start < last.end) apart[apart.length - 1] = { start: last.start, end: Math.max(last.end, end) }
    else apart.push({ start, end })
  }
  return apart
}
