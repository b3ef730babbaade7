import type { Block, Chapter, SectionBlock } from './block.js'
import { plainText } from './plainText.js'

/** Gives every chapter, theme and configuration a place of its own, named after its title. */
export function anchorsIn(chapters: readonly Chapter[]): ReadonlyMap<object, string> {
  const anchors = new Map<object, string>()
  const taken = new Set<string>()
  for (const { id, of } of chapters.flatMap(chapter => [{ id: plainText(chapter.title), of: chapter }, ...sectionsIn(chapter.blocks)])) {
    anchors.set(of, unique(slug(id), taken))
  }
  return anchors
}

/** The themes and configurations of a chapter, wherever they stand in it. */
export function sectionsIn(blocks: readonly Block[]): readonly { readonly id: string; readonly of: SectionBlock }[] {
  return blocks.flatMap(block =>
    block.kind === 'theme' || block.kind === 'configuration'
      ? [{ id: plainText(block.title), of: block }, ...sectionsIn(block.blocks)]
      : [],
  )
}

function slug(title: string): string {
  const plain = title.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? ['part']).slice(0, 8).join('-')
}

function unique(id: string, taken: Set<string>): string {
  let free = id
  for (let n = 2; taken.has(free); n++) free = `${id}-${n}`
  taken.add(free)
  return free
}
