import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { openPass, reviseTranscript, undoPass } from '../../src/coding/index.js'
import { openStudy, readingNotes, saveStudy } from '../../src/files/index.js'
import { findProblems, type Study } from '../../src/study/index.js'
import { by } from '../builders.js'
import { folderOf, photograph, problemsOf, small } from './studyFolder.js'

const source = small['transcripts/a.txt'] as string
const later = { coder: 'JT', date: '2020-06-01' }

/** A folder that was saved, so that it has its texts and a journal. */
async function savedFolder(): Promise<string> {
  const folder = folderOf(small)
  const study = openPass(await openStudy(folder), by, pass => void pass.code(pass.fragment('a', 'And then?'), 'k2', { role: 'outcome' }))
  await saveStudy(study, folder)
  return folder
}

const said = (study: Study) =>
  study.codings.map(one => study.transcripts.find(({ id }) => id === one.transcript)!.text.slice(one.start, one.end))
const kindsIn = (study: Study) => study.journal.map(pass => pass.kind)
const writeSource = (folder: string, text: string) => writeFileSync(join(folder, 'transcripts', 'a.txt'), text)

/** Saved, opened and saved again, the study is the same and no byte changes. */
async function expectSettled(study: Study, folder: string): Promise<Study> {
  await saveStudy(study, folder)
  const before = photograph(folder)
  const again = await openStudy(folder)
  expect(await saveStudy(again, folder)).toEqual([])
  expect(photograph(folder)).toEqual(before)
  expect([again.codings, again.lost, again.quotes, again.transcripts.map(one => [one.text, one.turns])]).toEqual([
    study.codings,
    study.lost,
    study.quotes,
    study.transcripts.map(one => [one.text, one.turns]),
  ])
  expect(again.journal).toEqual(study.journal)
  expect(findProblems(again)).toEqual([])
  return again
}

test('a source that changed is a revise pass, the same one each time, and can be saved', async () => {
  const folder = await savedFolder()
  const before = await openStudy(folder)
  writeSource(folder, `Spoken in May.\n\n${source.replace('And then?', '')}`)
  const study = await openStudy(folder)
  expect(kindsIn(study)).toEqual(['import', 'open', 'revise'])
  // A cell of a notebook that ends in it shows counts, and nothing of what was said.
  expect(inspect(study)).toMatch(/^Study, for the team: /u)
  expect(study.journal.slice(0, 2)).toEqual(before.journal)
  expect((await openStudy(folder)).journal).toEqual(study.journal)
  expect((await openStudy(folder, { by: later })).journal[2]).toMatchObject(later)
  expect(said(study)).toEqual(said(before).filter(words => words !== 'And then?'))
  expect(study.lost.map(one => one.extra.quote)).toEqual(['And then?'])
  expect(study.transcripts[0]!.turns.map(turn => turn.speaker)).toEqual(['I', 'R', 'I', 'R'])
  await expectSettled(study, folder)
  expect(readFileSync(join(folder, 'texts', 'a.txt'), 'utf8')).toContain('Spoken in May')
})

test('what became of the codings is told by file and row', async () => {
  const folder = await savedFolder()
  writeSource(folder, source.replace('And then?', '').replace('Then I came early', 'Then I came so early'))
  const notes = (await readingNotes(folder)).map(one => `${one.file}: ${one.note}`)
  expect(notes).toContain(
    'transcripts/a.txt: This file changed since its text was taken, so the transcript was revised; 0 places moved along.',
  )
  expect(notes).toContainEqual(expect.stringMatching(/^codings\.csv: Row 2: words of it were edited in the transcript/u))
  expect(notes).toContainEqual(expect.stringMatching(/^codings\.csv: Row 5: its words are gone from the transcript/u))
  expect(notes.join('\n')).not.toContain('early')
})

test('a study that was opened before a source changed is not saved over it', async () => {
  const folder = await savedFolder()
  const study = await openStudy(folder)
  writeSource(folder, `Head\n${source}`)
  const more = openPass(study, by, pass => void pass.code(pass.fragment('b', 'every week'), 'k2', { role: 'outcome' }))
  await expect(saveStudy(more, folder)).rejects.toThrow('file in transcripts/ changed since this study was opened')
})

test('a pass on a study whose source changed is saved with the revision, by whomever', async () => {
  const folder = await savedFolder()
  writeSource(folder, `Head\n${source}`)
  const study = openPass(await openStudy(folder, { by: later }), by, pass => {
    pass.code(pass.fragment('a', 'What changed'), 'k1', { role: 'context' })
  })
  expect(kindsIn(await expectSettled(study, folder))).toEqual(['import', 'open', 'revise', 'open'])
})

