import { QueriedCodings, type Selection } from '../../analysis/index.js'
import { type Language, languageOf } from '../../language/index.js'
import { type EarlierReleases, type OneSided, type Population, type Printed, personalLabels, riskOf } from '../../privacy/index.js'
import { guardOf, needStudy, type Problem, type SafeStudy, type Study, throwProblems } from '../../study/index.js'
import type { AnyTable } from '../../table/index.js'
import { needAudience } from '../audience.js'
import { buildReport } from '../buildReport.js'
import { quoteTable } from '../quoteTable.js'
import { Report } from '../report.js'
import { archiveTable } from './archiveTable.js'
import { askedFor } from './askedFor.js'
import { dossierOf } from './dossier.js'
import { Dossiers } from './dossiers.js'
import { fill } from './fill.js'
import { printedInReport } from './printedInReport.js'
import { printedInTable } from './printedInTable.js'

/** A result that readers are to see; the safe study itself when it goes to an archive. */
export type PrintedOutput = AnyTable | Report | QueriedCodings | SafeStudy

export interface OutputOptions {
  /** The quotes of the quote table and the report, where no outputs are given; chosen by `selectQuotes` unless given. */
  readonly quotes?: Selection | QueriedCodings
  /** Everything that is to be published, made from this safe study: tables and reports. The quote table and the report unless given. */
  readonly outputs?: readonly PrintedOutput[]
  /** The language of the labels, and of the dossiers; that of the safe study unless given. */
  readonly language?: Language
}

export interface RiskOptions extends OutputOptions {
  /** What was published before, from `openReleases` or `newReleases`. */
  readonly earlier?: EarlierReleases
  /** All people of a group, whether they took part or not: rows of `readPopulation`, or how many there are per group. */
  readonly population?: Population
  /** The sensitive themes on which a whole group takes one side; worked out from the themes unless given. */
  readonly oneSided?: (study: Study) => readonly OneSided[]
}

/**
 * Looks at everything that will be printed, label by label, for what it adds up to: who of those who took part can still be meant when
 * all of it is put together, what links it, and what follows from it. A dossier tells how many people fit (k), asks what only a person
 * can answer, and gives the single change that helps most. It is never a verdict: what a reader knows besides stands in no table.
 *
 * Counted are columns beside a quote (group, case, round, carried attributes), the wording of labels, rows of `reveals.csv` of codings
 * whose words are printed, words between ‹ › that are an attribute of the speaker, and what earlier releases told. A person fits when
 * every fact is true of her in the tables; what is not known of her is not true. Other words between ‹ ›, and attributes that stand in
 * her words, are put as a question, and count once they stand in `reveals.csv`.
 *
 * @throws StudyError when the study is not a safe one, or an output was made from another study
 * @example
 * disclosureRisk(safe).overview.rows.every(row => row.k >= 1 && row.insider >= 1)
 * //=> true
 */
export function disclosureRisk(safe: SafeStudy, options: RiskOptions = {}): Dossiers {
  needAudience(safe, 'disclosureRisk', undefined)
  const language = languageOf(safe, options.language)
  const outputs = outputsOf(safe, options, 'disclosureRisk')
  const { labels, people, differences } = riskOf(safe, printedIn(safe, outputs, language), { ...options, language })
  const dossiers = labels.map(one => dossierOf(one, people, language))
  const population = (n: number | null) => n ?? Number.POSITIVE_INFINITY
  dossiers.sort((a, b) => a.k - b.k || population(a.population) - population(b.population) || 0)
  return new Dossiers({ dossiers, differences, outputs: outputs.map(titleOf), people, language })
}

type Shown = Exclude<PrintedOutput, SafeStudy>

/** The outputs given, or those that a study of this kind is published with. */
export function outputsOf(safe: SafeStudy, { outputs, quotes, language }: OutputOptions, call: string): readonly Shown[] {
  needStudy(safe, call)
  const common = language === undefined ? {} : { language }
  if (outputs === undefined) {
    const selection = quotes instanceof QueriedCodings ? undefined : quotes
    return [
      quoteTable(safe, { ...common, ...(quotes === undefined ? {} : { quotes }) }),
      buildReport(safe, { ...common, ...(selection === undefined ? {} : { quotes: selection }) }),
    ]
  }
  throwProblems(
    outputs.flatMap((output, i): readonly Problem[] =>
      guardOf(output) === guardOf(safe)
        ? []
        : [
            {
              what: 'this was not made from this safe study',
              hint: 'make every output from the study that is weighed',
              call: `outputs, item ${i + 1}`,
            },
          ],
    ),
  )
  return outputs.map(output => ('transcripts' in output ? archiveTable(output) : output))
}

/** Everything that outputs print under a label. */
export function printedIn(safe: SafeStudy, outputs: readonly Shown[], language: Language): readonly Printed[] {
  const labelsIn = personalLabels(safe, language)
  const rowName = (n: number) => fill(language.risk.row, { n })
  return outputs.flatMap(output => {
    if (output instanceof Report) return printedInReport(output, labelsIn)
    if (output instanceof QueriedCodings) return printedInTable(output.toTable() as AnyTable, rowName, askedFor(output.query))
    return printedInTable(output, rowName)
  })
}

function titleOf(output: Shown): string {
  return output instanceof QueriedCodings ? output.toTable().title : output.title
}
