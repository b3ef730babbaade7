import { countable, passagesIn } from '../../analysis/index.js'
import { type Language, languageOf } from '../../language/index.js'
import { audienceOf, type Configuration, type SafeStudy, type Study } from '../../study/index.js'
import { configurationsMeant, evidenceOf, gatherEvidence, nameOfConfiguration, newestConfigurations } from '../../theory/index.js'
import { needAudience } from '../audience.js'
import type { Block, Chapter, Inline } from '../block.js'
import { caseItems, quotesOf, roleTable, statementBlocks } from '../configurationBlock.js'
import { evidenceBlocks, restsOn } from '../evidenceBlocks.js'
import type { Making } from '../making.js'
import { named } from '../named.js'
import { Report } from '../report.js'
import { fixed, joined, say, sentences, text } from '../say.js'
import { againstBlocks } from './againstBlocks.js'
import { askedBlocks } from './askedBlocks.js'
import { memoBlocks } from './memoBlocks.js'
import { partTables } from './partTables.js'
import { rivalBlocks } from './rivalBlocks.js'
import { threadBlocks } from './threadBlocks.js'
import { wordingBlocks } from './wordingBlocks.js'

export interface ConfigurationDossierOptions {
  /** The language of the dossier; that of the safe study unless given. */
  readonly language?: Language
}

type Named = Configuration | string

/**
 * Builds the dossier of configurations, a page each: how the first wording became this one and why, what it rests on per role and how that
 * came up, the evidence for it, refining it and against it with its quotes, what goes against it, its rivals side by side, what was seen
 * in each case, and who was asked and said nothing of it. For the team its memos and notes are there too.
 *
 * It lays side by side what the study holds, and gives no verdict. Where nobody wrote a statement it prints one that was put together, and
 * says so.
 *
 * @param configurations one or several, by their id (`C3`, or `C3@refined` for a version of the theory); all of the newest version unless given
 * @throws StudyError when the study is not a safe one and `audience: 'team'` is not given, when no language is known, and with every
 *   configuration that is not there
 * @example
 * configurationDossier(safe, ['C1', 'C2']).chapters.map(chapter => chapter.id)
 * //=> ['C1@t1', 'C2@t1', 'reading']
 */
export function configurationDossier(
  study: SafeStudy,
  configurations?: Named | readonly Named[],
  options?: ConfigurationDossierOptions,
): Report
export function configurationDossier(
  study: Study,
  configurations: Named | readonly Named[] | undefined,
  options: ConfigurationDossierOptions & { readonly language: Language; readonly audience: 'team' },
): Report
export function configurationDossier(
  study: Study,
  configurations?: Named | readonly Named[],
  options: ConfigurationDossierOptions & { readonly audience?: 'team' } = {},
): Report {
  const call = 'configurationDossier'
  needAudience(study, call, options.audience)
  const language = languageOf(study, options.language)
  const all = configurations ?? newestConfigurations(study)
  const meant = configurationsMeant(study, isList(all) ? all : [all], call)
  const making: Making = { study, language, selection: { quotes: [] }, oneSource: 'mark', counts: study.basis === 'interviews' }
  return new Report({
    title: `${language.texts.dossier}: ${study.title}`,
    chapters: [...meant.map(one => configurationChapter(making, one)), readingChapter(making)],
    basis: basisOf(making),
    language,
    of: study,
  })
}

function isList(one: Named | readonly Named[]): one is readonly Named[] {
  return Array.isArray(one)
}

function configurationChapter(making: Making, configuration: Configuration): Chapter {
  const { texts } = making.language
  const evidence = evidenceOf(making.study, configuration)
  const gathered = making.counts ? gatherEvidence(making.study, configuration) : null
  const isTeam = audienceOf(making.study) === 'team'
  return {
    id: configuration.theory === null ? configuration.id : `${configuration.id}@${configuration.theory}`,
    title: [text(nameOfConfiguration(configuration))],
    blocks: [
      ...statementBlocks(making, configuration),
      ...factBlocks(making, configuration),
      ...roleTable(making, configuration),
      ...under(texts.wordings, wordingBlocks(making, configuration)),
      ...under(texts.evidence, [
        ...restsOn(making, evidence),
        ...(gathered === null ? [] : [...threadBlocks(making, gathered), ...partTables(making, gathered.parts)]),
      ]),
      ...under(texts.theEvidence, evidenceBlocks(making, inRoleOrder(making, evidence), { elicited: true, notes: isTeam })),
      ...(gathered === null ? [] : under(texts.goesAgainst, againstBlocks(making, configuration))),
      ...under(texts.rivals, rivalBlocks(making, configuration)),
      ...caseBlocks(making, configuration),
      ...(gathered === null ? [] : under(texts.whoAsked, askedBlocks(making, configuration))),
      ...under(texts.quotes, quotesOf(making, configuration, evidence).slice(1)),
      ...(isTeam ? under(texts.memos, memoBlocks(making, configuration)) : []),
    ],
  }
}

/** What stands for the whole first, then role by role. */
function inRoleOrder({ study }: Making, evidence: ReturnType<typeof evidenceOf>): ReturnType<typeof evidenceOf> {
  const place = (role: string | null) => (role === null ? -1 : study.roles.indexOf(role))
  return [...evidence].sort((a, b) => place(a.role) - place(b.role))
}

function factBlocks({ language }: Making, { status, beneficiary }: Configuration): readonly Block[] {
  const { texts, names } = language
  const facts: readonly (readonly Inline[])[] = [
    ...(status === null ? [] : [say(texts.status, { status: named(names.statuses, status) })]),
    ...(beneficiary === null ? [] : [say(texts.beneficiary, { beneficiary: named(names.beneficiaries, beneficiary) })]),
  ]
  return facts.length === 0 ? [] : [{ kind: 'paragraph', children: sentences(facts) }]
}

/** What was seen in each case; for the team also of which cases nothing was written down. */
function caseBlocks(making: Making, configuration: Configuration): readonly Block[] {
  const { study, language } = making
  const told = study.cells.filter(
    one => one.configuration === configuration.id && (one.theory === null || one.theory === configuration.theory),
  )
  const left = audienceOf(study) === 'public' ? [] : study.cases.filter(one => !told.some(cell => cell.case === one.id))
  const names = joined(
    left.map(one => [text(one.name ?? one.id)]),
    ', ',
  )
  return under(language.texts.inCases, [
    ...caseItems(making, configuration),
    ...(left.length === 0 ? [] : [{ kind: 'paragraph', children: say(language.texts.noVerdict, { cases: names }) } as const]),
  ])
}

/** Blocks under a heading; no heading where there is nothing. */
function under(title: string, blocks: readonly Block[]): readonly Block[] {
  return blocks.length === 0 ? [] : [{ kind: 'heading', level: 3, children: [fixed(title)] }, ...blocks]
}

function readingChapter({ language: { texts }, counts }: Making): Chapter {
  const rules = [texts.dossierRule, ...(counts ? [texts.countingRule, texts.settledRule] : [])]
  return {
    id: 'reading',
    title: [fixed(texts.howToRead)],
    blocks: rules.map(rule => ({ kind: 'paragraph', children: [fixed(rule)] })),
  }
}

function basisOf({ study, language, counts }: Making): string {
  if (!counts) return language.texts.basisQuotes
  return language.texts.dossierBasis
    .replace('{conversations}', language.count(study.transcripts.length, 'conversation'))
    .replace('{people}', language.count(new Set(study.transcripts.flatMap(one => one.respondents)).size, 'person'))
    .replace('{passages}', language.count(passagesIn(countable(study).map(one => one.coding)), 'passage'))
}
