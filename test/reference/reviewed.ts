import type { Language, Mark, Recogniser } from '../../src/language/index.js'
import { nameFinder } from '../../src/privacy/findNames.js'
import { anonymise, proposeRegister, type Register, recognise } from '../../src/privacy/index.js'
import { isOpen } from '../../src/privacy/propose/proposalNote.js'
import { remembering } from '../../src/privacy/propose/proposeRegister.js'
import { newStudy, type Study } from '../../src/study/index.js'
import { readTranscript } from '../../src/transcript/index.js'
import { readInterviews } from './readInterview.js'

/** What was marked by hand: who or what is meant, the same for all ways in which one is named; null where it was not told. */
interface GoldMark extends Mark {
  readonly who: string | null
}

/** What a scripted reviewer makes of the proposals for marked interviews. */
export interface Reviewed {
  readonly words: number
  readonly proposed: number
  /** Rows that ask somebody to look. */
  readonly decisions: number
  readonly rejected: number
  /** Per kind: how many there are, and those of whom a mention is left to read, with the first that is. */
  readonly people: Leaks
  readonly organisations: Leaks
  readonly projects: Leaks
  /** Marks of other types: how many, and how many are left. */
  readonly others: { readonly all: number; readonly left: number }
  readonly register: Register
}

export interface Leaks {
  readonly all: number
  readonly leaked: readonly string[]
}

const kinds: Readonly<Record<string, 'people' | 'organisations' | 'projects'>> = {
  PERSON: 'people',
  ORG: 'organisations',
  HOSPITAL: 'organisations',
  CARE_INSTITUTION: 'organisations',
  PROJECT: 'projects',
}

/** A study of marked interviews, with what is marked in each. */
export async function markedStudy(
  folder: string,
  prefix: 'nl' | 'en',
): Promise<{ study: Study; gold: ReadonlyMap<string, readonly GoldMark[]> }> {
  const gold = new Map<string, readonly GoldMark[]>()
  const transcripts: Study['transcripts'][number][] = []
  for (const { name, text, entities } of readInterviews(folder, prefix)) {
    const id = name.replace(/\.txt$/u, '')
    const marks = entities.map(one => ({ ...one, text: text.slice(one.start, one.end), certainty: 'sure' as const }))
    const read = await readTranscript(text)
    // Subtitles become turns: what is marked in them stands elsewhere in what is read.
    if (text.includes('-->')) continue
    if (read.text !== text) throw new Error(`${name} is not read as it is written`)
    gold.set(id, marks)
    transcripts.push({
      ...{ id, text, turns: read.turns, file: null, round: null, respondents: [], cases: [], speakers: [], language: null, consent: null },
      ...{ date: null, mode: null, minutes: null, hash: null, extra: {} },
    })
  }
  return { study: { ...newStudy({ title: 'Marked interviews', language: prefix }), consent: 'verbatim', transcripts }, gold }
}

/** Proposes a register, keeps what touches a mark, lets the rest stay, replaces, and counts what is left to read. */
export function review(
  study: Study,
  gold: ReadonlyMap<string, readonly GoldMark[]>,
  language: Language,
  recognisers: readonly Recogniser[] = [],
): Reviewed {
  const look = remembering(text => recognise(text, { language, recognisers }))
  const proposed = proposeRegister(study, { language, recognisers, random: () => 0.5 })
  const register = proposed.map((entry, i) => (isRight(proposed, i, study, gold, look) ? entry : { ...entry, match: 'keep' as const }))
  const { log } = anonymise(study, { register, language, recognisers })
  if (log.rows.length !== register.length) throw new Error('the log has another length')
  const finder = nameFinder(register, look)
  const leaks = { people: new Map<string, string[]>(), organisations: new Map<string, string[]>(), projects: new Map<string, string[]>() }
  const others = { all: 0, left: 0 }
  for (const { id, text } of study.transcripts) {
    const found = finder.find(text, id)
    for (const mark of gold.get(id) ?? []) {
      const isLeft = found.reduce((rest, one) => blank(rest, one.start - mark.start, one.end - mark.start), mark.text)
      const readable = !language.naming.titles.has(isLeft.trim().toLowerCase()) && leftWords(isLeft, language)
      const kind = kinds[mark.type]
      if (kind === undefined) {
        others.all++
        if (readable) others.left++
        continue
      }
      const key = `${id}/${mark.who ?? mark.text}`
      const list = leaks[kind].get(key) ?? []
      leaks[kind].set(key, list)
      if (readable)
        list.push(`${mark.type} "${mark.text}" in: ${text.slice(Math.max(0, mark.start - 40), mark.end + 30).replace(/\s+/gu, ' ')}`)
    }
  }
  const count = (kind: keyof typeof leaks): Leaks => ({
    all: leaks[kind].size,
    leaked: [...leaks[kind]].filter(([, left]) => left.length > 0).map(([who, left]) => `${who}: ${left[0]}`),
  })
  return {
    words: study.transcripts.reduce((sum, one) => sum + (one.text.match(/\S+/gu)?.length ?? 0), 0),
    proposed: proposed.length,
    decisions: proposed.filter(one => isOpen(one.note)).length,
    rejected: register.filter(one => one.match === 'keep').length,
    people: count('people'),
    organisations: count('organisations'),
    projects: count('projects'),
    others,
    register,
  }
}

function isRight(proposed: Register, i: number, study: Study, gold: ReadonlyMap<string, readonly GoldMark[]>, look: Recogniser): boolean {
  const finder = nameFinder([proposed[i]!], look)
  return study.transcripts.some(({ id, text }) =>
    finder.find(text, id).some(one => (gold.get(id) ?? []).some(mark => mark.start < one.end && one.start < mark.end)),
  )
}

const blank = (text: string, from: number, to: number) =>
  to <= 0 || from >= text.length
    ? text
    : text.slice(0, Math.max(0, from)) + ' '.repeat(Math.min(text.length, to) - Math.max(0, from)) + text.slice(Math.min(text.length, to))

/** Whether a word is left that says something: no article, and no single letter. */
function leftWords(left: string, language: Language): boolean {
  return (left.match(/[\p{L}\p{N}]+/gu) ?? []).some(word => word.length > 1 && !language.articles.has(word.toLowerCase()))
}
