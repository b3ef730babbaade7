import { type Fragment, isBlind } from '../coding/index.js'
import type { Language } from '../language/index.js'
import { counted, isUnlinked, needStudy, type Role, type Study, StudyError, throwProblems } from '../study/index.js'
import { Table } from '../table/index.js'
import { sourcesOf } from '../transcript/index.js'
import { type Asked, askedPassages } from './askedPassages.js'
import { type CodeModel, codeModelOf, cosine, type Learnt } from './codeModel.js'
import { type Amounts, wordsAround } from './features.js'
import { languagesIn } from './languagesIn.js'
import { notWhole } from './notWhole.js'
import { isTied } from './speakerLabel.js'

export interface SuggestOptions {
  /** A language pack, or one per language that is spoken; that of the safe study unless given. */
  readonly language?: Language | readonly Language[]
  /** The most codes per passage; 3 unless given. */
  readonly perPassage?: number
  /** The most passages of a transcript; 20 unless given. */
  readonly passages?: number
}

/** A code that a passage may deserve, and why. Nothing is coded by it. */
export interface Suggestion {
  /** Null when words were given and not a place, or where a public table may not tell it. */
  readonly transcript: string | null
  readonly start: number | null
  readonly end: number | null
  /** 1 for the likeliest code of this passage. An order, not a probability. */
  readonly rank: number
  readonly code: string
  /** The role mostly given with it; the code's own when it has no codings. */
  readonly role: Role | null
  /** The words of the passage that carry the proposal, as they stand there. */
  readonly because: readonly string[]
  /** The codings of this code whose words are nearest, at most three. */
  readonly examples: readonly string[]
  /** From how many fragments it was learnt, and of how many sources; 0 when only the codebook tells of it. */
  readonly fragments: number
  readonly sources: number
  readonly text: string
}

interface Best {
  readonly learnt: Learnt
  readonly score: number
  readonly because: readonly string[]
}

interface Proposal {
  readonly asked: Asked
  readonly vector: Amounts
  readonly best: readonly Best[]
}

const columns = ['transcript', 'start', 'end', 'rank', 'code', 'role', 'because', 'examples', 'fragments', 'sources', 'text'] as const
const behind = new WeakMap<Learnt, number>()
const mostExamples = 3
const mostReasons = 5
/** A word that carries less than this part of what the first one does is no reason. */
const leastReason = 0.2

/**
 * Proposes codes for a passage, with the words that are the reason, learnt from this study's own codings and codebook, and from nothing
 * else. Given a transcript, the passages of answers that have no code yet, those with the clearest proposal first.
 *
 * Every code has a centre: the mean of its fragments as TF-IDF vectors of stems, with sixty words of the turn around each for half, and its name
 * and definition for two fragments (Rocchio, 1971, without negative examples). The nearest centres by cosine are proposed. A code without codings is proposed by
 * its name and definition alone; a retired one never, nor a code that stands at that place already. Learnt from are codings that count;
 * what the interviewer says teaches nothing.
 *
 * @param what a fragment (offsets in UTF-16 code units, end exclusive), the id of a transcript, or words
 * @throws StudyError when the study is a blind copy, the place does not exist, or no language is known
 * @example
 * suggestCodes(study, 'Could I trust them?', { language: en }).rows[0].because
 * //=> ['trust']
 */
export function suggestCodes(study: Study, what: Fragment | string, options: SuggestOptions = {}): Table<Suggestion> {
  needStudy(study, 'suggestCodes')
  if (isBlind(study))
    throw new StudyError([
      {
        what: 'this is a blind copy, in which no codes are suggested',
        hint: 'who codes apart from the others must not be led by them; ask for suggestions in the study itself, after the coders are merged',
      },
    ])
  const { perPassage = 3, passages = 20 } = options
  throwProblems(notWhole({ perPassage, passages }))
  if (isUnlinked(study) && (typeof what !== 'string' || study.transcripts.some(one => one.id === what)))
    throw new StudyError([
      {
        what: 'labels are unlinked, and the passages of one conversation tell what one person said',
        hint: 'give words, or ask it of the study before it was anonymised',
        call: 'suggestCodes',
      },
    ])
  const languages = languagesIn(study, options.language)
  const asked = askedPassages(study, what, languages)
  const model = codeModelOf(study, languages)
  const found = asked.map(one => propose(model, one, perPassage)).filter(one => one.best.length > 0)
  found.sort((a, b) => b.best[0]!.score - a.best[0]!.score || a.asked.inside[0]! - b.asked.inside[0]!)
  const rows = found.slice(0, passages).flatMap(one => rowsOf(study, one))
  const basis = `${learntFrom(model)}; ${outcome(model, asked, found.length, passages)}${languages.note}`
  return new Table({ title: 'Suggested codes', columns, rows, basis, of: study })
}

