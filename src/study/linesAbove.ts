import type { Page } from './model.js'

// Not a field of the page: what stands above the text in a file is no part of what the page says.
const known = new WeakMap<Page, number>()

/** Notes how many lines stand above the text of a page in its file, so that a problem can be told by the line of the file. */
export function noteLinesAbove(page: Page, lines: number): Page {
  known.set(page, lines)
  return page
}

/** How many lines stand above the text of a page in its file; none for a page that was not read from one. */
export function linesAbove(page: Page): number {
  return known.get(page) ?? 0
}
