import { countableOf, passagesIn, sourcesOf } from '../analysis/index.js'
import type { Chapter, Inline } from './block.js'
import { codesInTree, type PlacedCode } from './codesInTree.js'
import type { Making } from './making.js'
import { roleNamed } from './named.js'
import { fixed, text } from './say.js'

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

function codeRow(making: Making, { code, above }: PlacedCode): readonly (readonly Inline[])[] {
  const { study, language, counts } = making
  const said = countableOf(study, code.id)
  const sources = sourcesOf(study).heardIn(said.map(one => one.speakers)).length
  const retired: readonly Inline[] = code.retired === true ? [fixed(' '), { kind: 'tag', children: [fixed(language.texts.retired)] }] : []
  const line = (value: string | null): readonly Inline[] => (value === null ? [] : [text(value)])
  return [
    [...(above.length > 0 ? [fixed(`${'– '.repeat(above.length)}`)] : []), text(code.name ?? code.id), ...retired],
    roleNamed(making, code.role),
    line(code.definition),
    line(code.when),
    line(code.whenNot),
    ...(counts ? [[fixed(sources)], [fixed(passagesIn(said.map(one => one.coding)))]] : []),
  ]
}
