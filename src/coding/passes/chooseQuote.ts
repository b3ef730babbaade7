import { type Quote, quoteProblem } from '../../study/index.js'
import type { Draft } from './draft.js'
import { given } from './given.js'
import { needTheme } from './makeTheme.js'
import { needConfiguration } from './needConfiguration.js'
import type { Fragment, Places } from './places.js'

/** How a quote is printed, and what became of it. */
export interface QuoteFacts {
  readonly id?: string
  /** The words as printed: … for what is left out, [words] for what is put in; those of the text when left out. */
  readonly text?: string
  readonly form?: 'verbatim' | 'cleaned' | 'paraphrase'
  readonly translation?: string
  readonly configurations?: readonly string[]
  readonly attribution?: 'number' | 'role' | 'role and case' | 'pseudonym' | 'none'
  readonly approved?: 'not needed' | 'asked' | 'yes' | 'changed' | 'no'
  /** Its place among the quotes of a theme. */
  readonly order?: number
}

/** Chooses words to be printed under themes; gives the id of the quote. The same words are one quote, under as many themes as one likes. */
export function chooseQuote(
  draft: Draft,
  places: Places,
  names: readonly string[],
  of: string | Fragment | readonly Fragment[],
  facts: QuoteFacts,
): string {
  const themes = names.map(name => needTheme(draft, name))
  const fragments = fragmentsOf(draft, places, of)
  const configurations = facts.configurations?.map(name => needConfiguration(draft, name)?.id ?? null)
  if (fragments === null || themes.includes(null) || configurations?.includes(null)) return ''
  const { transcript } = fragments[0]!
  if (fragments.some(one => one.transcript !== transcript)) {
    draft.problem('a quote is of one transcript', 'make a quote of each')
    return ''
  }
  const spans = [...fragments].sort((a, b) => a.start - b.start).map(({ start, end }) => ({ start, end }))
  const { id: named, ...rest } = facts
  const same = (row: object) => JSON.stringify((row as Quote).spans) === JSON.stringify(spans)
  const known = draft.having('quotes', 'transcript', transcript).find(row => (named === undefined ? same(row) : row.id === named))
  const all = [...new Set([...((known?.themes ?? []) as readonly string[]), ...(themes as readonly string[])])]
  const fields = { ...given(rest), themes: all, transcript, spans }
  const id = known?.id ?? named ?? nextId(draft)
  if (known === undefined) draft.add('quotes', { id, ...fields })
  else draft.change('quotes', id, fields)
  const row = draft.get('quotes', id) as object as Quote | undefined
  const problem = row === undefined ? null : quoteProblem(row, draft.transcript(transcript)!)
  if (problem !== null) draft.problem(problem.what, problem.hint, { transcript, at: { start: spans[0]!.start, end: spans.at(-1)!.end } })
  return id
}

/** Takes a quote away, or from under one theme only. */
export function removeQuote(draft: Draft, id: string, from: string | undefined): void {
  const quote = draft.get('quotes', id)
  if (quote === undefined) return draft.problem('there is no quote with this id', 'take an id of quotes.csv')
  if (from === undefined) return draft.remove('quotes', id)
  const theme = needTheme(draft, from)
  if (theme !== null) draft.change('quotes', id, { themes: (quote.themes as readonly string[]).filter(one => one !== theme) })
}

function fragmentsOf(draft: Draft, places: Places, of: string | Fragment | readonly Fragment[]): readonly Fragment[] | null {
  if (typeof of !== 'string') return places.check(of)
  if (of === '') return null
  const coding = draft.get('codings', of)
  if (coding !== undefined) return places.check(coding)
  draft.problem('there is no coding with this id', 'give a coding, or what pass.fragment returned')
  return null
}

function nextId(draft: Draft): string {
  let n = draft.all('quotes').length + 1
  while (draft.get('quotes', `q${n}`) !== undefined) n++
  return `q${n}`
}
