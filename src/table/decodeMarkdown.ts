import { Marked } from 'marked'
import { decodeEntities } from './decodeEntities.js'
import { decodeHtml } from './decodeHtml.js'

/**
 * Reads every text in Markdown as its reader would: the texts of its HTML (see `decodeHtml`), and last the source with
 * its escapes undone, since link definitions and the like are not shown.
 *
 * @example
 * decodeMarkdown('J**a**n \\* 2')
 * //=> ['Jan * 2', 'J**a**n * 2']
 */
export function decodeMarkdown(markdown: string): readonly string[] {
  // An instance of our own: the shared one may have been given extensions.
  const html = new Marked({ async: false, gfm: true }).parse(markdown) as string
  return [...decodeHtml(html), undoEscapes(markdown)]
}

function undoEscapes(markdown: string): string {
  return decodeEntities(markdown.replace(/\\([!-/:-@[-`{-~])/gu, '$1').replace(/<br>/gu, '\n'))
}
