import type { Block, Chapter } from './block.js'
import type { Making } from './making.js'
import { codingBlocks, consentBlocks, conversationBlocks, samplingBlocks } from './methodsFacts.js'
import { printedQuotes } from './printedQuotes.js'
import { quotingBlocks } from './quotingFacts.js'
import { pageBlocks } from './roleChapter.js'
import { fixed, text } from './say.js'
import type { WrittenPage } from './writtenPages.js'

/**
 * The methods, from the facts of the study: her text first, then what was done and by which rules it was counted and quoted.
 *
 * @param others the other chapters, of which the quotes are counted
 */
export function methodsChapter(making: Making, pages: readonly WrittenPage[], others: readonly Chapter[]): Chapter {
  const { study, language } = making
  const { texts } = language
  const own = pages.filter(page => page.chapter === 'methods')
  const questions: readonly Block[] = [
    { kind: 'list', ordered: true, items: study.questions.map(question => [{ kind: 'paragraph', children: [text(question)] }]) },
  ]
  return {
    id: 'methods',
    title: own[0]?.title ?? [fixed(texts.methods)],
    blocks: [
      ...own.flatMap((page, i) => pageBlocks(page, i > 0)),
      ...under(texts.questions, study.questions.length === 0 ? [] : questions),
      ...under(texts.ethics, study.ethics === null ? [] : [{ kind: 'paragraph', children: [text(study.ethics)] }]),
      ...under(texts.conversations, conversationBlocks(making)),
      ...under(texts.sampling, samplingBlocks(making)),
      ...under(texts.consents, consentBlocks(making)),
      ...under(texts.coding, codingBlocks(making)),
      ...under(texts.counting, countingBlocks(making)),
      ...under(texts.quoting, quotingBlocks(making, printedQuotes(making, [...others, ...own], pages))),
    ],
  }
}

function countingBlocks({ study, language: { texts }, counts, oneSource }: Making): readonly Block[] {
  if (!counts) return []
  const rules = [
    texts.countingRule,
    texts.settledRule,
    ...(study.answers.length > 0 ? [texts.wordsRule] : []),
    oneSource === 'list' ? texts.listedRule : texts.markedRule,
  ]
  return rules.map(rule => ({ kind: 'paragraph', children: [fixed(rule)] }))
}

function under(title: string, blocks: readonly Block[]): readonly Block[] {
  return blocks.length === 0 ? [] : [{ kind: 'heading', level: 3, children: [fixed(title)] }, ...blocks]
}
