import { stat } from 'node:fs/promises'
import { StudyError } from '../study/index.js'

/** Throws when there is no folder at a path. */
export async function expectFolder(path: string): Promise<void> {
  const found = await stat(path).catch(() => null)
  if (found?.isDirectory()) return
  const what = found === null ? 'there is no such folder' : 'this is a file, not the folder of a study'
  throw new StudyError([{ what, hint: 'give the folder that study.json is in', file: path }])
}
