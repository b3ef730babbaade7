import type { Language, Mark, Recogniser } from '../../language/index.js'
import type { Span, Study, Transcript, Turn } from '../../study/index.js'
import { nameLike, roleOf } from '../../transcript/index.js'
import { foldedWords } from '../fold.js'
import { introducedAt } from './introducedAt.js'
import { inWholeWords, type Mention, spellingOf } from './mention.js'

export interface Gathering {
  readonly language: Language
  readonly recognise: Recogniser
}

/**
 * Everything in a study that may have to be hidden, in the order in which it stands: what is recognised in the transcripts, the marks of
 * speakers that are names, and what labels, cases and names of files say.
 */
export function gatherMentions(study: Study, gathering: Gathering): readonly Mention[] {
  const texts = study.transcripts.flatMap(one => inTranscript(one, gathering))
  return [...texts, ...inTables(study, gathering)]
}

function inTranscript(transcript: Transcript, gathering: Gathering): readonly Mention[] {
  const { text, id } = transcript
  const speakers = speakerMarks(transcript)
  const marks = gathering.recognise(text)
  const introduced = introducedAt(transcript, gathering.language)
  const recognised = marks.flatMap(mark => {
    const speaker = speakers.find(one => one.start < mark.end && mark.start < one.end)
    const own = speaker === undefined ? null : ownerOf(speaker.turn)
    return mentionAt(mark, text, id, gathering.language, mark.type === 'PERSON' ? (own ?? introduced(mark)) : null)
  })
  const unseen = speakers.filter(one => !marks.some(mark => one.start < mark.end && mark.start < one.end))
  const named = unseen.flatMap(one => {
    if (!isSpeakerName(one.turn.speaker ?? '', gathering.language)) return []
    return mentionAt({ ...one, type: 'PERSON', certainty: 'likely' }, text, id, gathering.language, ownerOf(one.turn))
  })
  return [...recognised, ...named].sort((a, b) => a.start - b.start || a.end - b.end)
}

function mentionAt(
  { start, end, type, certainty }: Span & Pick<Mark, 'type' | 'certainty'>,
  text: string,
  transcript: string | null,
  language: Language,
  respondent: string | null,
): Mention[] {
  const span = inWholeWords(text, { start, end })
  if (span === null) return []
  const written = spellingOf(text.slice(span.start, span.end))
  const before = /(\p{L}{1,14})\.?\s{1,4}$/u.exec(text.slice(Math.max(0, span.start - 20), span.start))?.[1] ?? ''
  return [{ ...span, transcript, text: written, type, certainty, respondent, titled: language.naming.titles.has(before.toLowerCase()) }]
}

/** Where the marks of speakers stand before their turns. */
function speakerMarks({ text, turns }: Transcript): readonly (Span & { readonly turn: Turn })[] {
  return turns.flatMap((turn, i) => {
    if (turn.speaker === null || turn.speaker === '') return []
    const from = turns[i - 1]?.end ?? 0
    const start = text.slice(from, turn.start).indexOf(turn.speaker)
    return start < 0 ? [] : [{ start: from + start, end: from + start + turn.speaker.length, turn }]
  })
}

const ownerOf = ({ asks, respondents }: Turn) => (!asks && respondents.length === 1 ? respondents[0]! : null)

/** Whether the mark of a speaker is a name, and no role, number or letter. */
function isSpeakerName(mark: string, language: Language): boolean {
  const words = foldedWords(mark)
  const isNamed = nameLike(mark) === 'name' && roleOf(mark.toLowerCase()) === null && !/\p{N}/u.test(mark)
  return isNamed && words.some(word => word.length > 2) && !words.every(word => language.isWord(word))
}

/** What the tables say: labels, names of cases and names of files, as far as they hold names. */
function inTables(study: Study, { language, recognise }: Gathering): readonly Mention[] {
  const stands = standsIn(study)
  const read = (text: string, respondent: string | null, unseen: string): Mention[] => {
    const marks = recognise(text)
    const seen = marks.flatMap(mark => mentionAt(mark, text, null, language, mark.type === 'PERSON' ? respondent : null))
    // Written with capitals, and in a transcript too: then it is called so.
    if (seen.length > 0 || nameLike(text) !== 'name' || /\p{N}/u.test(text) || !stands(text)) return seen
    return mentionAt(
      { start: 0, end: text.length, type: unseen, certainty: 'look' },
      text,
      null,
      language,
      unseen === 'PERSON' ? respondent : null,
    )
  }
  return [
    ...study.respondents.flatMap(one => (one.label === null ? [] : read(one.label, one.id, 'PERSON'))),
    ...study.cases.flatMap(one => (one.name === null ? [] : read(one.name, null, 'ORG'))),
    ...study.transcripts.flatMap(one => {
      const stem = (one.file ?? '').replace(/^.*\//u, '').replace(/\.\p{L}{1,5}$/u, '')
      return read(stem.replace(/[_\-.]+/gu, ' ').trim(), one.respondents.length === 1 ? one.respondents[0]! : null, 'PERSON')
    }),
  ]
}

/** Whether words stand in a transcript just as they are written. */
function standsIn(study: Study): (words: string) => boolean {
  return words => words.length > 2 && study.transcripts.some(one => one.text.includes(words))
}
