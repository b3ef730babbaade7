import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { selectivePass } from '../../src/coding/index.js'
import { namedIds } from '../../src/files/namedIds.js'
import { openStudy } from '../../src/files/openStudy.js'
import { saveStudy } from '../../src/files/saveStudy.js'
import { folderOf, photograph, problemsOf, small, writeFiles } from './studyFolder.js'

const by = { coder: 'MV', date: '2024-05-04' }
const typed = 'transcript,quote,code,memo\na,Then I came early,coming early,soon\nb,every week,being known,\n'
const read = (folder: string, path: string) => readFileSync(join(folder, path), 'utf8')

test('a row without an id gets it in its file once something rests on it, so that a cell of it can be edited', async () => {
  const folder = folderOf({ ...small, 'codings.csv': typed })
  const study = await openStudy(folder)
  const [first] = study.codings
  const told = selectivePass(study, by, pass => {
    pass.configure({ context: ['k1'], outcome: ['k2'] }, { id: 'C1' })
    pass.evidence('C1', first!.id, { role: 'outcome', stance: 'supports' })
  })
  await saveStudy(told, folder)
  expect(read(folder, 'codings.csv')).toBe(
    `transcript,quote,code,memo,id\na,Then I came early,coming early,soon,${first!.id}\nb,every week,being known,\n`,
  )
  expect(await saveStudy(await openStudy(folder), folder)).toEqual([])
  writeFiles(folder, { 'codings.csv': read(folder, 'codings.csv').replace('soon', 'at once') })
  expect(await problemsOf(folder)).toEqual([])
  expect((await openStudy(folder)).evidence[0]!.coding).toBe(first!.id)
})

test('an unchanged study is left as it is, also where something rests on a row without an id', async () => {
  const folder = folderOf({ ...small, 'codings.csv': typed })
  const { id } = (await openStudy(folder)).codings[1]!
  writeFiles(folder, { 'reveals.csv': `coding,attribute\n${id},group\n` })
  const before = photograph(folder)
  expect(await saveStudy(await openStudy(folder), folder)).toEqual([])
  expect(photograph(folder)).toEqual(before)
})

test('rows are named by rows, by pages and by memos', async () => {
  const study = await openStudy(
    folderOf({ ...small, 'report/1.md': '{{quote q1}} and {{ quote q2 }}', 'memos/m.md': '---\nabout: c1\n---\n' }),
  )
  const settled = { ...study, codings: study.codings.map((one, i) => (i === 0 ? { ...one, settles: ['c2', 'c3'] } : one)) }
  expect([...namedIds(settled, 'codings')].sort()).toEqual(['c1', 'c2', 'c3'])
  expect(namedIds(study, 'quotes')).toEqual(new Set(['c1', 'q1', 'q2']))
})
