import { type Code, isSame, type Study } from '../../study/index.js'
import type { PlannedCode } from './planCodebook.js'

/** One thing that a codebook file says of a code and the study does not. */
export interface CodebookChange {
  readonly what: string
  readonly before: string
  readonly after: string
}

const said = ['definition', 'when', 'whenNot', 'topic', 'colour', 'sensitive', 'typical', 'borderline'] as const
const words: Readonly<Record<(typeof said)[number], string>> = {
  definition: 'definition changed',
  when: 'when to use changed',
  whenNot: 'when not to use changed',
  topic: 'topic changed',
  colour: 'colour changed',
  sensitive: 'sensitive or not changed',
  typical: 'typical examples changed',
  borderline: 'borderline examples changed',
}

/** What a row of a codebook file changes, in words. */
export function codebookChanges(study: Study, { before, after }: PlannedCode, nameOf: (id: string) => string): readonly CodebookChange[] {
  if (before === null) return [{ what: 'added', before: '', after: after.parent === null ? '' : `under "${nameOf(after.parent)}"` }]
  const changes: CodebookChange[] = []
  const [oldName, newName] = [before.name ?? before.id, after.name ?? after.id]
  if (oldName !== newName) changes.push({ what: 'renamed', before: oldName, after: newName })
  if (before.parent !== after.parent) {
    const oldParent = study.codes.find(code => code.id === before.parent)
    changes.push({
      what: after.parent === null ? 'moved to the top' : 'moved under another code',
      before: oldParent?.name ?? before.parent ?? '',
      after: after.parent === null ? '' : nameOf(after.parent),
    })
  }
  if (before.role !== after.role) changes.push({ what: 'role changed', before: before.role ?? '', after: after.role ?? '' })
  for (const column of said)
    if (!isSame(before[column], after[column]))
      changes.push({ what: words[column], before: cell(before[column]), after: cell(after[column]) })
  if (before.retired !== after.retired) {
    const what = after.retired === true ? 'retired' : before.retired === true ? 'used again' : 'retired or not changed'
    changes.push({ what, before: cell(before.retired), after: cell(after.retired) })
  }
  return changes
}

function cell(value: Code[keyof Code]): string {
  return value === null ? '' : Array.isArray(value) ? value.join('; ') : String(value)
}
