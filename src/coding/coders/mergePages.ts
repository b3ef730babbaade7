import { isSame, type Page } from '../../study/index.js'
import type { Side } from './mergeSides.js'

/** A page or memo that was written differently apart; the base's stands, or else the first by its text. */
export interface PageClash {
  readonly id: string
  readonly before: string | null
  readonly stands: string
  readonly said: readonly { readonly side: number; readonly text: string }[]
}

/**
 * Merges her pages or memos, which are no part of the journal: what one wrote or changed is taken, what was written differently is
 * listed, and none is ever taken away.
 */
export function mergePages(
  base: readonly Page[],
  sides: readonly Side[],
  of: 'pages' | 'memos',
): { readonly pages: readonly Page[]; readonly clashes: readonly PageClash[] } {
  const before = new Map(base.map(page => [page.id, page]))
  const written = new Map<string, { readonly side: number; readonly page: Page }[]>()
  for (const [side, { start, study }] of sides.entries()) {
    const seen = new Map(start[of].map(page => [page.id, page]))
    for (const page of study[of]) {
      if (isSame(seen.get(page.id), page) || isSame(before.get(page.id), page)) continue
      written.set(page.id, [...(written.get(page.id) ?? []), { side, page }])
    }
  }
  const clashes: PageClash[] = []
  const taken = new Map<string, Page>()
  for (const [id, versions] of [...written].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const texts = versions.map(one => one.page).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
    const old = before.get(id)
    const agree = texts.every(page => isSame(page, texts[0]))
    const seen = versions.every(({ side }) => old === undefined || sides[side]!.start[of].some(page => isSame(page, old)))
    if (agree && seen) taken.set(id, texts[0]!)
    else {
      if (old === undefined) taken.set(id, texts[0]!)
      clashes.push({
        id,
        before: old?.text ?? null,
        stands: (old ?? texts[0]!).text,
        said: versions.map(({ side, page }) => ({ side, text: page.text })),
      })
    }
  }
  if (taken.size === 0) return { pages: base, clashes }
  const kept = base.map(page => taken.get(page.id) ?? page)
  return { pages: [...kept, ...[...taken.values()].filter(page => !before.has(page.id))], clashes }
}
