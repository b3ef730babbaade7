import {
  behindTheme,
  peopleText,
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
  /** The quotes to print; chosen by `selectQuotes` unless given. */
  readonly quotes?: Selection
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
  const selection = options.quotes ?? selectQuotes(study, options)
  checkSelection(study, selection)
  const rows = themesInOrder(study).flatMap(theme => {
    const chosen = selection.quotes.filter(quote => quote.theme === theme.id)
    return chosen.length === 0 ? [emptyRow(study, theme)] : chosen.map(quote => quoteRow(study, language, theme, quote))
  })
  const basis = study.basis === 'quotes' ? language.texts.quoteTableBasisQuotes : language.texts.quoteTableBasis
  return new Table({
    title: language.texts.quoteTable,
    columns,
    rows,
    basis: basis.replace('{quotes}', language.count(rows.filter(row => row.quote !== '').length, 'quote')),
    of: study,
  })
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
  const printed = printQuote(study, language, selected, behindTheme(study, theme).codings)
  const empty = emptyRow(study, theme)
  if (printed === null) return empty
  return { ...empty, quote: printed.words, label: printed.label, group: printed.group ?? language.texts.notStated, stance: printed.stance }
}
