import { membersOf, passagesIn, printedSampling, unsettled } from '../analysis/index.js'
import type { Language } from '../language/index.js'
import { audienceOf, type Pass, type Round, type Study, type Transcript } from '../study/index.js'
import type { Block, Inline } from './block.js'
import type { Making } from './making.js'
import { named } from './named.js'
import { fixed, joined, say, text } from './say.js'

type Line = readonly Inline[]

/** The rounds: of what kind, what for, how many conversations with how many people, and how long they took. */
export function conversationBlocks(making: Making): readonly Block[] {
  const { study, language, counts } = making
  if (!counts || study.transcripts.length === 0) return []
  const { texts } = language
  const loose = study.transcripts.filter(one => !study.rounds.some(round => round.id === one.round))
  const rows = study.rounds.map(round =>
    roundRow(
      making,
      round,
      study.transcripts.filter(one => one.round === round.id),
    ),
  )
  if (loose.length > 0) rows.push(roundRow(making, null, loose))
  const heads = [
    texts.headRound,
    texts.headKind,
    texts.headPurpose,
    texts.headConversations,
    texts.headPeople,
    texts.headModes,
    texts.headMinutes,
  ]
  return [tableBlock(heads, rows, [3, 4])]
}

function roundRow({ language }: Making, round: Round | null, transcripts: readonly Transcript[]): readonly Line[] {
  const { names, texts } = language
  const modes = [...new Set(transcripts.flatMap(one => (one.mode === null ? [] : [one.mode])))]
  const minutes = transcripts.flatMap(one => (one.minutes === null ? [] : [one.minutes]))
  const shortest = Math.min(...minutes)
  const longest = Math.max(...minutes)
  return [
    [round === null ? fixed(texts.noRound) : text(round.title ?? round.id)],
    named(names.rounds, round?.kind ?? null),
    named(names.purposes, round?.purpose ?? null),
    [fixed(transcripts.length)],
    [fixed(new Set(transcripts.flatMap(membersOf)).size)],
    joined(
      modes.map(mode => [text(mode)]),
      ', ',
    ),
    minutes.length === 0 ? [] : [fixed(shortest === longest ? shortest : `${shortest}-${longest}`)],
  ]
}

/** Who was sought, and who took part. To readers rows of fewer than three people are one. */
export function samplingBlocks(making: Making): readonly Block[] {
  const { study } = making
  const { texts } = making.language
  if (study.sampling.length === 0) return []
  const number = (n: number | null): Line => (n === null ? [] : [fixed(n)])
  const rows = printedSampling(study).map(({ cell, planned, reached, refused }) => [
    [cell === null ? fixed(texts.otherClasses) : text(cell)],
    number(planned),
    number(reached),
    number(refused),
  ])
  return [tableBlock([texts.headSought, texts.headPlanned, texts.headReached, texts.headRefused], rows, [1, 2, 3])]
}

/**
 * What the respondents agreed to; for the team only. In a public report a small number here could point at a person, and what
 * follows from it is told where quotes are.
 */
export function consentBlocks({ study, language, counts }: Making): readonly Block[] {
  if (!counts || audienceOf(study) === 'public' || study.respondents.length === 0) return []
  const { texts, names } = language
  const given = study.respondents.map(one => one.consent ?? study.consent ?? 'none')
  const rows = (['verbatim', 'paraphrase', 'none'] as const)
    .map(consent => [named(names.consents, consent), [fixed(given.filter(one => one === consent).length)]] as const)
    .filter(([, [n]]) => n?.kind === 'fixed' && n.text !== '0')
  return [tableBlock([texts.headConsent, texts.headPeople], rows, [1])]
}

/** Passes that are no work on the coding, but tables read in or changed outside. */
const unsaid: ReadonlySet<string> = new Set<Pass['kind']>(['import', 'edit'])

/** How many coded, with how many codes, in which passes. */
export function codingBlocks({ study, language }: Making): readonly Block[] {
  if (study.codings.length === 0) return []
  const { texts } = language
  const coders = new Set(study.codings.map(one => one.coder).filter(coder => coder !== ''))
  const used = new Set(study.codings.map(one => one.code))
  const values = { coders: fixed(language.count(coders.size, 'coder')), codes: fixed(language.count(used.size, 'code')) }
  const passes = passesByKind(study.journal.filter(pass => !unsaid.has(pass.kind))).map(([kind, n]) => [
    ...named(language.names.passes, kind),
    fixed(` ${n}`),
  ])
  return [
    ...(coders.size === 0 ? [] : [{ kind: 'paragraph', children: say(texts.codedBy, values) } as const]),
    ...(passes.length === 0 ? [] : [{ kind: 'paragraph', children: say(texts.passes, { passes: joined(passes, ', ') }) } as const]),
    ...unsettledBlocks(study, language),
  ]
}

/** To readers only how much: which passages they are is for the team, on top of its report. */
function unsettledBlocks(study: Study, language: Language): readonly Block[] {
  if (audienceOf(study) !== 'public') return []
  const ids = new Set(unsettled(study).rows.flatMap(row => [row.coding, row.otherCoding]))
  if (ids.size === 0) return []
  const passages = passagesIn(study.codings.filter(coding => ids.has(coding.id)))
  return [{ kind: 'paragraph', children: say(language.texts.unsettledCount, { passages: fixed(language.count(passages, 'passage')) }) }]
}

function passesByKind(journal: readonly Pass[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>()
  for (const pass of journal) counts.set(pass.kind, (counts.get(pass.kind) ?? 0) + 1)
  return [...counts]
}

/** @param numeric which columns hold numbers */
function tableBlock(heads: readonly string[], rows: readonly (readonly Line[])[], numeric: readonly number[]): Block {
  return { kind: 'table', caption: null, head: heads.map(head => [fixed(head)]), rows, numeric: heads.map((_, i) => numeric.includes(i)) }
}
