import type { Language } from '../../language/index.js'
import { mark } from '../replacements.js'
import { type Claim, facts, fold, holdsWords } from './claim.js'
import { attributeOf, type KnownPeople } from './knownPeople.js'
import { isTelling, type LabelReader, type ReadLabel } from './labelReader.js'
import type { WordsPlace } from './placesOfWords.js'
import type { Printed } from './printed.js'
import { isPrintedIn, type RevealAt } from './reveals.js'
import { wordsKeys } from './wordsKeys.js'

/** Something printed, with what it tells of whom. */
export interface ReadPrinted {
  readonly printed: Printed
  readonly label: ReadLabel
  readonly claims: readonly Claim[]
  /** Its folded words. */
  readonly folded: string
  /** Folded words by which it is known again under another label. */
  readonly keys: readonly string[]
  /** What stands between brackets in the words and is not counted: nobody said of whom it tells. */
  readonly entities: readonly string[]
  /** Whether what stands between brackets is the label of somebody who took part. */
  readonly namesPerson: (entity: string) => boolean
  /** Values of the speaker that stand in her words as any words do. */
  readonly echoes: readonly TrueValue[]
}

/** What reading needs. */
export interface Reading {
  readonly known: KnownPeople
  readonly labels: LabelReader
  readonly placesOf: (words: string) => readonly WordsPlace[]
  readonly reveals: readonly RevealAt[]
  readonly language: Language
}

/**
 * Reads what is printed for what it tells of whoever stands behind its label.
 *
 * Counted are: the wording of the label; what stands beside it in the row; rows of `reveals.csv` of codings whose words are printed; what
 * stands between brackets when it is an attribute of the speaker; and such an attribute in a sentence that names the label. Not counted,
 * but put as a question: anything else between brackets, and attributes that stand in her words as any words do.
 */
export function readPrinted(printed: Printed, reading: Reading): ReadPrinted {
  const { known, labels, placesOf, language } = reading
  const places = printed.kind === 'quote' ? placesOf(printed.words) : []
  const speakers = new Set(places.flatMap(place => place.speakers.map(known.personOf)))
  const label = labels.read(printed.label, [...speakers].sort())
  const behind = new Set(label.behind)
  const hers = places.filter(place => behind.size === 0 || place.speakers.some(one => behind.has(known.personOf(one))))
  const of = label.behind.length === 0 ? null : label.behind
  const values = telling(label.behind, known, language.stopWords)
  const { claims, others } = entityClaims(printed, of, values)
  const inWords = printed.kind === 'row' ? [] : values.filter(({ value }) => holdsWords(fold(unmarked(printed.words)), value))
  return {
    printed,
    label,
    claims: [
      ...label.claims,
      ...columnClaims(printed, of, reading),
      ...claims,
      ...revealClaims(printed, hers, label.behind, reading),
      ...(printed.kind === 'mention' ? inWords.map((one): Claim => claimOf(one, of, 'mention', '')) : []),
    ],
    folded: fold(printed.words),
    keys: wordsKeys(printed.words),
    namesPerson: entity => labels.personal.has(fold(entity)),
    entities: printed.kind === 'quote' ? others : [],
    echoes: printed.kind === 'quote' ? inWords : [],
  }
}

function columnClaims({ columns }: Printed, of: Claim['of'], { known, language }: Reading): readonly Claim[] {
  return Object.entries(columns).flatMap(([column, cell]) => {
    const attribute = attributeOf(column)
    if (cell.trim() === '' || cell === language.texts.notStated || !isAttribute(attribute, known)) return []
    return valuesIn(cell, attribute, known).map(
      (value): Claim => ({ attribute, values: [fold(value)], shown: value, unique: false, of, from: 'column', by: column }),
    )
  })
}

function isAttribute(attribute: string, { attributes }: KnownPeople): boolean {
  return attributes.has(attribute) || attribute === facts.group || attribute === facts.case || attribute === facts.round
}

