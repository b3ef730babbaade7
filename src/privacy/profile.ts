import type { Language } from '../language/index.js'
import type { Study } from '../study/index.js'
import type { Entry, Register } from './entry.js'
import type { NameFinder } from './findNames.js'
import { labelsOf } from './replacements.js'

/**
 * Who the safe study is for. `report`: all the world, who sees quotes. `archive`: researchers under the terms of an archive, who see
 * whole transcripts.
 */
export type Profile = 'report' | 'archive'

/** Per type of entry what stands for it: its label, or a step of its ladder, 0 being the finest. */
export type Generalise = Readonly<Record<string, 'label' | number>>

/**
 * What a profile prints for each entry of the register. An entry with a ladder is put in coarser words: in a report the coarsest it has,
 * since anyone may read it; in an archive the finest, so that there is something left to study. One of a respondent, or without a ladder,
 * gets its label. A step that holds a registered name gives way to the next coarser one.
 */
export function printedLabels(
  register: Register,
  study: Study,
  language: Language,
  finder: NameFinder,
  profile: Profile,
  generalise: Generalise,
): readonly string[] {
  return labelsOf(register, study, language).map((label, i) => step(register[i]!, generalise, profile, finder) ?? label)
}

function step(entry: Entry, generalise: Generalise, profile: Profile, finder: NameFinder): string | null {
  const ladder = entry.ladder ?? []
  if (entry.match === 'keep' || entry.respondent !== null || ladder.length === 0) return null
  const wanted = generalise[entry.type] ?? (profile === 'report' ? ladder.length - 1 : 0)
  if (wanted === 'label') return null
  return ladder.slice(Math.min(wanted, ladder.length - 1)).find(one => finder.find(one).length === 0) ?? null
}
