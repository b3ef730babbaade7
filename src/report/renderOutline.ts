import { audienceLine } from './audienceLine.js'
import { writeReport } from './gateReport.js'
import { plainText } from './plainText.js'
import type { Report } from './report.js'

/** The title of a report, who may see it, and its chapters: what a console shows. */
export function renderOutline(report: Report): string {
  return writeReport(report, {
    name: 'text',
    write: one => {
      const chapters = one.chapters.map((chapter, i) => `  ${i + 1}. ${plainText(chapter.title)}`)
      return [one.title, audienceLine(one), one.basis, ...chapters].join('\n')
    },
    read: output => [output],
  })
}
