import { attributionAt } from '../analysis/index.js'
import { type Quote, type Study, tables } from '../study/index.js'
import { archivePromises } from './closedTo.js'
import { type ConsentConflict, type ConsentSettings, type NameOf, namesAt, rowOf } from './consentConflict.js'
import { placesOf } from './consentFor.js'
import { type Reason, reasonsFor, reasonsIn } from './consentReasons.js'
import { type QuoteFate, refusedWith, spansTouch } from './safeQuotes.js'

/** What clashes in a row of `quotes.csv`. */
export function quoteConflictRows(
  study: Study,
  given: QuoteFate,
  i: number,
  { profile, today }: ConsentSettings,
  name: NameOf,
): readonly ConsentConflict[] {
  const { quote, fate, conflict, standIn } = given
  const where = `${tables.quotes.file}, row ${i + 2}`
  const isParaphrase = quote.form === 'paraphrase'
  const planned = isParaphrase ? 'a paraphrase' : 'a literal quote'
  const guarded = closerThanAgreed(study, quote, where, name)
  if (conflict === null) return guarded
  const printed = fate === 'paraphrased' ? `the paraphrase ${standIn}` : fate === 'gap' ? 'a gap that says so' : 'nothing'
  const places = placesOf(quote.transcript ?? '', quote.spans)
  const closed =
    profile === 'archive'
      ? reasonsIn(
          study,
          'archive',
          places.flatMap(place => archivePromises(study, place, today)),
          today,
        )
      : []
  const isAnswered = quote.approved === 'yes' || quote.approved === 'changed' || quote.approved === 'asked' || quote.approved === 'no'
  const unagreed = reasonsFor(study, isParaphrase ? 'paraphrase' : 'quote', places, today).filter(
    // What the speaker said of this quote answers an "ask first".
    one => !(isAnswered && one.kind === 'ask first, and not asked'),
  )
  const rows = (reasons: readonly Reason[]) => reasons.map(reason => rowOf(reason, name, planned, where, printed))
  const person = namesAt(study, quote.transcript ?? '', quote.spans, name)
  const refused = rows(approvalReasons(study, quote)).map(row => ({ ...row, person }))
  return [...rows(closed), ...refused, ...rows(unagreed), ...guarded]
}

/** What the speaker said of a quote itself. */
export function approvalReasons(study: Study, quote: Quote): readonly Reason[] {
  const said = { respondent: null, promised: `quote ${quote.id}: ${quote.approved}` }
  if (quote.approved === 'no')
    return [
      {
        ...said,
        kind: 'refused by the speaker',
        why: 'the speaker said no to this quote',
        todo: 'choose another, and take references to it out',
      },
    ]
  if (quote.approved === 'asked')
    return [
      {
        ...said,
        kind: 'asked, and not answered',
        why: 'it is not printed before the speaker answers',
        todo: 'wait for the answer, and fill approved',
      },
    ]
  if (quote.approved === 'revised')
    return [
      {
        ...said,
        kind: 'the text changed after approval',
        why: 'what was approved is not what stands there now',
        todo: 'look at the quote, and ask again if its words are others',
      },
    ]
  if (quote.approved === 'changed' && quote.text === null)
    return [
      {
        ...said,
        kind: 'changed, and the new words are missing',
        why: 'only the words the speaker put may be printed',
        todo: 'fill text with them',
      },
    ]
  const other = refusedWith(study, quote)
  return other === null
    ? []
    : [
        {
          ...said,
          kind: 'overlaps a quote that was not cleared',
          promised: `quote ${other.id}: ${other.approved}`,
          why: 'some of its words may not be printed',
          todo: 'leave those words out of the spans and the text',
        },
      ]
}

/** Another quote of the same words gives them to fewer facts about the speaker: that holds for both. */
function closerThanAgreed(study: Study, quote: Quote, where: string, name: NameOf): readonly ConsentConflict[] {
  if (quote.spans.length === 0) return []
  const agreed = attributionAt(study, quote.transcript ?? '', quote.spans)
  if ((agreed ?? 'number') === (quote.attribution ?? 'number')) return []
  const other = study.quotes.find(
    one => one.transcript === quote.transcript && one.attribution === agreed && spansTouch(one.spans, quote.spans),
  )
  return [
    {
      kind: 'named closer than agreed',
      person: namesAt(study, quote.transcript ?? '', quote.spans, name),
      promised: `attribution ${agreed} (${tables.quotes.file}, row ${other === undefined ? '' : study.quotes.indexOf(other) + 2})`,
      planned: `attribution ${quote.attribution ?? 'number'}`,
      where,
      printed: `attribution ${agreed}`,
      why: 'the same words are given to less in another row',
      todo: 'give both rows the same attribution',
    },
  ]
}
