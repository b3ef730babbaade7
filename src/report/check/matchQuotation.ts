import type { Quote, Span, Study, Transcript } from '../../study/index.js'
import {
  type FoundWords,
  type IndexedText,
  indexText,
  membersOf,
  nearestPassage,
  placeWords,
  sameWords,
  speakersAt,
  turnAt,
} from '../../transcript/index.js'
import { differences } from './differences.js'

/** What became of the words of a quotation: where they stand, and whether they stand there so. */
export interface Matched {
  readonly state: 'found' | 'altered' | 'not found' | 'several places' | 'asked by the interviewer'
  readonly transcript: string | null
  readonly spans: readonly Span[]
  readonly speakers: readonly string[]
  /** What differs: `was → is`. */
  readonly differs: string
  /** The row of `quotes.csv` that says it so. */
  readonly row: Quote | null
}

/** Finds quotations in the transcripts of a study, each of which is made ready once. */
export function quotationMatcher(study: Study): (words: string, respondents: readonly string[]) => Matched {
  const indexed = new Map<string, IndexedText>()
  const ready = (transcript: Transcript) => {
    const made = indexed.get(transcript.id) ?? indexText(transcript.text)
    indexed.set(transcript.id, made)
    return made
  }
  const cleaned = study.quotes.filter(quote => quote.text !== null)
  const members = new Map(study.transcripts.map(one => [one.id, new Set(membersOf(one))]))

  return (printed, respondents) => {
    const asPrinted = matchWords(printed, respondents)
    // What stands for a name in a safe text stands between marks of its own.
    return asPrinted.state === 'found' || !printed.includes('‹')
      ? asPrinted
      : matchWords(printed.replace(/‹([^‹›]{0,200})›(?:['’]?s(?!\p{L}))?/gu, '[$1]'), respondents)
  }

  function matchWords(words: string, respondents: readonly string[]): Matched {
    // Where who is named spoke, first: what stands in two conversations is hers.
    const own = study.transcripts.filter(one => respondents.some(id => members.get(one.id)!.has(id)))
    const others = study.transcripts.filter(one => !own.includes(one))
    // A paraphrase is followed by a note that it is one.
    const bare = words.replace(/\s{0,3}\[[^[\]]{0,60}\]\s{0,3}$/u, '')
    const row = cleaned.find(quote => sameWords(quote.text!, words) || sameWords(quote.text!, bare))
    for (const some of [own, others]) {
      const found = findIn(some, words)
      if (found !== null) return { ...found, row: row ?? null }
    }
    if (row !== undefined) return fromRow(study, row)
    return nearestIn(own, words) ?? nearestIn(others, words) ?? nowhere
  }

  function findIn(transcripts: readonly Transcript[], words: string): Matched | null {
    const places = transcripts.flatMap(transcript => {
      const found = placeWords(ready(transcript), words, { turns: transcript.turns })
      return found === null ? [] : [{ transcript, found }]
    })
    const first = places[0]
    if (first === undefined) return null
    const isOne = places.length === 1 && isOnePlace(first.found)
    const said = placed(first.transcript, spansOf(first.found))
    return isOne || said.state !== 'found' ? said : { ...said, state: 'several places' }
  }

  function nearestIn(transcripts: readonly Transcript[], words: string): Matched | null {
    let best: { readonly shared: number; readonly matched: Matched } | null = null
    for (const transcript of transcripts) {
      const near = nearestPassage(ready(transcript).runs(), words)
      if (near === null) continue
      const { shared, span, says } = differences(words, transcript.text, near)
      if (shared >= fewestShared && shared > (best?.shared ?? 0))
        // A quotation that begins with a capital where the speaker went on is no other quotation.
        best = {
          shared,
          matched: { ...placed(transcript, [span]), ...(shared === 1 && says === '' ? {} : { state: 'altered', differs: says }) },
        }
    }
    return best?.matched ?? null
  }
}

/** Of the words of a quotation, the part that a passage must share to be the one that is meant. */
const fewestShared = 0.6

const nowhere: Matched = { state: 'not found', transcript: null, spans: [], speakers: [], differs: '', row: null }

function placed(transcript: Transcript, spans: readonly Span[]): Matched {
  const whole = { start: spans[0]!.start, end: spans.at(-1)!.end }
  const speakers = speakersAt(transcript, whole) ?? []
  const isAsked = speakers.length === 0 && spans.every(span => turnAt(transcript.turns, span.start)?.asks === true)
  return { state: isAsked ? 'asked by the interviewer' : 'found', transcript: transcript.id, spans, speakers, differs: '', row: null }
}

function spansOf(found: Exclude<FoundWords, { readonly kind: 'none' }>): readonly Span[] {
  if (found.kind === 'one') return found.spans
  return [found.places.reduce((best, one) => (one.end - one.start < best.end - best.start ? one : best))]
}

/** Words left out at a beginning may be read from several places on: what is meant is one passage all the same. */
function isOnePlace(found: Exclude<FoundWords, { readonly kind: 'none' }>): boolean {
  return found.kind === 'one' || found.places.every(one => one.end === found.places[0]!.end)
}

/** Words that `quotes.csv` gives as cleaned: they stand where its spans say. */
function fromRow(study: Study, row: Quote): Matched {
  const transcript = study.transcripts.find(one => one.id === row.transcript)
  if (transcript === undefined || row.spans.length === 0) return { ...nowhere, state: 'found', row }
  return { ...placed(transcript, row.spans), row }
}
