import { type CodeNumbers, codeNumbers, countableOf, type Division, divideAll, notStated, type Said } from '../analysis/index.js'
import { audienceOf, type Code } from '../study/index.js'
import type { Block, Inline, SectionBlock } from './block.js'
import type { CodeExample, CodeExamples } from './codeExamples.js'
import type { PlacedCode } from './codesInTree.js'
import type { Making } from './making.js'
import { markdownBlocks } from './markdownBlocks.js'
import { className, codeName, roleNamed } from './named.js'
import { quoteBlock } from './quoteBlock.js'
import { fixed, joined, say, text } from './say.js'

/** What the sections of a codebook are made from. */
export interface CodebookMaking extends Making {
  readonly by: Division | null
  /** Whether to print memos about codes; a safe study has none. */
  readonly memos: boolean
  readonly examples: ReadonlyMap<string, CodeExamples>
  readonly sensitive: ReadonlySet<string>
  /** Each code with all codes under it. */
  readonly under: ReadonlyMap<string, readonly string[]>
}

type Line = readonly Inline[]

/** A code: what it means, when it is used, what it is tied to, how much was coded with it, and what that looks like. */
export function codeSection(making: CodebookMaking, { code, above }: PlacedCode): SectionBlock {
  return {
    kind: 'code',
    place: placeOf(code.id),
    level: Math.min(6, 3 + above.length),
    title: [text(code.name ?? code.id)],
    marks: marksOf(making, code),
    blocks: [
      ...meaningBlocks(making, code),
      ...tieBlocks(making, code, above),
      ...relationBlocks(making, code),
      ...countBlocks(making, code),
      ...exampleBlocks(making, code),
      ...memoBlocks(making, code),
    ],
  }
}

/** The name of a code, leading to its section. */
export function codeMention(making: Making, id: string): Inline {
  return { kind: 'mention', place: placeOf(id), children: [text(codeName(making, id))] }
}

const placeOf = (id: string) => `code ${id}`

function marksOf({ study, counts, sensitive, language: { texts } }: CodebookMaking, code: Code): readonly Line[] {
  const isLonely = counts && codeNumbers(study, countableOf(study, code.id)).sources === 1
  const marks = [
    ...(code.retired === true ? [texts.retired] : []),
    ...(sensitive.has(code.id) ? [texts.sensitive] : []),
    ...(isLonely ? [texts.oneSource] : []),
  ]
  return marks.map(mark => [fixed(mark)])
}

/** Definition and use; what is missing is said to be, for codes that are still used. */
function meaningBlocks({ language: { texts } }: CodebookMaking, code: Code): readonly Block[] {
  const parts = [
    [texts.headDefinition, code.definition],
    [texts.headWhen, code.when],
    [texts.headWhenNot, code.whenNot],
  ] as const
  const missing = parts.filter(([, said]) => said === null || said.trim() === '').map(([head]) => head)
  const written = parts.flatMap(([head, said]): readonly Block[] =>
    missing.includes(head) ? [] : [{ kind: 'paragraph', children: [strong(`${head}:`), fixed(' '), text(said!)] }],
  )
  if (missing.length === 0 || code.retired === true) return written
  return [...written, { kind: 'unwritten', children: [fixed(`${missing.join(', ')}: ${texts.notWritten}`)] }]
}

const strong = (words: string): Inline => ({ kind: 'strong', children: [fixed(words)] })

/** Where it stands, its usual role and those it was used in, the topic of the guide and the themes: a line each. */
function tieBlocks(making: CodebookMaking, code: Code, above: readonly Code[]): readonly Block[] {
  const { study, language } = making
  const { texts } = language
  const listed = (lines: readonly Line[], between = ', ') => joined(lines, between)
  const roles = usedRoles(making, code)
  const topic = study.topics.find(one => one.id === code.topic)?.label ?? code.topic
  const path = above.map(one => [codeMention(making, one.id)])
  const themes = study.themes.filter(theme => theme.codes.includes(code.id)).map(theme => [text(theme.label ?? theme.id)])
  const lines: readonly Line[] = [
    ...(path.length === 0 ? [] : [say(texts.under, { path: listed(path, ' › ') })]),
    ...(code.role === null ? [] : [say(texts.usualRole, { role: roleNamed(making, code.role) })]),
    ...(roles.every(role => role === code.role) ? [] : [say(texts.usedAs, { roles: listed(roles.map(role => roleNamed(making, role))) })]),
    ...(topic === null ? [] : [say(texts.guideTopic, { topic })]),
    ...(themes.length === 0 ? [] : [say(texts.inThemes, { themes: listed(themes) })]),
  ]
  const children = lines.flatMap((line, i): Line => (i === 0 ? line : [{ kind: 'break' }, ...line]))
  return lines.length === 0 ? [] : [{ kind: 'paragraph', children }]
}

