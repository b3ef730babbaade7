import type { Language, Mark, Recogniser } from '../../language/index.js'
import type { Span, Study } from '../../study/index.js'
import type { Register } from '../entry.js'
import { type Found, nameFinder } from '../findNames.js'
import { looksFor } from '../looks.js'
import { printedLabels } from '../profile.js'
import { recognise } from '../recognise.js'
import { mark, replacementFor } from '../replacements.js'
import { type NameEvidence, nameEvidence } from './nameEvidence.js'
import { isOpen } from './proposalNote.js'
import { remembering } from './proposeRegister.js'
import { type WordLike, wordsLikeNames } from './wordsLikeNames.js'

export interface ReviewFactsOptions {
  readonly language: Language
  readonly register: Register
  readonly recognisers?: readonly Recogniser[]
}

/** A place that is replaced, with what stands there instead. */
export interface Replacement extends Span {
  readonly entries: readonly number[]
  readonly becomes: string
}

/** What a person needs to see to judge a register. Secret: it holds names. */
export interface ReviewFacts {
  /** Per entry of the register what stands for it, and what the transcripts say of it. */
  readonly entries: readonly EntryFacts[]
  /** Per transcript what is replaced in it, in order. */
  readonly replacements: ReadonlyMap<string, readonly Replacement[]>
  /** What is recognised and stands neither in the register nor among what may stay, per transcript. */
  readonly unregistered: ReadonlyMap<string, readonly Mark[]>
  /** Words that are made from a name or differ from one by a letter, which no register can find. */
  readonly alike: readonly WordLike[]
}

export interface EntryFacts extends NameEvidence {
  readonly inReport: string
  readonly inArchive: string
  /** Whether its note asks for a decision. */
  readonly isOpen: boolean
}

/** Gathers what a person needs to see to judge a register. */
export function reviewFacts(study: Study, { language, register, recognisers = [] }: ReviewFactsOptions): ReviewFacts {
  const look = remembering(text => recognise(text, { language, recognisers }))
  const finder = nameFinder(register, look)
  const [report, archive] = (['report', 'archive'] as const).map(profile => printedLabels(register, study, language, finder, profile, {}))
  const shown = (label: string) => mark.open + label + mark.close
  const evidence = nameEvidence(study, register, look)
  const looks = looksFor(register, finder, look, study.roles)
  const found = new Map(study.transcripts.map(one => [one.id, finder.find(one.text, one.id)]))
  const replace = (one: Found, text: string): Replacement => ({
    start: one.start,
    end: one.end,
    entries: one.entries,
    becomes: replacementFor(one, text, { labels: report!, language }),
  })
  return {
    entries: evidence.map((one, i) => ({
      ...one,
      inReport: shown(report![i]!),
      inArchive: shown(archive![i]!),
      isOpen: register[i]!.match !== 'keep' && isOpen(register[i]!.note),
    })),
    replacements: new Map(study.transcripts.map(({ id, text }) => [id, found.get(id)!.map(one => replace(one, text))])),
    unregistered: new Map(study.transcripts.map(({ id, text }) => [id, looks.unregistered(text, id)])),
    alike: wordsLikeNames(study, register, found, look, language),
  }
}
