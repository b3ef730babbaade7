import type { Patch, Quote, Span, Transcript } from '../../study/index.js'
import { type CarriedSpan, carrySpans, findWords, indexText } from '../../transcript/index.js'
import { changedFields } from '../journal.js'
import { isPlace, type Revised, type RevisedRow, type Revision, wordsIn } from './revisePlaces.js'

/** The column in which a quote keeps what its speaker said of the words it had. */
const approvedBefore = 'approved before'

/** Carries the spans of quotes. Other words than those that were chosen are never printed in silence. */
export function reviseQuotes({ study, before, after, alignment }: Revision): Revised {
  const patches: Patch[] = []
  const rows: RevisedRow[] = []
  const text = indexText(after.text)
  for (const quote of study.quotes.filter(one => one.transcript === before.id)) {
    const carried = carrySpans(alignment, quote.spans)
    const found = quote.approved === 'revised' && quote.text !== null ? findWords(text, quote.text, { turns: after.turns }) : null
    const fate = found?.kind === 'one' ? restored(quote, found.spans) : fateOf(quote, carried, before, after)
    patches.push(...changedFields('quotes', quote.id, quote, fate.quote))
    if (fate.what === 'moved' && quote.spans.every((span, i) => fate.quote.spans[i] !== undefined && isPlace(span, fate.quote.spans[i])))
      continue
    const spans = (all: readonly Span[]) => all.map(({ start, end }) => `${start}-${end}`).join(';')
    rows.push({
      what: fate.what,
      table: 'quotes',
      id: quote.id,
      from: spans(quote.spans),
      to: spans(fate.quote.spans),
      before: saidIn(before, quote.spans),
      after: saidIn(after, fate.quote.spans),
      note: fate.note,
    })
  }
  return { patches, rows }
}

interface Fate {
  readonly quote: Quote
  readonly what: RevisedRow['what']
  readonly note: string
}

const saidIn = (transcript: Transcript, spans: readonly Span[]) => spans.map(span => wordsIn(transcript, span)).join(' … ')

function fateOf(quote: Quote, carried: readonly CarriedSpan[], before: Transcript, after: Transcript): Fate {
  const spans = inOrder(carried)
  const isWhole = spans.length === carried.length
  if (isWhole && carried.every(one => one.kind === 'stands')) return { quote: { ...quote, spans }, what: 'moved', note: '' }
  if (quote.approved === 'revised') return { quote: { ...quote, spans }, what: spans.length > 0 ? 'changed' : 'lost', note: held }
  const said = saidIn(before, quote.spans)
  const isPlain = (quote.form ?? 'verbatim') === 'verbatim' && (quote.text === null || quote.text === said)
  const needsNobody = quote.approved === null || quote.approved === 'not needed'
  if (isWhole && isPlain && needsNobody)
    return {
      quote: { ...quote, spans, text: quote.text === null ? null : saidIn(after, spans) },
      what: 'changed',
      note: 'it is printed with the new words',
    }
  if (quote.form === 'paraphrase' && needsNobody && quote.text !== null)
    return { quote: { ...quote, spans }, what: spans.length > 0 ? 'changed' : 'lost', note: 'see whether the paraphrase still holds' }
  const extra = quote.approved === null ? quote.extra : { ...quote.extra, [approvedBefore]: quote.approved }
  return {
    quote: { ...quote, spans, text: quote.text ?? said, approved: 'revised', extra },
    what: spans.length > 0 ? 'changed' : 'lost',
    note: held,
  }
}

const held = 'not printed until somebody looks: correct it, and put something else than "revised" in the column approved'

/** The words are back as they were chosen, and with them what the speaker said of them. */
function restored(quote: Quote, spans: readonly Span[]): Fate {
  const { [approvedBefore]: approved = null, ...extra } = quote.extra
  return {
    quote: { ...quote, spans: spans.map(({ start, end }) => ({ start, end })), approved: approved as Quote['approved'], extra },
    what: 'found again',
    note: 'may be printed again as before',
  }
}

/** What is left of the spans, as long as they follow each other in the text. */
function inOrder(carried: readonly CarriedSpan[]): readonly Span[] {
  let end = 0
  return carried.flatMap(one => {
    if (one.kind === 'gone' || one.start < end) return []
    end = one.end
    return [{ start: one.start, end: one.end }]
  })
}
