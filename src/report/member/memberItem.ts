import { behindTheme, type Said, themesInOrder } from '../../analysis/index.js'
import { carriedLanguage, type Language } from '../../language/index.js'
import { type Configuration, namesOf, nearName, type Problem, type Row, type Study, type Theme } from '../../study/index.js'
import { configurationNamed, evidenceOf, newestConfigurations, saidIn } from '../../theory/index.js'
import type { Inline } from '../block.js'
import { statementOf } from '../configurationBlock.js'
import type { Making } from '../making.js'
import { plainText } from '../plainText.js'
import { text } from '../say.js'

/** A theme or a configuration that is put to people, under the name by which `responses.csv` knows it. */
export type MemberItem =
  | { readonly id: string; readonly kind: 'theme'; readonly theme: Theme }
  | { readonly id: string; readonly kind: 'configuration'; readonly configuration: Configuration }

/** The theme (by id or label) or configuration (`C3`, or `C3@refined`) that is meant; null when there is none. */
export function memberItem(study: Study, name: string): MemberItem | null {
  const id = namesOf('themes', study.themes as readonly Row[])(name)
  const theme = study.themes.find(one => one.id === id)
  if (theme !== undefined) return { id: theme.id, kind: 'theme', theme }
  const configuration = configurationNamed(study, name)
  return configuration === null ? null : { id: name, kind: 'configuration', configuration }
}

/** What is wrong with a name that is none of an item. */
export function unknownItem(study: Study, name: string): Pick<Problem, 'what' | 'hint'> {
  const near = nearName(name, [...study.themes.flatMap(one => [one.id, one.label ?? '']), ...study.configurations.map(one => one.id)])
  const hint =
    near === null
      ? 'use the id of a theme, or of a configuration: C3, or C3@refined for that of an earlier version'
      : `did you mean '${near}'?`
  return { what: 'there is no such theme or configuration', hint }
}

/** What was said behind an item: codings of a theme, or the evidence of a configuration. */
export function saidBehind(study: Study, item: MemberItem): readonly Said[] {
  if (item.kind === 'theme') return behindTheme(study, item.theme).codings
  const said = evidenceOf(study, item.configuration).flatMap(row => saidIn(study, row))
  const distinct = [...new Map(said.map(one => [one.coding.id, one])).values()]
  return distinct.sort((a, b) => (a.coding.id < b.coding.id ? -1 : 1))
}

/** The items that something this person may have said stands behind: themes, then configurations that were not dropped. */
export function ownItems(study: Study, respondent: string): readonly MemberItem[] {
  const themes = themesInOrder(study).map((theme): MemberItem => ({ id: theme.id, kind: 'theme', theme }))
  const standing = newestConfigurations(study).filter(one => one.change !== 'dropped' && one.status !== 'abandoned')
  const configurations = standing.map((one): MemberItem => ({ id: one.id, kind: 'configuration', configuration: one }))
  return [...themes, ...configurations].filter(item => saidBehind(study, item).some(one => one.speakers.includes(respondent)))
}

/** What is put to people: the claim of a theme, else its bullet, or the statement of a configuration. Empty when nothing is written. */
export function statementFor(making: Making, item: MemberItem): readonly Inline[] {
  if (item.kind === 'configuration') return withoutTag(statementOf(making, item.configuration))
  const { claim, bullet } = item.theme
  const words = claim ?? bullet
  return words === null ? [] : [text(words)]
}

/** The same as text; of a configuration without a statement of its own nothing, when no language is known to put one together in. */
export function statementNow(study: Study, language: Language | null, item: MemberItem): string {
  const known = language ?? carriedLanguage(study)
  if (known !== null)
    return plainText(statementFor({ study, language: known, selection: { quotes: [] }, oneSource: 'mark', counts: false }, item))
  return (item.kind === 'theme' ? (item.theme.claim ?? item.theme.bullet) : item.configuration.statement) ?? ''
}

/** That a statement was put together from codes is no concern of who reads it. */
function withoutTag(line: readonly Inline[]): readonly Inline[] {
  const at = line.findIndex(one => one.kind === 'tag')
  return at < 0 ? line : line.slice(0, at - 1)
}
