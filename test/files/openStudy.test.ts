import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openPass, passId } from '../../src/coding/index.js'
import { openStudy } from '../../src/files/openStudy.js'
import { saveStudy } from '../../src/files/saveStudy.js'
import { type Files, folderOf, photograph, problemsOf, small, writeFiles } from './studyFolder.js'

const text = 'I: What changed?\nR: They know my name. They know my name.\nI: And then?\nR: Then I came early.\n'
const bare: Files = { 'study.json': '{"title":"T","language":"en"}', 'transcripts/a.txt': text }

test('study.json and transcripts are enough: each file is a transcript, in natural order', async () => {
  const study = await openStudy(
    folderOf({ ...bare, 'transcripts/interview-10.txt': text, 'transcripts/interview-2.txt': text, 'transcripts/.DS_Store': 'x' }),
  )
  expect(study.transcripts.map(one => [one.id, one.file, one.respondents])).toEqual([
    ['a', 'a.txt', []],
    ['interview-2', 'interview-2.txt', []],
    ['interview-10', 'interview-10.txt', []],
  ])
  expect(study.transcripts[0]!.text).toBe(text)
  expect(study.journal.map(pass => pass.kind)).toEqual(['import'])
})

test('without respondents.csv the people are those that transcripts.csv names', async () => {
  const study = await openStudy(folderOf({ ...bare, 'transcripts.csv': 'id,file,respondents,speakers\na,a.txt,,R=10;I=interviewer\n' }))
  expect(study.respondents.map(one => one.id)).toEqual(['10'])
  expect(study.transcripts[0]!.turns.map(turn => turn.asks)).toEqual([true, false, true, false])
})

test('nothing is written by opening', async () => {
  const folder = folderOf(small)
  const before = photograph(folder)
  await openStudy(folder)
  expect(photograph(folder)).toEqual(before)
})

test('opening twice gives the same study, and rows without an id the same id whatever the order of columns', async () => {
  const folder = folderOf({ ...small, 'relations.csv': 'from,relation,to\nk1,leads to,k2\nk1,leads to,k2\n' })
  const [one, two] = [await openStudy(folder), await openStudy(folder)]
  expect(two).toEqual(one)
  const [first, twin] = one.relations.map(row => row.id)
  expect(twin).toBe(`${first}-2`)
  writeFiles(folder, { 'relations.csv': 'mine;to;relation;From\nx;k2;"leads to";k1\n' })
  const turned = (await openStudy(folder)).relations
  expect(turned).toEqual([{ id: first, from: 'k1', relation: 'leads to', to: 'k2', memo: null, extra: { mine: 'x' } }])
})

test('codings have their place by words, by offsets, or by both', async () => {
  const study = await openStudy(folderOf(small))
  const said = study.codings.map(one => study.transcripts.find(other => other.id === one.transcript)!.text.slice(one.start, one.end))
  expect(said).toEqual(['Then I came early', 'They know my name.', 'Because I am needed here'])
  expect(study.codings.map(one => [one.code, one.role, one.coder, one.pass, one.status])).toEqual([
    ['k2', 'outcome', 'AB', '', 'open'],
    ['k1', 'mechanism', 'AB', '', 'open'],
    ['k1', 'context', '', '', 'open'],
  ])
})

test('a start tells which of two places is meant; omissions and signs around the words do not matter', async () => {
  const rows = ['a,39,,They know my name,k1', 'a,20,56,"They know my name … They know my name",k1', 'a,20,37,“They know  my name.”,k1']
  const folder = folderOf({ ...small, 'codings.csv': `transcript,start,end,quote,code\n${rows.join('\n')}\n` })
  expect((await openStudy(folder)).codings.map(one => [one.start, one.end])).toEqual([
    [39, 56],
    [20, 56],
    [20, 37],
  ])
})

