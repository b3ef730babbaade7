import { smallClasses } from '../analysis/index.js'
import type { Configuration, Evidence, Quote, Row, Study } from '../study/index.js'
import { audienceOf, configurationRoles, isCleared } from '../study/index.js'
import { evidenceOf, inferredRoles, statedPieces } from '../theory/index.js'
import type { Block, Inline, SectionBlock } from './block.js'
import { evidenceBlocks, passagesOf, restsOn } from './evidenceBlocks.js'
import type { Making } from './making.js'
import { codeName, named, roleNamed } from './named.js'
import { printRow } from './printedQuote.js'
import { quoteBlock } from './quoteBlock.js'
import { fixed, joined, say, sentences, text } from './say.js'
import { untiedOrder } from './untiedOrder.js'

/** A configuration: its statement, its roles in codes and in her words, what it rests on, and what speaks against it. */
export function configurationBlock(making: Making, configuration: Configuration, level: number): SectionBlock {
  const { language, study } = making
  const { texts, names } = language
  const evidence = evidenceOf(study, configuration)
  const facts: readonly (readonly Inline[])[] = [
    ...(configuration.beneficiary === null
      ? []
      : [say(texts.beneficiary, { beneficiary: named(names.beneficiaries, configuration.beneficiary) })]),
    ...(configuration.change === null ? [] : [say(texts.change, { change: named(names.changes, configuration.change) })]),
    ...sayIf(texts.reason, 'reason', configuration.reason),
    ...sayIf(texts.rivalOf, 'configuration', configuration.rivalOf),
  ]
  return {
    kind: 'configuration',
    place: placeOf(configuration),
    level,
    title: [text(configuration.id)],
    marks: configuration.status === null ? [] : [named(names.statuses, configuration.status)],
    blocks: [
      ...statementBlocks(making, configuration),
      ...roleTable(making, configuration),
      ...(facts.length === 0 ? [] : [{ kind: 'paragraph', children: sentences(facts) } as const]),
      ...restsOn(making, evidence),
      ...evidenceBlocks(making, evidence),
      ...quotesOf(making, configuration, evidence),
      ...casesOf(making, configuration),
    ],
  }
}

/** A configuration within her text: what it says and on how many sources it rests, and where the rest stands. */
export function configurationMention(making: Making, configuration: Configuration): Block {
  const { texts, names } = making.language
  const status = named(names.statuses, configuration.status)
  const see = say(texts.seeConfiguration, { configuration: configuration.id })
  return {
    kind: 'box',
    title: [text(configuration.id), ...(status.length === 0 ? [] : [fixed(' '), { kind: 'tag', children: status } as const])],
    blocks: [
      ...statementBlocks(making, configuration),
      ...roleTable(making, configuration),
      ...restsOn(making, evidenceOf(making.study, configuration)),
      { kind: 'paragraph', children: [{ kind: 'mention', place: placeOf(configuration), children: see }] },
    ],
  }
}

/** What mentions of a configuration call its place. */
export function placeOf({ id, theory }: Configuration): string {
  return JSON.stringify([id, theory])
}

/** Her statement, or one put together from her words and codes, which is then said. Of one role alone no statement is made. */
export function statementOf({ study, language }: Making, configuration: Configuration): readonly Inline[] {
  const { texts } = language
  const { pieces, from, empty } = statedPieces(study, configuration, language, { own: true, without: 'beneficiary' })
  if (from !== 'statement' && configurationRoles(study).length - empty.length < 2) return []
  const line = pieces.map(piece => (piece.hers ? text(piece.text) : fixed(piece.text)))
  const made = from === 'words' ? texts.fromWords : from === 'codes' ? texts.fromCodes : from === 'words and codes' ? texts.fromBoth : null
  return made === null ? line : [...line, fixed(' '), { kind: 'tag', children: [fixed(made)] }]
}

/** Its statement as a paragraph. */
export function statementBlocks(making: Making, configuration: Configuration): readonly Block[] {
  const statement = statementOf(making, configuration)
  return statement.length === 0 ? [] : [{ kind: 'paragraph', children: statement }]
}

/** What a configuration has in a role. */
export function roleOf(configuration: Row, role: string): { readonly codes: readonly string[]; readonly words: string | null } {
  const codes = configuration[role]
  const words = configuration[`${role}Text`]
  return { codes: Array.isArray(codes) ? codes : [], words: typeof words === 'string' ? words : null }
}

