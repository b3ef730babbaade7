import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openStudy } from '../../src/files/openStudy.js'
import { type Problem, StudyError } from '../../src/study/index.js'
import { emptyFolder, type Files, folderOf, problemsOf, small } from './studyFolder.js'

const canary = 'Kanarie'
const latin1 = (text: string) => Uint8Array.from(text, sign => sign.charCodeAt(0))
const without = (...names: string[]): Files => Object.fromEntries(Object.entries(small).filter(([name]) => !names.includes(name)))

type Expected = Partial<Problem> & { readonly says?: string }
/** Each bad input, with all problems it must give: no more and no less. */
const bad: readonly (readonly [string, Files, readonly Expected[]])[] = [
  ['no study.json', without('study.json'), [{ says: 'no study.json' }]],
  [
    'broken study.json',
    { ...small, 'study.json': `{\n  "title": "${canary}",\n  "language" "en"\n}` },
    [{ file: 'study.json', row: 3, says: 'not JSON' }],
  ],
  [
    'study.json without a title',
    { ...small, 'study.json': `{ "language": "en", "rounds": [{ "id": 3 }] }` },
    [{ says: '"title"' }, { says: '"rounds", entry 1, "id"' }],
  ],
  ['an empty file', { ...small, 'themes.csv': '' }, [{ file: 'themes.csv', says: 'empty' }]],
  ['an empty transcript', { ...small, 'transcripts/b.txt': ' \n' }, [{ file: 'transcripts.csv', row: 3, column: 'file', says: 'empty' }]],
  [
    'a missing transcript',
    without('transcripts/b.txt'),
    [{ file: 'transcripts.csv', row: 3, column: 'file', says: 'not in transcripts/' }],
  ],
  [
    'another encoding',
    { ...small, 'codes.csv': latin1(`id,name,role\nk1,"being\nknown",mechanism\nk2,caf\u00e9 ${canary},outcome\n`) },
    [{ file: 'codes.csv', row: 3, says: 'UTF-8' }],
  ],
  [
    'a missing column',
    { ...small, 'codings.csv': `id,transcript,${canary}\nc1,a,${canary}\n` },
    [{ file: 'codings.csv', row: 1, says: 'no column code, no column start or quote' }],
  ],
  [
    'two columns of one name',
    { ...small, 'codes.csv': `id,name,Name \nk1,a,b\n` },
    [{ file: 'codes.csv', row: 1, column: 'name', says: 'same name' }],
  ],
  [
    'two columns of hers of one name',
    { ...small, 'respondents.csv': `id,${canary},${canary}\n1,a,b\n2,a,b\n` },
    [{ row: 1, column: '3', says: 'same name' }],
  ],
  [
    'an open quotation mark',
    { ...small, 'codes.csv': `id,name,role\nk1,"${canary},mechanism\nk2,b,outcome\n` },
    [{ file: 'codes.csv', row: 2, says: 'never closed' }],
  ],
  [
    'more cells than the header',
    { ...small, 'themes.csv': `label,role,codes\nBeing known,mechanism,k1,${canary}\n` },
    [{ file: 'themes.csv', row: 2, says: 'more cells' }],
  ],
  [
    'a cell under no name',
    { ...small, 'themes.csv': `label,role,codes,\nBeing known,mechanism,k1,${canary}\n` },
    [{ file: 'themes.csv', row: 2, column: '4', says: 'no column name' }],
  ],
  [
    'a value of the wrong kind',
    { ...small, 'codings.csv': `transcript,start,end,code,polarity\na,1,${canary},k1,\n\na,1,3,k1,${canary}\n` },
    [
      { file: 'codings.csv', row: 2, column: 'end', says: 'whole number' },
      { file: 'codings.csv', row: 4, column: 'polarity', says: 'enabling' },
    ],
  ],
  [
    'a cell that must be filled',
    { ...small, 'themes.csv': 'label,role,codes\nBeing known,,k1\n' },
    [{ file: 'themes.csv', row: 2, column: 'role', says: 'no role' }],
  ],
  [
    'an id twice, counted with empty lines',
    { ...small, 'codes.csv': 'id,name,role\nk1,being known,mechanism\n\nk2,coming early,outcome\nk1,again,outcome\n' },
    [{ file: 'codes.csv', row: 5, column: 'id', says: 'row 2 has it too' }],
  ],
  [
    'an unknown code',
    { ...small, 'codings.csv': `transcript,start,end,code\n\na,1,3,${canary}\n` },
    [{ file: 'codings.csv', row: 3, column: 'code', says: 'codes.csv' }],
  ],
  [
    'a code without a role',
    { ...small, 'codes.csv': 'id,name\nk1,being known\nk2,coming early\n' },
    [
      { row: 2, column: 'role' },
      { row: 3, column: 'role' },
    ],
  ],
  [
    'an offset outside the text',
    { ...small, 'codings.csv': 'transcript,start,end,code\nb,10,9999,k1\n' },
    [{ file: 'codings.csv', row: 2, column: 'end', says: 'at most 54' }],
  ],
  [
    'a name that is one slip away from another, told by the row of that one and not by the name',
    {
      ...small,
      'codes.csv': `id,name,role\nk1,being known,mechanism\n\n\nk2,coming early,outcome\nk3,${canary} one,context\n`,
      'codings.csv': `transcript,quote,code\na,Then I came early,comming early\na,What changed,${canary} onn\na,And then,nothing like it\n`,
    },
    [
      { file: 'codings.csv', row: 2, column: 'code', says: 'row 5 of codes.csv is one slip away' },
      { file: 'codings.csv', row: 3, column: 'code', says: 'row 6 of codes.csv is one slip away' },
      { file: 'codings.csv', row: 4, column: 'code', says: 'or correct it here' },
    ],
  ],
  [
    'words that do not occur',
    { ...small, 'codings.csv': `transcript,quote,code\na,${canary} Then I came,k1\na,${canary},k1\n` },
    [
      { file: 'codings.csv', row: 2, column: 'quote', says: 'characters 74 to 85 (turn 4)' },
      { file: 'codings.csv', row: 3, column: 'quote', says: 'no passage comes near' },
    ],
  ],
  [
    'words that occur twice',
    { ...small, 'codings.csv': 'transcript,quote,code\na,They know my name,k1\n' },
    [
      {
        file: 'codings.csv',
        row: 2,
        column: 'quote',
        says: 'give start: they stand at characters 20 to 37 (turn 2), characters 39 to 56 (turn 2)',
      },
    ],
  ],
  [
    'words that are not at their offsets',
    { ...small, 'codings.csv': 'transcript,start,end,quote,code\na,1,5,Then I came early,k1\na,3,,Then I came early,k1\n' },
    [
      { file: 'codings.csv', row: 2, column: 'quote', says: 'characters 74 to 91 (turn 4)' },
      { file: 'codings.csv', row: 3, column: 'start', says: 'characters 74 to 91 (turn 4)' },
    ],
  ],
  [
    'a cycle',
    {
      ...small,
      'codes.csv': 'id,role,parent\nk1,context,k2\nk2,context,k1\n',
      'codings.csv': 'transcript,start,end,code\na,1,3,k1\n',
      'themes.csv': 'label,role,codes\nx,context,k1\n',
    },
    [
      { row: 2, column: 'parent' },
      { row: 3, column: 'parent' },
    ],
  ],
  [
    'a path out of transcripts/',
    { ...small, 'transcripts.csv': `id,file\na,../study.json\nb,/etc/passwd\n` },
    [
      { row: 2, column: 'file', says: 'leads out' },
      { row: 3, column: 'file', says: 'leads out' },
    ],
  ],
  [
    'an unknown person',
    { ...small, 'transcripts.csv': `id,file,respondents\na,a.txt,${canary}\nb,b.txt,2\n` },
    [{ file: 'transcripts.csv', row: 2, column: 'respondents' }],
  ],
  [
    'a broken journal',
    { ...small, 'journal.jsonl': `{"id":"p1","base":"","kind":"import","coder":"","date":"","changes":[]}\n{"${canary}\n` },
    [{ file: 'journal.jsonl', row: 2, says: 'broken' }],
  ],
  [
    'a journal with a line missing',
    { ...small, 'journal.jsonl': `{"id":"p2","base":"p1","kind":"open","coder":"${canary}","date":"","changes":[]}\n` },
    [{ file: 'journal.jsonl', row: 1, says: 'does not stand on' }],
  ],
  [
    'a source that changed',
    { ...small, 'transcripts.csv': `id,file,respondents,hash\na,a.txt,1,${'0'.repeat(64)}\nb,b.txt,2,\n` },
    [{ file: 'transcripts.csv', row: 2, column: 'file', says: 'changed since' }],
  ],
  ['a page in another encoding', { ...small, 'report/1.md': latin1(`caf\u00e9 ${canary}`) }, [{ file: 'report/1.md', says: 'UTF-8' }]],
  [
    'a speakers entry that says nothing',
    { ...small, 'transcripts.csv': `id,file,respondents,speakers\na,a.txt,1,${canary}\nb,b.txt,2,\n` },
    [{ file: 'transcripts.csv', row: 2, column: 'speakers' }],
  ],
  [
    'a quote that was never said',
    {
      ...small,
      'quotes.csv': `transcript,text,form\nb,${canary} every week,verbatim\nb,${canary} every week,paraphrase\nb,${canary},cleaned\n`,
    },
    [{ file: 'quotes.csv', row: 2, column: 'text', says: 'not in the transcript' }],
  ],
]