test('a lost coding is kept apart with its words', async () => {
  const study = await openStudy(
    folderOf({ ...small, 'codings.csv': 'id,transcript,quote,code,lost\nc1,a,Then I came early,k2,\nc2,a,words that are gone,k1,true\n' }),
  )
  expect(study.codings.map(one => one.id)).toEqual(['c1'])
  expect(study.lost).toMatchObject([{ id: 'c2', start: 0, end: 0, extra: { quote: 'words that are gone' } }])
})

test('quotes get their spans from their words', async () => {
  const rows = [
    'q1,b,Because … every week.,verbatim',
    'q2,b,[She is] needed,verbatim',
    'q3,b,It is a need.,cleaned',
    'q4,b,She feels needed.,paraphrase',
  ]
  const study = await openStudy(folderOf({ ...small, 'quotes.csv': `id,transcript,text,form\n${rows.join('\n')}\n` }))
  expect(study.quotes.map(one => one.spans.map(span => study.transcripts[1]!.text.slice(span.start, span.end)))).toEqual([
    ['Because', 'every week.'],
    ['needed'],
    [],
    [],
  ])
})

test.each([
  [';', '\r\n', '\uFEFF'],
  ['\t', '\r', ''],
  [',', '\n', '\uFEFF'],
])('delimiter %j, line end %j, mark %j are read alike', async (delimiter, eol, mark) => {
  const turned = Object.fromEntries(
    Object.entries(small).map(([name, content]) =>
      name.endsWith('.csv')
        ? [
            name,
            mark +
              String(content)
                .replaceAll('They know, and say', 'They know; and say')
                .replaceAll(';', '\u0000')
                .replaceAll(',', delimiter)
                .replaceAll(/^(.*\u0000.*)$/gmu, line =>
                  line
                    .split(delimiter)
                    .map(cell => (cell.includes('\u0000') ? `"${cell.replaceAll('"', '').replaceAll('\u0000', ';')}"` : cell))
                    .join(delimiter),
                )
                .replaceAll('\n', eol),
          ]
        : [name, content],
    ),
  )
  const plain = await openStudy(
    folderOf({ ...small, 'codes.csv': String(small['codes.csv']).replace('They know, and say, a name.', 'They know; and say, a name.') }),
  )
  const study = await openStudy(
    folderOf({
      ...turned,
      'codes.csv':
        mark +
        ['id', 'name', 'role', 'definition'].join(delimiter) +
        eol +
        ['k1', 'being known', 'mechanism', '"They know; and say, a name."'].join(delimiter) +
        eol +
        ['k2', 'coming early', 'outcome', ''].join(delimiter) +
        eol,
    }),
  )
  expect({ ...study, journal: [] }).toEqual({ ...plain, journal: [] })
})

test('names, defaults and columns of hers', async () => {
  const study = await openStudy(
    folderOf({
      ...small,
      'codes.csv': 'NAME,Role,colour code\nbeing known,mechanism,red\ncoming early,outcome,\n',
      'codings.csv': 'transcript,start,end,code,\n\na,1,3,being known,\n,,,,\n',
      'respondents.csv': 'id,label,years,__proto__\n1,Respondent A,3,x\n2,,,\n',
      'transcripts.csv': 'id,file,respondents\na,a.txt,Respondent A\nb,b.txt,2\n',
    }),
  )
  expect(study.codes[0]).toMatchObject({ id: 'being known', name: 'being known', extra: { 'colour code': 'red' } })
  expect(study.codings[0]).toMatchObject({ code: 'being known', role: 'mechanism', extra: {} })
  expect(study.themes[0]).toMatchObject({ id: 'Being known', label: 'Being known', codes: ['being known'] })
  expect(Object.entries(study.respondents[0]!.extra)).toEqual([
    ['years', '3'],
    ['__proto__', 'x'],
  ])
  expect(study.transcripts[0]!.respondents).toEqual(['1'])
})

