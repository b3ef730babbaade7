import { positionOf } from '../../coding/index.js'
import { type Audience, audienceOf, type Coding, carryGuard, counted, guardOf, type Study } from '../../study/index.js'
import { type Cell, jupyterDisplay, type MimeBundle, nodeInspect, Table, type TableData } from '../../table/index.js'
import { sourcesOf, speakersAt } from '../../transcript/index.js'
import { passagesIn } from '../passages.js'
import type { SelectedQuote } from '../quoteSpeakers.js'
import { smallClasses } from '../smallClasses.js'
import { themesInOrder } from '../themesInOrder.js'
import { answered } from './compileText.js'
import { fragmentPlace, inTableOrder, untoldOf } from './fragmentPlace.js'
import type { Query } from './query.js'
import { sayQuery } from './sayQuery.js'

/** A coding as a row: where it stands, who said it, the code with one column per level (`code 1` is the top), and the words. */
export type QueriedRow = Readonly<Record<string, Cell>>

export interface QueriedTableOptions {
  /** Columns of `respondents.csv` to show with the words; of a safe study those that `anonymise` was told to carry. */
  readonly attributes?: readonly string[]
}

const studies = new WeakMap<QueriedCodings, Study>()

/**
 * The codings a query found, in the order of the transcripts and their text. They are gone through like a list, handed to a pass, or put
 * into a quote table; shown, they are a table.
 */
export class QueriedCodings implements Iterable<Coding> {
  readonly codings: readonly Coding[]
  readonly query: Query

  constructor(study: Study, query: Query, codings: readonly Coding[]) {
    this.codings = codings
    this.query = query
    studies.set(this, study)
    carryGuard(this, guardOf(study))
  }

  get audience(): Audience {
    return audienceOf(this)
  }

  get ids(): readonly string[] {
    return this.codings.map(coding => coding.id)
  }

  get size(): number {
    return this.codings.length
  }

  /** How many sources may be counted for them: people, or groups speaking together, once over all rounds. */
  get sources(): number {
    const study = studyOf(this)
    const transcripts = new Map(study.transcripts.map(one => [one.id, one]))
    return sourcesOf(study).heardIn(this.codings.map(coding => speakersAt(transcripts.get(coding.transcript)!, coding) ?? [])).length
  }

  /** The query in words; for readers without what would tie words closer to their speaker than `quotes.csv` does. */
  get words(): string {
    return sayQuery(this.query, untoldOf(studyOf(this), this.codings, this.query))
  }

  /** How much was found, of what. */
  get basis(): string {
    const number = studyOf(this).basis === 'quotes' ? '' : ` of ${counted(this.sources, 'sources')}`
    const passages = passagesIn(this.codings)
    // Counts take a passage once, so that the two would seem to disagree.
    const once = passages < this.codings.length ? ` (${counted(passages, 'passages')})` : ''
    return `${counted(this.codings.length, 'codings')}${once}${number}: ${this.words}`
  }

  [Symbol.iterator](): Iterator<Coding> {
    return this.codings[Symbol.iterator]()
  }

  /** A row per coding. Beside words that may not be tied to their speaker, who said them and where is left out of a public table. */
  toTable(options: QueriedTableOptions = {}): Table<QueriedRow> {
    return queriedTable(studyOf(this), this, options)
  }

  toJSON(): TableData {
    return this.toTable().toJSON()
  }

  [jupyterDisplay](): MimeBundle {
    return this.toTable()[jupyterDisplay]()
  }

  [nodeInspect](): string {
    return this.toTable()[nodeInspect]()
  }
}

/** The study a query was asked of. */
function studyOf(result: QueriedCodings): Study {
  return studies.get(result)!
}

/** Whether every coding found is in this study as it was found; ids alone may mean another coding in another study. */
export function isFoundIn(study: Study, { codings }: QueriedCodings): boolean {
  return codings.every(coding => study.codings[positionOf(study.codings, coding.id)] === coding)
}

/** The codings found under each theme they stand behind, the same words once; those behind no theme come last, under none. */
export function quotesOf(study: Study, found: QueriedCodings): readonly (SelectedQuote & { readonly coding: string })[] {
  const codings = inTableOrder(study, found.codings)
  const themes = themesInOrder(study)
  const under = (theme: string | null) => {
    const seen = new Set<string>()
    return (coding: Coding) => {
      const key = `${coding.transcript}\n${coding.start}\n${coding.end}\n${coding.stance}\n${theme === null ? coding.role : ''}`
      if (seen.has(key)) return []
      seen.add(key)
      return [{ theme: theme ?? '', coding: coding.id }]
    }
  }
  const behind = (coding: Coding) => themes.filter(({ codes, role }) => role === coding.role && codes.includes(coding.code))
  const placed = new Map(codings.map(coding => [coding, behind(coding).map(theme => theme.id)]))
  return [
    ...themes.flatMap(({ id }) => codings.filter(coding => placed.get(coding)!.includes(id)).flatMap(under(id))),
    ...codings.filter(coding => placed.get(coding)!.length === 0).flatMap(under(null)),
  ]
}

function queriedTable(study: Study, result: QueriedCodings, { attributes = [] }: QueriedTableOptions): Table<QueriedRow> {
  const transcripts = new Map(study.transcripts.map(one => [one.id, one]))
  const people = new Map(study.respondents.map(one => [one.id, one]))
  const pathOf = codePaths(study)
  const depth = result.codings.reduce((most, coding) => Math.max(most, pathOf(coding.code).length), 1)
  const levels = Array.from({ length: depth }, (_, i) => `code ${i + 1}`)
  const rows = inTableOrder(study, result.codings).map(coding => {
    const transcript = transcripts.get(coding.transcript)!
    const { speakers, ...place } = fragmentPlace(study, transcript, coding)
    const path = pathOf(coding.code)
    const given = (column: string) => {
      const { printed } = smallClasses(study, { attribute: column })
      return [...new Set(speakers.flatMap(one => printed(people.get(one)?.extra[column] || null) ?? []))].join('; ')
    }
    return {
      ...place,
      ...Object.fromEntries(attributes.map(column => [column, given(column)])),
      code: path.join(' > '),
      ...Object.fromEntries(levels.map((level, i) => [level, path[i] ?? null])),
      role: coding.role,
      polarity: coding.polarity,
      stance: coding.stance,
      words: answered(transcript, coding),
      memo: coding.memo,
    }
  })
  const columns = ['coding', 'transcript', 'turn', 'speaker', 'group', 'case', 'round', ...attributes, 'code', ...levels]
  return new Table<QueriedRow>({
    title: 'Codings found',
    columns: [...columns, 'role', 'polarity', 'stance', 'words', 'memo'],
    rows,
    basis: result.basis,
    of: result,
  })
}

/** The names of a code and of those it stands under, from the top. */
export function codePaths(study: Study): (code: string) => readonly string[] {
  const codes = new Map(study.codes.map(code => [code.id, code]))
  const paths = new Map<string, readonly string[]>()
  const pathOf = (id: string): readonly string[] => {
    const cached = paths.get(id)
    if (cached !== undefined) return cached
    const code = codes.get(id)
    const path = [...(code?.parent ? pathOf(code.parent) : []), code?.name ?? id]
    paths.set(id, path)
    return path
  }
  return pathOf
}