describe('bad input gives its place and what to do, and nothing of its content', () => {
  test.each(bad)('%s', async (_, files, expected) => {
    const folder = folderOf(files)
    const error = (await openStudy(folder).catch((thrown: unknown) => thrown)) as StudyError
    expect(error).toBeInstanceOf(StudyError)
    const found = error.problems.map(({ what, hint, ...place }) => ({ ...place, says: `${what} ${hint}` }))
    expect(found).toEqual(
      expected.map(({ says, ...place }) => expect.objectContaining({ ...place, says: expect.stringContaining(says ?? '') })),
    )
    expect(`${error.message} ${error.stack} ${JSON.stringify(error.problems)}`).not.toContain(canary)
    for (const { what, hint } of error.problems) {
      expect(what).toMatch(/[^.]$/u)
      expect(hint).not.toBe('')
    }
  })
})

test('a canary in every cell of a bad row shows nowhere', async () => {
  const header =
    'id,transcript,start,end,quote,code,role,polarity,level,stance,expected,coder,pass,account,about,status,settles,lost,memo,mine'
  const cells = header.split(',').map((_, i) => `${canary}${i}`)
  const folder = folderOf({
    ...small,
    'codings.csv': `${header}\n${cells.join(',')}\n`,
    'transcripts.csv': `id,file,round,respondents,cases,speakers,minutes,hash,${canary}\n${Array.from({ length: 9 }, (_, i) => `${canary}${i}`).join(',')}\n`,
    'codes.csv': `id,name,role,parent,topic,sensitive\n${canary},${canary},${canary},${canary}2,${canary},${canary}\n`,
    'configurations.csv': `id,theory,context,status\n${canary},${canary},${canary},${canary}\n`,
    'evidence.csv': `configuration,theory,coding,account,stance\n${canary},${canary},${canary},${canary},${canary}\n`,
  })
  const error = (await openStudy(folder).catch((thrown: unknown) => thrown)) as StudyError
  expect(error.problems.length).toBeGreaterThan(12)
  expect(`${error.message} ${error.stack} ${JSON.stringify(error.problems)}`).not.toContain(canary)
})

