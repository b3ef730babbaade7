// A finished report held against a study: how long it takes, and how that grows with the texts. The floor is one search of every
// quotation in every text with indexOf.
import { checkReport } from '../dist/index.js'
import { nl } from '../dist/nl.js'
import { madeCodings, madeStudy } from './made.mjs'
import { figure, growth, timeAll } from './measure.mjs'

const sizes = [20, 60, 200]
const took = []
for (const interviews of sizes) {
  const plain = madeStudy({ interviews, characters: 60_000, codes: 100 })
  const study = { ...plain, codings: madeCodings(plain, interviews * 100) }
  // Half of a hundred quotations stand there so, half have a word changed.
  const quotations = Array.from({ length: 100 }, (_, i) => {
    const { text, respondents } = study.transcripts[(i * 7) % interviews]
    const words = text
      .slice(5_000 + i * 300, 5_000 + i * 300 + 400)
      .split(/\s+/u)
      .slice(2, 42)
    if (i % 2 === 1) words[20] = 'anders'
    return { words: words.join(' '), who: respondents[0] }
  })
  const report = quotations.map(({ words, who }) => `Dat hoorden we van alle deelnemers: “${words}” (Respondent ${who}).`).join('\n\n')
  const times = await timeAll(
    {
      check: one => checkReport(one, report, { language: nl }),
      floor: one => quotations.filter(({ words }) => one.transcripts.some(({ text }) => text.includes(words))).length,
    },
    { runs: 3, prepare: () => ({ ...study, codings: [...study.codings] }) },
  )
  const megabytes = (interviews * 60_000) / 1e6
  figure(`${megabytes} MB of texts, 100 quotations, one search of each in each text (the floor)`, times.floor, 'ms')
  figure(`${megabytes} MB of texts, checkReport`, times.check, 'ms', interviews === 200 ? 'seconds' : '')
  took.push(times.check)
  const { quotations: found } = await checkReport(study, report, { language: nl })
  const states = new Map()
  for (const { state } of found.rows) states.set(state, (states.get(state) ?? 0) + 1)
  console.log([...states].map(([state, n]) => `${state} ${n}`).join(', '))
}
growth('checkReport', sizes, took)
