import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runsSaidBy } from '../privacy/index.js'
import { type Study, StudyError } from '../study/index.js'
import { decodeHtml, Table } from '../table/index.js'
import { readTranscript } from '../transcript/index.js'
import { expectFolder } from './expectFolder.js'
import { journalName } from './readJournal.js'
import { studyFileName } from './readStudyFile.js'

/** A file in which a person's words stand, or that cannot be looked into. */
export interface WordsPlace {
  /** Its path in the folder. */
  readonly file: string
  /** Stretches of six words or more; null when the file cannot be looked into. */
  readonly places: number | null
  /** What a withdrawal does with it. */
  readonly todo: string
}

/**
 * Lists the files in a folder, however deep, that hold six words in a row of a respondent: reports made before, notes, copies. Ask it
 * before a withdrawal is saved, and after it with the study as it was before: only that still knows the words.
 *
 * Texts of any encoding and Word files are read, JSON as its strings. What git keeps, archives, pictures and sound are named as not
 * looked into.
 *
 * @param study the study before the withdrawal
 * @param dir the folder of the study, or any other
 * @throws StudyError when there is no such respondent or folder
 * @example
 * const study = await openStudy('fixtures/community-clinic')
 * const { rows } = await whereWords(study, 'P1', 'fixtures/community-clinic')
 * rows.map(one => one.file)
 * //=> ['codings.csv', 'transcripts/interview-1.txt']
 */
export async function whereWords(study: Study, respondent: string, dir: string): Promise<Table<WordsPlace>> {
  await expectFolder(dir)
  if (!study.respondents.some(one => one.id === respondent))
    throw new StudyError([
      { what: 'there is no respondent with this id', hint: 'give the study as it was before the withdrawal', call: 'whereWords' },
    ])
  const runs = runsSaidBy(study, respondent)
  const rows: WordsPlace[] = []
  for (const file of await filesIn(dir, '')) {
    const texts = await textsOf(join(dir, file), file)
    const places = texts?.reduce((sum, text) => sum + runs.find(text).length, 0) ?? null
    if (places !== 0) rows.push({ file, places, todo: todoFor(file) })
  }
  return new Table<WordsPlace>({
    title: 'Where words of a respondent stand',
    columns: ['file', 'places', 'todo'],
    rows,
    basis: `${runs.size} runs of six words`,
    of: {},
  })
}

/** Every file, in order; what git keeps as one. */
async function filesIn(dir: string, under: string): Promise<readonly string[]> {
  const entries = await readdir(join(dir, under), { withFileTypes: true })
  const found = await Promise.all(
    entries.map(async entry => {
      const path = under === '' ? entry.name : `${under}/${entry.name}`
      if (entry.name === '.git') return ['.git']
      return entry.isDirectory() ? filesIn(dir, path) : [path]
    }),
  )
  return found.flat().sort()
}

/** The texts of a file; null when it is none. */
async function textsOf(path: string, name: string): Promise<readonly string[] | null> {
  if (name === '.git' || /\.(?:zip|qdpx|xlsx|pptx|odt|pdf|gz|7z|mp[34]|m4a|wav|png|jpe?g|parquet)$/iu.test(name)) return null
  const bytes = await readFile(path).catch(() => null)
  if (bytes === null) return null
  if (bytes.length === 0) return []
  try {
    const { text } = await readTranscript(bytes, { format: /\.docx$/iu.test(name) ? 'docx' : 'txt' })
    if (/\.html?$/iu.test(name)) return decodeHtml(text)
    return /\.(?:jsonl?|ipynb)$/iu.test(name) ? stringsIn(text) : [text]
  } catch (error) {
    if (error instanceof StudyError) return null
    throw error
  }
}

/** The strings of JSON, or of lines of it; the text itself where it is none. */
function stringsIn(text: string): readonly string[] {
  const strings: string[] = []
  const collect = (_: string, value: unknown) => {
    if (typeof value === 'string') strings.push(value)
    return value
  }
  const whole = parsed(text, collect)
  for (const line of whole ? [] : text.split('\n')) if (!parsed(line, collect)) strings.push(line)
  return strings
}

function parsed(text: string, collect: (key: string, value: unknown) => unknown): boolean {
  try {
    JSON.parse(text, collect)
    return true
  } catch {
    return false
  }
}

const ofTheStudy = /^(?:[^/]+\.csv|(?:texts|report|memos)\/[^/]+|transcripts\/.+)$/u

function todoFor(file: string): string {
  if (file === '.git') return 'not looked into: rewrite the history'
  if (file === studyFileName || file === journalName || ofTheStudy.test(file))
    return 'a file of the study: saving the withdrawal clears it, unless no table names it'
  return 'not touched: clear or delete it by hand'
}
