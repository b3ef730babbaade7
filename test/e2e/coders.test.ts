import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { blindCopy, differences, isBlind, mergeCoders, openPass, selectivePass } from '../../src/coding/index.js'
import { openStudy, saveStudy } from '../../src/files/index.js'
import { findProblems, type Study } from '../../src/study/index.js'
import { by } from '../builders.js'
import { emptyFolder, folderOf } from '../files/studyFolder.js'

const at = (coder: string) => ({ coder, date: '2020-06-01' })

/** The folder of a study in which one coder worked. */
async function whole(): Promise<string> {
  const folder = folderOf({
    'study.json': '{ "title": "Walk-in clinic", "language": "en" }',
    'transcripts.csv': 'id,file,respondents,speakers\ni1,i1.txt,1,R=1;I=interviewer\n',
    'respondents.csv': 'id,consent\n1,verbatim\n',
    'transcripts/i1.txt':
      'I: How did it begin?\nR: When the norm came we sat round the table within a month.\nR: Then people began to trust each other.\n',
    'memos/first.md': 'The norm seems to press and to help.\n',
  })
  const coded = openPass(await openStudy(folder), by, pass => {
    pass.code(pass.fragment('i1', 'When the norm came'), 'norms', { role: 'context', memo: 'pressing' })
    pass.code(pass.fragment('i1', 'people began to trust'), 'trust', { role: 'mechanism' })
  })
  const themed = selectivePass(
    coded,
    by,
    pass => void pass.theme('Trust', { role: 'mechanism', codes: ['trust'], bullet: 'Trust carries.' }),
  )
  await saveStudy(themed, folder)
  return folder
}

/** Gives a coder a blind copy in a folder, in which the coder works in two sittings; the last one as it is opened. */
async function codeApart(base: Study, coder: string, role: string): Promise<{ folder: string; study: Study }> {
  const folder = emptyFolder()
  await saveStudy(blindCopy(base, coder), folder)
  const first = await openStudy(folder)
  expect(isBlind(first)).toBe(true)
  await saveStudy(
    openPass(first, at(coder), pass => void pass.code(pass.fragment('i1', 'When the norm came'), 'norms', { role })),
    folder,
  )
  const second = await openStudy(folder)
  expect(isBlind(second)).toBe(true)
  await saveStudy(
    openPass(
      second,
      at(coder),
      pass => void pass.code(pass.fragment('i1', 'sat round the table'), 'meetings', { role: 'mechanism', polarity: 'enabling' }),
    ),
    folder,
  )
  return { folder, study: await openStudy(folder) }
}

describe('coding blind in folders of their own', () => {
  it('comes together in the folder of the study, and can go on from there', async () => {
    const home = await whole()
    const base = await openStudy(home)
    const ab = await codeApart(base, 'AB', 'context')
    const cd = await codeApart(base, 'CD', 'mechanism')
    for (const file of ['codings.csv', 'journal.jsonl', 'codes.csv']) {
      const seen = readFileSync(join(ab.folder, file), 'utf8')
      for (const hidden of ['pressing', 'Trust carries', 'MV', 'CD']) expect(seen, file).not.toContain(hidden)
    }
    const { study, conflicts } = mergeCoders(base, [ab.study, cd.study], by)
    await saveStudy(study, home)
    const read = await openStudy(home)
    expect(differences(read, study).filter(one => one.table !== 'transcripts')).toEqual([])
    expect(read.journal).toEqual(study.journal)
    expect(findProblems(read)).toEqual([])
    expect(read.codings.map(one => [one.coder, one.code, one.role])).toEqual([
      ['MV', 'norms', 'context'],
      ['MV', 'trust', 'mechanism'],
      ['AB', 'norms', 'context'],
      ['AB', 'meetings', 'mechanism'],
      ['CD', 'norms', 'mechanism'],
      ['CD', 'meetings', 'mechanism'],
    ])
    expect([read.themes.length, read.memos.length]).toEqual([1, 1])
    expect(conflicts.rows).toEqual([])
    expect(conflicts.basis).toContain('2 of AB, 2 of CD')

    // One of them goes on in the blind folder, and is merged into what was merged before.
    await saveStudy(
      openPass(ab.study, at('AB'), pass => void pass.code(pass.fragment('i1', 'within a month'), 'haste', { role: 'context' })),
      ab.folder,
    )
    const more = mergeCoders(read, [await openStudy(ab.folder), cd.study], by)
    await saveStudy(more.study, home)
    expect((await openStudy(home)).codings.map(one => one.code).at(-1)).toBe('haste')
    expect(mergeCoders(more.study, [await openStudy(ab.folder)], by).study).toBe(more.study)
  })

  it('takes copies of the folder as well, also when a table was changed by hand in one', async () => {
    const home = await whole()
    const base = await openStudy(home)
    const copies = await Promise.all(
      ['AB', 'CD'].map(async coder => {
        const folder = emptyFolder()
        await saveStudy(base, folder)
        const opened = await openStudy(folder, { by: at(coder) })
        await saveStudy(
          openPass(opened, at(coder), pass => void pass.code(pass.fragment('i1', 'within a month'), 'haste', { role: 'context' })),
          folder,
        )
        return folder
      }),
    )
    const codes = join(copies[0]!, 'codes.csv')
    writeFileSync(codes, readFileSync(codes, 'utf8').replace('norms,context', 'norms,mechanism'))
    const studies = await Promise.all(copies.map(folder => openStudy(folder, { by: at('AB') })))
    const { study } = mergeCoders(base, studies, by)
    expect(study.codings.slice(2).map(one => [one.coder, one.code])).toEqual([
      ['AB', 'haste'],
      ['CD', 'haste'],
    ])
    expect(study.journal.at(-1)!.changes.map(one => one.brings!.kind)).toContain('edit')
    expect(study.codes[0]!.role).toBe('mechanism')
  })
})
