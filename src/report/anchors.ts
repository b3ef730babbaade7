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
    block.kind === 'theme' || block.kind === 'configuration' || block.kind === 'code'
      ? [{ id: plainText(block.title), of: block }, ...sectionsIn(block.blocks)]
      : [],
  )
}

/** Where mentions of a section lead to: the first place of its own. */
export function placesIn(chapters: readonly Chapter[], anchors: ReadonlyMap<object, string>): ReadonlyMap<string, string> {
  const sections = chapters.flatMap(chapter => sectionsIn(chapter.blocks)).reverse()
  return new Map(sections.flatMap(({ of }) => (of.place === undefined ? [] : [[of.place, anchors.get(of)!] as const])))
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
