import { linesAbove, type Page } from '../../study/index.js'
import { type Fact, fill, type Telling } from './telling.js'

/** What a page is called, and its headings with the line of the file each stands on. */
interface Heading {
  readonly text: string
  readonly line: number | null
}

/** The pages that are about an item, by their name, their chapter or a heading: each once, at its first place. */
export function pagesAbout({ study, language, isPublic }: Telling, words: readonly string[]): readonly Fact[] {
  const { page: called, row } = language.rameses
  return study.pages.flatMap((page): readonly Fact[] => {
    const found = headingsOf(page).find(({ text }) => words.some(word => startsWord(text.toLowerCase(), word)))
    if (found === undefined) return []
    const where = `report/${page.id}.md${found.line === null || isPublic ? '' : `, ${fill(row, { n: found.line })}`}`
    return [{ fact: fill(called, { page: found.text }), where }]
  })
}

function headingsOf(page: Page): readonly Heading[] {
  const above = linesAbove(page)
  const headings = page.text.split('\n').flatMap((line, i) => {
    const text = /^#{1,6}\s(.{1,300})$/u
      .exec(line)?.[1]
      ?.replace(/\s#{1,6}\s*$/u, '')
      .trim()
    return text === undefined ? [] : [{ text, line: i + 1 + above }]
  })
  return [...headings, ...[page.extra.chapter ?? '', page.id].filter(text => text !== '').map(text => ({ text, line: null }))]
}

function startsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) if (at === 0 || !/\p{L}/u.test(text[at - 1]!)) return true
  return false
}