/** The values in a cell: the cell itself where somebody has it as a whole, else the parts of a list. */
function valuesIn(cell: string, attribute: string, known: KnownPeople): readonly string[] {
  const isKnown = (text: string) => known.people.some(one => one.values.get(attribute)?.has(fold(text)))
  if (isKnown(cell)) return [cell]
  const parts = cell.split(/\s\/\s|;/u).flatMap(part => (isKnown(part) ? [part] : splitList(part, isKnown)))
  return parts.map(part => part.trim()).filter(part => fold(part) !== '')
}

/** Parts between commas where these are known, the part as it is where they are not. */
function splitList(part: string, isKnown: (text: string) => boolean): readonly string[] {
  const pieces = part.split(/,|\s(?:and|en)\s/u)
  return pieces.length > 1 && pieces.every(isKnown) ? pieces : [part]
}

function entityClaims(
  { words, kind }: Printed,
  of: Claim['of'],
  values: readonly TrueValue[],
): { readonly claims: readonly Claim[]; readonly others: readonly string[] } {
  if (kind === 'row') return { claims: [], others: [] }
  const found = entitiesIn(words).map(entity => ({ entity, hers: values.filter(({ value }) => holdsWords(fold(entity), value)) }))
  return {
    claims: found.flatMap(({ entity, hers }) => hers.map(one => claimOf(one, of, 'entity', entity))),
    others: [...new Set(found.filter(({ hers }) => hers.length === 0).map(({ entity }) => entity))],
  }
}

function claimOf({ attribute, value, shown }: TrueValue, of: Claim['of'], from: Claim['from'], by: string): Claim {
  return { attribute, values: [value], shown, unique: false, of, from, by }
}

/** What stands between the brackets of replacements. */
export function entitiesIn(words: string): readonly string[] {
  const brackets = new RegExp(`${mark.open}([^${mark.open}${mark.close}]{1,300})${mark.close}`, 'gu')
  return [...words.matchAll(brackets)].map(match => match[1]!.trim())
}

function unmarked(words: string): string {
  return words.replace(new RegExp(`${mark.open}[^${mark.open}${mark.close}]{1,300}${mark.close}`, 'gu'), ' ')
}

interface TrueValue {
  readonly attribute: string
  /** Folded. */
  readonly value: string
  readonly shown: string
}

/** What is true of these people, as far as it can be told from other words. */
function telling(behind: readonly string[], { byId }: KnownPeople, stopWords: ReadonlySet<string>): readonly TrueValue[] {
  const found = behind.flatMap(id =>
    [...(byId.get(id)?.shown ?? [])].flatMap(([attribute, own]) =>
      [...own].filter(([value]) => isTelling(value, 4, stopWords)).map(([value, shown]) => ({ attribute, value, shown })),
    ),
  )
  return [...new Map(found.map(one => [`${one.attribute}\n${one.value}`, one])).values()]
}

function revealClaims(
  { words, kind }: Printed,
  places: readonly WordsPlace[],
  behind: readonly string[],
  { reveals, known }: Reading,
): readonly Claim[] {
  if (kind === 'row') return []
  const isHers = (reveal: RevealAt) => behind.length === 0 || reveal.speakers.some(one => behind.includes(one))
  return reveals
    .filter(reveal => isHers(reveal) && isPrintedIn(reveal, words, places))
    .map(({ row, speakers, number }): Claim => {
      const value = row.value === null ? '' : known.say(row.value)
      const whom = speakers.filter(one => behind.length === 0 || behind.includes(one))
      return {
        attribute: attributeOf(row.attribute ?? ''),
        values: row.value === null ? [] : [...new Set([fold(row.value), fold(value)])],
        shown: value,
        unique: row.value === null || /^unique$/iu.test(row.value.trim()),
        of: whom.length === 0 ? null : whom,
        from: 'reveal',
        by: String(number),
      }
    })
}
