import type { Inline, QuoteBlock } from './block.js'
import type { Making } from './making.js'
import type { PrintedQuote } from './printedQuote.js'
import { fixed, say, text } from './say.js'

/** A printed quote as a block: words between quotation marks, a paraphrase or a gap without them, and who said it. */
export function quoteBlock({ language }: Making, printed: PrintedQuote): QuoteBlock {
  const { translation } = language.texts
  return {
    kind: 'quote',
    form: printed.form,
    words: quoteWords(language.texts, printed),
    label: printed.label === '' ? [] : [text(printed.label)],
    translation: printed.translation === null ? null : say(translation, { translation: printed.translation }),
    stance: printed.stance,
  }
}

/** A printed quote within a line. */
export function quoteInline(making: Making, printed: PrintedQuote): readonly Inline[] {
  const { words, label } = quoteBlock(making, printed)
  return label.length === 0 ? words : [...words, fixed(' ('), ...label, fixed(')')]
}

function quoteWords(texts: Making['language']['texts'], printed: PrintedQuote): readonly Inline[] {
  if (printed.isFixed) return [fixed(printed.words)]
  if (printed.form === 'gap') return [text(printed.words)]
  if (printed.form === 'paraphrase') return [text(printed.words), fixed(` [${texts.paraphrase}]`)]
  return [fixed(texts.openQuote), text(printed.words), fixed(texts.closeQuote)]
}
