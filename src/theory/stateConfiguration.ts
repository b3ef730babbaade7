import { type Language, languageOf } from '../language/index.js'
import { type Configuration, configurationRoles, guardOf, holdAtGate, needStudy, type Role, type Row, type Study } from '../study/index.js'
import { inferredRoles } from './evidenceParts.js'
import { needConfiguration } from './needConfiguration.js'
import { codesIn } from './roleScheme.js'
import {
  besides,
  capital,
  capitalised,
  type Filling,
  fillTemplate,
  forWhom,
  type StatementPiece,
  templateOf,
  withinSentence,
} from './statementPieces.js'

/** A configuration in a sentence, and where that comes from. */
export interface StatedConfiguration {
  readonly configuration: string
  readonly theory: string | null
  /** Empty when the configuration has no codes and no words at all. */
  readonly text: string
  /** Her own `statement`; or what it was put together from; null when there is nothing. */
  readonly from: 'statement' | 'words' | 'codes' | 'words and codes' | null
  /** Whether it was put together by a template of her own. */
  readonly isOwnTemplate: boolean
  /** The roles without codes and words: for a dyad of context and outcome, `mechanism`. */
  readonly empty: readonly Role[]
  /** The roles that nobody told of: the analyst inferred them. Where the statement was put together it marks them. */
  readonly inferred: readonly Role[]
}

export interface StateOptions {
  /** The language to write in; that of the safe study unless given. */
  readonly language?: Language
  /** Whether her own statement is given where there is one; true unless given. With false it is put together all the same. */
  readonly own?: boolean
}

/**
 * States a configuration in a sentence: her own `statement` where she wrote one, else one put together from her words per role, and from
 * the names of codes between quotation marks where she gave none, by a template for the study's role scheme ("If …, then …, because …") or one of her own in
 * `study.json`. What has no codes and no words is left out with the words before it, a role that nobody told of is marked as inferred, and
 * for whom it works is added. It joins her words and never writes any: `from` says which of the two it is.
 *
 * To write your own from it, give it to a pass: `pass.configure({}, { id: 'C1', statement })`.
 *
 * @param configuration a configuration, or its id: `C3`, or `C3@refined` for the one of that version of the theory
 * @throws StudyError when there is no such configuration, or no language is known
 * @example
 * stateConfiguration(study, 'C1', { language: en }).text
 * //=> 'Given ‘norms’, the result is ‘one plan’, because of ‘trust’.'
 */
export function stateConfiguration(study: Study, configuration: Configuration | string, options: StateOptions = {}): StatedConfiguration {
  const call = 'stateConfiguration'
  needStudy(study, call)
  const meant = needConfiguration(study, configuration, call)
  const { pieces, ...facts } = statedPieces(study, meant, languageOf(study, options.language), { own: options.own ?? true })
  const text = pieces.map(piece => piece.text).join('')
  holdAtGate(guardOf(study), [{ text, where: 'statement of a configuration' }], 'parts')
  return { configuration: meant.id, theory: meant.theory, text, ...facts }
}

/** A configuration stated in pieces, so that what is hers can be told from what is not. */
export interface StatedPieces extends Omit<StatedConfiguration, 'configuration' | 'theory' | 'text'> {
  readonly pieces: readonly StatementPiece[]
}

/** @param options.without the beneficiary, where that is told beside it */
export function statedPieces(
  study: Study,
  configuration: Configuration,
  language: Language,
  options: { readonly own: boolean; readonly without?: 'beneficiary' },
): StatedPieces {
  const roles = configurationRoles(study)
  const inferred = inferredRoles(study, configuration)
  const filled = new Map(
    roles.flatMap(role => {
      const filling = fillingOf(study, configuration, role, language, inferred.includes(role))
      return filling === null ? [] : [[role, filling] as const]
    }),
  )
  const empty = roles.filter(role => !filled.has(role))
  const facts = { empty, inferred, isOwnTemplate: false }
  if (options.own && configuration.statement !== null)
    return { pieces: [{ text: configuration.statement, hers: true }], from: 'statement', ...facts }
  if (filled.size === 0) return { pieces: [], from: null, ...facts }
  const inWords = [...filled.values()].map(one => one.inWords)
  const from = inWords.every(Boolean) ? 'words' : inWords.some(Boolean) ? 'words and codes' : 'codes'
  const template = templateOf(study, language, filled)
  const placed = new Set(template?.words.clauses.map(one => one.place))
  const beneficiary = options.without === undefined ? beneficiaryOf(configuration, language) : null
  const main = new Map(
    [...filled, ...(beneficiary === null ? [] : [[forWhom, beneficiary] as const])].filter(([place]) => placed.has(place)),
  )
  const sentences = [
    template === null ? [] : capitalised(fillTemplate(language, template, main)),
    ...[...filled].filter(([role]) => !placed.has(role)).map(([role, filling]) => besides(labelOf(study, role, language), filling)),
    beneficiary === null || placed.has(forWhom) ? [] : whom(language, beneficiary),
  ].filter(sentence => sentence.length > 0)
  const pieces = sentences.flatMap((sentence, i) => (i === 0 ? sentence : [{ text: ' ', hers: false }, ...sentence]))
  return { ...facts, pieces, from, isOwnTemplate: template?.hers ?? false }
}

function fillingOf(study: Study, configuration: Configuration, role: Role, language: Language, isInferred: boolean): Filling | null {
  const words = (configuration as Row)[`${role}Text`]
  const mark = isInferred ? language.names.bases.inferred! : null
  if (typeof words === 'string' && words.trim() !== '') return { text: withinSentence(language, words), inWords: true, mark }
  const names = [...new Set(codesIn(configuration, role))].map(id => study.codes.find(code => code.id === id)?.name ?? id)
  if (names.length === 0) return null
  // Between quotation marks it is seen where one name ends and the next begins, and that they are names.
  return { text: language.list(names.map(name => `‘${name}’`)), inWords: false, mark }
}

/** For whom it works: in the word of the language where it knows one. */
function beneficiaryOf({ beneficiary }: Configuration, language: Language): Filling | null {
  if (beneficiary === null) return null
  const name = Object.hasOwn(language.names.beneficiaries, beneficiary) ? language.names.beneficiaries[beneficiary] : undefined
  return { text: name ?? beneficiary, inWords: true, isFixed: name !== undefined, mark: null }
}

function whom({ texts }: Language, { text, isFixed }: Filling): StatementPiece[] {
  const [before = '', after = ''] = texts.beneficiary.split('{beneficiary}')
  return [
    { text: before, hers: false },
    { text, hers: isFixed !== true },
    { text: `${after}.`, hers: false },
  ]
}

function labelOf(study: Study, role: Role, { names }: Language): StatementPiece {
  const label = study.roleFacts.find(one => one.id === role)?.label ?? null
  const name = Object.hasOwn(names.roles, role) ? names.roles[role] : undefined
  return { text: capital(label ?? name ?? role), hers: label !== null || name === undefined }
}
