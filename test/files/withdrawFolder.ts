import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { axialPass, openPass, reviseTranscript, selectivePass, undoPass } from '../../src/coding/index.js'
import { foldedWords } from '../../src/privacy/fold.js'
import { type Study, StudyError } from '../../src/study/index.js'
import type { Files } from './studyFolder.js'

export const people = ['10', '11', '12', '13'] as const
const stems: Readonly<Record<string, string>> = { '10': 'ka', '11': 'lo', '12': 'mi', '13': 'nu', both: 'pa' }

const line = fc.record({
  /** `both`: of the mark that 12 and 13 share. */
  who: fc.constantFrom<(keyof typeof stems)[]>('10', '11', '12', '13', 'both'),
  length: fc.integer({ min: 1, max: 14 }),
  /** Whether the interviewer says it again. */
  repeated: fc.boolean(),
})
/** Where a run of words of somebody is written down, by its number. */
const note = fc.record({ place: fc.nat(19), nth: fc.nat(50), long: fc.integer({ min: 6, max: 9 }) })
const step = fc.record({
  kind: fc.constantFrom('code', 'code', 'invivo', 'merge', 'theme', 'undo', 'rename', 'revise'),
  nth: fc.nat(50),
  other: fc.nat(5),
})

export const plan = fc.record({
  conversations: fc.array(fc.array(line, { minLength: 1, maxLength: 6 }), { minLength: 2, maxLength: 4 }),
  notes: fc.array(note, { maxLength: 12 }),
  before: fc.array(step, { maxLength: 6 }),
  after: fc.array(step, { maxLength: 6 }),
  who: fc.constantFrom(...people),
  /** Whether the folder is saved, and so has a journal, before the last passes and before the withdrawal. */
  saved: fc.boolean(),
  eol: fc.constantFrom('\n', '\r\n'),
})
export type Plan = typeof plan extends fc.Arbitrary<infer P> ? P : never

/** What was said: every word once, and by one person. */
export interface Line {
  readonly transcript: string
  readonly who: string
  readonly words: readonly string[]
}

/** A folder in which everybody has words of her own, and stretches of them are written down in many places. */
export function folderFor({ conversations, notes, eol }: Plan): { readonly files: Files; readonly lines: readonly Line[] } {
  const counts = new Map<string, number>()
  const lines: Line[] = []
  const files: Record<string, string> = {}
  const rows = ['id,file,respondents,speakers,remark']
  conversations.forEach((conversation, i) => {
    const members = [...new Set(conversation.flatMap(({ who }) => (who === 'both' ? ['12', '13'] : [String(who)])))].sort()
    const said = conversation.flatMap(({ who, length, repeated }) => {
      const from = counts.get(String(who)) ?? 0
      counts.set(String(who), from + length)
      const words = Array.from({ length }, (_, n) => `${stems[who]}${from + n}`)
      lines.push({ transcript: `i${i}`, who: String(who), words })
      const answer = `${who === 'both' ? 'R' : `P${who}`}: ${words.join(n(words) ? ', ' : ' ')}.`
      return [`I: And what ${i}${repeated ? ` when you say ${words.join(' ')}` : ''}?`, answer]
    })
    files[`transcripts/i${i}.txt`] = `${['Interview at the clinic', ...said].join('\n')}\n`
    const marks = members.flatMap(id => [`P${id}=${id}`, ...(id === '12' || id === '13' ? [`R=${id}`] : [])])
    const speakers = [...marks.filter(mark => said.some(one => one.startsWith(`${mark.split('=')[0]}:`))), 'I=interviewer']
    rows.push(`i${i},i${i}.txt,${members.join(';')},${speakers.join(';')},`)
  })
  const heard = new Set(conversations.flat().flatMap(({ who }) => (who === 'both' ? ['12', '13'] : [String(who)])))
  files['transcripts.csv'] = rows.map(one => one + eol).join('')
  files['respondents.csv'] = [
    'id,group,consent,cases,remark',
    ...people.map(id => `${id},nurses,verbatim,north,${heard.has(id)}`),
    '',
  ].join(eol)
  files['consents.csv'] = ['respondent,purpose,answer', ...people.map(id => `${id},archive,yes`), ''].join(eol)
  files['cases.csv'] = ['id,name', 'north,North', ''].join(eol)
  writeNotes(
    files,
    notes.map(one => ({ ...one, words: stretch(lines, one.nth, one.long) })),
    eol,
  )
  return { files, lines }
}

const n = (words: readonly string[]) => words.length % 3 === 0

/** Some words in a row that somebody said, if any line is long enough. */
function stretch(lines: readonly Line[], nth: number, long: number): string {
  const enough = lines.filter(one => one.words.length >= long)
  const one = enough[nth % Math.max(1, enough.length)]
  return one === undefined ? 'nothing of note' : one.words.slice(0, long).join(' ').replace(' ', ', ').toUpperCase()
}

