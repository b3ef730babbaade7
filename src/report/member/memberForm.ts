import { type Cell, Table } from '../../table/index.js'
import type { Making } from '../making.js'
import { plainText } from '../plainText.js'
import { statementFor } from './memberItem.js'
import { memberAnswers, type PutItem } from './memberSheet.js'

/**
 * The form that is filled in: a row per statement with an empty answer. Its columns are called in the language of who fills it in, and
 * the answers there are stand in the name of their column.
 */
export function memberForm(making: Making, respondent: string, put: readonly PutItem[]): Table<Record<string, Cell>> {
  const { member } = making.language
  const answers = memberAnswers.map(one => member.short[one]).join(', ')
  const heads = [member.headRespondent, member.headItem, member.headStatement, `${member.headAnswer} (${answers})`, member.headWords]
  const rows = put.map(({ item }) => [respondent, item.id, plainText(statementFor(making, item)), null, null])
  return new Table<Record<string, Cell>>({
    title: member.form,
    columns: heads,
    rows: rows.map(cells => Object.fromEntries(heads.map((head, i) => [head, cells[i]!]))),
    basis: member.formBasis.replace('{answers}', answers),
    of: making.study,
  })
}
