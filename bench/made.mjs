import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newStudy } from '../dist/index.js'

/** A seeded source of numbers from 0 to 1, so that every run makes the same data. */
export function mulberry32(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const syllables = 'ba de fi go hu ka le mi no pu ra se ti vo wa zin lo mer dag net'.split(' ')

/** Words of an invented study, so that none is taken for a name. */
const vocabulary = (() => {
  const folder = new URL('../fixtures/community-clinic/transcripts/', import.meta.url)
  const texts = readdirSync(folder)
    .filter(name => /\.(?:txt|md)$/u.test(name))
    .map(name => readFileSync(new URL(name, folder), 'utf8'))
  return [...new Set(texts.join(' ').match(/(?<![\p{L}’'])\p{Ll}{2,}(?![\p{L}’'])/gu))].sort()
})()

const pick = (list, random) => list[Math.floor(random() * list.length)]

/** Made names of two words, none of which is in the vocabulary. */
export function madeNames(count, seed = 2) {
  const random = mulberry32(seed)
  const part = () => {
    const word = `${pick(syllables, random)}x${pick(syllables, random)}${pick(syllables, random)}`
    return word.charAt(0).toUpperCase() + word.slice(1)
  }
  const names = new Set()
  while (names.size < count) names.add(`${part()} ${part()}`)
  return [...names]
}

/** An interview of about so many characters: questions and answers, now and then a name. */
export function madeInterview(seed, characters, names = []) {
  const random = mulberry32(seed)
  const lines = []
  let length = 0
  for (let turn = 0; length < characters; turn++) {
    const words = Array.from({ length: turn % 2 === 0 ? 8 + random() * 10 : 30 + random() * 120 }, () => pick(vocabulary, random))
    if (names.length > 0 && random() < 0.3) words.splice(Math.floor(random() * words.length), 0, pick(names, random))
    const sentence = words.join(' ')
    const line = `${turn % 2 === 0 ? 'I' : 'R'}: ${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`
    lines.push(line)
    length += line.length + 1
  }
  return `${lines.join('\n')}\n`
}

/** A transcript as a study holds it, from the text of an interview. */
function madeTranscript(id, respondent, text) {
  const turns = []
  let start = 0
  for (const line of text.split('\n').slice(0, -1)) {
    const asks = line.startsWith('I: ')
    turns.push({
      speaker: line[0],
      respondents: asks ? [] : [respondent],
      asks,
      at: null,
      start: start + 3,
      end: start + line.length,
    })
    start += line.length + 1
  }
  return {
    id,
    file: null,
    round: null,
    respondents: [respondent],
    cases: [],
    speakers: [],
    consent: null,
    language: null,
    date: null,
    mode: null,
    minutes: null,
    hash: null,
    extra: {},
    text,
    turns,
  }
}

const code = i => ({
  id: `k${i}`,
  name: `code ${i}`,
  role: ['context', 'mechanism', 'outcome'][i % 3],
  parent: null,
  topic: null,
  definition: null,
  when: null,
  whenNot: null,
  colour: null,
  sensitive: null,
  retired: null,
  typical: [],
  borderline: [],
  extra: {},
})

const theme = (i, codes) => ({
  id: `m${i}`,
  label: `Theme ${i}`,
  role: ['context', 'mechanism', 'outcome'][i % 3],
  polarity: null,
  parent: null,
  codes,
  claim: null,
  bullet: null,
  core: null,
  extra: {},
})

/** A study in memory: interviews, a hundred codes unless more are wanted, thirty themes and so many codings, spread over the interviews. */
export function madeStudy({ interviews = 200, characters = 60_000, codings = 0, codes: many = 100, names = [], seed = 10 } = {}) {
  const ids = Array.from({ length: interviews }, (_, i) => `interview-${i + 1}`)
  const transcripts = ids.map((id, i) => madeTranscript(id, String(i + 1), madeInterview(seed + i, characters, names)))
  const codes = Array.from({ length: many }, (_, i) => code(i))
  const study = {
    ...newStudy({ title: 'A made study', language: 'en', consent: 'verbatim' }),
    transcripts,
    respondents: ids.map((_, i) => ({ id: String(i + 1), label: null, group: `group ${i % 5}`, consent: null, cases: [], extra: {} })),
    codes,
    themes: Array.from({ length: 30 }, (_, i) => theme(i, [`k${i}`, `k${i + 30}`, `k${i + 60}`])),
  }
  return { ...study, codings: madeCodings(study, codings, seed) }
}

/** So many codings of a study, spread over its interviews. */
export function madeCodings({ transcripts, codes }, count, seed = 10) {
  const random = mulberry32(seed)
  return Array.from({ length: count }, (_, i) => madeCoding(i, transcripts[i % transcripts.length], codes, random))
}

function madeCoding(i, { id, turns }, codes, random) {
  const turn = turns[1 + 2 * Math.floor(random() * Math.floor(turns.length / 2))] ?? turns[1]
  const { id: name, role } = pick(codes, random)
  const start = turn.start + Math.floor(random() * Math.max(1, turn.end - turn.start - 120))
  return {
    id: `c${i}`,
    transcript: id,
    start,
    end: Math.min(turn.end, start + 20 + Math.floor(random() * 100)),
    code: name,
    role,
    polarity: null,
    stance: null,
    level: null,
    beneficiary: null,
    elicited: null,
    expected: null,
    certainty: null,
    account: null,
    about: null,
    memo: null,
    coder: 'MV',
    pass: '',
    status: 'open',
    settles: [],
    extra: {},
  }
}

/** A register of names, as CSV. */
export function madeRegister(names) {
  return `name,type,label\n${names.map((name, i) => `${name},PERSON,person ${i + 1}\n`).join('')}`
}

/** Does work in a temporary folder, which is gone afterwards. */
export async function inFolder(work) {
  const folder = mkdtempSync(join(tmpdir(), 'retroduct-bench-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Writes a study folder of text interviews; gives the paths of the interviews. */
export function writeInterviews(folder, { interviews, characters, names = [], seed = 10 }) {
  mkdirSync(join(folder, 'transcripts'), { recursive: true })
  writeFileSync(join(folder, 'study.json'), '{ "title": "A made study", "language": "en", "consent": "verbatim" }\n')
  const rows = Array.from({ length: interviews }, (_, i) => `interview-${i + 1},interview-${i + 1}.txt,${i + 1},R=${i + 1};I=interviewer\n`)
  writeFileSync(join(folder, 'transcripts.csv'), `id,file,respondents,speakers\n${rows.join('')}`)
  return rows.map((_, i) => {
    const path = join(folder, 'transcripts', `interview-${i + 1}.txt`)
    writeFileSync(path, madeInterview(seed + i, characters, names))
    return path
  })
}
