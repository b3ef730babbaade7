import type { Leaf } from '../study/index.js'
import type { Block, Inline } from './block.js'
import type { Report } from './report.js'

/**
 * Every text of a report that comes from the study, with its place. Pieces of a line that stand side by side are looked at as one,
 * so that a name does not slip through by being half bold.
 */
export function* leavesOf(report: Report): Iterable<Leaf> {
  yield { text: report.title, where: 'report, title' }
  yield { text: report.basis, where: 'report, basis', ours: true }
  for (const [i, chapter] of report.chapters.entries()) {
    const where = `report, chapter ${i + 1}`
    yield* lineLeaves(chapter.title, `${where}, title`)
    for (const value of Object.values(chapter.ofAll ?? {})) yield { text: value, where: `${where}, what it tells of all` }
    yield* blockLeaves(chapter.blocks, where)
  }
}

function* blockLeaves(blocks: readonly Block[], where: string): Iterable<Leaf> {
  for (const [i, block] of blocks.entries()) yield* leavesIn(block, `${where}, ${block.kind} ${i + 1}`)
}

function* leavesIn(block: Block, where: string): Iterable<Leaf> {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
    case 'note':
    case 'unwritten':
      yield* lineLeaves(block.children, where)
      return
    case 'quote':
      yield* lineLeaves(block.words, `${where}, words`)
      yield* lineLeaves(block.label, `${where}, label`)
      yield* lineLeaves(block.translation ?? [], `${where}, translation`)
      return
    case 'table':
      yield* lineLeaves(block.caption ?? [], `${where}, caption`)
      for (const [j, cell] of block.head.entries()) yield* lineLeaves(cell, `${where}, head ${j + 1}`)
      for (const [j, row] of block.rows.entries())
        for (const [k, cell] of row.entries()) yield* lineLeaves(cell, `${where}, row ${j + 1}, column ${k + 1}`)
      return
    case 'theme':
    case 'configuration':
    case 'code':
      yield* lineLeaves(block.title, `${where}, title`)
      for (const mark of block.marks) yield* lineLeaves(mark, `${where}, mark`)
      yield* blockLeaves(block.blocks, where)
      return
    case 'details':
      yield* lineLeaves(block.summary, `${where}, summary`)
      yield* blockLeaves(block.blocks, where)
      return
    case 'passage':
      yield* lineLeaves(block.where, `${where}, place`)
      yield* lineLeaves(block.words, `${where}, words`)
      return
    case 'box':
      yield* lineLeaves(block.title, `${where}, title`)
      yield* blockLeaves(block.blocks, where)
      return
    case 'list':
      for (const [j, item] of block.items.entries()) yield* blockLeaves(item, `${where}, item ${j + 1}`)
      return
    case 'quotation':
      yield* blockLeaves(block.blocks, where)
      return
    case 'preformatted':
      yield { text: block.text, where }
      return
    case 'rule':
      return
  }
}

function* lineLeaves(line: readonly Inline[], where: string): Iterable<Leaf> {
  for (const run of runsIn(line)) if (run.trim() !== '') yield { text: run, where }
  for (const href of hrefsIn(line)) yield { text: href, where: `${where}, address` }
}

/** Stretches of study text, cut where something fixed stands between. */
function runsIn(line: readonly Inline[]): readonly string[] {
  const runs = ['']
  const add = (inline: Inline) => {
    if (inline.kind === 'fixed') runs.push('')
    else if (inline.kind === 'break') runs.push(`${runs.pop()}\n`)
    else if ('children' in inline) inline.children.forEach(add)
    else runs.push(`${runs.pop()}${inline.text}`)
  }
  line.forEach(add)
  return runs
}

function hrefsIn(line: readonly Inline[]): readonly string[] {
  return line.flatMap(inline => [
    ...(inline.kind === 'link' ? [inline.href] : []),
    ...('children' in inline ? hrefsIn(inline.children) : []),
  ])
}
