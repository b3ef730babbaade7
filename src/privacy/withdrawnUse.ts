import { applyPass, type By, makePass } from '../coding/index.js'
import { type Consent, type Patch, type Quote, rowId, rowsOf, type Study, tableNames, tables } from '../study/index.js'
import { Table } from '../table/index.js'
import { findWords, indexText } from '../transcript/index.js'
import { quotesIn, type ReachRow, textsIn } from './reachTable.js'
import { mayHaveSaid, runsSaidBy, speechOf } from './speechOf.js'
import type { WithdrawnRow } from './withdrawnTable.js'

type Use = 'quotes' | 'archive'

const purposes: Readonly<Record<Use, readonly Consent['purpose'][]>> = { quotes: ['quote', 'paraphrase'], archive: ['archive'] }

/** Withdraws what may be done with what a person said: an ordinary pass, in which consents and approvals become `no`. */
export function withdrawnUse(before: Study, respondent: string, use: Use, by: By) {
  const consents = refusals(before, respondent, use, by)
  const { patches: quotes, open } = use === 'quotes' ? quotesRefused(before, respondent) : { patches: [], open: [] }
  const patches = [...consents, ...quotes]
  const note =
    use === 'quotes' ? `nothing of respondent ${respondent} is printed any more` : `nothing of respondent ${respondent} is archived`
  const study = patches.length === 0 ? before : applyPass(before, makePass(before, 'withdraw', by, [{ call: 'withdraw', note, patches }]))
  const removed: WithdrawnRow[] = [
    { what: 'consents that say no from now on', file: tables.consents.file, row: null, column: 'answer', count: consents.length },
    { what: 'quotes that are not approved any more', file: tables.quotes.file, row: null, column: 'approved', count: quotes.length },
  ].filter(one => one.count > 0)
  const refused = new Set(quotes.map(one => one.id))
  const reach: ReachRow[] = [
    ...before.pages.flatMap(page => {
      const count = quotesIn(page.text).filter(id => refused.has(id)).length
      return count === 0
        ? []
        : [
            {
              what: 'a page prints quotes that may not be printed any more: no report is built until they are out of it',
              file: `report/${page.id}.md`,
              row: null,
              left: null,
              count,
              todo: 'take the references out, or write the passage anew',
            },
          ]
    }),
    ...(use === 'quotes' ? wordsElsewhere(before, respondent) : []),
    ...open.map(i => ({
      what: 'a quote of which the place is not known: it is not printed for want of consent, and was not marked',
      file: tables.quotes.file,
      row: i + 2,
      left: null,
      count: null,
      todo: 'fill its spans, and withdraw again',
    })),
    {
      what: use === 'quotes' ? 'reports, quote tables and releases made before' : 'archives that have it already',
      file: '',
      row: null,
      left: null,
      count: null,
      todo: use === 'quotes' ? 'make them anew; withdraw what was published where that can be' : 'ask them to take it out',
    },
  ]
  const basis = `${before.consents.length} consents and ${before.quotes.length} quotes`
  return {
    study,
    removed: new Table<WithdrawnRow>({
      title: 'Withdrawn',
      columns: ['what', 'file', 'row', 'column', 'count'],
      rows: removed,
      basis,
      of: {},
    }),
    reach: new Table<ReachRow>({
      title: 'What a withdrawal does not reach',
      columns: ['what', 'file', 'row', 'left', 'count', 'todo'],
      rows: reach,
      basis,
      of: {},
    }),
  }
}

// What was said, and what is printed only with consent, is held back by itself.
const heldBack: ReadonlySet<string> = new Set(['transcripts', 'codings', 'quotes', 'responses', 'reveals'])

/** Where the analyst wrote six words of the person or more: the gate stops a report that would print them. */
function wordsElsewhere(study: Study, respondent: string): readonly ReachRow[] {
  const runs = runsSaidBy(study, respondent)
  const places = [
    ...tableNames
      .filter(table => !heldBack.has(table))
      .flatMap(table => rowsOf(study, table).map((row, i) => ({ file: tables[table].file as string, row: i + 2, of: row as object }))),
    ...study.pages.map(page => ({ file: `report/${page.id}.md`, row: null, of: page as object })),
    {
      file: 'study.json',
      row: null,
      of: [study.title, study.questions, study.cleaning, study.ethics, study.rounds, study.roleFacts, study.templates],
    },
  ]
  return places.flatMap(({ file, row, of }) => {
    const count = textsIn(of).reduce((sum, text) => sum + runs.find(text).length, 0)
    const todo = 'put it in your own words, or leave it out'
    return count === 0
      ? []
      : [
          {
            what: 'six words or more of this person stand here: what prints them is stopped at the gate',
            file,
            row,
            left: null,
            count,
            todo,
          },
        ]
  })
}

/** What was answered before is kept: the strictest answer is the one that holds. */
function refusals({ consents }: Study, respondent: string, use: Use, { date }: By): readonly Patch[] {
  const taken = new Set(consents.map(one => one.id))
  const holds = (one: Consent) => one.answer === 'no' && one.until === null
  return purposes[use]
    .filter(purpose => !consents.some(one => one.respondent === respondent && one.purpose === purpose && holds(one)))
    .map(purpose => {
      const id = rowId(['withdrawn', respondent, purpose, date], one => taken.has(one))
      const row = { id, respondent, purpose, answer: 'no', date }
      return { table: 'consents', id, to: row }
    })
}

/** Quotes in which the person may be heard, approved by her no more. Those without a place get it from their words. */
function quotesRefused(study: Study, respondent: string): { readonly patches: readonly Patch[]; readonly open: readonly number[] } {
  const texts = new Map(speechOf(study, respondent).map(one => [one.transcript.id, one.transcript]))
  const patches: Patch[] = []
  const open: number[] = []
  study.quotes.forEach((quote, i) => {
    const transcript = texts.get(quote.transcript ?? '')
    if (transcript === undefined || quote.approved === 'no') return
    const spans = quote.spans.length > 0 ? quote.spans : placesOf(quote, transcript.text)
    const touched = transcript.turns.filter(turn => spans.some(span => span.start < turn.end && turn.start < span.end))
    const hers = touched.length === 0 || touched.some(turn => mayHaveSaid(transcript, turn, respondent))
    if (!hers) return
    // Without a place nothing says which words of the text may not be printed elsewhere; her consent says it of all of them.
    if (spans.length === 0 && quote.form !== 'paraphrase') open.push(i)
    else if (spans === quote.spans || quote.form === 'paraphrase')
      patches.push({ table: 'quotes', id: quote.id, from: { approved: quote.approved }, to: { approved: 'no' } })
    else
      patches.push({
        table: 'quotes',
        id: quote.id,
        from: { spans: quote.spans, approved: quote.approved },
        to: { spans, approved: 'no' },
      })
  })
  return { patches, open }
}

function placesOf({ text }: Quote, said: string): Quote['spans'] {
  const found = text === null ? null : findWords(indexText(said), text)
  return found?.kind === 'one' ? [{ start: found.start, end: found.end }] : []
}
