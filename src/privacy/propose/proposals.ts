import type { Language, Recogniser } from '../../language/index.js'
import type { Span, Study } from '../../study/index.js'
import { type Entry, type Register, spellings } from '../entry.js'
import { type NameFinder, nameFinder } from '../findNames.js'
import { foldedWords } from '../fold.js'
import { labelsOf } from '../replacements.js'
import { addLooseParts } from './addLooseParts.js'
import { chooseMatches } from './chooseMatches.js'
import { coverMarks, isCovered } from './coverMarks.js'
import { type Draft, draftsOf } from './draft.js'
import { type Chance, drawLabels } from './drawLabels.js'
import { familyOf } from './families.js'
import { gatherMentions } from './gatherMentions.js'
import { type Group, newGroup } from './group.js'
import { groupAlike } from './groupAlike.js'
import { groupOrganisations } from './groupOrganisations.js'
import { groupPeople } from './groupPeople.js'
import type { Mention } from './mention.js'
import { personName } from './personName.js'
import { placeParts } from './placeParts.js'
import { settleSpellings } from './settleSpellings.js'

export interface ProposalOptions {
  readonly language: Language
  readonly recognise: Recogniser
  readonly register: Register
  readonly random: Chance
}

/** A new row for the register, and how it came about. */
export interface Proposal {
  readonly entry: Entry
  readonly draft: Draft
}

/** Makes the rows that a register lacks, in the order in which their names stand in the study. */
export function proposals(study: Study, options: ProposalOptions): readonly Proposal[] {
  const { language, recognise, register, random } = options
  const finder = nameFinder(register, recognise)
  const stays = staysBy(register)
  const isPrinted = printedWords(study)
  const mentions = gatherMentions(study, { language, recognise })
    .filter(isNewIn(study, finder, stays))
    .filter(one => !isPrinted(one))
  const groups = groupAll(mentions, study, register, finder, language)
  const made = groups.flatMap(draftsOf)
  const people = new Set(study.respondents.map(one => one.id))
  for (const one of made) if (one.respondent !== null && !people.has(one.respondent)) one.respondent = null
  placeParts(made, study)
  let drafts = settleSpellings(
    made,
    register,
    study.transcripts.map(one => one.id),
  )
  addLooseParts(drafts, register, study, language)
  chooseMatches(drafts, study, language, recognise)
  coverMarks(drafts, register, study, recognise, (transcript, mark) => stays(transcript.text, mark, transcript.id), language.articles)
  drafts = inOrder(
    drafts.filter(one => one.spellings.length > 0),
    mentions,
  )
  const labels = labelsFor(drafts, study, register, language, random, recognise)
  return drafts.map((draft, i) => ({ draft, entry: entryFor(draft, labels[i]!, register, language) }))
}

/** Whether a word for a job is what readers see of somebody anyway: it stands in a label or a group that she gave. */
function printedWords(study: Study): (mention: Mention) => boolean {
  const shown = study.respondents.flatMap(({ label, group }) => [label, group]).map(text => ` ${foldedWords(text ?? '', true).join(' ')} `)
  return ({ type, text }) =>
    (type === 'FUNCTION' || type === 'DEPARTMENT') && shown.some(one => one.includes(` ${foldedWords(text, true).join(' ')} `))
}

type Stays = (text: string, span: Span, transcript?: string) => boolean

/** What she looked at and lets stay. */
function staysBy(register: Register): Stays {
  const kept = register.filter(one => one.match === 'keep').map(entry => ({ ...entry, match: 'anywhere' as const }))
  if (kept.length === 0) return () => false
  const finder = nameFinder(kept)
  const found = new Map<string, readonly Span[]>()
  return (text, { start, end }, transcript = '') => {
    const key = `${transcript} ${text}`
    const spans = found.get(key) ?? finder.find(text, transcript === '' ? undefined : transcript)
    found.set(key, spans)
    return spans.some(one => one.start <= start && end <= one.end)
  }
}

