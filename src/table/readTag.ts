import { decodeEntities } from './decodeEntities.js'

export interface Attribute {
  readonly name: string
  /** Null for an attribute without a value, such as `hidden`. */
  readonly value: string | null
}

export interface Tag {
  /** In lower case. */
  readonly name: string
  readonly closes: boolean
  /** Whether it ends in `/>`: that counts in SVG only. */
  readonly empty: boolean
  readonly attributes: readonly Attribute[]
  /** The index after the tag. */
  readonly end: number
}

/** Reads the tag that starts at `at`, as a browser does; null when none does. */
export function readTag(html: string, at: number): Tag | null {
  const open = matchAt(tagOpen, html, at)
  if (open === null) return null
  const attributes: Attribute[] = []
  let end = at + open[0].length
  while (end < html.length) {
    const [skipped] = matchAt(/[\t\n\f\r /]*/uy, html, end)!
    end += skipped.length
    if (html[end] === '>' || end >= html.length) break
    const found = matchAt(attribute, html, end)!
    end += found[0].length
    const value = found[2] ?? found[3] ?? found[4] ?? null
    attributes.push({ name: found[1]!.toLowerCase(), value: value === null ? null : decodeEntities(value, 'attribute') })
  }
  return { name: open[2]!.toLowerCase(), closes: open[1] === '/', empty: html[end - 1] === '/', attributes, end: end + 1 }
}

const tagOpen = /<(\/?)([a-zA-Z][^\t\n\f\r />]*)/uy

// A value without its closing quote runs to the end of the text, as in a browser.
const attribute = /(=?[^\t\n\f\r />=]*)(?:[\t\n\f\r ]*=[\t\n\f\r ]*(?:"([^"]*)(?:"|$)|'([^']*)(?:'|$)|([^\t\n\f\r >]*)))?/uy

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}
