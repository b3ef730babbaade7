import { isSame, type Page, type Problem } from '../study/index.js'
import { isInnerPath } from './commit.js'
import { decodeText } from './decodeText.js'
import type { Folder } from './folder.js'
import { writePage } from './page.js'

export interface PagesPlan {
  readonly written: ReadonlyMap<string, string>
  readonly removed: readonly string[]
  readonly problems: readonly Problem[]
}

/** What changes among the Markdown files in a folder of the study. */
export async function planPages(
  place: 'report' | 'memos',
  pages: readonly Page[],
  before: readonly Page[],
  folder: Folder | null,
): Promise<PagesPlan> {
  const old = new Map(before.map(page => [page.id, page]))
  const kept = new Set(pages.map(page => page.id))
  const written = new Map<string, string>()
  const problems: Problem[] = []
  for (const page of pages) {
    const path = `${place}/${page.id}.md`
    if (!isInnerPath(page.id) || page.id.includes('/') || page.id.startsWith('.'))
      problems.push({ what: 'the id of a page cannot be a file name', hint: 'use letters, digits, spaces and hyphens', file: `${place}/` })
    else if (!isSame(old.get(page.id), page)) written.set(path, await inStyleOf(folder, path, writePage(page)))
  }
  const removed = before.filter(page => !kept.has(page.id)).map(page => `${place}/${page.id}.md`)
  return { written, removed, problems }
}

/** A file of hers keeps its line ends and its byte order mark. */
async function inStyleOf(folder: Folder | null, path: string, text: string): Promise<string> {
  if (!folder?.paths.includes(path)) return text
  const old = decodeText(await folder.read(path))
  if (!('text' in old)) return text
  const mark = old.text.startsWith('\uFEFF') ? '\uFEFF' : ''
  return mark + (old.text.includes('\r\n') ? text.replaceAll('\n', '\r\n') : text)
}