/** Whether a mention is neither hidden whole by the register there is, nor to stay by it. */
function isNewIn(study: Study, finder: NameFinder, stays: Stays): (mention: Mention) => boolean {
  const texts = new Map(study.transcripts.map(one => [one.id, { text: one.text, found: finder.find(one.text, one.id) }]))
  return mention => {
    const known = mention.transcript === null ? undefined : texts.get(mention.transcript)
    const text = known?.text ?? mention.text
    const span = known === undefined ? { start: 0, end: text.length } : mention
    const found = known?.found ?? finder.find(text)
    return !isCovered(text, span, found) && !stays(text, span, mention.transcript ?? undefined)
  }
}

function groupAll(
  mentions: readonly Mention[],
  study: Study,
  register: Register,
  finder: NameFinder,
  language: Language,
): readonly Group[] {
  const of = (family: string) => mentions.filter(one => familyOf(one.type) === family)
  const stands = register.map(() => new Set<string>())
  for (const { id, text } of study.transcripts) for (const found of finder.find(text, id)) for (const i of found.entries) stands[i]!.add(id)
  const known = (family: string) =>
    register.flatMap((entry, i) => {
      if (entry.match === 'keep' || familyOf(entry.type) !== family) return []
      return [{ entry, group: { ...newGroup([]), known: { entry: i, transcripts: stands[i]! } } }]
    })
  const { titles } = language.naming
  const people = known('people').map(one => ({ ...one, names: spellings(one.entry).map(name => personName(name, titles, false)) }))
  const named = (family: string) => known(family).map(one => ({ ...one, names: spellings(one.entry) }))
  return [
    ...groupPeople(of('people'), people, study, titles),
    ...groupOrganisations(of('organisations'), named('organisations'), study, language, false),
    ...groupOrganisations(of('projects'), named('projects'), study, language, true),
    ...groupAlike(of('alike')),
  ]
}

/** By first occurrence: an order by name would tell of the names. */
function inOrder(drafts: readonly Draft[], mentions: readonly Mention[]): readonly Draft[] {
  const at = new Map(mentions.map((one, i) => [one, i]))
  const first = new Map(drafts.map(one => [one, Math.min(...one.mentions.map(mention => at.get(mention) ?? Number.POSITIVE_INFINITY))]))
  return [...drafts].sort((a, b) => first.get(a)! - first.get(b)!)
}

function labelsFor(
  drafts: readonly Draft[],
  study: Study,
  register: Register,
  language: Language,
  random: Chance,
  recognise: Recogniser,
): readonly string[] {
  const known = labelsOf(register, study, language)
  const isOwn = (one: Draft) => one.known !== null || (one.of !== null && drafts.includes(one.of)) || one.respondent !== null
  const entries = [...register, ...drafts.map(one => entryFor(one, '', register, language))]
  const finder = nameFinder(entries, recognise)
  const drawn = drawLabels(
    drafts.filter(one => !isOwn(one)).map(one => one.type),
    [...known, ...study.respondents.map(one => one.label ?? '')],
    language,
    random,
    label => finder.find(label).length === 0,
  )
  let next = 0
  const labels = new Map<Draft, string>()
  for (const one of drafts) if (!isOwn(one)) labels.set(one, drawn[next++]!)
  return drafts.map(one => {
    if (one.known !== null) return register[one.known]!.respondent === null ? known[one.known]! : register[one.known]!.label
    return labels.get(one) ?? (one.of === null ? '' : (labels.get(one.of) ?? ''))
  })
}

function entryFor(draft: Draft, label: string, register: Register, language: Language): Entry {
  const hers = draft.known === null ? null : register[draft.known]!
  const [name = '', ...variants] = draft.spellings
  const respondent = hers === null ? draft.respondent : hers.respondent
  const type = hers?.type ?? draft.type
  const ladder = hers?.ladder ?? (respondent === null ? language.ladder(type, name) : [])
  return {
    name,
    variants,
    type,
    label,
    respondent,
    match: draft.match,
    where: draft.where,
    note: null,
    ...(ladder.length === 0 ? {} : { ladder }),
  }
}
