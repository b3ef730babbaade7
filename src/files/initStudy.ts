import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  compareNatural,
  type Problem,
  roleSchemeNamed,
  type StudyFile,
  schemeHint,
  studyFileSchema,
  tables,
  throwProblems,
} from '../study/index.js'
import { formatRecord } from '../table/index.js'
import { codeOf } from './folder.js'
import { studyFileName } from './readStudyFile.js'

const style = { delimiter: ',', eol: '\n', quoteAll: false } as const

const headers = {
  respondents: ['id', 'label', 'group', 'consent', 'cases'],
  codes: ['id', 'name', 'role', 'parent', 'definition', 'when', 'whenNot'],
  codings: ['id', 'transcript', 'start', 'end', 'quote', 'code', 'role', 'polarity', 'stance', 'coder', 'memo'],
  themes: ['id', 'label', 'role', 'polarity', 'codes', 'claim', 'bullet'],
} as const

const ignored = `# With this file git tracks only what may be shared: the codebook, the themes, the theories and their configurations.
# Look them through for names before you share them.
# Is your repository private, so that only the team can read it? Then take out parts 1 and 2. Part 3 stays, always.

# 1. What people said, and your work that quotes it or may name them.
transcripts/
texts/
codings.csv
quotes.csv
responses.csv
evidence.csv
cells.csv
report/
memos/
journal.jsonl

# 2. Who they are.
transcripts.csv
respondents.csv
consents.csv
cases.csv
reveals.csv

# 3. Names, and the keys to who is who; outputs for the team only; a save under way.
*.secret/
register*.csv
decisions.csv
releases.jsonl
*.key
*.rtdk
*.team.*
.saving*/
`

/**
 * Makes the folder of a new study, to be filled in with a spreadsheet. Transcripts that are in `transcripts/` already get
 * a row.
 *
 * @param facts what `study.json` is to say; with `roles` a list of roles or the name of a scheme of `roleSchemes`
 * @returns the paths written, relative to the folder
 * @throws StudyError when one of the files is there already, or the scheme is not known: nothing is written then
 * @example
 * await initStudy('walk-in-clinic', { title: 'Walk-in clinic', language: 'en' })
 */
export async function initStudy(dir: string, facts: Pick<StudyFile, 'title' | 'language' | 'roles'>): Promise<readonly string[]> {
  if (typeof facts.roles === 'string' && roleSchemeNamed(facts.roles) === null)
    throwProblems([{ what: 'there is no role scheme of this name', hint: schemeHint(facts.roles), call: 'initStudy' }])
  if (!studyFileSchema.safeParse(facts).success)
    throwProblems([
      { what: 'a study needs a title and a language', hint: 'give both, the language as a code such as nl or en', call: 'initStudy' },
    ])
  const files = new Map<string, string>([
    [studyFileName, `${JSON.stringify({ title: facts.title, language: facts.language, roles: facts.roles }, null, 2)}\n`],
    [tables.transcripts.file, transcriptRows(await filesIn(join(dir, 'transcripts')))],
    ...Object.entries(headers).map(([table, names]): [string, string] => [
      tables[table as keyof typeof headers].file,
      formatRecord(names, style),
    ]),
    ['.gitignore', ignored],
  ])
  const there = new Set(await filesIn(dir))
  throwProblems([...files.keys()].filter(path => there.has(path)).map(inTheWay))
  await mkdir(join(dir, 'transcripts'), { recursive: true })
  for (const [path, text] of files) await writeFile(join(dir, path), text, { flag: 'wx' })
  return [...files.keys()]
}

function inTheWay(file: string): Problem {
  return { what: 'this file is there already', hint: 'move it away first, or go on with the study that is there', file }
}

function transcriptRows(names: readonly string[]): string {
  const header = ['id', 'file', 'round', 'respondents', 'cases', 'speakers', 'date']
  const own = names.filter(name => !name.startsWith('.') && !name.startsWith('~$')).sort(compareNatural)
  const rows = own.map(name => [name.replace(/(?<=[^.])\.[^.]*$/u, ''), name, '', '', '', '', ''])
  return [header, ...rows].map(cells => formatRecord(cells, style)).join('')
}

async function filesIn(path: string): Promise<readonly string[]> {
  const entries = await readdir(path, { withFileTypes: true }).catch(error => {
    if (codeOf(error) === 'ENOENT') return []
    throw error
  })
  return entries.filter(entry => !entry.isDirectory()).map(entry => entry.name)
}
