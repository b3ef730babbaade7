import type { Block, Chapter, DetailsBlock, PassageBlock, SectionBlock } from './block.js'
import { plainText } from './plainText.js'

/** Gives every chapter, theme and configuration a place of its own, named after its title. */
export function anchorsIn(chapters: readonly Chapter[]): ReadonlyMap<object, string> {
  const anchors = new Map<object, string>()
  const taken = new Set<string>()
  for (const chapter of chapters) {
    for (const { id, of } of [{ id: plainText(chapter.title), of: chapter }, ...sectionsIn(chapter.blocks), ...foldedIn(chapter.blocks)])
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

/** What is folded, and passages, that mentions lead to. They stand in no contents. */
function foldedIn(blocks: readonly Block[]): readonly { readonly id: string; readonly of: DetailsBlock | PassageBlock }[] {
  return blocks.flatMap(block => {
    if (block.kind !== 'details' && block.kind !== 'passage') return []
    const own = block.place === undefined ? [] : [{ id: block.place, of: block }]
    return block.kind === 'details' ? [...own, ...foldedIn(block.blocks)] : own
  })
}

/** Where mentions of a section lead to: the first place of its own. */
export function placesIn(chapters: readonly Chapter[], anchors: ReadonlyMap<object, string>): ReadonlyMap<string, string> {
  const sections = chapters.flatMap(chapter => [...sectionsIn(chapter.blocks), ...foldedIn(chapter.blocks)]).reverse()
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
