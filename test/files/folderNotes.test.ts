import { expect, test } from 'vitest'
import { folderNotes } from '../../src/files/folderNotes.js'
import { readingNotes } from '../../src/files/index.js'
import { folderOf, small } from './studyFolder.js'

const say = (notes: readonly { readonly file: string; readonly note: string }[]) => notes.map(one => `${one.file}: ${one.note}`)

test('names of files, folders and columns that are one slip from a known one are told, and no others', async () => {
  const folder = folderOf({
    ...small,
    'respondent.csv': 'id\n',
    'Consents.csv': 'id\n',
    'thesis.docx': '',
    'memo/a.md': '',
    'data/a.md': '',
    'codings.csv': String(small['codings.csv']).replace('coder', 'codr').replace('role', 'Role'),
    'codes.csv': 'id,name,role,defintion,hers\nk1,being known,mechanism,canary,\nk2,coming early,outcome,,\n',
  })
  expect(say(await readingNotes(folder))).toEqual([
    'Consents.csv: This file is not read. Did you mean consents.csv?',
    'respondent.csv: This file is not read. Did you mean respondents.csv?',
    'memo: This folder is not read. Did you mean memos?',
    'codes.csv: The name of column 4 is not known, so it is read as a column of your own. Did you mean "definition"?',
    'codings.csv: The name of column 8 is not known, so it is read as a column of your own. Did you mean "coder"?',
  ])
})

test('a folder that is not sound has notes all the same', async () => {
  const { 'codes.csv': codes = '', ...rest } = small
  expect(say(await folderNotes(folderOf({ ...rest, 'code.csv': codes })))).toEqual([
    'code.csv: This file is not read. Did you mean codes.csv?',
  ])
  expect(say(await folderNotes(folderOf({ 'study.json': '{', 'themes.csv': '' })))).toEqual([])
})

test('a register of names in the folder is told, unless the study is invented', async () => {
  const names = 'name;variants\nGreta Vos;Greta\n'
  const files = { ...small, 'names.csv': names, 'register-2.csv': 'x\n', 'secret/register.csv': names, 'secret/other.csv': 'name\n' }
  const notes = await readingNotes(folderOf(files))
  expect(notes.map(one => one.file)).toEqual(['names.csv', 'register-2.csv', 'secret/register.csv'])
  expect(notes[0]!.note).toContain('outside that of the study')
  expect(JSON.stringify(notes)).not.toContain('Greta')
  expect(await readingNotes(folderOf({ ...files, 'study.json': '{"title":"T","language":"en","invented":true}' }))).toEqual([])
})

test('codings of what the interviewer said are told by row', async () => {
  const codings = 'transcript,quote,code\na,What changed?,coming early\n\na,Then I came early,coming early\nb,Why stay,being known\n'
  expect(say(await readingNotes(folderOf({ ...small, 'codings.csv': codings })))).toEqual([
    'codings.csv: Row 2 lies in what no respondent said, so it does not count.',
    'codings.csv: Row 5 lies in what no respondent said, so it does not count.',
  ])
})
