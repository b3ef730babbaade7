import { type Selection, stanceOf } from '../analysis/index.js'
import { positionOf } from '../coding/index.js'
import { type Coding, type Problem, type Span, type Study, throwProblems } from '../study/index.js'
import { answersIn } from '../transcript/index.js'

/** A passage that would be printed as it was said, though no row of `quotes.csv` asks for it. */
export interface PlannedPassage {
  readonly transcript: string
  readonly spans: readonly Span[]
  /** What would be printed: an automatic quote, evidence, an example of a code. */
  readonly planned: string
  /** What is printed when it may not be. */
  readonly printed: string
  /** The file and row that ask for it, and the passage. */
  readonly where: string
}

/**
 * The passages that a report and a codebook print besides the rows of `quotes.csv`: evidence, marked examples of codes, and the codings
 * of a selection.
 *
 * @throws StudyError when the selection names a coding or quote that the study does not have
 */
export function plannedPassages(study: Study, selection: Selection | undefined): readonly PlannedPassage[] {
  const codingOf = (id: string | null): Coding | undefined => (id === null ? undefined : study.codings[positionOf(study.codings, id)])
  const perAccount = new Map<string, Coding[]>()
  for (const one of study.codings) if (one.account !== null) perAccount.set(one.account, [...(perAccount.get(one.account) ?? []), one])
  const passage = (coding: Coding, planned: string, from: string): PlannedPassage[] => {
    const transcript = study.transcripts.find(one => one.id === coding.transcript)
    if (transcript === undefined) return []
    const spans = answersIn(transcript, coding)
    const turn = transcript.turns.findIndex(one => one.start < coding.end && coding.start < one.end) + 1
    const printed = from.startsWith('theme') ? 'another passage, or a gap that says so' : 'a gap that says so'
    return [{ transcript: transcript.id, spans, planned, printed, where: `${from}: ${transcript.id}, turn ${turn}` }]
  }
  return [
    ...selected(study, selection).flatMap(({ theme, coding }) => passage(coding, planned(coding), `theme ${theme}, chosen by rule`)),
    ...study.evidence.flatMap((one, i) => {
      const codings = one.account === null ? [codingOf(one.coding)] : (perAccount.get(one.account) ?? [])
      return codings.flatMap(coding =>
        coding === undefined ? [] : passage(coding, 'literal words, as evidence', `evidence.csv, row ${i + 2}`),
      )
    }),
    ...study.codes.flatMap((code, i) =>
      [...code.typical, ...code.borderline].flatMap(id => {
        const coding = codingOf(id)
        return coding === undefined ? [] : passage(coding, 'literal words, as an example of a code', `codes.csv, row ${i + 2}`)
      }),
    ),
  ]
}

const planned = (coding: Coding) => (stanceOf(coding) === 'refutes' ? 'a literal quote that refutes the theme' : 'a literal quote')

function selected(study: Study, selection: Selection | undefined): readonly { readonly theme: string; readonly coding: Coding }[] {
  const problems: Problem[] = []
  const quotes = new Set(study.quotes.map(one => one.id))
  const found = (selection?.quotes ?? []).flatMap(({ theme, coding: id, quote }, i) => {
    const coding = id === undefined ? undefined : study.codings[positionOf(study.codings, id)]
    if (coding === undefined && !quotes.has(quote ?? ''))
      problems.push({
        what: 'this coding or quote is not in the study',
        hint: 'choose with selectQuotes from the study that is checked',
        call: `selection, item ${i + 1}`,
      })
    return coding === undefined ? [] : [{ theme, coding }]
  })
  throwProblems(problems)
  return found
}
