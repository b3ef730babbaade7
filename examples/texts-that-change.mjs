// A transcript is corrected after it was coded, and a respondent withdraws: codings go where their words went, what was
// said by who withdrew goes from every file of the study, and a list says what only people can clear.
// Run it from the top folder: node examples/texts-that-change.mjs
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { reviseTranscript, withdrawRespondent } from 'retroduct'
import { openStudy, saveStudy, whereWords } from 'retroduct/node'

const dir = await mkdtemp(join(tmpdir(), 'retroduct-example-'))
await cp('fixtures/community-clinic', dir, { recursive: true })
const by = { coder: 'MV', date: '2026-02-01' }

const study = await openStudy(dir)
const { id, text } = study.transcripts[0]
const { study: revised, changes } = reviseTranscript(
  study,
  id,
  `Recorded in May.\n\n${text.replace('Nobody books.', 'Nobody ever books.')}`,
  by,
)
console.log(changes)

const { study: after, removed, reach } = withdrawRespondent(revised, 'P1', { scope: 'everything', by })
console.log(removed)
console.log(reach)

await saveStudy(after, dir)
const left = await whereWords(revised, 'P1', dir)
console.log(`${left.rows.length} files still hold her words`)
await rm(dir, { recursive: true })
