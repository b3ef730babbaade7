import { type Study, throwProblems } from '../study/index.js'
import { type Choosing, indispensable, nextQuote, type ThemeCandidates } from './nextQuote.js'
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
   * The largest part of the quotes that one respondent may have, a third (rounded up) unless given. It limits the second and later
   * quotes of a theme: the first, and one that refutes the theme, are printed share or not. With one or two speakers in a study a third
   * leaves few quotes: raise it then.
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
 * it first, but where somebody refutes it and may be quoted at least one that refutes it (with `perTheme` above 1), also beside rows of
 * hers that fill the places; where nobody refutes it, at least one that refines it. Nobody speaks twice in a theme, and no passage
 * stands twice in the table, while another could; after that the length decides (8 words to `maxWords`), the group least heard, and the
 * respondent least heard. No respondent gets more than `maxShare` of the table, but for what a theme cannot do without: its first quote,
 * and the one that refutes it. So every theme with a passage that may be quoted has a quote. Ties go by the order of the transcripts and
 * their text, so that the same study gives the same quotes.
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

/** Goes round the themes, so that each has a first quote before any has a second: a share that runs out then costs no theme its only one. */
function choose(study: Study, themes: readonly ThemeCandidates[], { perTheme }: Settings, most: number): SelectedQuote[] {
  const tally = new QuoteTally(study, most)
  const choosing: readonly Choosing[] = themes.map(one => ({ ...one, chosen: [...one.candidates.rows] }))
  // Her own quotes are printed whatever happens, so they weigh on what is chosen besides them in every theme.
  for (const { theme, chosen } of choosing) for (const row of chosen) tally.add(theme.id, row)
  const add = (one: Choosing, next: Candidate | null) => {
    if (next === null) return
    tally.add(one.theme.id, next)
    one.chosen.push(next)
  }
  for (let round = 0; round < perTheme; round++) {
    for (const one of choosing) if (one.chosen.length <= round) add(one, nextQuote(one, tally, perTheme))
  }
  // Rows of hers may fill the places and leave a theme without words, or without who refutes it.
  if (perTheme > 0) for (const one of choosing) add(one, indispensable(one, tally, perTheme))
  return choosing.flatMap(({ theme, chosen }) => chosen.map(candidate => ({ theme: theme.id, ...candidate.names })))
}