test('a text revised in a script rules as long as its source is the same, also twice, and then the source', async () => {
  const folder = await savedFolder()
  const first = reviseTranscript(await openStudy(folder), 'a', source.replace('my name. They', 'my [name]. They'), later).study
  const opened = await expectSettled(first, folder)
  const second = reviseTranscript(
    opened,
    'a',
    `${opened.transcripts[0]!.text.replace('early', 'very early')}R: \u{1f600} More.\n`,
    later,
  ).study
  const again = await expectSettled(second, folder)
  expect(again.transcripts[0]!.turns.at(-1)).toMatchObject({ speaker: 'R', respondents: ['1'] })
  expect(readFileSync(join(folder, 'transcripts', 'a.txt'), 'utf8')).toBe(source)
  writeSource(folder, `\uFEFFHead\r\n${source.replaceAll('\n', '\r\n')}`)
  const last = await expectSettled(await openStudy(folder), folder)
  expect(last.transcripts[0]!.text).toBe(`Head\n${source}`)
  expect(last.codings.find(one => one.id === 'c1')!.extra).toEqual({})
})

test('a revision can be taken back, and saved', async () => {
  const folder = await savedFolder()
  const before = await openStudy(folder)
  const { study } = reviseTranscript(before, 'a', source.replace('And then?', 'Well?').replace('early', 'too early'), later)
  await expectSettled(study, folder)
  const undone = undoPass(study, later)
  expect([undone.codings, undone.lost, undone.transcripts]).toEqual([before.codings, before.lost, before.transcripts])
  await expectSettled(undone, folder)
})

test('a source saved again with the same words is no revision', async () => {
  const folder = await savedFolder()
  const before = await openStudy(folder)
  writeSource(folder, source.replaceAll('\n', '\r\n'))
  const study = await openStudy(folder)
  expect(study.journal).toEqual(before.journal)
  // Only its hash is new, so that it need not be compared again.
  expect(await saveStudy(study, folder)).toEqual(['transcripts.csv'])
  expect(await saveStudy(await openStudy(folder), folder)).toEqual([])
})

test('subtitles that were corrected keep their times and their codings', async () => {
  const cues = (words: string) =>
    `WEBVTT\n\n00:00:01.000 --> 00:00:04.000\n<v I>What changed?\n\n00:00:05.000 --> 00:00:09.000\n<v R>${words}\n`
  const folder = folderOf({
    ...small,
    'transcripts/a.vtt': cues('They know my name, and then I came erly.'),
    'transcripts.csv': 'id,file,respondents,speakers\na,a.vtt,1,R=1;I=interviewer\nb,b.txt,2,R=2;I=interviewer\n',
    'codings.csv': 'id,transcript,quote,code,role\nc1,a,They know my name,k1,context\nc2,a,I came erly,k2,outcome\n',
  })
  await saveStudy(
    openPass(await openStudy(folder), by, pass => void pass.code(pass.fragment('a', 'What changed'), 'k1')),
    folder,
  )
  writeFileSync(join(folder, 'transcripts', 'a.vtt'), cues('Well, they know my name. They know my name, and then I came early.'))
  const study = await openStudy(folder)
  expect(said(study)).toEqual(['They know my name', 'I came early', 'What changed'])
  expect(study.transcripts[0]!.turns.map(turn => turn.at)).toEqual([1, 5])
  await expectSettled(study, folder)
})

test('a source that cannot be read, or whose speakers are not known, is an error', async () => {
  const folder = await savedFolder()
  writeSource(folder, ' \n')
  expect(await problemsOf(folder)).toMatchObject([{ file: 'transcripts.csv', row: 2, what: 'the file is empty' }])
})

test.each([
  ['no list', () => ({ at: 0, cut: 'Secretly', put: '' })],
  ['a place that is no number', (edit: object) => [{ ...edit, at: '3' }]],
  ['a place before the text', (edit: object) => [{ ...edit, at: -1 }]],
  ['half a place', (edit: object) => [{ ...edit, at: 1.5 }]],
  ['nothing that is put', (edit: object) => [{ ...edit, put: undefined }]],
  ['words that are no text', (edit: object) => [{ ...edit, cut: ['Secretly'] }]],
  ['no edit', () => ['Secretly']],
])('a pass whose edits of a text are malformed (%s) is refused by its line, without its words', async (_, spoil) => {
  const folder = await savedFolder()
  const revised = reviseTranscript(await openStudy(folder), 'a', `Spoken in May.\n\n${source}`, later)
  await saveStudy(revised.study, folder)
  const journal = join(folder, 'journal.jsonl')
  const lines = readFileSync(journal, 'utf8').trimEnd().split('\n')
  const pass = JSON.parse(lines.at(-1)!)
  const patch = pass.changes[0].patches[0]
  expect(patch.text).toHaveLength(1)
  patch.text = spoil(patch.text[0])
  writeFileSync(journal, `${lines.with(-1, JSON.stringify(pass)).join('\n')}\n`)
  const problems = await problemsOf(folder)
  expect(problems).toContainEqual(
    expect.objectContaining({ what: 'this line of the journal is broken', file: 'journal.jsonl', row: lines.length }),
  )
  expect(JSON.stringify(problems)).not.toMatch(/Secretly|Spoken/u)
})
