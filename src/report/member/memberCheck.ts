import { speakerLabel } from '../../analysis/index.js'
import { type Language, languageOf } from '../../language/index.js'
import { mayHaveSaid, wordRuns } from '../../privacy/index.js'
import { isUnlinked, type Problem, type SafeStudy, type Study, StudyError, throwProblems } from '../../study/index.js'
import type { Cell, Table } from '../../table/index.js'
import { needAudience } from '../audience.js'
import type { Making } from '../making.js'
import { plainText } from '../plainText.js'
import { Report } from '../report.js'
import { memberForm } from './memberForm.js'
import { type MemberItem, memberItem, ownItems, statementFor, unknownItem } from './memberItem.js'
import { aboutChapter, statementsChapter } from './memberSheet.js'
import { needAskable } from './needAskable.js'
import { ownPassages } from './ownPassages.js'

const call = 'memberCheck'

export interface MemberCheckOptions {
  /** Whom it is for: an id of `respondents.csv`, or her label. */
  readonly respondent: string
  /** What to put to her: themes by id or label, configurations by id. Those something of hers stands behind, unless given. */
  readonly items?: readonly string[]
  /** The language of the sheet; that of the safe study unless given. */
  readonly language?: Language
}

/** What goes to one respondent. */
export interface MemberCheck {
  /** The sheet to read: her own passages, and the statements. */
  readonly sheet: Report
  /** The form to fill in; as CSV it is read back by `readReplies`. */
  readonly form: Table<Record<string, Cell>>
  /** Items that something of hers stands behind and that were not put to her, with the reason; empty when items were given. */
  readonly leftOut: readonly LeftOut[]
}

export interface LeftOut {
  readonly item: string
  readonly why: string
}

/**
 * Makes a member check for one respondent: statements from the findings, under each what this person said about it, and room to agree, add,
 * disagree or have no view. It holds nobody else's words, nor who else said what, nor how many did. Of who spoke in a group it has
 * only turns that may be this person's, and says where they may be another's. What may not be quoted, or not under this person's label, is not
 * printed.
 *
 * @throws StudyError when the study is not a safe one and `audience: 'team'` is not given; when labels are unlinked, since a sheet puts
 *   together what one person said; when the person does not want to be asked again; and with every item that is not in the study, has no
 *   statement, or holds words of somebody else
 * @example
 * const { sheet, form } = memberCheck(safe, { respondent: 'P2' })
 * sheet.chapters.map(chapter => chapter.id)
 * //=> ['about', 'statements']
 * form.columns
 * //=> ['respondent', 'item', 'statement', 'answer (agree, add, disagree, no view)', 'in your own words']
 */
export function memberCheck(study: SafeStudy, options: MemberCheckOptions): MemberCheck
export function memberCheck(
  study: Study,
  options: MemberCheckOptions & { readonly language: Language; readonly audience: 'team' },
): MemberCheck
export function memberCheck(study: Study, options: MemberCheckOptions & { readonly audience?: 'team' }): MemberCheck {
  needAudience(study, call, options.audience)
  if (isUnlinked(study)) {
    const what = 'labels are unlinked, and a sheet puts together what one person said'
    throw new StudyError([{ what, hint: "make the sheet from a safe study with labels: 'numbered'", call }])
  }
  const language = languageOf(study, options.language)
  const making: Making = { study, language, selection: { quotes: [] }, oneSource: 'mark', counts: false }
  const respondent = needAskable(study, language, options.respondent, call)
  const { items, leftOut } = options.items === undefined ? itemsOf(making, respondent) : needItems(making, respondent, options.items)
  const put = items.map(item => ({ item, own: ownPassages(making, item, respondent) }))
  const label = speakerLabel(study, language, [respondent])
  const sheet = new Report({
    title: language.member.title.replace('{study}', () => study.title),
    chapters: [aboutChapter(making, respondent), statementsChapter(making, put)],
    basis: language.member.basis
      .replace('{statements}', String(items.length))
      .replace('{passages}', String(new Set(put.flatMap(({ own }) => own.shown.map(one => one.printed.words))).size))
      .replace('{who}', () => label),
    language,
    of: study,
  })
  return { sheet, form: memberForm(making, respondent, put), leftOut }
}

interface Chosen {
  readonly items: readonly MemberItem[]
  readonly leftOut: readonly LeftOut[]
}

/** The items that something of this person stands behind, as far as they can be put to her. */
function itemsOf(making: Making, respondent: string): Chosen {
  const fault = faultFor(making, respondent)
  const own = ownItems(making.study, respondent).map(item => ({ item, fault: fault(item) }))
  const items = own.filter(one => one.fault === null).map(one => one.item)
  if (items.length > 0)
    return { items, leftOut: own.flatMap(one => (one.fault === null ? [] : [{ item: one.item.id, why: one.fault.what }])) }
  const what = 'nothing of this respondent stands behind a theme or a configuration that can be put to her'
  throw new StudyError([{ what, hint: 'give items: the themes and configurations to put to her', call }])
}

function needItems(making: Making, respondent: string, given: readonly string[]): Chosen {
  const { study } = making
  const problems: Problem[] = []
  const fault = faultFor(making, respondent)
  const items = given.flatMap((name, i): readonly MemberItem[] => {
    const item = memberItem(study, name)
    const wrong = item === null ? unknownItem(study, name) : fault(item)
    if (wrong !== null) problems.push({ ...wrong, call: `${call}, item ${i + 1}` })
    return item === null ? [] : [item]
  })
  if (given.length === 0)
    problems.push({ what: 'there is nothing to put to this respondent', hint: 'give an item, or leave items out', call })
  throwProblems(problems)
  return { items: [...new Map(items.map(item => [item.kind === 'theme' ? item.theme : item.configuration, item])).values()], leftOut: [] }
}

type Fault = Pick<Problem, 'what' | 'hint'>

/** Why an item cannot be put to this person: it says nothing, or it holds words of another, as a bullet copied from an interview does. */
function faultFor(making: Making, respondent: string): (item: MemberItem) => Fault | null {
  const { study } = making
  const turns = study.transcripts.flatMap(transcript => transcript.turns.filter(turn => !turn.asks).map(turn => ({ transcript, turn })))
  const words = (hers: boolean) =>
    turns
      .filter(({ transcript, turn }) => mayHaveSaid(transcript, turn, respondent) === hers)
      .map(({ transcript, turn }) => transcript.text.slice(turn.start, turn.end))
  const runs = wordRuns(words(false), words(true))
  return item => {
    const statement = plainText(statementFor(making, item))
    if (statement === '')
      return {
        what: 'this item has no words to answer',
        hint: 'write a claim or a bullet for the theme, or a statement for the configuration',
      }
    if (!runs.has(statement)) return null
    return { what: 'this statement holds six words in a row that somebody else said', hint: 'put it in your own words' }
  }
}
