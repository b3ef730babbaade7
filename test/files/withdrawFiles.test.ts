import { existsSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openPass } from '../../src/coding/index.js'
import { openStudy, saveStudy } from '../../src/files/index.js'
import { withdrawRespondent } from '../../src/privacy/index.js'
import { StudyError } from '../../src/study/index.js'
import { docx, paragraph } from '../transcript/zip.js'
import { folderOf, small } from './studyFolder.js'
import { runsOf, textsIn } from './withdrawFolder.js'

const by = { coder: 'MV', date: '2021-02-03' }
const everything = { scope: 'everything', by } as const
const hers = 'we sat round the kitchen table until the list was done'
const his = 'and I for one never saw that list at any time'
const lines = ['I: What changed?', `A: First ${hers}.`, `B: Well, ${his}.`]
const pair = {
  'study.json': small['study.json']!,
  'transcripts/pair.docx': docx(lines.map(paragraph).join('')),
  'transcripts.csv': 'id,file,respondents,speakers\npair,pair.docx,1;2,A=1;B=2;I=interviewer\n',
  'respondents.csv': 'id,consent\n1,verbatim\n2,verbatim\n',
  'codes.csv': 'id,role,remark\nlist,context,plain\n',
  'codings.csv': `transcript,quote,code,remark\npair,never saw that list,list,"he means: ${hers}"\npair,we sat round the kitchen table,list,\n`,
}
const holds = (dir: string) => {
  const runs = runsOf([hers])
  return [...textsIn(dir)].filter(([, text]) => [...runsOf([text])].some(run => runs.has(run))).map(([path]) => path)
}

describe('saving after a respondent withdrew everything', () => {
  it('puts the cut text in the place of a Word file of a pair, and takes marks out of own columns', async () => {
    const dir = folderOf(pair)
    await saveStudy(await openStudy(dir), dir)
    const { study } = withdrawRespondent(await openStudy(dir), '1', everything)
    await saveStudy(study, dir)
    expect(readdirSync(join(dir, 'transcripts'))).toEqual(['pair.txt'])
    const again = await openStudy(dir)
    expect(again.transcripts.map(({ id, file, text, respondents, speakers }) => ({ id, file, text, respondents, speakers }))).toEqual([
      {
        id: 'pair',
        file: 'pair.txt',
        text: `I: What changed?\nB: Well, ${his}.\n`,
        respondents: ['2'],
        speakers: ['B=2', 'I=interviewer'],
      },
    ])
    expect(again.codings.map(one => one.extra)).toEqual([{ remark: 'he means: [withdrawn]' }])
    expect(holds(dir)).toEqual([])
    expect(await saveStudy(study, dir)).toEqual([])
  })

  it('takes a source that another text shares from both, and leaves each its own text', async () => {
    const text = `I: What changed?\nA: First ${hers}.\n`
    const { 'transcripts/pair.docx': _, ...rest } = pair
    const dir = folderOf({
      ...rest,
      'transcripts/both.txt': text,
      'transcripts.csv': 'id,file,respondents,speakers\none,both.txt,1,A=1;I=interviewer\ntwo,both.txt,2,A=2;I=interviewer\n',
      'codings.csv': 'transcript,quote,code\ntwo,we sat round,list\n',
    })
    await saveStudy(await openStudy(dir), dir)
    await saveStudy(withdrawRespondent(await openStudy(dir), '1', everything).study, dir)
    expect(readdirSync(join(dir, 'transcripts'))).toEqual(['two.txt'])
    expect(readdirSync(join(dir, 'texts')).filter(name => name.endsWith('.txt'))).toEqual(['two.txt'])
    // The other said the very same: it is hers to keep.
    expect((await openStudy(dir)).codings.length).toBe(1)
  })

  it('is accepted where tables were changed by hand, and that work has a name', async () => {
    const dir = folderOf(pair)
    const begun = openPass(await openStudy(dir), by, pass => pass.define('begun', { role: 'context' }))
    await saveStudy(begun, dir)
    writeFileSync(join(dir, 'codes.csv'), `id,role,remark\nlist,context,plain\nbegun,context,\nby hand,outcome,${hers}\n`)
    const opened = await openStudy(dir, { by: { coder: 'JT', date: '2021-01-01' } })
    const { study } = withdrawRespondent(opened, '1', everything)
    writeFileSync(join(dir, 'respondents.csv'), 'id,consent\n1,verbatim\n2,none\n')
    await expect(saveStudy(study, dir)).rejects.toThrow(/changed by hand since/u)
    writeFileSync(join(dir, 'respondents.csv'), 'id,consent\n1,verbatim\n2,verbatim\n')
    await saveStudy(study, dir)
    expect(holds(dir)).toEqual([])
    expect((await openStudy(dir)).journal.map(pass => [pass.kind, pass.coder])).toEqual([
      ['import', ''],
      ['open', 'MV'],
      ['edit', 'JT'],
      ['withdraw', 'MV'],
    ])
  })

  it('refuses the work of who opened the folder before', async () => {
    const dir = folderOf(pair)
    const old = await openStudy(dir)
    await saveStudy(withdrawRespondent(old, '1', everything).study, dir)
    const later = openPass(old, by, pass => pass.define('later', { role: 'context' }))
    await expect(saveStudy(later, dir)).rejects.toThrow(/withdraw by MV of 2021-02-03/u)
    await expect(saveStudy(old, dir)).rejects.toThrow(StudyError)
    expect(holds(dir)).toEqual([])
  })

  it('clears what a save that was cut off left behind', async () => {
    const dir = folderOf(pair)
    const left = join(dir, '.saving', 'new', 'texts')
    mkdirSync(left, { recursive: true })
    writeFileSync(join(left, 'pair.txt'), lines.join('\n'))
    writeFileSync(join(dir, '.saving', 'owner.json'), JSON.stringify({ pid: 2 ** 22 + 1, host: 'gone', token: 'x', time: 0 }))
    const past = new Date(Date.now() - 3_600_000)
    for (const path of [join(dir, '.saving', 'owner.json'), join(dir, '.saving')]) utimesSync(path, past, past)
    await saveStudy(withdrawRespondent(await openStudy(dir), '1', everything).study, dir)
    expect(existsSync(join(dir, '.saving'))).toBe(false)
    expect(holds(dir)).toEqual([])
  })

  it('leaves files of others alone, and does nothing to a folder where nobody withdrew', async () => {
    const dir = folderOf({ ...pair, 'notes.txt': hers, 'transcripts/extra.txt': 'not in the study' })
    await saveStudy(withdrawRespondent(await openStudy(dir), '1', everything).study, dir)
    expect(readFileSync(join(dir, 'notes.txt'), 'utf8')).toBe(hers)
    expect(readdirSync(join(dir, 'transcripts')).sort()).toEqual(['extra.txt', 'pair.txt'])
    expect(holds(dir)).toEqual(['notes.txt'])
  })

  it('saves in a new folder without the source that held her words', async () => {
    const dir = folderOf(pair)
    const copy = join(folderOf({}), 'copy')
    await saveStudy(withdrawRespondent(await openStudy(dir), '1', everything).study, copy)
    expect(readdirSync(join(copy, 'transcripts'))).toEqual(['pair.txt'])
    expect(holds(copy)).toEqual([])
  })
})
