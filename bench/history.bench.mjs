// Looking back over a journal of a hundred thousand codings: held against its ids, listed, compared, asked of one coding.
import { axialPass, blameCoding, checkJournal, diffStudies, listPasses, openPass, studyAt, undoPass } from '../dist/index.js'
import { madeCodings, madeStudy } from './made.mjs'
import { figure, time } from './measure.mjs'

const by = { coder: 'JT', date: '2020-05-04' }
const bare = madeStudy({ characters: 20_000 })
const codings = madeCodings(bare, 100_000)
// Rows as an import has them, so that the journal begins with all hundred thousand.
let study = openPass({ ...bare, codings }, by, pass => pass.define('a new code', { role: 'context' }))
for (let i = 0; i < 20; i++) {
  const ids = study.codings.slice(i * 50, i * 50 + 50).map(coding => coding.id)
  study = axialPass(study, by, pass => pass.recode(ids, { memo: `round ${i}` }))
}
const merged = axialPass(study, by, pass =>
  pass.merge(
    study.codes.slice(0, 2).map(code => code.id),
    study.codes[0].id,
  ),
)
if (checkJournal(merged).problems.length > 0) throw new Error('the journal does not tell its tables')
figure('checkJournal, 100,000 codings and 23 passes', await time(() => checkJournal(merged)), 'ms')
figure('diffStudies of two states of 100,000 codings', await time(() => diffStudies(study, merged)), 'ms')
figure('listPasses, 100,000 codings and 23 passes', await time(() => listPasses(merged)), 'ms')
figure('blameCoding among 100,000', await time(() => blameCoding(merged, codings[0].id)), 'ms')
figure('studyAt, 100,000 codings and 23 passes', await time(() => studyAt(merged, 12)), 'ms')
figure('undoPass of a merge among 100,000', await time(() => undoPass(merged, by)), 'ms')
