import { type Language, languageOf } from '../../language/index.js'
import { needStudy, type Study } from '../../study/index.js'
import { Table } from '../../table/index.js'
import { environmentTold, ethicsTold, questionsTold, theoryTold, titleTold } from './beforehand.js'
import { analysisTold, findingsTold, limitsTold } from './findings.js'
import { collectionTold, designTold, participantsTold, samplingTold } from './gathering.js'
import { pagesAbout } from './pagesAbout.js'
import { type Telling, type Told, tellingOf } from './telling.js'

/** An item of the reporting standard, with what a study holds of it. */
export interface RamesesRow {
  /** 1 to 20. */
  readonly item: number
  readonly section: string
  readonly name: string
  /** What the item asks, in short. */
  readonly asks: string
  readonly facts: readonly string[]
  /** Where each of the facts stands, in their order and with their numbers: a file, with its row or part. */
  readonly where: readonly string[]
  /** What the study does not hold of it, in words. */
  readonly missing: readonly string[]
}

/** Several in one cell get numbers, so that a fact and its place find one another. */
const numbered = (lines: readonly string[]) => (lines.length < 2 ? lines : lines.map((line, i) => `(${i + 1}) ${line}`))

const nothing = (): Told => ({ facts: [], missing: [] })

/** Per item what the tables tell of it. */
const tellers: readonly ((telling: Telling) => Told)[] = [
  ...[titleTold, nothing, nothing, theoryTold, questionsTold, ethicsTold, nothing, environmentTold, nothing, designTold],
  ...[collectionTold, samplingTold, analysisTold, participantsTold, findingsTold, nothing, limitsTold, nothing, nothing, nothing],
]

/**
 * Lays a study beside the twenty items of the reporting standard for realist evaluations, RAMESES II (Wong et al. 2016, BMC Medicine 14:96):
 * per item the facts the study holds, where they stand, the pages of the report that are about it by their name or headings, and what
 * is missing, in words. It gives no tick and no score: whether the report tells it well is for a reader to judge. To readers small groups are
 * put together, and no days are told.
 *
 * @param options.language of the checklist, and of the headings it knows pages by; that of the safe study unless given
 * @throws StudyError when no language is known
 * @example
 * const rows = [...ramesesChecklist(study, { language: en })]
 * rows.length
 * //=> 20
 * rows[0].missing
 * //=> ['the title does not say that it is a realist evaluation']
 */
export function ramesesChecklist(study: Study, options: { readonly language?: Language } = {}): Table<RamesesRow> {
  needStudy(study, 'ramesesChecklist')
  const language = languageOf(study, options.language)
  const telling = tellingOf(study, language)
  const { items, title, basis } = language.rameses
  const rows = items.map(({ section, name, asks, page, words }, i): RamesesRow => {
    const told = tellers[i]!(telling)
    const pages = pagesAbout(telling, words)
    const facts = [...told.facts, ...pages]
    return {
      item: i + 1,
      section,
      name,
      asks,
      facts: numbered(facts.map(one => one.fact)),
      where: numbered(facts.map(one => one.where)),
      missing: [...told.missing, ...(pages.length > 0 || page === '' ? [] : [page])],
    }
  })
  return new Table<RamesesRow>({
    title,
    columns: ['item', 'section', 'name', 'asks', 'facts', 'where', 'missing'],
    rows,
    basis,
    of: study,
  })
}
