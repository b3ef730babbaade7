import type { Block, Chapter } from './block.js'
import type { Making } from './making.js'
import { plainText } from './plainText.js'
import { printRow } from './printedQuote.js'
import { quoteBlock } from './quoteBlock.js'
import type { WrittenPage } from './writtenPages.js'

/**
 * How many different quotes stand in chapters: under themes, as evidence, with configurations and in her own text. The same words in two
 * places are one; paraphrases and gaps are none.
 */
export function printedQuotes(making: Making, chapters: readonly Pick<Chapter, 'blocks'>[], pages: readonly WrittenPage[]): number {
  const { study, language } = making
  const isReferenced = (id: string) => pages.some(page => page.printed.has(`quote ${id}`))
  // What she refers to within a line is no block.
  const rows = study.quotes.filter(quote => isReferenced(quote.id)).map(quote => quoteBlock(making, printRow(study, language, quote)))
  return new Set([...rows, ...chapters.flatMap(chapter => chapter.blocks)].flatMap(wordsIn)).size
}

function wordsIn(block: Block): readonly string[] {
  switch (block.kind) {
    case 'quote':
      return block.form === 'verbatim' || block.form === 'cleaned' ? [plainText(block.words)] : []
    case 'theme':
    case 'configuration':
    case 'code':
    case 'box':
    case 'quotation':
      return block.blocks.flatMap(wordsIn)
    case 'list':
      return block.items.flatMap(item => item.flatMap(wordsIn))
    default:
      return []
  }
}
