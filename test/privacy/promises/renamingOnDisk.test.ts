import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { codebook } from '../../../src/cli/codebook.js'
import { fail } from '../../../src/cli/fail.js'
import { report } from '../../../src/cli/report.js'
import { saveStudy } from '../../../src/files/index.js'
import { emptyFolder } from '../../files/studyFolder.js'
import { signing } from '../decidedRelease.js'
import { everyField } from './everyField.js'

const one = ['Zsófia Yıldız', 'Bo Li', 'Anne-Marie Featherstonehaugh']
const other = ['Aaf Quispe Mamani', 'Maximiliane Theodora Groß', 'Wu Žižka']

/** What a command says and writes for a study on disk whose every text, id and file name names somebody. */
async function told(names: readonly string[], broken: boolean): Promise<readonly string[]> {
  let n = 0
  const study = everyField((place, plain) => {
    if (
      /^(?:roles\.id|respondents\.label|codings\.|transcripts\.speakers|study\.speakerPattern|journal\.|pages\.id|memos\.id)/u.test(place)
    )
      return plain
    return `${plain} ${names[n++ % names.length]}`
  })
  const root = emptyFolder()
  const dir = join(root, 'study')
  // Somebody may only be paraphrased, and is quoted all the same.
  await saveStudy(
    { ...study, journal: [], transcripts: study.transcripts.map(({ ...rest }) => ({ ...rest, file: null, hash: null, speakers: [] })) },
    dir,
  )
  mkdirSync(join(root, 'secret'))
  const rows = names.map((name, i) => `${name},PERSON,person ${'XKF'[i]}`)
  writeFileSync(
    join(root, 'secret/register.csv'),
    `name,type,label\n${rows.slice(broken ? 1 : 0).join('\n')}\n${broken ? `${names[1]},PERSON,x\n` : ''}`,
  )
  const said: string[] = []
  const spies = (['log', 'error', 'warn'] as const).map(kind =>
    vi.spyOn(console, kind).mockImplementation((...all) => void said.push(all.join(' '))),
  )
  const options = {
    register: join(root, 'secret/register.csv'),
    out: join(root, 'out'),
    perTheme: 3,
    maxShare: 0.5,
    attributes: ['function'],
  }
  const decisions = join(root, 'secret/decisions.csv')
  await signing(decisions, () => report(dir, options)).catch(fail)
  await signing(decisions, () => codebook(dir, options)).catch(fail)
  process.exitCode = 0
  for (const spy of spies) spy.mockRestore()
  const paths = broken ? [] : readdirSync(join(root, 'out')).sort()
  return [...said.map(text => text.replaceAll(root, '')), ...paths, ...paths.map(path => readFileSync(join(root, 'out', path), 'utf8'))]
}

it('commands say and write the same for studies that differ by names alone, in file names and ids too', async () => {
  const [first, second] = [await told(one, false), await told(other, false)]
  expect(first.join('\n')).toContain('Made, pseudonymised:')
  expect(first.join('\n')).toContain('Not printed as it stands:')
  expect(first.length).toBeGreaterThan(10)
  expect(second).toEqual(first)
})

it('and refuse in the same words', async () => {
  const [first, second] = [await told(one, true), await told(other, true)]
  expect(first.join('\n')).toMatch(/share a spelling/u)
  expect(second).toEqual(first)
})
