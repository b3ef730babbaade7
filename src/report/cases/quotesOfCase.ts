import {
  answersIn,
  attributionAt,
  behindTheme,
  countable,
  leastGuarded,
  mayNameCase,
  mostGuarded,
  rowSpeakers,
  type Selection,
  type SelectOptions,
  selectQuotes,
  themesInOrder,
} from '../../analysis/index.js'
import { carriedLanguage, carryLanguage } from '../../language/index.js'
import { type Coding, carryGuard, guardOf, type Quote, type Study } from '../../study/index.js'
import { casesSpokenOf } from '../../theory/index.js'

/** What may be quoted on the page of a case. */
export interface QuotableOfCase {
  /** Whether a quote of a selection speaks of the case, and may be read as of it. */
  readonly has: (selected: Selection['quotes'][number]) => boolean
  /** Chosen by the rule of `selectQuotes`, from what may be quoted there. */
  readonly choose: (options: SelectOptions) => Selection
  /** Whether something was left out because it may not be told of a case. */
  readonly isHeld: boolean
}

/** Looks for the passages and quotes that speak of a case; for readers, those of which they may know the case of who speaks. */
export function quotableOfCase(study: Study, id: string): QuotableOfCase {
  const casesOf = casesSpokenOf(study)
  const transcripts = new Map(study.transcripts.map(one => [one.id, one]))
  const spoken = countable(study).filter(said => casesOf(said).includes(id))
  const codings = new Set<Coding>(
    spoken.flatMap(({ coding, speakers }) => {
      const attribution = attributionAt(study, coding.transcript, answersIn(transcripts.get(coding.transcript)!, coding))
      return mayNameCase(study, attribution, speakers, id) ? [coding] : []
    }),
  )
  const rows = study.quotes.filter(quote => casesOfRow(study, quote, casesOf).includes(id))
  const quotes = rows.filter(quote => mayNameCase(study, attributionOfRow(study, quote), rowSpeakers(study, quote), id))
  const own = { coding: new Set([...codings].map(one => one.id)), quote: new Set(quotes.map(one => one.id)) }
  return {
    has: one => own.coding.has(one.coding ?? '') || own.quote.has(one.quote ?? ''),
    choose: options => {
      // Only ids come out of it; what they name is printed from the study itself.
      const part = carryGuard({ ...study, codings: study.codings.filter(one => codings.has(one)), quotes }, guardOf(study))
      const language = carriedLanguage(study)
      return selectQuotes(language === null ? part : carryLanguage(part, language), options)
    },
    isHeld: codings.size < spoken.length || quotes.length < rows.length,
  }
}

/** The cases a row of `quotes.csv` speaks of: those of the codings of its themes on it, else those of who speaks. */
function casesOfRow(study: Study, quote: Quote, casesOf: ReturnType<typeof casesSpokenOf>): readonly string[] {
  const under = themesInOrder(study)
    .filter(theme => quote.themes.includes(theme.id))
    .flatMap(theme => behindTheme(study, theme).codings)
    .filter(
      ({ coding }) => coding.transcript === quote.transcript && quote.spans.some(one => one.start < coding.end && coding.start < one.end),
    )
  if (under.length > 0) return under.flatMap(casesOf)
  const coding = { transcript: quote.transcript ?? '', about: null } as Coding
  return casesOf({ coding, speakers: rowSpeakers(study, quote) })
}

function attributionOfRow(study: Study, { spans, transcript, attribution }: Quote): Quote['attribution'] {
  return spans.length === 0 ? mostGuarded(leastGuarded(study), attribution) : attributionAt(study, transcript ?? '', spans)
}
