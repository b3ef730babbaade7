import type { Language } from '../language/index.js'
import { escapeHtml } from '../table/index.js'
import type { Block, DetailsBlock, Inline, QuoteBlock, SectionBlock, TableBlock } from './block.js'
import { plainText } from './plainText.js'

/** What writing HTML needs to know besides the blocks. */
export interface HtmlMaking {
  readonly language: Language
  /** The place of each chapter, theme and configuration. */
  readonly anchors: ReadonlyMap<object, string>
  /** Where mentions lead to. */
  readonly places: ReadonlyMap<string, string>
}

/** Blocks as HTML. */
export function blocksHtml(making: HtmlMaking, blocks: readonly Block[]): string {
  return blocks.map(block => blockHtml(making, block)).join('\n')
}

/** A line as HTML. */
export function lineHtml(making: HtmlMaking, line: readonly Inline[]): string {
  return line.map(inline => inlineHtml(making, inline)).join('')
}

function inlineHtml(making: HtmlMaking, inline: Inline): string {
  switch (inline.kind) {
    case 'text':
    case 'fixed':
      return escapeHtml(inline.text)
    case 'code':
      return `<code>${escapeHtml(inline.text)}</code>`
    case 'strong':
      return `<strong>${lineHtml(making, inline.children)}</strong>`
    case 'emphasis':
      return `<em>${lineHtml(making, inline.children)}</em>`
    case 'struck':
      return `<s>${lineHtml(making, inline.children)}</s>`
    case 'tag':
      return `<span class="tag">${lineHtml(making, inline.children)}</span>`
    case 'link':
      return `<a href="${escapeHtml(inline.href)}" rel="noreferrer">${lineHtml(making, inline.children)}</a>`
    case 'mention': {
      const anchor = making.places.get(inline.place)
      const words = lineHtml(making, inline.children)
      return anchor === undefined ? words : `<a href="#${escapeHtml(anchor)}">${words}</a>`
    }
    case 'break':
      return '<br>'
  }
}

function blockHtml(making: HtmlMaking, block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level}>${lineHtml(making, block.children)}</h${block.level}>`
    case 'paragraph':
      return `<p>${lineHtml(making, block.children)}</p>`
    case 'note':
      return `<p class="note">${lineHtml(making, block.children)}</p>`
    case 'unwritten':
      return `<p class="unwritten">${lineHtml(making, block.children)}</p>`
    case 'quote':
      return quoteHtml(making, block)
    case 'table':
      return tableHtml(making, block)
    case 'theme':
    case 'configuration':
    case 'code':
      return sectionHtml(making, block)
    case 'details':
      return detailsHtml(making, block)
    case 'passage':
      return `<p class="passage"${idOf(making, block)}>${lineHtml(making, block.words)} <span class="where">${lineHtml(making, block.where)}</span></p>`
    case 'box':
      return `<section class="box"><p class="title">${lineHtml(making, block.title)}</p>\n${blocksHtml(making, block.blocks)}\n</section>`
    case 'quotation':
      return `<blockquote class="plain">${blocksHtml(making, block.blocks)}</blockquote>`
    case 'list':
      return listHtml(making, block.ordered, block.items)
    case 'preformatted':
      return `<pre tabindex="0"><code>${escapeHtml(block.text)}</code></pre>`
    case 'rule':
      return '<hr>'
  }
}

function quoteHtml(making: HtmlMaking, { form, words, label, translation, stance }: QuoteBlock): string {
  const what =
    stance === 'refutes' || stance === 'refines' ? `<span class="tag">${escapeHtml(making.language.names.stances[stance]!)}</span>` : ''
  const who = [lineHtml(making, label), what].filter(part => part !== '').join(' ')
  const said = [words, ...(translation === null ? [] : [translation])].map(line => `<p>${lineHtml(making, line)}</p>`).join('')
  const caption = who === '' ? '' : `<figcaption>${who}</figcaption>`
  return `<figure class="quote ${form}"><blockquote>${said}</blockquote>${caption}</figure>`
}

function detailsHtml(making: HtmlMaking, block: DetailsBlock): string {
  const summary = `<summary>${lineHtml(making, block.summary)}</summary>`
  return `<details${idOf(making, block)}${block.isOpen ? ' open' : ''}>${summary}\n${blocksHtml(making, block.blocks)}\n</details>`
}

function idOf(making: HtmlMaking, of: object): string {
  const anchor = making.anchors.get(of)
  return anchor === undefined ? '' : ` id="${escapeHtml(anchor)}"`
}

function sectionHtml(making: HtmlMaking, section: SectionBlock): string {
  const { kind, level, title, marks, blocks } = section
  const tags = marks.map(mark => ` <span class="tag">${lineHtml(making, mark)}</span>`).join('')
  // A configuration inside her text stands in the contents too; only a copy of a block has no place of its own.
  const id = idOf(making, section)
  return `<section class="${kind}"><h${level}${id}>${lineHtml(making, title)}${tags}</h${level}>\n${blocksHtml(making, blocks)}\n</section>`
}

/** From this many columns a table is set small, and on a phone as a stack of rows. */
const wide = 5

function tableHtml(making: HtmlMaking, { caption, head, rows, numeric }: TableBlock): string {
  const isWide = head.length >= wide
  const style = (i: number) => (numeric[i] ? ' class="number"' : '')
  const heads = head.map((cell, i) => `<th scope="col"${style(i)}>${lineHtml(making, cell)}</th>`).join('')
  // In a stack no head stands above a cell, so that each carries its own.
  const headOf = (i: number) => (isWide ? ` data-head="${escapeHtml(plainText(head[i] ?? []))}"` : '')
  const cellHtml = (cell: readonly Inline[], i: number) =>
    i === 0 ? `<th scope="row">${lineHtml(making, cell)}</th>` : `<td${style(i)}${headOf(i)}>${lineHtml(making, cell)}</td>`
  const body = rows.map(row => `<tr>${row.map(cellHtml).join('')}</tr>`).join('\n')
  const title = caption === null ? '' : `<figcaption>${lineHtml(making, caption)}</figcaption>`
  // Focusable and named, so that it can be scrolled from the keyboard.
  const region = `<div class="scroll" role="region" tabindex="0" aria-label="${escapeHtml(caption === null ? making.language.texts.table : plainText(caption))}">`
  const table = `<table${isWide ? ' class="wide"' : ''}><thead><tr>${heads}</tr></thead><tbody>\n${body}\n</tbody></table>`
  return `<figure class="table">${title}${region}${table}</div></figure>`
}

/** A list whose items are all one paragraph is set tight. */
function listHtml(making: HtmlMaking, ordered: boolean, items: readonly (readonly Block[])[]): string {
  const tag = ordered ? 'ol' : 'ul'
  const item = (blocks: readonly Block[]) => {
    const [first, ...rest] = blocks
    if (first?.kind !== 'paragraph') return blocksHtml(making, blocks)
    return `${lineHtml(making, first.children)}${rest.length === 0 ? '' : `\n${blocksHtml(making, rest)}`}`
  }
  return `<${tag}>${items.map(blocks => `<li>${item(blocks)}</li>`).join('\n')}</${tag}>`
}
