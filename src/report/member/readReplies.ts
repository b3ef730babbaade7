import type { ResponseFacts } from '../../coding/index.js'
import { carriedLanguage, type Language } from '../../language/index.js'
import { delimiterOf } from '../../privacy/index.js'
import { nearName, needStudy, type Problem, type Study, throwProblems } from '../../study/index.js'
import { type CsvRecord, parseCsv, unescapeFormula } from '../../table/index.js'
import { memberItem, statementNow, unknownItem } from './memberItem.js'
import { memberAnswers } from './memberSheet.js'
import { respondentNamed } from './needAskable.js'

/** What one person answered to one statement. */
export interface Reply {
  /** The row of the file as a spreadsheet numbers it: the header is row 1. */
  readonly row: number
  readonly respondent: string
  /** The theme or configuration, as `responses.csv` knows it. */
  readonly item: string
  /** What `pass.response` takes. Without an answer it is `no reply`. */
  readonly facts: ResponseFacts
  /** Whether the statement reads otherwise in the study than on the form that was answered. */
  readonly isChanged: boolean
}

export interface RepliesOptions {
  /** The round in which it was put, an id of study.json. */
  readonly round?: string
  /** The language of the form. Columns and answers are also known by their English names. */
  readonly language?: Language
  /** What to call the file in errors. */
  readonly file?: string
}

/**
 * Reads back the forms of a member check that were filled in, of one person or of several below one another, as CSV from a spreadsheet. What was
 * answered goes into the study with `pass.response`; an answer that was left empty is no reply. Where a statement was reworded after the
 * form was made, the reply says so: it was given to other words.
 *
 * @throws StudyError with everything that is wrong at once, each by row and column: people and items that are not in the study, answers that are
 *   none, words without an answer, an item answered twice. What was written is not repeated
 * @example
 * const csv = 'respondent,item,answer,in your own words\n10,C1,disagree,Only in the first year.\n'
 * const [reply] = readReplies(study, csv, { language: en })
 * reply.facts
 * //=> { response: 'disputes', text: 'Only in the first year.' }
 * theoryPass(study, { coder: 'MV', date: '2020-09-01' }, pass => pass.response(reply.respondent, reply.item, reply.facts)).responses.length
 * //=> 1
 */
export function readReplies(study: Study, csv: string, options: RepliesOptions = {}): readonly Reply[] {
  needStudy(study, 'readReplies')
  const { file = 'replies.csv', round } = options
  const language = options.language ?? carriedLanguage(study)
  const heads = headsIn(language)
  const parsed = parseCsv(csv, delimiterOf(csv, Object.values(heads).flat()))
  if (parsed === null)
    return throwProblems([{ what: 'this file is empty', hint: 'give the form that was filled in, with its header', file }]) as never
  const { header, records, flaws } = parsed
  const problems: Problem[] = flaws.map(flaw => ({ ...flaw, file }))
  const rounds = study.rounds.map(one => one.id)
  if (round !== undefined && !rounds.includes(round)) {
    const near = nearName(round, rounds)
    const hint = near === null ? `the rounds are: ${rounds.join(', ')}` : `did you mean '${near}'?`
    problems.push({ what: 'this round is not in study.json', hint, call: 'readReplies' })
  }
  const places = columnsIn(header, heads, language, file, problems)
  throwProblems(problems)
  const reading: Reading = { study, language, places, width: header.cells.length, file, round, taken: new Map(), problems }
  const replies = records.flatMap(record => readReply(reading, record) ?? [])
  throwProblems(problems)
  return replies
}

type Head = 'respondent' | 'item' | 'statement' | 'answer' | 'words'
type Heads = Readonly<Record<Head, readonly string[]>>

/** What each column may be called; that of the answers has those in brackets behind it. */
function headsIn(language: Language | null): Heads {
  const member = language?.member
  const called = (head: Head, own: string | undefined) => [...(own === undefined ? [] : [own.toLowerCase()]), head]
  return {
    respondent: called('respondent', member?.headRespondent),
    item: called('item', member?.headItem),
    statement: called('statement', member?.headStatement),
    answer: called('answer', member?.headAnswer),
    words: called('words', member?.headWords),
  }
}