function propose(model: CodeModel, asked: Asked, most: number): Proposal {
  const { index, inside, taken } = asked
  const vector = model.vector(model.reader.amounts(index, inside, wordsAround(index, inside)))
  const scored = model.learnt.flatMap(learnt => (taken.has(learnt.code.id) ? [] : [{ learnt, score: cosine(vector, learnt.centre) }]))
  const best: Best[] = []
  // The model is in the order of the ids, which settles what nothing else does.
  for (const one of scored.sort((a, b) => b.score - a.score || b.learnt.fragments.length - a.learnt.fragments.length)) {
    if (best.length === most || one.score === 0) break
    const because = reasons(model, asked, one.learnt)
    // Without a reason in the passage itself only the words around it speak for the code.
    if (because.length > 0) best.push({ ...one, because })
  }
  return { asked, vector, best }
}

/** The words that carry most of what is alike, the first of each stem, as they stand in the text. */
function reasons({ reader, rarity }: CodeModel, { index, text, inside }: Asked, { centre }: Learnt): readonly string[] {
  const byStem = new Map<string, { readonly word: string; readonly carries: number }>()
  for (const at of inside) {
    const form = index.forms[index.words[at]!]!
    if (byStem.has(form.stem)) continue
    const carries = reader.of(form).reduce((sum, [stem, part]) => sum + part * rarity(stem) ** 2 * (centre.get(stem) ?? 0), 0)
    if (carries > 0) byStem.set(form.stem, { word: text.slice(index.starts[at], index.ends[at]), carries })
  }
  const carrying = [...byStem.values()].sort((a, b) => b.carries - a.carries)
  return carrying
    .filter(one => one.carries >= leastReason * carrying[0]!.carries)
    .slice(0, mostReasons)
    .map(one => one.word)
}

function rowsOf(study: Study, { asked, vector, best }: Proposal): readonly Suggestion[] {
  const { place, text } = asked
  const shown = place === null ? text : text.slice(place.start, place.end)
  const told = place !== null && isTied(study, place.transcript, [place]) ? place : null
  return best.map(({ learnt, because }, i) => ({
    transcript: told?.transcript ?? null,
    start: told?.start ?? null,
    end: told?.end ?? null,
    rank: i + 1,
    code: learnt.code.id,
    role: usualRole(study, learnt),
    because,
    examples: nearest(vector, learnt),
    fragments: learnt.fragments.length,
    sources: sourcesBehind(study, learnt),
    text: shown,
  }))
}

/** How many sources a code was learnt from; worked out once, since a code is proposed at many places. */
function sourcesBehind(study: Study, learnt: Learnt): number {
  const counted =
    behind.get(learnt) ?? sourcesOf(study).heardIn(learnt.fragments.flatMap(one => one.said.map(said => said.speakers))).length
  behind.set(learnt, counted)
  return counted
}

/** The role most of its codings play; of several the code's own, or the first of the study's. */
function usualRole({ roles }: Study, { code, fragments }: Learnt): Role | null {
  const counts = new Map<Role, number>()
  for (const { coding } of fragments.flatMap(one => one.said)) counts.set(coding.role, (counts.get(coding.role) ?? 0) + 1)
  const most = Math.max(...counts.values())
  const usual = [...counts.keys()].filter(role => counts.get(role) === most).sort((a, b) => roles.indexOf(a) - roles.indexOf(b))
  return code.role !== null && (usual.length === 0 || usual.includes(code.role)) ? code.role : (usual[0] ?? null)
}

function nearest(vector: Amounts, { fragments }: Learnt): readonly string[] {
  const near = fragments
    .map(({ vector: other, said }) => ({ id: said[0]!.coding.id, score: cosine(vector, other) }))
    .filter(one => one.score > 0)
  return near
    .sort((a, b) => b.score - a.score)
    .slice(0, mostExamples)
    .map(one => one.id)
}

function learntFrom({ learnt, fragments }: CodeModel): string {
  const without = learnt.filter(one => one.fragments.length === 0).length
  const known = `learnt from ${counted(fragments, 'fragments')} and the codebook`
  return without === 0 ? known : `${known}; ${without} of ${counted(learnt.length, 'codes')} by name and definition alone`
}

function outcome({ learnt }: CodeModel, asked: readonly Asked[], found: number, most: number): string {
  if (learnt.length === 0) return 'nothing can be suggested: there is no code yet'
  if (asked.length === 0) return 'there is no passage left to suggest codes for'
  if (asked.every(one => one.inside.length === 0)) return 'nobody answers here, so nothing is suggested'
  if (found === 0) return 'nothing is suggested: no word that carries meaning is like those of a code'
  if (found > most) return `the ${most} clearest of ${found} passages`
  return 'an order of likeness, not a probability'
}
