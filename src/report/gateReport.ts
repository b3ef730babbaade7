import { guardOf, holdAtGate, type Leaf } from '../study/index.js'
import { leavesOf } from './leaves.js'
import type { Report } from './report.js'

/** How an output of a report is made, and how its own reader reads it. */
export interface ReportFormat {
  readonly name: string
  readonly write: (report: Report) => string
  readonly read: (output: string) => readonly string[]
}

/** Writes a report in a format, past the gate: it looks at every part before, and at the finished text as its reader reads it. */
export function writeReport(report: Report, format: ReportFormat): string {
  const guard = guardOf(report)
  holdParts(report)
  const output = format.write(report)
  holdAtGate(guard, finishedLeaves(output, format), 'finished')
  return output
}

/** Holds every text of a report that comes from the study at the gate. */
export function holdParts(report: Report): void {
  holdAtGate(guardOf(report), leavesOf(report), 'parts')
}

// A generator, so that nothing is read back when there is no guard to ask.
function* finishedLeaves(output: string, { name, read }: ReportFormat): Iterable<Leaf> {
  for (const text of read(output)) yield { text, where: `report, finished ${name}` }
}
