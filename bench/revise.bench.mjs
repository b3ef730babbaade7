// Revising a transcript: 100 kB with 1,000 fragments after 200 edits all over it, beside looking for the words of every
// fragment with indexOf, which takes the first place they stand in. Growth from 25 to 400 kB.
import { newStudy, openPass, reviseTranscript } from '../dist/index.js'
import { madeInterview } from './made.mjs'
import { figure, growth, timeAll } from './measure.mjs'

const by = { coder: 'MV', date: '2020-05-04' }
const sizes = [25_000, 50_000, 100_000, 200_000, 400_000]
const times = []
for (const size of sizes) {
  const text = madeInterview(3, size)
  const study = codedStudy(text, size / 100)
  const edits = size / 500
  const edited = editedText(text, edits)
  const words = study.codings.map(one => text.slice(one.start, one.end))
  const other = madeInterview(7, size).replaceAll('a', 'e')
  const works = {
    revise: () => {
      const revised = reviseTranscript(study, 'i1', edited, by)
      if (revised.study.codings.length < study.codings.length * 0.9) throw new Error('too many codings were lost')
      return revised
    },
    floor: () => words.map(one => edited.indexOf(one)),
    other: () => reviseTranscript(study, 'i1', other, by),
  }
  const took = await timeAll(works, { runs: 7 })
  times.push(took.revise)
  const what = `${size / 1000} kB, ${study.codings.length} fragments`
  figure(`reviseTranscript, ${what}, ${edits} edits`, took.revise, 'ms')
  figure(`reviseTranscript, ${what}, another text altogether`, took.other, 'ms')
  figure(`indexOf of the words of every fragment (the floor)`, took.floor, 'ms')
}
growth('reviseTranscript', sizes, times)

function codedStudy(text, fragments) {
  const transcript = {
    id: 'i1',
    text,
    turns: [],
    respondents: ['1'],
    file: null,
    round: null,
    cases: [],
    speakers: [],
    consent: null,
    language: null,
    date: null,
    mode: null,
    minutes: null,
    hash: null,
    extra: {},
  }
  const respondent = { id: '1', label: null, group: null, consent: null, cases: [], extra: {} }
  const study = { ...newStudy({ title: 'Bench', language: 'en' }), transcripts: [transcript], respondents: [respondent] }
  return openPass(study, by, pass => {
    for (let i = 0; i < fragments; i++) {
      const start = Math.floor(((i + 0.5) / fragments) * (text.length - 80))
      pass.code({ transcript: 'i1', start, end: start + 60 }, `code ${String.fromCharCode(97 + (i % 20)).repeat(3)}`, { role: 'context' })
    }
  })
}

function editedText(text, edits) {
  const parts = []
  const step = Math.floor(text.length / edits)
  for (let i = 0; i < edits; i++) {
    const part = text.slice(i * step, i === edits - 1 ? text.length : (i + 1) * step)
    const at = part.indexOf(' ', step >> 1)
    parts.push(
      i % 3 === 0
        ? `${part.slice(0, at)} indeed${part.slice(at)}`
        : i % 3 === 1
          ? part.slice(0, at) + part.slice(at + 2)
          : part.replace(' ', '\n'),
    )
  }
  return parts.join('')
}
