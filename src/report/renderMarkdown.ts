import { decodeMarkdown, escapeMarkdown } from '../table/index.js'
import { audienceLine } from './audienceLine.js'
import type { Block, QuoteBlock, SectionBlock, TableBlock } from './block.js'
import { type ReportFormat, writeReport } from './gateReport.js'
import { fenceFor, markdownCell, markdownLine } from './markdownLine.js'
import type { Report } from './report.js'

const format: ReportFormat = { name: 'Markdown', write: markdownReport, read: decodeMarkdown }

/**
 * Writes a report as GFM Markdown.
 *
 * @throws StudyError when it holds something that may not go out
 * @example
 * renderMarkdown(report).split('\n')[0]
 * //=> '# The open door'
 */
export function renderMarkdown(report: Report): string {
  return writeReport(report, format)
}

function markdownReport(report: Report): string {
  const head = [`# ${escapeMarkdown(report.title)}`, `**${escapeMarkdown(audienceLine(report))}**`, escapeMarkdown(report.basis)]
  const chapters = report.chapters.flatMap(chapter => [`## ${markdownLine(chapter.title)}`, ...blocksMarkdown(chapter.blocks, report)])
  return `${[...head, ...chapters].join('\n\n')}\n`
}

function blocksMarkdown(blocks: readonly Block[], report: Report): readonly string[] {
  return blocks.map(block => blockMarkdown(block, report)).filter(part => part !== '')
}

function blockMarkdown(block: Block, report: Report): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${markdownLine(block.children)}`
    case 'paragraph':
      return markdownLine(block.children)
    case 'note':
      return `*${markdownLine(block.children)}*`
    case 'unwritten':
      return `*[${markdownLine(block.children)}]*`
    case 'quote':
      return quoteMarkdown(block, report)
    case 'table':
      return tableMarkdown(block)
    case 'theme':
    case 'configuration':
    case 'code':
      return sectionMarkdown(block, report)
    case 'details':
      return [`**${markdownLine(block.summary)}**`, ...blocksMarkdown(block.blocks, report)].join('\n\n')
    case 'passage':
      return quoted(`${markdownLine(block.words)} (${markdownLine(block.where)})`)
    case 'box':
      return quoted([`**${markdownLine(block.title)}**`, ...blocksMarkdown(block.blocks, report)].join('\n\n'))
    case 'quotation':
      return quoted(blocksMarkdown(block.blocks, report).join('\n\n'))
    case 'list': {
      const isTight = block.items.every(item => item.length < 2)
      return block.items.map((item, i) => itemMarkdown(item, block.ordered ? `${i + 1}. ` : '- ', report)).join(isTight ? '\n' : '\n\n')
    }
    case 'preformatted': {
      const fence = fenceFor(block.text, 3)
      return `${fence}\n${block.text}\n${fence}`
    }
    case 'rule':
      return '---'
  }
}

function quoteMarkdown({ words, label, translation, stance }: QuoteBlock, { language }: Report): string {
  const who = label.length === 0 ? '' : ` (${markdownLine(label)})`
  const what = stance === 'refutes' || stance === 'refines' ? ` *${escapeMarkdown(language.names.stances[stance]!)}*` : ''
  const lines = [`${markdownLine(words)}${who}${what}`, ...(translation === null ? [] : [markdownLine(translation)])]
  return quoted(lines.join('\n\n'))
}

function sectionMarkdown({ level, title, marks, blocks }: SectionBlock, report: Report): string {
  const tags = marks.map(mark => ` *(${markdownLine(mark)})*`).join('')
  return [`${'#'.repeat(level)} ${markdownLine(title)}${tags}`, ...blocksMarkdown(blocks, report)].join('\n\n')
}

function tableMarkdown({ caption, head, rows, numeric }: TableBlock): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const table = [
    line(head.map(markdownCell)),
    line(head.map((_, i) => (numeric[i] ? '---:' : '---'))),
    ...rows.map(row => line(row.map(markdownCell))),
  ].join('\n')
  return caption === null ? table : `**${markdownLine(caption)}**\n\n${table}`
}

function itemMarkdown(item: readonly Block[], mark: string, report: Report): string {
  const lines = blocksMarkdown(item, report).join('\n\n').split('\n')
  const indent = ' '.repeat(mark.length)
  return lines.map((line, i) => (i === 0 ? `${mark}${line}` : line === '' ? '' : `${indent}${line}`)).join('\n')
}

function quoted(content: string): string {
  return content
    .split('\n')
    .map(line => (line === '' ? '>' : `> ${line}`))
    .join('\n')
}
