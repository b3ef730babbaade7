import {
  behindTheme,
  peopleText,
  QueriedCodings,
  quotedThing,
  quotesOf,
  type Said,
  type SelectedQuote,
  type Selection,
  type SelectOptions,
  selectQuotes,
  themesInOrder,
} from '../analysis/index.js'
import { type Language, languageOf } from '../language/index.js'
import type { Polarity, Role, SafeStudy, Stance, Study, Theme } from '../study/index.js'
import { Table } from '../table/index.js'
import { needAudience } from './audience.js'
import { checkSelection } from './checkSelection.js'
import { printQuote } from './printedQuote.js'
import { untiedOrder } from './untiedOrder.js'

/** A quote of a theme, with what stands behind that theme. */
export interface QuoteRow {
  readonly role: Role
  readonly polarity: Polarity | null
  readonly theme: string
  readonly quote: string
  readonly label: string
  readonly group: string
  /** Sources behind the theme; null when only quotes are known. */
  readonly sources: number | null
  /** People among them: "3", or a range "3-4". */
  readonly people: string
  /** Sources that refute the theme. */
  readonly against: number | null
  readonly refining: number | null
  /** What this quote does to the claim of the theme. */
  readonly stance: Stance | null
}

export interface QuoteTableOptions extends SelectOptions {
  /**
   * The quotes to print: chosen by `selectQuotes` unless given, or all that a query of this study found. Of a query the table has only
   * themes with a coding that was found, each coding under every theme it stands behind and the same words there once; what stands
   * behind no theme comes last.
   */
  readonly quotes?: Selection | QueriedCodings
  /** The language of labels; that of the safe study unless given. */
  readonly language?: Language
}

const columns = ['role', 'polarity', 'theme', 'quote', 'label', 'group', 'sources', 'people', 'against', 'refining', 'stance'] as const

/**
 * Makes the quote table: per theme the quotes, who said them, and how many sources support, refute and refine the theme. Themes stand in
 * the order of the study's roles, then enabling, both or neither, hindering. A theme without a quote has one row with an empty quote.
 *
 * @throws StudyError when the study is not a safe one and `audience: 'team'` is not given, and when no language is known
 * @example
 * quoteTable(safe, { perTheme: 1 }).rows[0]
 * //=> { role: 'context', polarity: 'enabling', theme: 'Norms', quote: 'They came …', label: 'Respondent 10', group: 'doctor', sources: 4, people: '5', against: 0, refining: 1, stance: null }
 */
export function quoteTable(study: SafeStudy, options?: QuoteTableOptions): Table<QuoteRow>
export function quoteTable(study: Study, options: QuoteTableOptions & { readonly audience: 'team' }): Table<QuoteRow>
export function quoteTable(study: Study, options: QuoteTableOptions & { readonly audience?: 'team' } = {}): Table<QuoteRow> {
  needAudience(study, 'quoteTable', options.audience)
  const language = languageOf(study, options.language)
  const chosen = options.quotes ?? selectQuotes(study, options)
  checkSelection(study, chosen)
  const rows = chosen instanceof QueriedCodings ? foundRows(study, language, chosen) : selectedRows(study, language, chosen)
  const asked = chosen instanceof QueriedCodings ? ` (${chosen.words})` : ''
  const basis = study.basis === 'quotes' ? language.texts.quoteTableBasisQuotes : language.texts.quoteTableBasis
  return new Table({
    title: language.texts.quoteTable,
    columns,
    rows,
    basis: basis.replace('{quotes}', language.count(rows.filter(row => row.quote !== '').length, 'quote')) + asked,
    of: study,
  })
}

function selectedRows(study: Study, language: Language, { quotes }: Selection): readonly QuoteRow[] {
  return themesInOrder(study).flatMap(theme => {
    const chosen = quotes.filter(quote => quote.theme === theme.id)
    const rows = chosen.map(quote => quoteRow(study, language, theme, quote))
    return rows.length === 0 ? [emptyRow(study, theme)] : untiedOrder(study, rows)
  })
}

function foundRows(study: Study, language: Language, found: QueriedCodings): readonly QuoteRow[] {
  const themes = new Map(study.themes.map(theme => [theme.id, theme]))
  const quotes = quotesOf(study, found)
  const row = (quote: (typeof quotes)[number]) => {
    const theme = themes.get(quote.theme)
    if (theme !== undefined) return quoteRow(study, language, theme, quote)
    const thing = quotedThing(study, quote)
    const { role, polarity } = thing !== null && 'coding' in thing ? thing.coding : { role: '', polarity: null }
    return filled({ ...uncounted, role, polarity, theme: '', quote: '', label: '', group: '', stance: null }, study, language, quote)
  }
  const under = [...new Set(quotes.map(quote => quote.theme))]
  return under.flatMap(theme => untiedOrder(study, quotes.filter(quote => quote.theme === theme).map(row)))
}

function emptyRow(study: Study, theme: Theme): QuoteRow {
  const counted = study.basis === 'quotes' ? null : behindTheme(study, theme)
  return {
    role: theme.role ?? '',
    polarity: theme.polarity,
    theme: theme.label ?? theme.id,
    quote: '',
    label: '',
    group: '',
    sources: counted?.supports.length ?? null,
    people: counted === null ? '' : peopleText(counted.people),
    against: counted?.against.length ?? null,
    refining: counted?.refining.length ?? null,
    stance: null,
  }
}

function quoteRow(study: Study, language: Language, theme: Theme, selected: SelectedQuote): QuoteRow {
  return filled(emptyRow(study, theme), study, language, selected, behindTheme(study, theme).codings)
}

/** A row with its quote; one that names nothing stays empty. */
function filled(row: QuoteRow, study: Study, language: Language, selected: SelectedQuote, codings: readonly Said[] = []): QuoteRow {
  const printed = printQuote(study, language, selected, codings)
  if (printed === null) return row
  return { ...row, quote: printed.words, label: printed.label, group: printed.group ?? language.texts.notStated, stance: printed.stance }
}

/** What is counted for themes only. */
const uncounted = { sources: null, people: '', against: null, refining: null } as const
