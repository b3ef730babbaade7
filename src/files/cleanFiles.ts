import { runsSaidBy, type WordRuns, withMarks } from '../privacy/index.js'
import type { Study } from '../study/index.js'
import { decodeText } from './decodeText.js'
import type { Folder } from './folder.js'
import { pagePaths } from './readPages.js'
import { studyFileName } from './readStudyFile.js'

/**
 * Takes the words of who withdrew out of what the study does not hold of its own files: keys of `study.json` that only she knows,
 * comments in front matter. The folder still knows who they were and what they said.
 *
 * @param written what is written already, and gets what is changed here
 */
export async function cleanFiles(
  study: Study,
  before: Study,
  folder: Folder | null,
  written: Map<string, Uint8Array>,
  removed: readonly string[],
): Promise<void> {
  const left = new Set(study.respondents.map(one => one.id))
  const runs = before.respondents.filter(one => !left.has(one.id)).map(one => runsSaidBy(before, one.id))
  const paths = folder === null ? [] : [studyFileName, ...pagePaths(folder, 'report'), ...pagePaths(folder, 'memos')]
  for (const path of new Set(paths)) {
    if (removed.includes(path) || (!written.has(path) && !folder!.paths.includes(path))) continue
    const decoded = decodeText(written.get(path) ?? (await folder!.read(path)))
    if (!('text' in decoded)) continue
    const after = runs.reduce((text, one) => (path === studyFileName ? cleanJson(text, one) : cleanText(text, one)), decoded.text)
    if (after !== decoded.text) written.set(path, Buffer.from(after))
  }
}

const cleanText = (text: string, runs: WordRuns) => withMarks(text, runs.find(text))

/** A text of JSON of which no string holds a run; one without runs keeps its characters. */
function cleanJson(text: string, runs: WordRuns): string {
  const mark = text.startsWith('\uFEFF') ? '\uFEFF' : ''
  let found = false
  const clean: unknown = JSON.parse(text.slice(mark.length), (_, value: unknown) => {
    if (typeof value !== 'string') return value
    const after = cleanText(value, runs)
    found ||= after !== value
    return after
  })
  return found ? `${mark}${JSON.stringify(clean, null, 2)}\n` : text
}
