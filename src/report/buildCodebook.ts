import { codeNumbers, countable, countableOf, type Division, sensitiveCodes } from '../analysis/index.js'
import { type Language, languageOf } from '../language/index.js'
import { audienceOf, type SafeStudy, type Study } from '../study/index.js'
import { needAudience } from './audience.js'
import type { Block, Chapter, Inline } from './block.js'
import { codeExamples } from './codeExamples.js'
import { type CodebookMaking, codeMention, codeSection } from './codeSection.js'
import { codesInTree, codesUnder, type PlacedCode } from './codesInTree.js'
import { roleNamed } from './named.js'
import { Report } from './report.js'
import { fixed, joined, say, text } from './say.js'

export interface CodebookOptions {
  /** The language of the codebook; that of the safe study unless given. */
  readonly language?: Language
  /** Divides the counts of each code by group, case or round as well. */
  readonly by?: Division
  /** Whether to print memos about codes and relations, for the team; false unless given. */
  readonly memos?: boolean
}

/**
 * Builds the codebook as a document: an overview of the tree, and per code what it means, when to use it and when not, the roles it was
 * used in, its relations and themes, how much was coded with it, and examples. What is not written is said to be not written yet. Codes
 * that are no longer used stand apart.
 *
 * A codebook is what makes coding shareable between coders: definition, inclusion, exclusion, typical and borderline examples (MacQueen,
 * McLellan, Kay and Milstein, 1998).
 *
 * @throws StudyError when the study is not a safe one and `audience: 'team'` is not given, when no language is known, and when a code
 *   stands under itself
 * @example
 * buildCodebook(safe).chapters.map(chapter => chapter.id)
 * //=> ['about', 'overview', 'codes']
 */
export function buildCodebook(study: SafeStudy, options?: CodebookOptions): Report
export function buildCodebook(study: Study, options: CodebookOptions & { readonly language: Language; readonly audience: 'team' }): Report
export function buildCodebook(study: Study, options: CodebookOptions & { readonly audience?: 'team' } = {}): Report {
  needAudience(study, 'buildCodebook', options.audience)
  const language = languageOf(study, options.language)
  const placed = codesInTree(study.codes)
  const making: CodebookMaking = {
    study,
    language,
    selection: { quotes: [] },
    oneSource: 'mark',
    counts: study.basis === 'interviews',
    by: options.by ?? null,
    memos: options.memos ?? false,
    sensitive: sensitiveCodes(study),
    under: codesUnder(study.codes),
    examples: codeExamples(
      study,
      language,
      placed.map(one => one.code),
    ),
  }
  const used = placed.filter(({ code }) => code.retired !== true)
  const retired = placed.filter(({ code }) => code.retired === true)
  const { texts } = language
  const sections = (id: string, title: string, codes: readonly PlacedCode[]): readonly Chapter[] =>
    codes.length === 0 ? [] : [{ id, title: [fixed(title)], blocks: codes.map(one => codeSection(making, one)) }]
  return new Report({
    title: `${texts.codebook}: ${study.title}`,
    chapters: [
      aboutChapter(making),
      ...(placed.length === 0 ? [] : [overviewChapter(making, [...used, ...retired])]),
      ...sections('codes', texts.headCodes, used),
      ...sections('retired', texts.retiredCodes, retired),
    ],
    basis: basisOf(making),
    language,
    of: study,
  })
}

/** How many codings, sources, coders and codes it was made from. */
function basisOf({ study, language, counts }: CodebookMaking): string {
  if (!counts) return language.texts.basisQuotes
  const said = countable(study)
  const values = {
    conversations: language.count(study.transcripts.length, 'conversation'),
    people: language.count(new Set(study.transcripts.flatMap(one => one.respondents)).size, 'person'),
    passages: language.count(codeNumbers(study, said).codings, 'passage'),
    coders: language.count(codersIn(study).length, 'coder'),
    codes: language.count(study.codes.length, 'code'),
  }
  return language.texts.codebookBasis.replace(/\{(\w{1,20})\}/gu, (_, name: keyof typeof values) => values[name])
}

function codersIn(study: Study): readonly string[] {
  return [...new Set(study.codings.map(one => one.coder))].filter(coder => coder !== '')
}

/** The rounds, for the team who coded, and how to read counts and examples. */
function aboutChapter({ study, language, counts }: CodebookMaking): Chapter {
  const { texts } = language
  const rounds = study.rounds.map(round => [text(round.title ?? round.id)])
  const coders = codersIn(study).map(coder => [text(coder)])
  const isTeam = audienceOf(study) === 'team'
  const paragraphs: readonly (readonly Inline[])[] = [
    ...(rounds.length === 0 ? [] : [say(texts.codebookRounds, { rounds: joined(rounds, ', ') })]),
    ...(coders.length === 0 || !isTeam ? [] : [say(texts.codebookCoders, { coders: joined(coders, ', ') })]),
    ...(counts ? [[fixed(texts.codebookCounting)]] : []),
    [fixed(texts.codebookExamples)],
    ...(isTeam ? [] : [[fixed(texts.codebookHeld)]]),
  ]
  return {
    id: 'about',
    title: [fixed(texts.aboutCodebook)],
    blocks: paragraphs.map(children => ({ kind: 'paragraph', children })),
  }
}

/** The tree on one page. */
function overviewChapter(making: CodebookMaking, placed: readonly PlacedCode[]): Chapter {
  const { study, counts, language } = making
  const { texts } = language
  const heads = [texts.headCode, texts.headRole, ...(counts ? [texts.headSources, texts.headPassages] : [])]
  const rows = placed.map(({ code, above }): readonly (readonly Inline[])[] => {
    const { sources, codings } = codeNumbers(study, countableOf(study, code.id))
    const retired: readonly Inline[] = code.retired === true ? [fixed(' '), { kind: 'tag', children: [fixed(texts.retired)] }] : []
    return [
      [...(above.length > 0 ? [fixed('– '.repeat(above.length))] : []), codeMention(making, code.id), ...retired],
      roleNamed(making, code.role),
      ...(counts ? [[fixed(sources)], [fixed(codings)]] : []),
    ]
  })
  const table: Block = {
    kind: 'table',
    caption: null,
    head: heads.map(head => [fixed(head)]),
    rows,
    numeric: heads.map((_, i) => i > 1),
  }
  return { id: 'overview', title: [fixed(texts.overview)], blocks: [table] }
}
