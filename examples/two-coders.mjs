// Two people code the same interview without seeing each other's work; their work is put together, what they differ in is
// listed with both sides, and the agreed reading is recorded beside the originals.
// Run it from the top folder: node examples/two-coders.mjs
import { axialPass, blindCopy, mergeCoders, openPass, unsettled } from 'retroduct'
import { openStudy } from 'retroduct/node'

const study = await openStudy('fixtures/community-clinic')

// Each gets a copy; in practice saved in a folder of its own with saveStudy, and coded there.
const codeAs = (coder, role) =>
  openPass(blindCopy(study, coder), { coder, date: '2026-02-01' }, pass => {
    pass.code(pass.turn('interview-1', 4), 'walking in', { role })
    pass.inVivo(pass.fragment('interview-1', 'They push the door and they’re in'), { role: 'outcome' })
  })

const { study: both, conflicts } = mergeCoders(study, [codeAs('AB', 'context'), codeAs('CD', 'mechanism')], {
  coder: 'AB',
  date: '2026-02-08',
})
console.log(conflicts.basis)

const disagreements = unsettled(both)
console.log(disagreements)

const settled = axialPass(both, { coder: 'AB', date: '2026-02-09' }, pass => {
  for (const { coding, otherCoding } of disagreements)
    pass.settle([coding, otherCoding], { role: 'mechanism', memo: 'talked over: it is why people come in time' })
})
console.log(`${unsettled(both).rows.length} settled, ${unsettled(settled).rows.length} left`)
