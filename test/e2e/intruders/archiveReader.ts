import { filesIn, type Guess, labelsIn, numberIn, type Row, rowsIn } from './reading.js'

/** What is taken to tie a label of the report to somebody in the archive. */
export type ArchiveTrick = 'label' | 'words' | 'order' | 'number'

/** Whoever has the archive and the report: says which respondent of the archive stands behind a label, among those of its group. */
export function archiveReader(out: string, archive: string, trick: ArchiveTrick): readonly Guess[] {
  const people = rowsIn(archive, 'respondents')
  const quotes = rowsIn(out, 'quotes')
  const groupOf = (label: string) => quotes.find(row => row.label === label)?.group ?? ''
  const groups = [...new Set(people.map(one => one.group ?? ''))]
  return groups.flatMap(group => {
    const labels = labelsIn(out).filter(label => groupOf(label) === group)
    const own = people.filter(one => (one.group ?? '') === group)
    const other = (i: number) => own[i % own.length]!.id!
    if (trick === 'order') return labels.map((label, i): Guess => ({ label, person: other(i) }))
    if (trick === 'number') {
      const byNumber = [...own].sort((a, b) => numberIn(shown(a)) - numberIn(shown(b)))
      const inOrder = [...labels].sort((a, b) => numberIn(a) - numberIn(b))
      return inOrder.map((label, i): Guess => ({ label, person: byNumber[i % byNumber.length]!.id! }))
    }
    if (trick === 'label')
      return labels.map((label, i): Guess => ({ label, person: own.find(one => shown(one) === label)?.id ?? other(i) }))
    return labels.map((label, i): Guess => {
      const words = quotes.filter(row => row.label === label).map(row => (row.quote ?? '').slice(-30))
      return { label, person: own.find(one => words.some(part => said(archive, one, part)))?.id ?? other(i) }
    })
  })
}

const shown = (one: Row) => one.label || `Respondent ${one.id}`

/** Whether words stand in a turn of somebody, in any conversation of the archive. */
function said(archive: string, one: Row, words: string): boolean {
  const texts = [...filesIn(archive)].filter(([path]) => /^(?:texts|transcripts)\/.+\.txt$/u.test(path)).map(([, text]) => text)
  return texts.some(text => text.split('\n').some(line => line.startsWith(`${shown(one)}:`) && line.includes(words)))
}
