import { type Code, isSame, nearName, type Problem, type Study, standsUnder, standsUnderItself } from '../../study/index.js'
import { wholeRows } from '../journalRow.js'
import { matchEntries } from './matchEntries.js'
import type { CodebookEntry, CodebookFile } from './readCodebook.js'

/** What a row of a codebook file would make of a code. */
export interface PlannedCode {
  readonly entry: CodebookEntry
  /** Null for a code that the study does not have. */
  readonly before: Code | null
  readonly after: Code
  /** Another code whose name is one slip away, for a name that is new. */
  readonly near: string | null
}

export interface CodebookPlan {
  readonly planned: readonly PlannedCode[]
  /** Codes of the study that the file does not name: they stay as they are. */
  readonly missing: readonly Code[]
  readonly problems: readonly Problem[]
  /** New names that are almost those of other codes. */
  readonly doubts: readonly Problem[]
}

const texts = ['role', 'topic', 'definition', 'when', 'whenNot', 'colour'] as const
const flags = ['sensitive', 'retired'] as const
const lists = ['typical', 'borderline'] as const

/** Works out what a codebook file would make of the codes of a study, and everything that is wrong with it. */
export function planCodebook(study: Study, book: CodebookFile): CodebookPlan {
  const { matches, parents, problems } = matchEntries(study, book)
  const before = new Map(study.codes.map(code => [code.id, code]))
  const blank = wholeRows(study, 'codes')
  const drafts = matches.map(({ entry, id }) => {
    const old = before.get(id) ?? null
    const base = old ?? (blank({ id, name: id }) as Code)
    return {
      entry,
      before: old,
      after: { ...base, ...factsOf(study, entry, base), parent: parents.has(id) ? parents.get(id)! : base.parent },
    }
  })
  const named = new Set(matches.map(one => one.id))
  const missing = study.codes.filter(code => !named.has(code.id))
  const all = [...missing, ...drafts.map(one => one.after)]
  const nameOf = (code: Code) => code.name ?? code.id
  const names = new Set(all.map(nameOf))
  const planned = drafts.map((one): PlannedCode => {
    const name = nameOf(one.after)
    const isNew = one.before === null || nameOf(one.before) !== name
    return {
      ...one,
      near: isNew
        ? nearName(
            name,
            [...names].filter(other => other !== (one.before && nameOf(one.before))),
          )
        : null,
    }
  })
  return { planned, missing, problems: [...problems, ...wrongIn(study, book, planned, all)], doubts: doubtsIn(book, planned) }
}

/** What a row says of a code; a column that is not there, or says the same in other white space, changes nothing. */
function factsOf(study: Study, entry: CodebookEntry, base: Code): Partial<Code> {
  const name = entry.name ?? base.name ?? base.id
  const facts: Record<string, unknown> = name === (base.name ?? base.id) ? {} : { name }
  for (const column of texts) {
    const value = entry[column]
    if (value !== undefined && said(value) !== said(base[column])) facts[column] = value
  }
  if (facts.topic) facts.topic = study.topics.find(topic => topic.id === facts.topic || topic.label === facts.topic)?.id ?? facts.topic
  for (const column of flags) if (entry[column] !== undefined && entry[column] !== base[column]) facts[column] = entry[column]
  for (const column of lists) if (entry[column] !== undefined && !isSame(entry[column], base[column])) facts[column] = entry[column]
  return facts
}

const said = (value: string | null) => (value === null || value.trim() === '' ? null : value)

function wrongIn(study: Study, { file }: CodebookFile, planned: readonly PlannedCode[], all: readonly Code[]): readonly Problem[] {
  const above = new Map(all.map(code => [code.id, code.parent]))
  const codes = new Map([...study.codings, ...study.lost].map(coding => [coding.id, coding.code]))
  const siblings = new Map<string, number>()
  const key = (code: Code) => JSON.stringify([code.parent, code.name ?? code.id])
  for (const code of all) siblings.set(key(code), (siblings.get(key(code)) ?? 0) + 1)
  return planned.flatMap(({ entry, before, after }): readonly Problem[] => {
    const problems: Problem[] = []
    const note = (what: string, hint: string, column: string) => problems.push({ what, hint, file, row: entry.row, column })
    const changed = (column: keyof Code) => before === null || !isSame(before[column], after[column])
    if (changed('name') && (after.name ?? '').includes(';')) note('this is not a name for a code', 'give a name without ";"', 'name')
    if ((changed('name') || changed('parent')) && siblings.get(key(after))! > 1)
      note('two codes under the same code have this name', 'merge them in an axial pass if they are one, or give one another name', 'name')
    if (changed('parent') && standsUnderItself(after.id, above)) note('this code would stand under itself', 'break the circle', 'parent')
    if (changed('role') && after.role !== null && !study.roles.includes(after.role))
      note('this role is not one of the study’s', `use one of: ${study.roles.join(', ')}`, 'role')
    if (changed('topic') && after.topic !== null && !study.topics.some(topic => topic.id === after.topic))
      note('this topic is not in topics.csv', 'use the id or the words of a topic', 'topic')
    for (const column of lists) {
      if (!changed(column)) continue
      if (after[column].some(id => !codes.has(id) || !standsUnder(codes.get(id)!, after.id, above)))
        note('an example is not a coding of this code or of a code under it', 'take ids from codings.csv', column)
    }
    if (after.typical.some(id => after.borderline.includes(id)))
      note('an example is typical and borderline at once', 'take it out of one', 'borderline')
    return problems
  })
}

/** A codebook in which "trust" and "Trust" part ways is worse than an error; a row with an id of its own is meant. */
function doubtsIn({ file }: CodebookFile, planned: readonly PlannedCode[]): readonly Problem[] {
  return planned
    .filter(({ entry, before, near }) => before === null && near !== null && typeof entry.id !== 'string')
    .map(({ entry }) => ({
      what: 'this new name is almost that of another code',
      hint: 'correct it, or give the row an id of its own when it is a new code',
      file,
      row: entry.row,
      column: 'name',
    }))
}