function columnsIn(
  { cells, row }: CsvRecord,
  heads: Heads,
  language: Language | null,
  file: string,
  problems: Problem[],
): ReadonlyMap<Head, number> {
  const written = cells.map(cell =>
    unescapeFormula(cell)
      .replace(/\([^)]*\)\s*$/u, '')
      .trim()
      .toLowerCase(),
  )
  const places = new Map<Head, number>()
  for (const [head, names] of Object.entries(heads) as [Head, readonly string[]][]) {
    const at = written.flatMap((one, i) => (names.includes(one) ? [i] : []))
    if (at.length > 1) problems.push({ what: 'two columns have the same name', hint: 'rename or remove one', file, row, column: names[0]! })
    if (at.length > 0) places.set(head, at[0]!)
    else if (head !== 'statement' && head !== 'words')
      problems.push({
        what: `the column "${names[0]}" is missing`,
        hint: language === null ? 'keep the header of the form, and give the language it was made in' : 'keep the header of the form',
        file,
        row,
      })
  }
  return places
}

interface Reading {
  readonly study: Study
  readonly language: Language | null
  readonly places: ReadonlyMap<Head, number>
  readonly width: number
  readonly file: string
  readonly round: string | undefined
  /** The row in which an item was answered by a person. */
  readonly taken: Map<string, number>
  readonly problems: Problem[]
}

function readReply(reading: Reading, { cells, row }: CsvRecord): Reply | null {
  const { study, language, places, file, round, problems } = reading
  const cell = (head: Head) => unescapeFormula(cells[places.get(head) ?? -1] ?? '').trim()
  const note = (what: string, hint: string, column?: string) =>
    void problems.push({ what, hint, file, row, ...(column === undefined ? {} : { column }) })
  const before = problems.length
  if (cells.length > reading.width)
    note('this row has more cells than the header', 'put quotation marks around cells that hold the delimiter')
  const respondent = respondentNamed(study, language, cell('respondent'))
  if (respondent === null) note('this respondent is not in respondents.csv', 'use the id of a respondent', 'respondent')
  const item = memberItem(study, cell('item'))
  if (item === null) note(...(Object.values(unknownItem(study, cell('item'))) as [string, string]), 'item')
  const words = cell('words')
  const response = answerIn(language, cell('answer'))
  if (response === null) note('this is none of the answers', `write one of: ${answersSaid(language)}; or leave it empty`, 'answer')
  if (response === 'no reply' && words !== '')
    note('there are words here and no answer', `say what they are: ${answersSaid(language)}`, 'answer')
  if (respondent !== null && item !== null) {
    const key = JSON.stringify([respondent, item.kind, item.id])
    const first = reading.taken.get(key)
    if (first !== undefined) note(`this person answered the same item in row ${first}`, 'keep one of the two rows', 'item')
    else reading.taken.set(key, row)
  }
  if (problems.length > before || respondent === null || item === null || response === null) return null
  const facts: ResponseFacts = { ...(round === undefined ? {} : { round }), response, ...(words === '' ? {} : { text: words }) }
  const statement = cell('statement')
  const now = statementNow(study, language, item)
  return { row, respondent, item: item.id, facts, isChanged: statement !== '' && now !== '' && !isSameStatement(statement, now) }
}

const answersSaid = (language: Language | null) => memberAnswers.map(one => language?.member.short[one] ?? one).join(', ')

/** The answer that was meant: as the form, the sheet or `responses.csv` calls it. */
function answerIn(language: Language | null, cell: string): NonNullable<ResponseFacts['response']> | null {
  const written = cell
    .toLowerCase()
    .replace(/[\s.☐☒☑✓]+/gu, ' ')
    .trim()
  if (written === '' || written === 'no reply') return 'no reply'
  const found = memberAnswers.find(one => {
    const own = language === null ? [] : [language.member.short[one], language.member.answers[one]]
    return [one, ...own].some(name => name.toLowerCase() === written)
  })
  return found ?? null
}

const fold = (text: string) => text.normalize('NFC').replace(/[‘’]/gu, "'").replace(/[“”]/gu, '"').replace(/\s+/gu, ' ').trim()

/** Whether a statement of a form is that of the study, in which a name may stand where the form has what stands for it. */
function isSameStatement(written: string, now: string): boolean {
  const parts = fold(written).split(/‹[^‹›]{0,200}›/u)
  const text = fold(now)
  if (parts.length === 1 || text === fold(written)) return text === fold(written)
  let at = 0
  for (const [i, part] of parts.entries()) {
    const found = i === parts.length - 1 ? text.length - part.length : text.indexOf(part, at)
    if (found < at || !text.startsWith(part, found) || (i === 0 && found !== 0)) return false
    at = found + part.length
  }
  return true
}
