import { type Guess, inStep, labelsIn, namedUnder, numberIn, rowsIn } from './reading.js'

/** Who had an interview when. */
export interface Appointment {
  readonly name: string
  readonly date: string
}

/** What is taken to follow the calendar: the labels as they come, their numbers, the conversations, the passages, or the file of them. */
export type CalendarTrick = 'appearance' | 'number' | 'transcript' | 'coding' | 'rows of codings' | 'rows of search'

/** Whoever saw the calendar of the interviewer. */
export function calendarIntruder(out: string, calendar: readonly Appointment[], trick: CalendarTrick): readonly Guess[] {
  const people = [...calendar].sort((a, b) => (a.date < b.date ? -1 : 1)).map(one => one.name)
  const labels = labelsIn(out)
  const named = labels.map(label => namedUnder(out, label, people))
  if (named.every(names => names.length === 1)) return labels.map((label, i) => ({ label, person: named[i]![0]! }))
  return inStep(inOrder(out, labels, trick), people)
}

function inOrder(out: string, labels: readonly string[], trick: CalendarTrick): readonly string[] {
  const codings = rowsIn(out, 'codings')
  const byColumn = (column: string) => {
    const firstOf = (label: string) => Math.min(...codings.filter(row => row.speaker === label).map(row => numberIn(row[column] ?? '')))
    return [...labels].sort((a, b) => firstOf(a) - firstOf(b))
  }
  const inRows = (name: string) => [
    ...new Set(rowsIn(out, name).flatMap(row => labels.filter(label => label === (row.speaker ?? row.respondents)))),
  ]
  switch (trick) {
    case 'appearance':
      return labels
    case 'number':
      return [...labels].sort((a, b) => numberIn(a) - numberIn(b))
    case 'transcript':
      return byColumn('transcript')
    case 'coding':
      return byColumn('coding')
    case 'rows of codings':
      return inRows('codings')
    case 'rows of search':
      return inRows('search')
  }
}
