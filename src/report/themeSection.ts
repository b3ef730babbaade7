import { answersIn, behindTheme, isWithheld, type SelectedQuote, stanceOf } from '../analysis/index.js'
import type { Theme } from '../study/index.js'
import type { Block, QuoteBlock, SectionBlock } from './block.js'
import type { Making } from './making.js'
import { printQuote } from './printedQuote.js'
import { quoteBlock } from './quoteBlock.js'
import { fixed, say, text } from './say.js'
import { themeFacts, themeMarks } from './themeFacts.js'
import { untiedOrder } from './untiedOrder.js'

/** How a theme is written. */
export interface ThemeWriting {
  readonly level: number
  /** Her text of this theme; empty when it is not written. */
  readonly written: readonly Block[]
  /** Whether to say that the theme is not written yet when there is no text of hers. */
  readonly asks: boolean
  /** Ids of `quotes.csv` that stand in her text already. */
  readonly referenced: ReadonlySet<string>
}

/** A theme: her claim and her text, what stands behind it, its quotes, and who sees it differently. */
export function themeSection(making: Making, theme: Theme, writing: ThemeWriting): SectionBlock {
  const { texts } = making.language
  const { supporting, otherwise } = themeQuotes(making, theme, writing.referenced)
  const unwritten: readonly Block[] =
    writing.asks && writing.written.length === 0 ? [{ kind: 'unwritten', children: [fixed(texts.notWritten)] }] : []
  return {
    kind: 'theme',
    level: writing.level,
    title: [text(theme.label ?? theme.id)],
    marks: themeMarks(making, theme),
    blocks: [
      ...claimBlocks(making, theme),
      ...unwritten,
      ...writing.written,
      ...themeFacts(making, theme),
      ...supporting,
      ...(writing.asks && supporting.length + otherwise.length === 0
        ? [{ kind: 'paragraph', children: [fixed(texts.noQuote)] } as const]
        : []),
      ...refutersBlocks(making, theme, [...supporting, ...otherwise]),
      ...(otherwise.length === 0 ? [] : [{ kind: 'note', children: [fixed(texts.otherwise)] } as const, ...otherwise]),
    ],
  }
}

/** The quotes of a theme that her text does not hold already, those that refute or refine it apart. */
export function themeQuotes(
  making: Making,
  theme: Theme,
  referenced: ReadonlySet<string>,
): { readonly supporting: readonly QuoteBlock[]; readonly otherwise: readonly QuoteBlock[] } {
  const { study, language, selection } = making
  const { codings } = behindTheme(study, theme)
  const isOpen = (quote: SelectedQuote) => quote.theme === theme.id && (quote.quote === undefined || !referenced.has(quote.quote))
  const chosen = selection.quotes.filter(isOpen).flatMap(quote => printQuote(study, language, quote, codings) ?? [])
  const printed = untiedOrder(study, chosen)
  const isOtherwise = (stance: string | null) => stance === 'refutes' || stance === 'refines'
  return {
    supporting: printed.filter(one => !isOtherwise(one.stance)).map(one => quoteBlock(making, one)),
    otherwise: printed.filter(one => isOtherwise(one.stance)).map(one => quoteBlock(making, one)),
  }
}

function claimBlocks({ study, language: { texts } }: Making, theme: Theme): readonly Block[] {
  const above = study.themes.find(one => one.id === theme.parent)
  return [
    ...(above === undefined ? [] : [{ kind: 'note', children: say(texts.partOf, { theme: above.label ?? above.id }) } as const]),
    ...(theme.claim === null ? [] : [{ kind: 'paragraph', children: say(texts.claim, { claim: theme.claim }) } as const]),
  ]
}

/** That somebody refutes the theme and may not be quoted is said, so that their silence is not read as assent. */
function refutersBlocks({ study, language: { texts } }: Making, theme: Theme, printed: readonly QuoteBlock[]): readonly Block[] {
  const refuting = behindTheme(study, theme).codings.filter(said => stanceOf(said.coding) === 'refutes')
  if (refuting.length === 0 || printed.some(quote => quote.stance === 'refutes' && quote.form !== 'gap')) return []
  const isQuotable = refuting.some(({ coding }) => {
    const transcript = study.transcripts.find(one => one.id === coding.transcript)!
    return !isWithheld(transcript, answersIn(transcript, coding))
  })
  return isQuotable ? [] : [{ kind: 'paragraph', children: [fixed(texts.refutersUnquoted)] }]
}
