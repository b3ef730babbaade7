import type { Span, Study } from '../study/index.js'
import { sourcesOf } from '../transcript/index.js'
import { groupOf } from './groupOf.js'
import { type Candidate, overlaps, spansOverlap } from './quoteCandidates.js'

/** Keeps count of what was chosen, and tells which candidate comes next. */
export class QuoteTally {
  readonly #study: Study
  readonly #most: number
  readonly #perRespondent = new Map<string, number>()
  readonly #perGroup = new Map<string, number>()
  readonly #sources = new Set<string>()
  readonly #printed = new Map<string, Span[]>()

  /** @param most quotes that one respondent may have */
  constructor(study: Study, most: number) {
    this.#study = study
    this.#most = most
  }

  add(theme: string, candidate: Candidate): void {
    for (const speaker of candidate.speakers) increase(this.#perRespondent, speaker)
    for (const home of this.#homes(candidate)) this.#sources.add(`${theme}\n${home}`)
    increase(this.#perGroup, this.#group(candidate))
    increase(this.#perGroup, `${theme}\n${this.#group(candidate)}`)
    const spans = this.#printed.get(candidate.transcript) ?? []
    this.#printed.set(candidate.transcript, [...spans, ...candidate.spans])
  }

  /**
   * The best candidate, or null when none may be printed. Candidates come in the order in which ties are broken.
   *
   * @param share whether a speaker has to stay within the share, or may go beyond it
   */
  best(theme: string, pool: readonly Candidate[], chosen: readonly Candidate[], share: 'within' | 'beyond' = 'within'): Candidate | null {
    let best: Candidate | null = null
    let least: readonly number[] = []
    for (const candidate of pool) {
      if ((share === 'within' && this.#isFull(candidate)) || chosen.some(other => overlaps(candidate, other))) continue
      const cost = this.#cost(theme, candidate)
      if (best === null || isLess(cost, least)) {
        best = candidate
        least = cost
      }
    }
    return best
  }

  #isFull(candidate: Candidate): boolean {
    return candidate.speakers.some(speaker => (this.#perRespondent.get(speaker) ?? 0) >= this.#most)
  }

  /** What counts against a candidate, the weightiest first. */
  #cost(theme: string, candidate: Candidate): readonly number[] {
    const group = this.#group(candidate)
    return [
      this.#homes(candidate).some(home => this.#sources.has(`${theme}\n${home}`)) ? 1 : 0,
      spansOverlap(candidate.spans, this.#printed.get(candidate.transcript) ?? []) ? 1 : 0,
      candidate.length,
      this.#perGroup.get(`${theme}\n${group}`) ?? 0,
      this.#perGroup.get(group) ?? 0,
      Math.max(...candidate.speakers.map(speaker => this.#perRespondent.get(speaker) ?? 0)),
    ]
  }

  #homes(candidate: Candidate): readonly string[] {
    return candidate.speakers.map(speaker => sourcesOf(this.#study).homeOf(speaker).id)
  }

  #group(candidate: Candidate): string {
    return groupOf(this.#study, candidate.speakers) ?? ''
  }
}

function increase(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

function isLess(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((value, i) => value !== b[i])
  return at >= 0 && a[at]! < b[at]!
}
