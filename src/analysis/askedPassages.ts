import type { Fragment } from '../coding/index.js'
import { nearName, type Problem, type Span, type Study, StudyError, type Transcript } from '../study/index.js'
import { codesOf, codingsOver, standingCodings } from './codedAt.js'
import { wordsInside } from './features.js'
import type { Languages } from './languagesIn.js'
import { joinSentences, type TextIndex, textIndexOf } from './textIndex.js'

/** A passage to find codes for. */
export interface Asked {
  readonly index: TextIndex
  readonly text: string
  /** The places of its answering words in the index. */
  readonly inside: readonly number[]
  /** Null when words were given and not a place. */
  readonly place: Fragment | null
  /** The codes that stand there already. */
  readonly taken: ReadonlySet<string>
}

/**
 * The passages that are asked about: a fragment as it is; of a transcript every run of sentences by those who answer that has no code yet, up to forty
 * words; words by themselves.
 *
 * @throws StudyError when the place does not exist
 */
export function askedPassages(study: Study, what: Fragment | string, languages: Languages): readonly Asked[] {
  if (typeof what !== 'string') return [askedFragment(study, what, languages)]
  const transcript = study.transcripts.find(one => one.id === what)
  if (transcript !== undefined) return uncoded(study, transcript, languages)
  const missing = noTranscript(study, what)
  // A word with a digit in it, or one slip away from an id, was meant to be an id.
  if (/^\S*\d\S*$/u.test(what.trim()) || (!/\s/u.test(what.trim()) && missing.near)) throw new StudyError([missing.problem])
  const index = textIndexOf({ text: what, turns: [], extra: {} }, languages.own)
  const inside = Array.from(index.words, (_, at) => at)
  return [{ index, text: what, inside, place: null, taken: new Set() }]
}

function askedFragment(study: Study, { transcript: id, start, end }: Fragment, languages: Languages): Asked {
  const transcript = study.transcripts.find(one => one.id === id)
  if (transcript === undefined) throw new StudyError([noTranscript(study, id).problem])
  const { text } = transcript
  if (!(Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= text.length))
    throw new StudyError([
      {
        what: 'this fragment lies outside the text',
        hint: `give whole numbers with start below end, and end at most ${text.length}`,
        transcript: id,
      },
    ])
  return askedAt(study, transcript, { start, end }, textIndexOf(transcript, languages.of(transcript)))
}

function noTranscript({ transcripts }: Study, id: string): { readonly problem: Problem; readonly near: boolean } {
  const near = nearName(
    id,
    transcripts.map(one => one.id),
  )
  const hint = near === null ? 'use an id of transcripts.csv' : `did you mean "${near}"?`
  return { problem: { what: `there is no transcript "${id}"`, hint }, near: near !== null }
}

function uncoded(study: Study, transcript: Transcript, languages: Languages): readonly Asked[] {
  const index = textIndexOf(transcript, languages.of(transcript))
  const codings = standingCodings(study, transcript.id)
  const free = index.sentences.filter(sentence => !sentence.asks && codingsOver(codings, sentence).length === 0)
  return joinSentences(free).map(passage => askedAt(study, transcript, passage, index))
}

function askedAt(study: Study, { id, text }: Transcript, { start, end }: Span, index: TextIndex): Asked {
  const taken = new Set(codesOf(codingsOver(standingCodings(study, id), { start, end })))
  return { index, text, inside: wordsInside(index, { start, end }), place: { transcript: id, start, end }, taken }
}
