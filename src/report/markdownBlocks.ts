import { Marked, type MarkedToken, type Token, type Tokens } from 'marked'
import type { Block, Inline } from './block.js'
import { inlinesOf, plainInlines, type Resolve } from './markdownInlines.js'
import { cutAtReferences } from './references.js'
import { fixed } from './say.js'

/** How her Markdown is read. */
export interface MarkdownOptions {
  readonly resolve: Resolve
  /** What is added to the level of her headings, so that they stand under the chapter. */
  readonly shift: number
}

/**
 * Reads Markdown into blocks of the report: plain values, with HTML as literal text, links only to the web, mail or the page itself, and
 * images as their alternative text.
 */
export function markdownBlocks(source: string, options: MarkdownOptions): readonly Block[] {
  // An instance of our own: the shared one may have been given extensions.
  return blocksOf(new Marked({ gfm: true }).lexer(source), options)
}

function blocksOf(tokens: readonly Token[], options: MarkdownOptions): readonly Block[] {
  return tokens.flatMap(token => blockOf(token as MarkedToken, options))
}

function blockOf(token: MarkedToken, options: MarkdownOptions): readonly Block[] {
  const { resolve, shift } = options
  switch (token.type) {
    case 'space':
    case 'def':
      return []
    case 'heading':
      return [{ kind: 'heading', level: Math.min(6, token.depth + shift), children: inlinesOf(token.tokens, resolve) }]
    case 'paragraph':
      return paragraph(token, options)
    case 'text':
      return [{ kind: 'paragraph', children: inlinesOf(token.tokens ?? [token], resolve) }]
    case 'list':
      return [{ kind: 'list', ordered: token.ordered, items: token.items.map(item => blocksOf(item.tokens, options)) }]
    case 'blockquote':
      return [{ kind: 'quotation', blocks: blocksOf(token.tokens, options) }]
    case 'code':
      return [{ kind: 'preformatted', text: plainInlines(token.text, resolve) }]
    case 'table':
      return [tableOf(token, resolve)]
    case 'hr':
      return [{ kind: 'rule' }]
    case 'checkbox':
      return [{ kind: 'paragraph', children: [fixed(token.checked ? '☑' : '☐')] }]
    default:
      return [{ kind: 'paragraph', children: inlinesOf([token], resolve) }]
  }
}

/** A paragraph that is only a reference to a quote, a box or a configuration becomes that block. */
function paragraph(token: Tokens.Paragraph, { resolve }: MarkdownOptions): readonly Block[] {
  const parts = cutAtReferences(token.text.trim())
  const block = parts.length === 1 && typeof parts[0] === 'number' ? resolve.block(parts[0]) : null
  return [block ?? { kind: 'paragraph', children: inlinesOf(token.tokens, resolve) }]
}

function tableOf(token: Tokens.Table, resolve: Resolve): Block {
  const cells = (row: readonly Tokens.TableCell[]): (readonly Inline[])[] => row.map(cell => inlinesOf(cell.tokens, resolve))
  return {
    kind: 'table',
    caption: null,
    head: cells(token.header),
    rows: token.rows.map(cells),
    numeric: token.align.map(align => align === 'right'),
  }
}