test('pages and memos come with what they are about', async () => {
  const study = await openStudy(
    folderOf({
      ...small,
      'report/10-end.md': 'End.',
      'report/2-trust.md': '---\ntheme: Being known\norder: 2\n---\nText\n',
      'memos/m.md': '---\nabout: k1; k2\nkind: theory\n---\nM',
    }),
  )
  expect(study.pages.map(page => page.id)).toEqual(['2-trust', '10-end'])
  expect(study.pages[0]).toEqual({ id: '2-trust', text: 'Text\n', about: ['Being known'], extra: { theme: 'Being known', order: '2' } })
  expect(study.memos).toEqual([{ id: 'm', text: 'M', about: ['k1', 'k2'], extra: { kind: 'theory' } }])
})

const by = { coder: 'MV', date: '2024-05-04' }
async function savedFolder(): Promise<string> {
  const folder = folderOf(small)
  const study = openPass(await openStudy(folder), by, pass => void pass.code(pass.fragment('b', 'every week'), 'k2', { role: 'outcome' }))
  await saveStudy(study, folder)
  return folder
}

test('what was changed by hand becomes an edit pass, the same one each time', async () => {
  const folder = await savedFolder()
  const before = await openStudy(folder)
  writeFiles(folder, { 'themes.csv': 'label,role,codes\nBeing known,context,being known\n' })
  const study = await openStudy(folder)
  expect(study.journal.map(pass => pass.kind)).toEqual(['import', 'open', 'edit'])
  expect(study.journal.slice(0, 2)).toEqual(before.journal)
  expect(study.journal[2]!.changes[0]!.patches).toEqual([
    { table: 'themes', id: 'Being known', from: { role: 'mechanism' }, to: { role: 'context' } },
  ])
  expect((await openStudy(folder)).journal).toEqual(study.journal)
  const attributed = (await openStudy(folder, { by })).journal[2]!
  expect(attributed).toMatchObject(by)
  expect(attributed.id).toBe(passId(attributed.base, 'edit', by, attributed.changes))
})

test('sorting rows or quoting cells is no edit', async () => {
  const folder = await savedFolder()
  writeFiles(folder, {
    'codes.csv':
      '"name";"id";"role";"definition"\n"coming early";"k2";"outcome";""\n"being known";"k1";"mechanism";"They know, and say, a name."\n',
  })
  expect((await openStudy(folder)).journal.map(pass => pass.kind)).toEqual(['import', 'open'])
})

test('the text that was kept is the text, as long as its source is the same', async () => {
  const folder = await savedFolder()
  writeFileSync(join(folder, 'texts', 'a.txt'), text.replace('What changed', 'What happened'))
  writeFiles(folder, { 'codings.csv': 'id,transcript,quote,code,role\nc9,a,What happened,k1,context\n' })
  expect((await openStudy(folder)).transcripts[0]!.text).toContain('What happened')
  writeFileSync(join(folder, 'transcripts', 'a.txt'), `${text}R: More.\n`)
  rmSync(join(folder, 'texts', 'a.txt'))
  expect(await problemsOf(folder)).toMatchObject([{ file: 'transcripts.csv', row: 2, column: 'file' }])
})

test('a folder that changes while it is read is read again', async () => {
  const folder = folderOf(small)
  const opening = openStudy(folder)
  mkdirSync(join(folder, 'report'))
  for (let n = 0; n < 5; n++) {
    writeFiles(folder, { 'report/1.md': `draft ${n}`, 'memos/1.md': `draft ${n}` })
    await new Promise(resolve => setTimeout(resolve, 3))
  }
  const study = await opening
  const [page, memo] = [study.pages[0]?.text, study.memos[0]?.text]
  expect(page).toBe(memo)
})

test.each(['community-clinic', 'zorgnetwerk'])('the fixture %s opens', async name => {
  const study = await openStudy(`fixtures/${name}`)
  expect(study.codings.length).toBeGreaterThan(40)
  expect(study.invented).toBe(true)
})