function relationBlocks(making: CodebookMaking, code: Code): readonly Block[] {
  const { texts } = making.language
  const items = making.study.relations
    .filter(one => one.from === code.id || one.to === code.id)
    .map((one): readonly Block[] => {
      const isOwn = one.from === code.id
      const other = codeMention(making, (isOwn ? one.to : one.from) ?? '')
      const children = say(isOwn ? texts.relationTo : texts.relationFrom, { relation: one.relation ?? '', code: other })
      const why = making.memos && one.memo !== null ? [fixed(' ('), text(one.memo), fixed(')')] : []
      return [{ kind: 'paragraph', children: [...children, ...why] }]
    })
  return items.length === 0 ? [] : [note(texts.relations), { kind: 'list', ordered: false, items }]
}

const note = (words: string): Block => ({ kind: 'note', children: [fixed(words)] })

function usedRoles({ study }: CodebookMaking, code: Code): readonly string[] {
  const roles = new Set<string>(countableOf(study, code.id).map(one => one.coding.role))
  return [...study.roles.filter(role => roles.has(role)), ...[...roles].filter(role => !study.roles.includes(role))]
}

/** Sources, people and passages by role, all together, with the codes under it, and by group, case or round when asked. */
function countBlocks(making: CodebookMaking, code: Code): readonly Block[] {
  const { study, language, counts, under } = making
  if (!counts) return []
  const { texts } = language
  const own = countableOf(study, code.id)
  const branch = under.get(code.id) ?? [code.id]
  const all = branch.flatMap(id => countableOf(study, id))
  if (all.length === 0) return [{ kind: 'paragraph', children: [fixed(texts.uncoded)] }]
  const roles = usedRoles(making, code)
  const row = (head: Line, said: readonly Said[]) => numbersRow(head, codeNumbers(study, said))
  const rows = [
    ...roles.map(role =>
      row(
        roleNamed(making, role),
        own.filter(one => one.coding.role === role),
      ),
    ),
    ...(roles.length > 1 ? [row([fixed(texts.allRoles)], own)] : []),
    ...(branch.length > 1 ? [row([fixed(texts.withUnder)], all)] : []),
  ]
  return [numbersTable(making, texts.headRole, rows), ...divisionBlocks(making, code, own)]
}

function divisionBlocks(making: CodebookMaking, code: Code, own: readonly Said[]): readonly Block[] {
  const { study, by, sensitive, language } = making
  // A small number of a group could tell who it is about.
  if (by === null || own.length === 0 || (sensitive.has(code.id) && audienceOf(study) === 'public')) return []
  const parts = divideAll(study, own, by)
  const { texts } = language
  const rows = [...parts].map(([part, said]) =>
    numbersRow([className(making, by, part === notStated ? null : part)], codeNumbers(study, said)),
  )
  const heads = { group: texts.headGroup, case: texts.headCase, round: texts.headRound }
  return [numbersTable(making, heads[by], rows)]
}

function numbersRow(head: Line, { sources, people, codings }: CodeNumbers): readonly Line[] {
  return [head, [fixed(sources)], [fixed(people)], [fixed(codings)]]
}

function numbersTable({ language: { texts } }: CodebookMaking, head: string, rows: readonly (readonly Line[])[]): Block {
  const heads = [head, texts.headSources, texts.headPeople, texts.headPassages]
  return { kind: 'table', caption: null, head: heads.map(one => [fixed(one)]), rows, numeric: [false, true, true, true] }
}

function exampleBlocks(making: CodebookMaking, code: Code): readonly Block[] {
  const { texts } = making.language
  const { shown, isHeld } = making.examples.get(code.id) ?? { shown: [], isHeld: false }
  const heads = { typical: texts.typicalExample, example: texts.anExample, borderline: texts.borderlineExample }
  const why = ({ kind, memo }: CodeExample): readonly Block[] =>
    kind === 'borderline' && memo !== null ? [{ kind: 'paragraph', children: say(texts.exampleWhy, { memo }) }] : []
  return [
    ...shown.flatMap((one, i) => [
      ...(shown[i - 1]?.kind === one.kind ? [] : [note(heads[one.kind])]),
      quoteBlock(making, one.quote),
      ...why(one),
    ]),
    ...(isHeld ? [{ kind: 'paragraph', children: [fixed(texts.exampleHeld)] } as const] : []),
  ]
}

/** What the team wrote about the code. */
function memoBlocks({ study, memos, language: { texts } }: CodebookMaking, code: Code): readonly Block[] {
  if (!memos || audienceOf(study) === 'public') return []
  const own = study.memos.filter(memo => memo.about.includes(code.id))
  return own.flatMap(memo => [
    note(texts.memo),
    { kind: 'quotation', blocks: markdownBlocks(memo.text.replace(/[\uE000\uE001]/gu, ''), { resolve: nothing, shift: 6 }) } as const,
  ])
}

// What the library writes for a reference of a report has no place in a memo.
const nothing = { block: () => null, inline: () => [], source: () => '' }
