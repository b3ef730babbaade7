import { cpSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { axialPass, openPass } from '../../src/coding/index.js'
import { openStudy } from '../../src/files/openStudy.js'
import { saveStudy } from '../../src/files/saveStudy.js'
import { emptyFolder, folderOf, photograph, small } from './studyFolder.js'

const by = { coder: 'MV', date: '2024-05-04' }

test('an unchanged study changes no byte', async () => {
  const folder = folderOf(small)
  const before = photograph(folder)
  expect(await saveStudy(await openStudy(folder), folder)).toEqual([])
  expect(photograph(folder)).toEqual(before)
})

test('a pass touches only its rows', async () => {
  const folder = folderOf(small)
  const study = openPass(await openStudy(folder), by, pass => {
    pass.code(pass.fragment('b', 'every week'), 'k2', { role: 'outcome' })
  })
  const paths = await saveStudy(study, folder)
  console.log(paths, readFileSync(join(folder, 'codings.csv'), 'utf8'), readFileSync(join(folder, 'transcripts.csv'), 'utf8'))
  const again = await openStudy(folder)
  expect(again.journal.map(p => p.id)).toEqual(study.journal.map(p => p.id))
  expect(await saveStudy(again, folder)).toEqual([])
  const renamed = axialPass(again, by, pass => {
    pass.rename('being known', 'being recognised')
    pass.merge(['k2'], 'k1')
  })
  await saveStudy(renamed, folder)
  for (const f of ['codings.csv', 'codes.csv', 'themes.csv']) console.log(readFileSync(join(folder, f), 'utf8'))
})
test.each(['community-clinic', 'zorgnetwerk'])('fixture %s', async name => {
  const folder = emptyFolder()
  cpSync(`fixtures/${name}`, folder, { recursive: true })
  const study = await openStudy(folder)
  expect(await saveStudy(study, folder)).toEqual([])
  const to = join(emptyFolder(), 'new')
  const paths = await saveStudy(study, to)
  console.log(paths, existsSync(join(to, 'texts')))
  const again = await openStudy(to)
  expect({ ...again, transcripts: [] }).toEqual({ ...study, transcripts: [] })
})
