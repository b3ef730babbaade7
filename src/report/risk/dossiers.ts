import type { Language } from '../../language/index.js'
import type { VersionDifference } from '../../privacy/index.js'
import type { Audience } from '../../study/index.js'
import { jupyterDisplay, type MimeBundle, nodeInspect, Table } from '../../table/index.js'
import type { Report } from '../report.js'
import type { Dossier } from './dossier.js'
import { dossierReport } from './dossierReport.js'
import { fill } from './fill.js'

/** A dossier in a row of the overview. */
export interface DossierRow {
  readonly label: string
  readonly k: number
  readonly insider: number
  readonly population: number | null
  /** In how many places something stands under the label. */
  readonly printed: number
  readonly who: string
  /** The change that helps most, and the number it gives. */
  readonly change: string | null
  readonly 'k after': number | null
}

/** What dossiers are made of. */
export interface DossiersFacts {
  readonly dossiers: readonly Dossier[]
  readonly differences: readonly VersionDifference[]
  /** The titles of the outputs that were looked at. */
  readonly outputs: readonly string[]
  /** How many people took part. */
  readonly people: number
  readonly language: Language
}

/**
 * A dossier per label, the fewest people first. It tells of people, so it is for the team alone, from whatever study it was made. It says
 * what can be put together, and never that something is safe.
 */
export class Dossiers implements Iterable<Dossier> {
  readonly dossiers: readonly Dossier[]
  /** Versions of the outputs between which somebody came or went. */
  readonly differences: readonly VersionDifference[]
  /** The smallest number of people that fit a label; null when nothing is printed under any. */
  readonly smallest: number | null
  readonly audience: Audience = 'team'
  /** The dossiers as a table, a row each. */
  readonly overview: Table<DossierRow>
  /** The dossiers to read: as HTML with `renderHtml`, as Markdown with `renderMarkdown`. */
  readonly report: Report

  constructor(facts: DossiersFacts) {
    this.dossiers = facts.dossiers
    this.differences = facts.differences
    this.smallest = facts.dossiers.length === 0 ? null : Math.min(...facts.dossiers.map(one => one.k))
    this.overview = overviewOf(facts)
    this.report = dossierReport(facts, this.overview.basis)
  }

  [Symbol.iterator](): Iterator<Dossier> {
    return this.dossiers[Symbol.iterator]()
  }

  [jupyterDisplay](): MimeBundle {
    return this.overview[jupyterDisplay]()
  }

  [nodeInspect](): string {
    return this.overview[nodeInspect]()
  }
}

function overviewOf({ dossiers, outputs, people, language }: DossiersFacts): Table<DossierRow> {
  return new Table<DossierRow>({
    title: language.risk.title,
    columns: ['label', 'k', 'insider', 'population', 'printed', 'who', 'change', 'k after'],
    rows: dossiers.map(({ label, k, insider, population, printed, who, change }) => ({
      label,
      k,
      insider,
      population,
      printed: printed.length,
      who,
      change: change?.what ?? null,
      'k after': change?.k ?? null,
    })),
    basis: fill(language.risk.basis, { outputs: [...new Set(outputs)].join(', '), people: language.count(people, 'person') }),
    // Of no safe study: it tells more than any reader may see.
    of: {},
  })
}
