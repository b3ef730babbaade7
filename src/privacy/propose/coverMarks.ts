import type { Mark, Recogniser } from '../../language/index.js'
import type { Span, Study, Transcript } from '../../study/index.js'
import { comparedForms } from '../comparedForms.js'
import { type Entry, type Register, spellings } from '../entry.js'
import { type Found, nameFinder } from '../findNames.js'
import { firstEndingAfter } from '../marksAt.js'
import type { Draft } from './draft.js'
import { inWholeWords, spellingOf } from './mention.js'
import { entryOf } from './placeParts.js'

const rounds = 5

/**
 * Sees to it that every sure or likely mark is hidden whole by the rows. What is not, because a name is told by its capital or is only
 * partly in the register, gets what it needs; what should never happen is put right on the side of hiding too much.
 *
 * @param stays whether a mark is to stay, by an entry of hers
 */
export function coverMarks(
  drafts: readonly Draft[],
  register: Register,
  study: Study,
  recognise: Recogniser,
  stays: (transcript: Transcript, mark: Mark) => boolean,
  articles: ReadonlySet<string>,
): void {
  for (let round = 0; round < rounds; round++) {
    const entries: readonly Entry[] = [...register, ...drafts.map(one => ({ ...entryOf(one), match: one.match, where: one.where }))]
    const finder = nameFinder(entries, recognise)
    let changed = false
    for (const transcript of study.transcripts) {
      const found = finder.find(transcript.text, transcript.id)
      for (const mark of recognise(transcript.text)) {
        if (mark.certainty === 'look' || stays(transcript, mark)) continue
        const span = withoutArticle(transcript.text, inWholeWords(transcript.text, mark), articles)
        if (span === null || isCovered(transcript.text, span, found)) continue
        changed = mend(drafts, register, transcript, span, found) || changed
      }
    }
    if (!changed) return
  }
}

/** An article before a name tells nothing, and the sentence reads better with it. */
function withoutArticle(text: string, span: Span | null, articles: ReadonlySet<string>): Span | null {
  const first = span === null ? null : /^([\p{L}'’]{1,4})\s{1,4}/u.exec(text.slice(span.start, span.end))
  return first === null || !articles.has(first[1]!.toLowerCase()) ? span : { start: span!.start + first[0].length, end: span!.end }
}

/** Whether nothing but gaps between words is left of a stretch when the names found are taken out. */
export function isCovered(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  found: readonly Found[],
): boolean {
  let at = start
  for (let i = firstEndingAfter(found, start); i < found.length && found[i]!.start < end; i++) {
    if (found[i]!.start > at && /[\p{L}\p{N}]/u.test(text.slice(at, found[i]!.start))) return false
    at = Math.max(at, afterPossessive(text, found[i]!))
  }
  return at >= end || !/[\p{L}\p{N}]/u.test(text.slice(at, end))
}

/** The s of a possessive is left by whoever replaces the name before it. */
function afterPossessive(text: string, { end, possessive }: Found): number {
  return possessive ? end + (/^['’‘ʼ´`]?s/iu.exec(text.slice(end, end + 2))?.[0].length ?? 0) : end
}

function mend(drafts: readonly Draft[], register: Register, { id, text }: Transcript, mark: Span, found: readonly Found[]): boolean {
  const forms = comparedForms(spellingOf(text.slice(mark.start, mark.end)))
  const owners = drafts.filter(one => one.spellings.some(spelling => comparedForms(spelling).some(form => forms.includes(form))))
  const strict = owners.find(one => one.match !== 'anywhere' && isMeantIn(one, id))
  if (strict !== undefined) {
    strict.match = 'anywhere'
    for (const other of owners) if (other !== strict) dropForms(other, strict.spellings.flatMap(comparedForms))
    return true
  }
  const elsewhere = owners[0]
  if (elsewhere !== undefined && !owners.some(one => isMeantIn(one, id))) {
    elsewhere.where = [...elsewhere.where, id]
    return true
  }
  // Its words are found as part of something else: that is then meant with all of them.
  const other = found[firstEndingAfter(found, mark.start)]
  const isPart = other !== undefined && other.start < mark.end
  const into = isPart ? drafts[other.entries[0]! - register.length] : undefined
  const owner = into ?? drafts.find(one => one.mentions.some(m => m.transcript === id && m.start < mark.end && mark.start < m.end))
  if (owner === undefined) return false
  const start = Math.min(mark.start, into === undefined ? mark.start : other!.start)
  const end = Math.max(mark.end, into === undefined ? mark.end : other!.end)
  const spelling = spellingOf(text.slice(start, end))
  const taken = new Set([...drafts.flatMap(one => one.spellings), ...register.flatMap(spellings)].flatMap(comparedForms))
  if (comparedForms(spelling).some(form => taken.has(form))) return false
  owner.spellings.push(spelling)
  return true
}

const isMeantIn = ({ where }: Draft, transcript: string) => where.length === 0 || where.includes(transcript)

function dropForms(draft: Draft, forms: readonly string[]): void {
  draft.spellings = draft.spellings.filter(one => !comparedForms(one).some(form => forms.includes(form)))
}
