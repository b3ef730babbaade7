import { describe, expect, it } from 'vitest'
import { openStudy, saveStudy, whereWords } from '../../src/files/index.js'
import { withdrawRespondent } from '../../src/privacy/index.js'
import { StudyError } from '../../src/study/index.js'
import { docx, paragraph } from '../transcript/zip.js'
import { folderOf, small } from './studyFolder.js'

const words = 'Because I am needed here, every week'
const by = { coder: 'MV', date: '2021-02-03' }

describe('whereWords', () => {
  const dir = folderOf({
    ...small,
    'out/report.html': `<p>“<em>Because</em> I am needed <b>here</b>, every week” &amp; more</p>`,
    'out/old/notes.txt': Buffer.from(`\uFEFF${words}`, 'utf16le'),
    'data.json': JSON.stringify({ a: [`${words}\nagain: ${words}`] }),
    'lines.jsonl': `{"a":"${words}"}\nnot json: ${words}\n`,
    '.hidden/copy.csv': `a,b\nx,"${words}"\n`,
    '.git/objects/ab': 'x',
    'photo.jpg': Uint8Array.from([0xff, 0xd8]),
    'other.txt': 'They know my name. They know my name.',
    'empty.txt': '',
  })

  it('lists every file in which six words of a person stand, and those it cannot look into', async () => {
    const study = await openStudy(dir)
    const { rows, audience } = await whereWords(study, '2', dir)
    expect(rows.map(one => [one.file, one.places])).toEqual([
      ['.git', null],
      ['.hidden/copy.csv', 1],
      ['data.json', 2],
      ['lines.jsonl', 2],
      ['out/old/notes.txt', 1],
      ['out/report.html', 1],
      ['photo.jpg', null],
      ['transcripts/b.txt', 1],
    ])
    expect(rows.at(-1)?.todo).toMatch(/saving/u)
    expect(rows[1]?.todo).toMatch(/by hand/u)
    expect(audience).toBe('team')
  })

  it('is asked with the study before to see what a withdrawal left, which is what it does not touch', async () => {
    const study = await openStudy(dir)
    await saveStudy(withdrawRespondent(study, '2', { scope: 'everything', by }).study, dir)
    const left = (await whereWords(study, '2', dir)).rows
    expect(left.map(one => one.file)).not.toContain('transcripts/b.txt')
    expect(left.every(one => /by hand|not looked into/u.test(one.todo))).toBe(true)
    await expect(whereWords(await openStudy(dir), '2', dir)).rejects.toThrow(/as it was before the withdrawal/u)
    await expect(whereWords(study, '2', `${dir}/nowhere`)).rejects.toThrow(StudyError)
  })

  it('reads Word files', async () => {
    const word = folderOf({ ...small, 'old/interview.docx': docx(paragraph(words)) })
    expect((await whereWords(await openStudy(word), '2', word)).rows.map(one => one.file)).toContain('old/interview.docx')
  })
})
