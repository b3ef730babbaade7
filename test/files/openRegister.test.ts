import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { openRegister, unsafePlace } from '../../src/files/openRegister.js'
import { folderOf } from './studyFolder.js'

const register = 'name,variants,type,label\nGreta Vos,mevrouw Vos,PERSON,a colleague\n'
afterEach(() => vi.restoreAllMocks())

test('a register that stands well is read without a word', async () => {
  const warning = vi.spyOn(process, 'emitWarning').mockImplementation(() => undefined)
  const folder = folderOf({ 'register.csv': `\uFEFF${register}` })
  expect((await openRegister(join(folder, 'register.csv'))).map(one => one.label)).toEqual(['a colleague'])
  expect(warning).not.toHaveBeenCalled()
})

test('in a git work tree or a study folder it warns, once, without a name', async () => {
  const warning = vi.spyOn(process, 'emitWarning').mockImplementation(() => undefined)
  const git = folderOf({ 'secret/register.csv': register })
  mkdirSync(join(git, '.git'))
  const study = folderOf({ 'study.json': '{"title":"T","language":"nl"}', 'secret/register.csv': register })
  for (const folder of [git, git, study]) await openRegister(join(folder, 'secret', 'register.csv'))
  expect(warning.mock.calls.map(call => String(call[0]))).toEqual([
    expect.stringContaining('a git work tree'),
    expect.stringContaining('the folder of a study'),
  ])
  expect(JSON.stringify(warning.mock.calls)).not.toContain('Greta')
})

test('beside an invented study it does not warn', async () => {
  const folder = folderOf({
    'clinic/study.json': '{"title":"T","language":"nl","invented":true}',
    'clinic.secret/register.csv': register,
    'clinic/register.csv': register,
    'real.secret/register.csv': register,
  })
  mkdirSync(join(folder, '.git'))
  expect(await unsafePlace(join(folder, 'clinic.secret'))).toBeNull()
  expect(await unsafePlace(join(folder, 'clinic'))).toBeNull()
  expect(await unsafePlace(join(folder, 'real.secret'))).toBe('a git work tree')
})

test('what cannot be read is told without a name', async () => {
  const folder = folderOf({ 'register.csv': Uint8Array.from([0x6e, 0x61, 0x6d, 0x65, 0x0a, 0x4b, 0x61, 0x6e, 0xe9]), 'empty.csv': '' })
  await expect(openRegister(join(folder, 'register.csv'))).rejects.toThrow('not in UTF-8')
  await expect(openRegister(join(folder, 'nothing.csv'))).rejects.toThrow('no register here')
  await expect(openRegister(join(folder, 'empty.csv'))).rejects.toThrow('empty.csv')
})

test('the warning goes where it is asked to go', async () => {
  const warning = vi.spyOn(process, 'emitWarning').mockImplementation(() => undefined)
  const folder = folderOf({ 'study.json': '{"title":"T","language":"nl"}', 'register.csv': register })
  const warned: string[] = []
  await openRegister(join(folder, 'register.csv'), { warn: text => warned.push(text) })
  expect(warned).toEqual([expect.stringContaining('the folder of a study')])
  expect(warning).not.toHaveBeenCalled()
})
