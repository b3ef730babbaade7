import { stratify } from 'd3-hierarchy'
import { countableOf, passagesIn, sourcesOf } from '../analysis/index.js'
import { type Code, StudyError, standsUnderItself } from '../study/index.js'
import type { Chapter, Inline } from './block.js'
import type { Making } from './making.js'
import { roleNamed } from './named.js'
import { fixed, text } from './say.js'

interface Placed {
  readonly code: Code
  /** 0 for a code at the top of the tree. */
  readonly depth: number
}

/** The codebook as an appendix: the tree, what each code means and when it is used, and how much was coded with it. */
export function codebookChapter(making: Making): Chapter | null {
  const { study, language, counts } = making
  if (study.codes.length === 0) return null
  const { texts } = language
  const heads = [texts.headCode, texts.headRole, texts.headDefinition, texts.headWhen, texts.headWhenNot]
  const counted = counts ? [texts.headSources, texts.headPassages] : []
  const rows = codesInTree(study.codes).map(placed => codeRow(making, placed))
  // A codebook that says nothing of, say, when not to use a code needs no column for it.
  const columns = [...heads, ...counted].map((head, i) => ({ head, i })).filter(({ i }) => rows.some(row => row[i]!.length > 0))
  return {
    id: 'codebook',
    title: [fixed(texts.codebook)],
    blocks: [
      {
        kind: 'table',
        caption: null,
        head: columns.map(({ head }) => [fixed(head)]),
        rows: rows.map(row => columns.map(({ i }) => row[i]!)),
        numeric: columns.map(({ i }) => i >= heads.length),
      },
    ],
  }
}

/** The codes in the order of their tree, each parent before its children, siblings as listed. */
export function codesInTree(codes: readonly Code[]): readonly Placed[] {
  const above = new Map(codes.map(code => [code.id, code.parent]))
  if (codes.some(code => standsUnderItself(code.id, above)))
    throw new StudyError([{ what: 'a code stands under itself', hint: 'break the circle', file: 'codes.csv', column: 'parent' }])
  // d3 wants one root; it is no code, and with a slash before every id none is mistaken for it.
  const nodes: readonly { readonly id: string; readonly parent: string | null; readonly code: Code | null }[] = [
    { id: '/', parent: null, code: null },
    ...codes.map(code => ({ id: `/${code.id}`, parent: code.parent !== null && above.has(code.parent) ? `/${code.parent}` : '/', code })),
  ]
  const tree = stratify<(typeof nodes)[number]>()
    .id(node => node.id)
    .parentId(node => node.parent)([...nodes])
  const placed: Placed[] = []
  tree.eachBefore(({ data, depth }) => {
    if (data.code !== null) placed.push({ code: data.code, depth: depth - 1 })
  })
  return placed
}

function codeRow(making: Making, { code, depth }: Placed): readonly (readonly Inline[])[] {
  const { study, language, counts } = making
  const said = countableOf(study, code.id)
  const sources = sourcesOf(study).heardIn(said.map(one => one.speakers)).length
  const retired: readonly Inline[] = code.retired === true ? [fixed(' '), { kind: 'tag', children: [fixed(language.texts.retired)] }] : []
  const line = (value: string | null): readonly Inline[] => (value === null ? [] : [text(value)])
  return [
    [...(depth > 0 ? [fixed(`${'– '.repeat(depth)}`)] : []), text(code.name ?? code.id), ...retired],
    roleNamed(making, code.role),
    line(code.definition),
    line(code.when),
    line(code.whenNot),
    ...(counts ? [[fixed(sources)], [fixed(passagesIn(said.map(one => one.coding)))]] : []),
  ]
}
