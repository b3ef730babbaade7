import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openPass } from '../../src/coding/index.js'
import { openStudy } from '../../src/files/openStudy.js'
import { saveStudy } from '../../src/files/saveStudy.js'
import type { Coding, Study } from '../../src/study/index.js'
import { folderOf, small } from './studyFolder.js'

const by = { coder: 'MV', date: '2024-05-04' }
const grown = (study: Study, start: number) =>
  openPass(study, by, pass => {
    pass.code(pass.fragment('a', { start, end: start + 9 }), 'k1', { role: 'context' })
  })

/** A folder that was saved once, so that what it holds is remembered. */
async function savedFolder() {
  const folder = folderOf(small)
  const study = grown(await openStudy(folder), 0)
  await saveStudy(study, folder)
  return { folder, study }
}

describe('a folder that was seen before', () => {
  it('is saved and saved again, and opens as what was saved', async () => {
    const { folder, study } = await savedFolder()
    const more = grown(grown(study, 3), 5)
    expect(await saveStudy(more, folder)).toEqual(['codings.csv', 'journal.jsonl'])
    expect(await saveStudy(more, folder)).toEqual([])
    const opened = await openStudy(folder)
    expect(opened.codings).toEqual(more.codings)
    expect(opened.journal).toEqual(more.journal)
  })

  it('is read again when somebody changed it in the meantime', async () => {
    const { folder, study } = await savedFolder()
    const path = join(folder, 'codings.csv')
    const text = readFileSync(path, 'utf8')
    writeFileSync(path, text.replace('context', 'outcome'))
    await expect(saveStudy(grown(study, 3), folder)).rejects.toThrow(/changed by hand/u)
    expect(readFileSync(path, 'utf8')).toContain('outcome')
  })

  it('is not trusted when a script wrote in a row that is shared with it', async () => {
    const { folder, study } = await savedFolder()
    const coding = study.codings.at(-1) as { -readonly [K in keyof Coding]: Coding[K] }
    coding.memo = 'written past the passes'
    await expect(saveStudy(grown(study, 3), folder)).rejects.toThrow(/without a pass/u)
  })

  it('is not trusted when a script lengthened a list', async () => {
    const { folder, study } = await savedFolder()
    const codings = study.codings as Coding[]
    codings.push({ ...codings[0]!, id: 'cother', start: 1 })
    await expect(saveStudy(grown(study, 3), folder)).rejects.toThrow(/without a pass/u)
  })
})
