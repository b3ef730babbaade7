import type { Mark } from '../../language/index.js'
import { comparedForms } from '../comparedForms.js'
import type { Match } from '../entry.js'
import type { Doubt, Group } from './group.js'
import { respondentsOf } from './group.js'
import type { Mention } from './mention.js'

/** A row for the register while it is being made. */
export interface Draft {
  readonly mentions: readonly Mention[]
  /** The name and its variants; no two are compared alike. */
  spellings: string[]
  readonly type: string
  respondent: string | null
  /** The transcripts it is meant in; empty: all. */
  where: readonly string[]
  /** The row whose label it has, since it is another name of the same. */
  readonly of: Draft | null
  /** The row of the given register whose label it has. */
  readonly known: number | null
  readonly doubts: Set<Doubt>
  match: Match
}

const weights: Readonly<Record<Mark['certainty'], number>> = { sure: 3, likely: 2, look: 1 }

/** How much speaks for mentions, together. */
export const weightOf = (mentions: readonly Mention[]) => mentions.reduce((sum, one) => sum + weights[one.certainty], 0)

/** The rows that a group makes: one for its names, and one for each name that means it in some transcripts only. */
export function draftsOf(group: Group): readonly Draft[] {
  const { mentions, known } = group
  const own = mentions.length === 0 ? null : draft(group, mentions, group.apart ? placesOf(mentions) : [], null)
  const parts = group.parts.flatMap(part => {
    const where = placesOf(part.mentions)
    return where.length === 0 ? [] : [draft({ ...group, doubts: new Set() }, part.mentions, where, own)]
  })
  if (own === null && known === null) return []
  return [...(own === null ? [] : [own]), ...parts]
}

function draft(group: Group, mentions: readonly Mention[], where: readonly string[], of: Draft | null): Draft {
  const spellings = spellingsIn(mentions)
  const type = typeOf(mentions)
  const people = respondentsOf(group)
  return {
    mentions,
    spellings,
    type,
    respondent: of?.respondent ?? (people.length === 1 ? people[0]! : mostOften(group.mentions.flatMap(one => one.respondent ?? []))),
    where,
    of,
    known: group.known?.entry ?? null,
    doubts: new Set([...group.doubts, ...(people.length > 1 ? (['respondents'] as const) : [])]),
    match: isContextual(type, spellings) ? 'recognised' : 'anywhere',
  }
}

const placesOf = (mentions: readonly Mention[]) => [...new Set(mentions.flatMap(one => one.transcript ?? []))]

/** All spellings, the fullest first: of those that are compared alike, the one that is written like a name. */
function spellingsIn(mentions: readonly Mention[]): string[] {
  const best = new Map<string, string>()
  for (const { text } of mentions) {
    const form = comparedForms(text)[0] ?? ''
    const before = best.get(form)
    if (before === undefined || caseRank(text) < caseRank(before)) best.set(form, text)
  }
  const words = (text: string) => text.split(' ').filter(word => !/^\p{L}{1,2}\.?$/u.test(word)).length
  const all = [...best].filter(([form]) => form !== '').map(([, text]) => text)
  return withoutAlike(all.sort((a, b) => words(b) - words(a)))
}

/** A spelling that another already stands for by one of its forms is left out: "JP Jansen" beside "J.P. Jansen". */
function withoutAlike(spellings: readonly string[]): string[] {
  const seen = new Set<string>()
  return spellings.filter(one => {
    const forms = comparedForms(one)
    const isNew = forms.some(form => !seen.has(form))
    for (const form of forms) seen.add(form)
    return isNew
  })
}

function caseRank(text: string): number {
  const hasUpper = /\p{Lu}/u.test(text)
  const hasLower = /\p{Ll}/u.test(text)
  if (hasUpper && hasLower) return 0
  return hasUpper ? (text.length <= 5 ? 0 : 2) : 1
}

/** What most mentions say, the sure ones for more; of two, the first that was met. */
function typeOf(mentions: readonly Mention[]): string {
  const sums = new Map<string, number>()
  for (const one of mentions) sums.set(one.type, (sums.get(one.type) ?? 0) + weightOf([one]))
  return [...sums].reduce((best, now) => (now[1] > best[1] ? now : best))[0]
}

function mostOften(values: readonly string[]): string | null {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  let best: string | null = null
  for (const [value, count] of counts) if (best === null || count > counts.get(best)!) best = value
  return best
}

const ofWords = new Set(['FUNCTION', 'TITLE', 'DEPARTMENT', 'NRP', 'MONEY', 'DATE'])

/** Whether something tells of a person only where it is recognised: a short number, a word for a job or a month. */
function isContextual(type: string, spellings: readonly string[]): boolean {
  if (type === 'AGE') return true
  return spellings.every(one => /^\p{N}{1,4}$/u.test(one) || (ofWords.has(type) && /^[\p{L}\p{M}-]+$/u.test(one)))
}
