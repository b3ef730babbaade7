import { mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openRegister } from '../../src/files/openRegister.js'
import { saveRegister } from '../../src/files/saveRegister.js'
import { makeRegister } from '../../src/privacy/index.js'
import { entry } from '../builders.js'
import { folderOf } from './studyFolder.js'

const otto = entry('Otto', { label: 'iemand' })
const greta = entry('Greta Vos', { variants: ['Vos'], label: 'persoon 7', note: 'proposed', ladder: ['a', 'b'] })
const read = (path: string) => readFileSync(path, 'utf8')

it('makes a file that opens again, and leaves no other behind', async () => {
  const folder = folderOf({ 'note.txt': 'x' })
  const path = join(folder, 'register.csv')
  expect(await saveRegister(makeRegister([otto, greta]), path)).toBe(2)
  expect([...(await openRegister(path))]).toEqual([otto, greta])
  expect(readdirSync(folder).sort()).toEqual(['note.txt', 'register.csv'])
})

it('puts new rows behind hers, which stay byte for byte, in the style of her file', async () => {
  const hers = '\uFEFFname;label;mine;type;match;note;variants;ladder\r\n"Otto";iemand;"x;y";PERSON;;;;\r\n\r\n'
  const folder = folderOf({ 'register.csv': hers })
  const path = join(folder, 'register.csv')
  const before = await openRegister(path)
  expect(await saveRegister(makeRegister([...before, greta]), path)).toBe(1)
  expect(read(path)).toBe(`${hers.replace(/\r\n\r\n$/u, '\r\n')}Greta Vos;persoon 7;;PERSON;anywhere;proposed;Vos;"a;b"\r\n\r\n`)
  expect([...(await openRegister(path))]).toEqual([...before, greta])
  const after = read(path)
  expect(await saveRegister(await openRegister(path), path)).toBe(0)
  expect(read(path)).toBe(after)
})

it('adds a column that new rows need', async () => {
  const path = join(folderOf({ 'register.csv': 'name,type\nOtto,PERSON\nAda' }), 'register.csv')
  const before = await openRegister(path)
  await saveRegister(makeRegister([...before, greta]), path)
  expect(read(path).split('\n')[0]).toBe('name,type,variants,label,match,note,ladder')
  expect([...(await openRegister(path))]).toEqual([...before, greta])
})

it('refuses a register without what the file holds, by row and without names', async () => {
  const hers = 'name,label\nCanary,x\nOtto,iemand\n'
  const path = join(folderOf({ 'register.csv': hers }), 'register.csv')
  for (const other of [makeRegister([otto]), makeRegister([entry('Canary', { type: 'OTHER', label: 'y' }), otto]), makeRegister([])]) {
    const attempt = saveRegister(other, path)
    await expect(attempt).rejects.toThrow(/row 2: this row of the file is not in the register/u)
    await expect(attempt).rejects.not.toThrow(/Canary/u)
  }
  expect(read(path)).toBe(hers)
})

it('refuses a study folder and a git work tree, also behind a link, unless the study is invented', async () => {
  const folder = folderOf({
    'study/study.json': '{"title":"T","language":"nl"}',
    'made/study.json': '{"title":"T","language":"nl","invented":true}',
    'git/.git/HEAD': 'x',
    'study/register.csv': 'name\nOtto\n',
  })
  mkdirSync(join(folder, 'made.secret'))
  symlinkSync(join(folder, 'study/register.csv'), join(folder, 'link.csv'))
  symlinkSync(join(folder, 'git'), join(folder, 'linked'))
  for (const path of ['study/register.csv', 'git/register.csv', 'link.csv', 'linked/register.csv', 'linked/new/register.csv'])
    await expect(saveRegister(makeRegister([otto]), join(folder, path)), path).rejects.toThrow(
      /leads into (?:the folder of a study|a git work tree)/u,
    )
  expect(await saveRegister(makeRegister([otto]), join(folder, 'made.secret/register.csv'))).toBe(1)
})

it('says what is wrong with a file it cannot read', async () => {
  const folder = folderOf({ 'latin.csv': Uint8Array.from([0x6e, 0x61, 0x6d, 0x65, 0x0a, 0xe9]), 'dir/x.csv': 'name\n' })
  await expect(saveRegister(makeRegister([otto]), join(folder, 'latin.csv'))).rejects.toThrow('not in UTF-8')
  await expect(saveRegister(makeRegister([otto]), join(folder, 'dir'))).rejects.toThrow('cannot be read')
})
