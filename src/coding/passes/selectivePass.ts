import type { Study } from '../../study/index.js'
import type { By } from '../journal.js'
import { chooseQuote, type QuoteFacts, removeQuote } from './chooseQuote.js'
import type { Codings } from './codingsGiven.js'
import { startDraft } from './draft.js'
import { type EvidenceFacts, giveEvidence, removeEvidence } from './giveEvidence.js'
import { type ConfigurationFacts, makeConfiguration, type RoleCodes } from './makeConfiguration.js'
import { changeThemeCodes, makeTheme, needTheme, orderThemes, removeTheme, type ThemeFacts } from './makeTheme.js'
import { type Fragment, type Pointing, startPlaces } from './places.js'
import { runPass } from './runPass.js'
import { type CellFacts, themeStatuses, writeCell } from './writeCell.js'

/** What can be said of configurations, in a selective and in a theory pass. */
export interface Configuring {
  /** Fills the roles of a configuration with codes, or changes the one with that id; gives its id. */
  configure(roles: RoleCodes, facts?: ConfigurationFacts): string
  /** Says what a configuration rests on: codings, an account, or else (with basis: 'other data') a reference. */
  evidence(configuration: string, of: Codings, facts: EvidenceFacts): void
  /** Takes away what a configuration rested on, for one role or for all. */
  removeEvidence(configuration: string, of: Codings, facts?: { readonly role?: string; readonly theory?: string }): void
}

/** What can be done in a selective pass. Themes are named by id or by label. */
export interface SelectivePass extends Pointing, Configuring {
  /** Groups codes under a role, or changes the theme of that name; gives its id. A new theme needs its role and its codes. */
  theme(label: string, facts: Partial<ThemeFacts>): string
  addCodes(theme: string, codes: readonly string[]): void
  removeCodes(theme: string, codes: readonly string[]): void
  /** Takes a theme away; the quotes and summaries that hang on it go to another theme when one is named. */
  removeTheme(theme: string, facts?: { readonly to?: string }): void
  /** Puts themes in this order, in the places they have among the others. */
  order(themes: readonly string[]): void
  /**
   * Chooses words to be printed under a theme or several: a coding, a fragment, or fragments with what lies between them left out. Gives the id of
   * the quote.
   */
  quote(themes: string | readonly string[], of: string | Fragment | readonly Fragment[], facts?: QuoteFacts): string
  /** Takes a quote away, or from under one theme only. */
  removeQuote(quote: string, facts?: { readonly from?: string }): void
  /** Writes the summary of a theme in a case. */
  cell(of: string, theme: string, facts: CellFacts): void
}

/**
 * Selective coding: themes, the core theme, and configurations with their evidence. All or nothing, as `openPass`.
 *
 * @example
 * const themed = selectivePass(study, { coder: 'MV', date: '2020-07-01' }, pass => {
 *   pass.theme('Trust', { role: 'mechanism', codes: ['trust'], bullet: 'People trust each other’s skills.' })
 *   pass.configure({ context: ['volume norms'], mechanism: ['trust'], outcome: ['shared care'] }, { id: 'C1' })
 * })
 * themed.configurations[0]?.id
 * //=> 'C1'
 */
export function selectivePass(study: Study, by: By, work: (pass: SelectivePass) => void): Study {
  const draft = startDraft(study, by)
  const places = startPlaces(draft)
  const pass: SelectivePass = {
    ...places.calls,
    ...configuring(draft),
    theme: (label, facts) => draft.call('theme', `theme "${label}"`, () => makeTheme(draft, label, facts)),
    addCodes: (theme, codes) => draft.call('addCodes', `added codes to "${theme}"`, () => changeThemeCodes(draft, theme, codes, true)),
    removeCodes: (theme, codes) =>
      draft.call('removeCodes', `took codes from "${theme}"`, () => changeThemeCodes(draft, theme, codes, false)),
    removeTheme: (theme, { to } = {}) => draft.call('removeTheme', `took the theme "${theme}" away`, () => removeTheme(draft, theme, to)),
    order: themes => draft.call('order', `put ${themes.length} themes in order`, () => orderThemes(draft, themes)),
    quote: (themes, of, facts = {}) =>
      draft.call('quote', 'chose a quote', () => chooseQuote(draft, places, [themes].flat() as readonly string[], of, facts)),
    removeQuote: (quote, { from } = {}) => draft.call('removeQuote', 'took a quote away', () => removeQuote(draft, quote, from)),
    cell: (of, name, facts) =>
      draft.call('cell', `"${name}" in a case`, () => {
        const theme = needTheme(draft, name)
        if (theme !== null) writeCell(draft, of, { theme }, facts, themeStatuses)
      }),
  }
  return runPass(draft, pass, work, 'selective')
}

/** The calls on configurations. */
export function configuring(draft: ReturnType<typeof startDraft>): Configuring {
  return {
    configure: (roles, facts = {}) =>
      draft.call('configure', `configuration ${facts.id ?? ''}`.trim(), () => makeConfiguration(draft, roles, facts)),
    evidence: (configuration, of, facts) =>
      draft.call('evidence', `evidence for ${configuration}`, () => giveEvidence(draft, configuration, of, facts)),
    removeEvidence: (configuration, of, facts = {}) =>
      draft.call('removeEvidence', `took evidence from ${configuration}`, () => removeEvidence(draft, configuration, of, facts)),
  }
}
