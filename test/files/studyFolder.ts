import { lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll } from 'vitest'
import { openStudy } from '../../src/files/openStudy.js'
import { type Problem, StudyError } from '../../src/study/index.js'

const made: string[] = []
afterAll(() => {
  for (const path of made) rmSync(path, { recursive: true, force: true })
})

/** An empty folder that is gone after the tests of this file. */
export function emptyFolder(): string {
  const path = mkdtempSync(join(tmpdir(), 'retroduct-'))
  made.push(path)
  return path
}

export type Files = Readonly<Record<string, string | Uint8Array>>

export function writeFiles(folder: string, files: Files): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
}

/** A folder with these files in it. */
export function folderOf(files: Files): string {
  const path = emptyFolder()
  writeFiles(path, files)
  return path
}

/** Every file of a folder: its bytes in hexadecimal, and when it was written. */
export function photograph(folder: string): Record<string, string> {
  const seen: Record<string, string> = {}
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    const found = lstatSync(join(folder, name), { bigint: true })
    seen[name] = found.isFile() ? `${found.mtimeNs} ${readFileSync(join(folder, name)).toString('latin1')}` : `${found.mtimeNs} folder`
  }
  return seen
}

/** A small sound study: two interviews, a code each way of naming, codings by words, by offsets, and by both. */
export const small: Files = {
  'study.json': '{\n  "title": "Walk-in clinic",\n  "language": "en"\n}\n',
  'transcripts/a.txt': 'I: What changed?\nR: They know my name. They know my name.\nI: And then?\nR: Then I came early.\n',
  'transcripts/b.txt': 'I: Why stay?\nR: Because I am needed here, every week.\n',
  'transcripts.csv': 'id,file,respondents,speakers\na,a.txt,1,R=1;I=interviewer\nb,b.txt,2,R=2;I=interviewer\n',
  'respondents.csv': 'id,group,consent,years\n1,patients,verbatim,3\n2,volunteers,paraphrase,\n',
  'codes.csv': 'id,name,role,definition\nk1,being known,mechanism,"They know, and say, a name."\nk2,coming early,outcome,\n',
  'codings.csv':
    'id,transcript,start,end,quote,code,role,coder\nc1,a,,,Then I came early,coming early,,AB\nc2,a,20,38,,k1,,AB\nc3,b,16,40,Because I am needed here,k1,context,\n',
  'themes.csv': 'label,role,codes\nBeing known,mechanism,being known\n',
}

/** The problems that opening a folder gives. */
export async function problemsOf(folder: string): Promise<readonly Problem[]> {
  try {
    await openStudy(folder)
    return []
  } catch (error) {
    if (error instanceof StudyError) return error.problems
    throw error
  }
}
