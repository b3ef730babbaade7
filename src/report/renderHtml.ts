import { decodeHtml, escapeHtml } from '../table/index.js'
import { anchorsIn, placesIn, sectionsIn } from './anchors.js'
import { audienceLine } from './audienceLine.js'
import type { Chapter } from './block.js'
import { type ReportFormat, writeReport } from './gateReport.js'
import { blocksHtml, type HtmlMaking, lineHtml } from './htmlBlocks.js'
import { htmlStyle } from './htmlStyle.js'
import type { Report } from './report.js'

const format: ReportFormat = { name: 'HTML', write: htmlReport, read: readHtml }

/**
 * Writes a report as one HTML page that needs nothing else: no script, no font, no picture from elsewhere. It reads well on a phone and
 * in print.
 *
 * @throws StudyError when it holds something that may not go out
 * @example
 * renderHtml(report).slice(0, 15)
 * //=> '<!doctype html>'
 */
export function renderHtml(report: Report): string {
  return writeReport(report, format)
}

/**
 * Reads the page back for the gate without what is the same in every report: the style, the names of classes and the like. A person
 * may be called Georgia or Box. Text of the study cannot look like these: its quotation marks are escaped.
 */
export function readHtml(output: string): readonly string[] {
  return decodeHtml(
    output
      .replace(htmlStyle, '')
      .replace(/<meta [^>]{0,100}>/gu, '')
      .replace(/ (?:class|role|scope|rel|tabindex)="[a-z0-9 ]{0,40}"/gu, ''),
  )
}

function htmlReport(report: Report): string {
  const anchors = anchorsIn(report.chapters)
  const making: HtmlMaking = { language: report.language, anchors, places: placesIn(report.chapters, anchors) }
  const { texts } = report.language
  return [
    '<!doctype html>',
    `<html lang="${report.language.id}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(report.title)}</title>`,
    `<style>${htmlStyle}</style>`,
    '</head>',
    '<body>',
    // The class stands on an element of its own, because a notebook drops the body.
    '<div class="retroduct">',
    '<header>',
    `<p class="audience ${report.audience}">${escapeHtml(audienceLine(report))}</p>`,
    `<h1>${escapeHtml(report.title)}</h1>`,
    `<p class="basis">${escapeHtml(report.basis)}</p>`,
    '</header>',
    `<nav aria-labelledby="contents"><h2 id="contents">${escapeHtml(texts.contents)}</h2>`,
    `<ol>${report.chapters.map(chapter => contentsItem(making, chapter)).join('')}</ol></nav>`,
    '<main>',
    ...report.chapters.map(chapter => chapterHtml(making, chapter)),
    '</main>',
    '</div>',
    '</body>',
    '</html>\n',
  ].join('\n')
}

function contentsItem(making: HtmlMaking, chapter: Chapter): string {
  const link = (of: Chapter | ReturnType<typeof sectionsIn>[number]['of']) =>
    `<a href="#${escapeHtml(making.anchors.get(of) ?? '')}">${lineHtml(making, of.title)}</a>`
  // A codebook has an overview of its codes, with their places in the tree.
  const sections = sectionsIn(chapter.blocks).flatMap(({ of }) => (of.kind === 'code' ? [] : [`<li>${link(of)}</li>`]))
  return `<li>${link(chapter)}${sections.length === 0 ? '' : `<ul>${sections.join('')}</ul>`}</li>`
}

function chapterHtml(making: HtmlMaking, chapter: Chapter): string {
  const id = escapeHtml(making.anchors.get(chapter) ?? '')
  return `<section class="chapter"><h2 id="${id}">${lineHtml(making, chapter.title)}</h2>\n${blocksHtml(making, chapter.blocks)}\n</section>`
}
