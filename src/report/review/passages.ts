import type { Language } from '../../language/index.js'
import type { Replacement, ReviewFacts } from '../../privacy/index.js'
import type { Span, Study, Transcript } from '../../study/index.js'
import type { Inline, PassageBlock } from '../block.js'
import { fixed, say, text } from '../say.js'

/** What passages of a study are made from. */
export interface Passages {
  /** The sentence around a place, with the place marked and its turn named. */
  readonly around: (transcript: string, place: Span) => PassageBlock
  /** The turns of a transcript that have something in them, with all of it marked. */
  readonly turns: (transcript: Transcript) => readonly PassageBlock[]
}

/** The longest stretch of words around a place, on either side of it, in characters. */
const reach = 160

export function passagesOf(study: Study, facts: ReviewFacts, language: Language): Passages {
  const transcripts = new Map(study.transcripts.map(one => [one.id, one]))
  const sentences = new Map<string, readonly Span[]>()
  const sentencesOf = ({ id, text: all }: Transcript) => {
    const known = sentences.get(id) ?? language.sentences(all)
    sentences.set(id, known)
    return known
  }
  const within = (id: string, { start, end }: Span) => {
    const all = facts.replacements.get(id) ?? []
    const first = firstEndingAfter(all, start)
    let last = first
    while (last < all.length && all[last]!.start < end) last++
    return all.slice(first, last)
  }
  return {
    around: (id, place) => {
      const transcript = transcripts.get(id)!
      const all = sentencesOf(transcript)
      const sentence = all[firstEndingAfter(all, place.start)] ?? place
      const turn = transcript.turns[turnOf(transcript, place)]
      const from = Math.max(sentence.start, place.start - reach, turn?.start ?? 0)
      const to = Math.min(Math.max(sentence.end, place.end), place.end + reach, turn?.end ?? transcript.text.length)
      const span = { start: Math.min(from, place.start), end: Math.max(to, place.end) }
      const own = within(id, span)
      const marked = own.some(one => one.start < place.end && place.start < one.end) ? own : [...own, { ...place, becomes: null }]
      const words = wordsOf(transcript.text, span, marked)
      return { kind: 'passage', where: whereOf(transcript, place, language), words }
    },
    turns: transcript =>
      transcript.turns.flatMap((turn, i): PassageBlock[] => {
        const own = within(transcript.id, turn)
        const open = (facts.unregistered.get(transcript.id) ?? []).filter(one => turn.start <= one.start && one.end <= turn.end)
        if (own.length + open.length === 0) return []
        const marked = [...own, ...open.map(one => ({ start: one.start, end: one.end, becomes: null }))]
        const where = say(language.review.where, { transcript: transcript.id, turn: i + 1 })
        return [{ kind: 'passage', place: placeOf(transcript.id, i), where, words: wordsOf(transcript.text, turn, marked) }]
      }),
  }
}

const placeOf = (transcript: string, turn: number) => `${transcript} turn ${turn + 1}`

const turnOf = ({ turns }: Transcript, { start, end }: Span) => turns.findIndex(turn => turn.start < end && start < turn.end)

function whereOf(transcript: Transcript, place: Span, { review }: Language): readonly Inline[] {
  const turn = turnOf(transcript, place)
  if (turn < 0) return say(review.outside, { transcript: transcript.id })
  const children = say(review.where, { transcript: transcript.id, turn: turn + 1 })
  return [{ kind: 'mention', place: placeOf(transcript.id, turn), children }]
}

type Marked = Span & { readonly becomes: Replacement['becomes'] | null }

/** A stretch of a text with the names in it struck through, each with what is printed instead; what is not replaced is only marked. */
function wordsOf(all: string, { start, end }: Span, marked: readonly Marked[]): readonly Inline[] {
  const line: Inline[] = []
  let at = start
  for (const one of [...marked].sort((a, b) => a.start - b.start)) {
    if (one.start < at) continue
    line.push(text(flat(all.slice(at, one.start))))
    const name = text(flat(all.slice(one.start, one.end)))
    if (one.becomes === null) line.push({ kind: 'emphasis', children: [name] })
    else line.push({ kind: 'struck', children: [name] }, fixed(' → '), { kind: 'strong', children: [text(one.becomes)] })
    at = one.end
  }
  return [...line, text(flat(all.slice(at, Math.max(at, end))))]
}

const flat = (words: string) => words.replace(/\s+/gu, ' ')

/** The first of spans in order that ends after a place. */
function firstEndingAfter(spans: readonly Span[], at: number): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (spans[middle]!.end <= at) low = middle + 1
    else high = middle
  }
  return low
}
