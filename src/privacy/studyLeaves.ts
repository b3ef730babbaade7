import { columnsOf, configurationRoles, type Leaf, type Study, tableNames, tables } from '../study/index.js'

/** Every text of a safe study, with its place: what leaves when the study itself is passed on. */
export function* studyLeaves(study: Study): Iterable<Leaf> {
  const facts = { title: study.title, questions: study.questions, cleaning: study.cleaning, ethics: study.ethics, rounds: study.rounds }
  for (const text of textsIn([facts, study.roleFacts, study.templates.map(one => one.text)])) yield { text, where: 'study.json' }
  const roles = new Set(study.roles)
  for (const table of tableNames) {
    const declared = columnsOf(table, configurationRoles(study))
    for (const [i, row] of study[table].entries()) {
      for (const [column, value] of Object.entries(row)) {
        // The words of a transcript are looked at turn by turn below, and places in it are numbers.
        if (table === 'transcripts' && (column === 'text' || column === 'turns')) continue
        // Fixed words and places in a text are nobody's.
        if (declared[column]?.values !== undefined || (column === 'role' && roles.has(String(value)))) continue
        const texts = column === 'extra' && table === 'transcripts' ? [] : textsIn(value)
        for (const text of texts) yield { text, where: `${tables[table].file}, row ${i + 2}, column ${column}` }
      }
    }
  }
  for (const one of study.transcripts) {
    for (const [i, turn] of one.turns.entries())
      yield { text: one.text.slice(turn.start, turn.end), where: `transcript ${one.id}, turn ${i + 1}` }
  }
  for (const kind of ['pages', 'memos'] as const)
    for (const page of study[kind])
      for (const text of textsIn(page)) yield { text, where: `${kind === 'pages' ? 'report' : 'memos'}/${page.id}.md` }
}

function* textsIn(value: unknown): Iterable<string> {
  if (typeof value === 'string') yield value
  else if (typeof value === 'object' && value !== null) for (const one of Object.values(value)) yield* textsIn(one)
}