function writeNotes(files: Record<string, string>, notes: readonly { place: number; words: string }[], eol: string): void {
  const at = (place: number) => notes.find(one => one.place === place)?.words ?? 'plain'
  const csv = (...rows: readonly (readonly string[])[]) =>
    rows.map(row => row.map(cell => `"${cell.replaceAll('"', '""')}"`).join(',') + eol).join('')
  files['study.json'] = JSON.stringify(
    {
      title: 'A clinic',
      language: 'en',
      questions: [`Why ${at(0)}?`],
      cleaning: [at(1)],
      ethics: at(2),
      own: { deep: [at(3)] },
      rounds: [{ id: 'r1', title: at(4) }],
    },
    null,
    1,
  )
  files['codes.csv'] = csv(
    ['id', 'name', 'role', 'definition', 'remark'],
    ['k1', 'known', 'mechanism', at(5), at(6)],
    ['', at(7) === 'plain' ? 'other' : at(7), 'outcome', '', ''],
  )
  files['themes.csv'] = csv(['label', 'role', 'codes', 'claim', 'bullet'], [`A theme ${at(8)}`, 'mechanism', 'known', at(9), at(10)])
  files['theories.csv'] = csv(['id', 'statement'], ['t1', at(11)])
  files['configurations.csv'] = csv(['id', 'theory', 'context', 'mechanism', 'mechanismText'], ['C1', 't1', '', 'k1', at(12)])
  files['cells.csv'] = csv(['case', 'theme', 'summary'], ['north', `A theme ${at(8)}`, at(13)])
  files['topics.csv'] = csv(['id', 'label'], ['g1', at(14)])
  files['relations.csv'] = csv(['from', 'relation', 'to', 'memo'], ['k1', 'causes', 'k1', at(15)])
  files['memos/one.md'] = `---\nkind: method\n# ${at(16)}\nremark: ${at(17)}\n---\nI noted “${at(18)}” here.\n`
  files['report/one.md'] = `---\nchapter: mechanism\n---\nThey said ${at(19)}: {{n A theme ${at(8)}}}\n`
}

/** Does a step as a pass of its own; a step that the study refuses changes nothing. */
export function doStep(study: Study, { kind, nth, other }: Plan['before'][number], lines: readonly Line[]): Study {
  const by = { coder: nth % 2 === 0 ? 'MV' : 'JT', date: '2020-05-04' }
  const said = lines[nth % lines.length]!
  const codes = study.codes.map(one => one.name ?? one.id)
  const name = codes[other % codes.length]!
  const steps: Readonly<Record<string, () => Study>> = {
    code: () =>
      openPass(study, by, pass => {
        const text = study.transcripts.find(one => one.id === said.transcript)!
        const turn = text.turns[nth % text.turns.length]!
        const next = text.turns[(nth + (other % 3)) % text.turns.length]!
        const span = { start: turn.start, end: next.end > turn.start ? next.end : turn.end }
        pass.code(pass.fragment(said.transcript, span), name, { role: 'context', memo: said.words.slice(0, 7).join(' - ') })
      }),
    invivo: () =>
      openPass(study, by, pass => {
        const text = study.transcripts.find(one => one.id === said.transcript)!
        pass.code(pass.fragment(said.transcript, text.turns[1]!), `they say ${said.words.slice(0, 6).join(' ')}`, { role: 'outcome' })
      }),
    merge: () => axialPass(study, by, pass => pass.merge([name], codes[nth % codes.length]!)),
    rename: () => axialPass(study, by, pass => pass.rename(name, `now ${said.words.slice(0, 8).join(' ')}`)),
    theme: () =>
      selectivePass(study, by, pass => {
        const label = `about ${said.words.slice(0, 6).join(' ')}`
        pass.theme(label, { role: 'context', codes: [name], bullet: said.words.join(' ') })
        pass.configure({ context: [name] }, { id: `C-${nth}`, statement: said.words.join(' ') })
        const coding = study.codings[other % Math.max(1, study.codings.length)]
        if (coding !== undefined) pass.evidence(`C-${nth}`, coding.id, { stance: 'supports', reasoning: said.words.join(' ') })
      }),
    revise: () => {
      const { text } = study.transcripts.find(one => one.id === said.transcript)!
      const word = said.words[nth % said.words.length]!
      const now = nth % 2 === 0 ? text.replace(word, `eh ${word}`) : text.replace(`eh ${word}`, word)
      return reviseTranscript(study, said.transcript, now, by).study
    },
    undo: () => undoPass(study, by),
  }
  try {
    return steps[kind]!()
  } catch (error) {
    if (error instanceof StudyError) return study
    throw error
  }
}

/** Every file of a folder, those whose name begins with a dot too, as texts: JSON as its strings besides as it stands. */
export function textsIn(folder: string): ReadonlyMap<string, string> {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(one => one.isFile())
  return new Map(
    found.map(one => {
      const path = join(one.parentPath, one.name)
      const text = readFileSync(path, 'utf8')
      const strings: string[] = []
      const collect = (_: string, value: unknown) => {
        if (typeof value === 'string') strings.push(value)
        return value
      }
      if (path.endsWith('.json')) JSON.parse(text, collect)
      if (path.endsWith('.jsonl')) for (const row of text.split('\n').filter(Boolean)) JSON.parse(row, collect)
      return [`${path.slice(folder.length + 1)}`, [text, ...strings].join('\n.\n')]
    }),
  )
}

/** The runs of six words of lines, as they are compared. Written anew, so that no fault of the library hides itself. */
export function runsOf(texts: readonly string[]): ReadonlySet<string> {
  return new Set(
    texts.flatMap(text => {
      const words = foldedWords(text)
      return words.slice(5).map((_, i) => words.slice(i, i + 6).join(' '))
    }),
  )
}
