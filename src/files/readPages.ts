import { compareNatural, type Page, type Problem } from '../study/index.js'
import { decodeText } from './decodeText.js'
import type { Folder } from './folder.js'
import { readPage } from './page.js'

/** Reads the Markdown files in a folder of the study, in natural order of their names. */
export async function readPages(
  folder: Folder,
  place: 'report' | 'memos',
): Promise<{ pages: readonly Page[]; problems: readonly Problem[] }> {
  const problems: Problem[] = []
  const pages: Page[] = []
  for (const path of pagePaths(folder, place)) {
    const decoded = decodeText(await folder.read(path))
    if ('text' in decoded) pages.push(readPage(path.slice(place.length + 1, -'.md'.length), decoded.text))
    else problems.push({ what: 'this file is not in UTF-8', hint: 'save it as UTF-8', file: path })
  }
  return { pages, problems }
}

export function pagePaths(folder: Folder, place: 'report' | 'memos'): readonly string[] {
  return folder.paths.filter(path => path.startsWith(`${place}/`) && path.endsWith('.md')).sort(compareNatural)
}
