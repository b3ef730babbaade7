import { type Study, type Theme, throwProblems } from '../study/index.js'
import { type Candidate, candidatesFor } from './quoteCandidates.js'
import type { SelectedQuote } from './quoteSpeakers.js'
import { QuoteTally } from './quoteTally.js'
import { themesInOrder } from './themesInOrder.js'

/** The quotes to be printed, in order. */
export interface Selection {
  readonly quotes: readonly SelectedQuote[]
}

export interface SelectOptions {
  /** Quotes per theme, 3 unless given; those of `quotes.csv` may be more. */
  readonly perTheme?: number
  /**
   * The largest part of the quotes that one respondent may have, a third (rounded up) unless given; one quote is always allowed. With
   * one or two speakers in a study a third leaves few quotes: raise it then.
   */
  readonly maxShare?: number
  /** Words above which a passage is only taken when there is nothing else, 80 unless given. */
  readonly maxWords?: number
}

type Settings = Required<SelectOptions>

/**
 * Chooses quotes per theme by a fixed rule, so that choosing is not done by eye.
 *
 * First come the rows of `quotes.csv` for the theme that are cleared, in their order. Then passages behind the theme: those that support
 * it first, but at least one that refutes or refines it where there is one. Nobody speaks twice in a theme, and no passage stands twice
 * in the table, while another could; after that the length decides (8 words to `maxWords`), the group least heard, and the respondent
 * least heard. No respondent gets more than `maxShare` of the table. Ties go by the order of the transcripts and their text, so that
 * the same study gives the same quotes.
 *
 * @throws StudyError when an option is out of range
 * @example
 * selectQuotes(study, { perTheme: 2 }).quotes
 * //=> [{ theme: 'trust', quote: 'q1' }, { theme: 'trust', coding: 'p3.1' }]
 */
export function selectQuotes(study: Study, options: SelectOptions = {}): Selection {
  const settings = settingsFrom(options)
  const themes = themesInOrder(study).map(theme => ({ theme, candidates: candidatesFor(study, theme, settings.maxWords) }))
  let wanted = themes.reduce((sum, { candidates }) => sum + Math.max(candidates.rows.length, settings.perTheme), 0)
  // The share is of what is printed in the end: when it keeps quotes out the table is smaller, and the share is taken again.
  for (;;) {
    const most = Math.max(1, Math.ceil(settings.maxShare * wanted))
    const quotes = choose(study, themes, settings, most)
    if (quotes.length >= wanted || Math.max(1, Math.ceil(settings.maxShare * quotes.length)) === most) return { quotes }
    wanted = quotes.length
  }
}

function settingsFrom({ perTheme = 3, maxShare = 1 / 3, maxWords = 80 }: SelectOptions): Settings {
  const wrong = (call: string, hint: string) => ({ what: 'this option is out of range', hint, call })
  throwProblems([
    ...(Number.isInteger(perTheme) && perTheme >= 0 ? [] : [wrong('perTheme', 'give a whole number from 0')]),
    ...(maxShare > 0 && maxShare <= 1 ? [] : [wrong('maxShare', 'give a part above 0 and up to 1')]),
    ...(maxWords >= 1 ? [] : [wrong('maxWords', 'give a number from 1')]),
  ])
  return { perTheme, maxShare, maxWords }
}

interface ThemeCandidates {
  readonly theme: Theme
  readonly candidates: { readonly rows: readonly Candidate[]; readonly passages: readonly Candidate[] }
}

interface Choosing extends ThemeCandidates {
  readonly chosen: Candidate[]
}

/** Goes round the themes, so that each has a first quote before any has a second: a share that runs out then costs no theme its only one. */
function choose(study: Study, themes: readonly ThemeCandidates[], { perTheme }: Settings, most: number): SelectedQuote[] {
  const tally = new QuoteTally(study, most)
  const choosing: readonly Choosing[] = themes.map(one => ({ ...one, chosen: [...one.candidates.rows] }))
  // Her own quotes are printed whatever happens, so they weigh on what is chosen besides them in every theme.
  for (const { theme, chosen } of choosing) for (const row of chosen) tally.add(theme.id, row)
  for (let round = 0; round < perTheme; round++) {
    for (const one of choosing) {
      if (one.chosen.length > round) continue
      const best = nextFor(one, tally, perTheme)
      if (best === null) continue
      tally.add(one.theme.id, best)
      one.chosen.push(best)
    }
  }
  return choosing.flatMap(({ theme, chosen }) => chosen.map(candidate => ({ theme: theme.id, ...candidate.names })))
}

/** Supporting passages first, with a place kept for one that does not support when there is one. */
function nextFor({ theme, candidates: { passages }, chosen }: Choosing, tally: QuoteTally, perTheme: number): Candidate | null {
  const open = passages.filter(one => !one.withheld)
  // Only where nobody else can speak is it shown that somebody might not be quoted.
  if (open.length === 0) return chosen.length === 0 ? tally.best(theme.id, passages, chosen) : null
  const supports = open.filter(one => one.stance === 'supports')
  const otherwise = open.filter(one => one.stance !== 'supports')
  const isHeard = chosen.some(one => one.stance === 'refutes' || one.stance === 'refines')
  const kept = perTheme > 1 && !isHeard ? 1 : 0
  const pools = chosen.length < perTheme - kept ? [supports, otherwise] : [otherwise, supports]
  return tally.best(theme.id, pools[0]!, chosen) ?? tally.best(theme.id, pools[1]!, chosen)
}
