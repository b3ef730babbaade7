// An open and an axial pass in code: label fragments, then merge and relate codes. Nothing is saved here; with saveStudy
// the folder would get the codings and a line per pass in journal.jsonl.
// Run it from the top folder: node examples/coding.mjs
import { axialPass, diffStudies, openPass } from 'retroduct'
import { openStudy } from 'retroduct/node'

const study = await openStudy('fixtures/community-clinic')
const by = { coder: 'EX', date: '2026-01-15' }

const coded = openPass(study, by, pass => {
  pass.define('waiting together', { role: 'context', definition: 'people wait in one room and talk' })
  const first = study.transcripts[0].turns.find(turn => !turn.asks)
  pass.code(pass.fragment(study.transcripts[0].id, { start: first.start, end: first.end }), 'waiting together', {
    polarity: 'enabling',
    elicited: 'volunteered',
  })
})

const related = axialPass(coded, by, pass => {
  const [first, second] = study.codes
  pass.relate('waiting together', 'part of', first.name)
  pass.nest(second.name, first.name)
})

console.log(
  `${related.codings.length - study.codings.length} coding and ${related.relations.length - study.relations.length} relation more`,
)
console.log(diffStudies(study, related))
