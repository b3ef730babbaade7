import { type Code, type Coding, standsUnder } from '../../study/index.js'
import type { CodeFacts } from './codes.js'
import type { Draft } from './draft.js'

const columns = ['typical', 'borderline'] as const

const hasExamples = (code: Code) => columns.some(column => code[column].length > 0)
const codesIn = (draft: Draft) => draft.all('codes') as readonly Code[]
const parentsIn = (draft: Draft) => new Map(codesIn(draft).map(code => [code.id, code.parent]))

function codingIn(draft: Draft, id: string): Coding | undefined {
  return (draft.get('codings', id) ?? draft.get('lost', id)) as Coding | undefined
}

/** Whether what is given as examples of a code are codings of it or of a code under it; notes what is wrong. */
export function checkExamples(draft: Draft, code: Code, facts: CodeFacts): boolean {
  const above = parentsIn(draft)
  const given = columns.flatMap(column => facts[column] ?? [])
  for (const id of given) {
    const coding = codingIn(draft, id)
    if (coding === undefined)
      draft.problem('an example is not the id of a coding', 'take ids from study.codings, or those that pass.code gave')
    else if (!standsUnder(coding.code, code.id, above))
      draft.problem('an example is a coding of another code', 'name codings of this code or of a code under it')
    else continue
    return false
  }
  const all = columns.map(column => facts[column] ?? code[column])
  if (!all[0]!.some(id => all[1]!.includes(id))) return true
  draft.problem('an example is typical and borderline at once', 'name it in one of the two')
  return false
}

/**
 * Sees at the end of a pass that examples are still codings of their code. Where a code is gone its examples go with their codings;
 * otherwise a coding that went to another code is no longer an example of the first.
 *
 * @returns what was done, in words
 */
export function keepExamples(draft: Draft): string {
  const before = draft.study.codes.filter(hasExamples)
  const marked = codesIn(draft).filter(hasExamples)
  if (before.length + marked.length === 0) return ''
  const above = parentsIn(draft)
  const isOf = (id: string, code: string) => {
    const coding = codingIn(draft, id)
    return coding !== undefined && standsUnder(coding.code, code, above)
  }
  for (const code of marked) {
    for (const column of columns) {
      const kept = code[column].filter(id => isOf(id, code.id))
      if (kept.length < code[column].length) draft.change('codes', code.id, { [column]: kept })
    }
  }
  for (const old of before.filter(code => isGone(draft, code))) {
    for (const column of columns) for (const id of old[column]) if (!isOf(id, old.id)) giveExample(draft, column, id)
  }
  return 'saw to it that examples are codings of their code'
}

function isGone(draft: Draft, code: Code): boolean {
  const now = draft.get('codes', code.id) as Code | undefined
  return now === undefined || (now.retired === true && code.retired !== true)
}

/** Marks a coding as an example of the code it has now, unless it is one already. */
function giveExample(draft: Draft, column: (typeof columns)[number], id: string): void {
  const code = draft.get('codes', codingIn(draft, id)?.code ?? '') as Code | undefined
  if (code === undefined || columns.some(one => code[one].includes(id))) return
  draft.change('codes', code.id, { [column]: [...code[column], id] })
}
