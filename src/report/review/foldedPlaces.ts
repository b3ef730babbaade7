import type { Span } from '../../study/index.js'
import type { Block, DetailsBlock, Inline } from '../block.js'
import { say } from '../say.js'
import type { Reviewing } from './reviewPage.js'

type Places = readonly (Span & { readonly transcript: string })[]

/** How many places are shown at once; more are folded once more. */
const shown = 6

/** Places under a folded heading. */
export function foldedPlaces(reviewing: Reviewing, summary: readonly Inline[], places: Places): DetailsBlock {
  return { kind: 'details', isOpen: false, summary, blocks: placeBlocks(reviewing, places) }
}

/** Places in their sentences, the first few open and the rest folded. */
export function placeBlocks({ passages, language }: Reviewing, places: Places): readonly Block[] {
  const blocks = places.map(one => passages.around(one.transcript, one))
  if (blocks.length <= shown) return blocks
  const summary = say(language.review.more, { n: blocks.length - shown })
  return [...blocks.slice(0, shown), { kind: 'details', isOpen: false, summary, blocks: blocks.slice(shown) }]
}