/** Its roles, in codes and in her words; a role that nobody told of is marked. */
export function roleTable(making: Making, configuration: Configuration): readonly Block[] {
  const { texts } = making.language
  const roles = configurationRoles(making.study)
    .map(role => ({ role, ...roleOf(configuration, role) }))
    .filter(one => one.codes.length > 0 || one.words !== null)
  if (roles.length === 0) return []
  const hasWords = roles.some(one => one.words !== null)
  const heads = [texts.headRole, texts.headCodes, ...(hasWords ? [texts.headHerWords] : [])]
  const inferred = inferredRoles(making.study, configuration)
  const mark: readonly Inline[] = [fixed(' '), { kind: 'tag', children: [fixed(making.language.names.bases.inferred!)] }]
  const rows = roles.map(({ role, codes, words }) => [
    [...roleNamed(making, role), ...(inferred.includes(role) ? mark : [])],
    joined(
      codes.map(code => [text(codeName(making, code))]),
      ', ',
    ),
    ...(hasWords ? [words === null ? [] : [text(words)]] : []),
  ])
  return [{ kind: 'table', caption: null, head: heads.map(head => [fixed(head)]), rows, numeric: heads.map(() => false) }]
}

/** Her quotes of a configuration, but for passages that stand there as evidence. */
export function quotesOf(making: Making, configuration: Configuration, evidence: readonly Evidence[]): readonly Block[] {
  const shown = evidence.flatMap(one => passagesOf(making, one)).filter(({ printed }) => printed.form !== 'gap')
  const isShown = (quote: Quote, words: string) =>
    shown.some(({ printed }) => printed.words === words) ||
    (quote.spans.length > 0 &&
      quote.spans.every(span =>
        shown.some(({ coding }) => coding.transcript === quote.transcript && coding.start <= span.start && span.end <= coding.end),
      ))
  const left = making.study.quotes
    .filter(quote => quote.configurations.includes(configuration.id) && isCleared(quote))
    .map(quote => ({ quote, printed: printRow(making.study, making.language, quote) }))
    .filter(({ quote, printed }) => !isShown(quote, printed.words))
  const ordered = untiedOrder(
    making.study,
    left.map(({ printed }) => printed),
  )
  const blocks = ordered.map(printed => quoteBlock(making, printed))
  // Under a head of their own, so that they are not read as part of what speaks for or against.
  return blocks.length === 0 ? [] : [{ kind: 'note', children: [fixed(making.language.texts.quotes)] }, ...blocks]
}

/** What was seen of it in each case, under a head; readers are not told of cases of fewer than three people. */
export function casesOf(making: Making, configuration: Configuration): readonly Block[] {
  const { texts } = making.language
  const blocks = caseItems(making, configuration)
  return blocks.length === 0 ? [] : [{ kind: 'note', children: [fixed(texts.inCases)] }, ...blocks]
}

/** What was seen of it in each case. */
export function caseItems({ study, language }: Making, configuration: Configuration): readonly Block[] {
  const cells = study.cells.filter(
    cell => cell.configuration === configuration.id && (cell.theory === null || cell.theory === configuration.theory),
  )
  const told = cells.filter(cell => isToldCase(study, cell.case))
  const items = told.map((cell): readonly Block[] => {
    const name = study.cases.find(one => one.id === cell.case)?.name ?? cell.case ?? ''
    const facts = [named(language.names.statuses, cell.status), cell.summary === null ? [] : [text(cell.summary)]].filter(
      fact => fact.length > 0,
    )
    return [{ kind: 'paragraph', children: [{ kind: 'strong', children: [text(name)] }, fixed(': '), ...sentences(facts)] }]
  })
  return [
    ...(items.length === 0 ? [] : [{ kind: 'list', ordered: false, items } as const]),
    ...(told.length === cells.length ? [] : [{ kind: 'paragraph', children: [fixed(language.texts.smallCases)] } as const]),
  ]
}

/** Whether a row may be about this case: a case of fewer than three people stands by itself for the team only. */
export function isToldCase(study: Study, id: string | null): boolean {
  return audienceOf(study) === 'team' || smallClasses(study, 'case').printed(id) !== smallClasses(study, 'case').other
}

function sayIf(template: string, name: string, value: string | null): (readonly Inline[])[] {
  return value === null ? [] : [say(template, { [name]: value })]
}
