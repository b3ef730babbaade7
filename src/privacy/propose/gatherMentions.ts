import type { Language, Mark, Recogniser } from '../../language/index.js'
import type { Span, Study, Transcript, Turn } from '../../study/index.js'
import { nameLike, roleOf } from '../../transcript/index.js'
import { foldedWords } from '../fold.js'
import { familyOf } from './families.js'
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
  return asOrganisations(withoutPossessives([...texts, ...inTables(study, gathering)]), gathering.language).filter(
    one => one.certainty !== 'look' || !/^\p{L}$/u.test(one.text),
  )
}

/**
 * "Odilia" is no person where there is a Sint Odilia Ziekenhuis and nobody with a whole name is called so. A recogniser that sees one
 * sentence cannot know.
 */
function asOrganisations(mentions: readonly Mention[], { naming }: Language): readonly Mention[] {
  const telling = new Map<string, string>()
  for (const { type, text } of mentions) {
    const words = foldedWords(text, true)
    const own = words.filter(word => !naming.kinds.has(word))
    if (familyOf(type) === 'organisations' && words.length > 1 && own.length === 1) telling.set(own[0]!, type)
  }
  const people = new Set(
    mentions.filter(one => one.type === 'PERSON' && one.text.includes(' ')).flatMap(one => foldedWords(one.text, true)),
  )
  return mentions.map(one => {
    const word = foldedWords(one.text, true).join(' ')
    const type = one.type === 'PERSON' && !one.titled && one.respondent === null && !people.has(word) ? telling.get(word) : undefined
    return type === undefined ? one : { ...one, type }
  })
}

/** "Anands" where somebody is called Anand: the s is a possessive that was taken for a part of the name. */
function withoutPossessives(mentions: readonly Mention[]): readonly Mention[] {
  const words = new Set(mentions.filter(one => one.type === 'PERSON').flatMap(one => foldedWords(one.text, true)))
  return mentions.map(one => {
    const last = one.type === 'PERSON' ? (foldedWords(one.text, true).at(-1) ?? '') : ''
    if (!last.endsWith('s') || last.length < 4 || !words.has(last.slice(0, -1)) || !/s$/iu.test(one.text)) return one
    return { ...one, text: one.text.slice(0, -1), end: one.end - 1 }
  })
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
  const whole = inWholeWords(text, { start, end })
  if (whole === null) return []
  const span = withoutExtra(text, whole, type, language)
  const written = spellingOf(text.slice(span.start, span.end))
  const before = /(\p{L}{1,14})\.?\s{1,4}$/u.exec(text.slice(Math.max(0, span.start - 20), span.start))?.[1] ?? ''
  return [{ ...span, transcript, text: written, type, certainty, respondent, titled: language.naming.titles.has(before.toLowerCase()) }]
}

/** A name without the article before it, and without a first word that was said twice. */
function withoutExtra(text: string, span: Span, type: string, language: Language): Span {
  const first = /^([\p{L}\p{M}'’]{1,30})\s{1,4}([\p{L}\p{M}'’-]{0,30})/u.exec(text.slice(span.start, span.end))
  if (first === null) return span
  const rest = { start: span.start + first[0].length - first[2]!.length, end: span.end }
  if (first[1]!.toLowerCase() === first[2]!.toLowerCase()) return rest
  // "Hello Greta": a recogniser may take the greeting for a first name.
  if (type === 'PERSON' && language.naming.presentations.includes(first[1]!.toLowerCase())) return rest
  return language.articles.has(first[1]!) && isTelling(text.slice(rest.start, rest.end), type, language) ? rest : span
}

/** Whether a name tells what is meant without its article: "Odilia" does, "brug" of a project "de brug" does not. */
function isTelling(name: string, type: string, language: Language): boolean {
  const family = familyOf(type)
  if (family === 'projects') return /\s|\p{Lu}/u.test(name)
  return family === 'organisations' && !isTown(name, language)
}

/** "de Friesland" is no town, and without its article would be. */
const isTown = (name: string, language: Language) => language.ladder('LOCATION', name).length > 0

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
    const seen = marks
      .filter(mark => (unseen === 'PERSON' ? mark.type === 'PERSON' : familyOf(mark.type) !== 'alike'))
      .flatMap(mark => mentionAt(mark, text, null, language, mark.type === 'PERSON' ? respondent : null))
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