test('all problems of all files come in one error', async () => {
  const folder = folderOf({
    ...small,
    'themes.csv': 'label,role,codes\nx,nowhere,k1\n',
    'codings.csv': 'transcript,quote,code\na,Nothing of this,k1\n',
    'journal.jsonl': 'x\n',
    'cells.csv': '',
  })
  expect((await problemsOf(folder)).map(one => one.file)).toEqual(['codings.csv', 'themes.csv', 'cells.csv', 'journal.jsonl'])
})

test('what follows from a table that cannot be read is not told', async () => {
  const folder = folderOf({ ...small, 'codes.csv': 'id,name,role\n"k1,x,mechanism\n', 'respondents.csv': 'group\nx\n' })
  expect((await problemsOf(folder)).map(one => one.file)).toEqual(['respondents.csv', 'codes.csv'])
})

test('links out of the folder are not followed', async () => {
  const outside = folderOf({ 'secret.txt': `I: x\nR: ${canary}\n` })
  const folder = folderOf(without('transcripts/b.txt'))
  symlinkSync(join(outside, 'secret.txt'), join(folder, 'transcripts', 'b.txt'))
  const problems = await problemsOf(folder)
  expect(problems.map(one => one.what)).toEqual([expect.stringContaining('leads out of it'), 'this file is not in transcripts/'])
  expect(JSON.stringify(problems)).not.toContain(canary)
})

test('a path that is no folder is said to be none', async () => {
  await expect(openStudy(join(emptyFolder(), 'nothing'))).rejects.toThrow('there is no such folder')
  const folder = folderOf(small)
  await expect(openStudy(join(folder, 'study.json'))).rejects.toThrow('not the folder of a study')
})
