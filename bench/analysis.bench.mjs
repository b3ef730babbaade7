// Who says what, codes per case and what to read next, on 400 codes and 2,000 transcripts, and how they grow.
import { codeMatrix, contrastGroups, countCodes, readingList } from '../dist/index.js'
import { madeCodings, madeStudy } from './made.mjs'
import { figure, growth, timeAll } from './measure.mjs'

const made = madeStudy({ interviews: 2_000, characters: 12_000, codes: 400 })
const groups = ['nurse', 'doctor', 'manager', 'director']
const cases = Array.from({ length: 20 }, (_, i) => ({ id: `case${i}`, name: `Case ${i}`, extra: {} }))
const respondents = made.respondents.map((one, i) => ({ ...one, group: groups[i % 4], cases: [`case${i % 20}`] }))
const themes = Array.from({ length: 40 }, (_, i) => ({
  id: `theme${i}`,
  label: `theme ${i}`,
  role: ['context', 'mechanism', 'outcome'][i % 3],
  polarity: null,
  parent: null,
  codes: Array.from({ length: 10 }, (_, j) => `k${i * 10 + j}`),
  claim: null,
  bullet: null,
  core: null,
  extra: {},
}))
const base = { ...made, cases, respondents, themes }
const sizes = [10_000, 100_000, 1_000_000]
const works = {
  'index: countCodes': study => countCodes(study),
  'contrastGroups, by group': study => contrastGroups(study, { by: 'group' }),
  'contrastGroups, by case': study => contrastGroups(study, { by: 'case' }),
  'codeMatrix, by case': study => codeMatrix(study),
  'readingList, in the same answer': study => readingList(study),
}
const took = {}
for (const size of sizes) {
  const codings = madeCodings(base, size).map((one, i) => ({ ...one, account: `a${(i % 2_000) + 2_000 * Math.floor(i / 6_000)}` }))
  // A list to read next of a million codings takes minutes: it is measured to 100,000.
  const measured = Object.fromEntries(Object.entries(works).filter(([name]) => size < 1_000_000 || !name.startsWith('readingList')))
  const times = await timeAll(measured, { runs: 3, prepare: () => ({ ...base, codings: [...codings] }) })
  for (const name of Object.keys(measured)) {
    figure(`${size} codings, ${name}, on a study not looked at before`, times[name], 'ms', size === 1_000_000 ? 'seconds' : '')
    took[name] = [...(took[name] ?? []), times[name]]
  }
}
for (const name of Object.keys(works)) growth(name, sizes.slice(0, took[name].length), took[name])
