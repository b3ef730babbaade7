// Who changed what, when: the journal as a table, the study as it was, and what differs between two moments, in words.
// Run it from the top folder: node examples/history.mjs
import { axialPass, blameCoding, diffStudies, listPasses, openPass, studyAt, undoPass } from 'retroduct'
import { openStudy } from 'retroduct/node'

const study = await openStudy('fixtures/community-clinic')
const [first, second] = study.codes

const coded = openPass(study, { coder: 'AB', date: '2026-02-01' }, pass => {
  pass.code(pass.turn(study.transcripts[0].id, 2), first.name, { role: 'mechanism', memo: 'look again' })
})
const merged = axialPass(coded, { coder: 'CD', date: '2026-02-08' }, pass => pass.merge([first.name, second.name], first.name))

console.log(listPasses(merged))
console.log(diffStudies(studyAt(merged, '2026-02-01'), merged))
console.log(blameCoding(merged, merged.codings.at(-1).id))

const undone = undoPass(merged, { coder: 'AB', date: '2026-02-09' })
console.log(diffStudies(coded, undone).rows.length === 0 ? 'as before the merge' : 'something differs')
