import type { Language } from '../language/index.js'
import type { Study } from '../study/index.js'
import { comparedForms } from './comparedForms.js'
import type { DrawnLabels } from './drawLabels.js'
import { type Entry, makeRegister, type Register, spellings } from './entry.js'
import { nameFinder } from './findNames.js'
import { labelsOf } from './replacements.js'

/**
 * The register with labels drawn anew. The old labels become names to hide, so that they are replaced wherever the analyst wrote
 * them, and refused by the guard ever after.
 */
export function registerAnew(
  register: Register,
  study: Study,
  language: Language,
  { respondents, labels }: Pick<DrawnLabels, 'respondents' | 'labels'>,
): Register {
  const shown = labelsOf(register, study, language)
  const say = sayWith(labels)
  const entries = register.map((entry, i): Entry => {
    const respondent = entry.respondent === null ? null : (respondents.get(entry.respondent) ?? null)
    const followsPerson = entry.label === '' && respondent !== null
    return { ...entry, respondent, label: entry.match === 'keep' || followsPerson ? entry.label : say(shown[i]!) }
  })
  const taken = new Set(register.flatMap(spellings).flatMap(comparedForms))
  const old = [...labels].flatMap(([label, anew]) => {
    const forms = comparedForms(label)
    if (forms.some(form => taken.has(form))) return []
    for (const form of forms) taken.add(form)
    return [labelEntry(label, anew)]
  })
  // Nobody is hidden, and no label is drawn anew: then the register goes on saying why it is empty.
  return old.length === 0 && register.length === 0 ? register : makeRegister([...entries, ...old])
}

/** Puts new labels for old ones in a label. */
export function sayWith(labels: ReadonlyMap<string, string>): (label: string) => string {
  const entries = [...labels].map(([label, anew]) => labelEntry(label, anew))
  const finder = nameFinder(entries)
  return label => {
    const exact = labels.get(label)
    if (exact !== undefined) return exact
    let said = ''
    let at = 0
    for (const { start, end, entries: found } of finder.find(label)) {
      said += label.slice(at, start) + entries[found[0]!]!.label
      at = end
    }
    return said + label.slice(at)
  }
}

function labelEntry(name: string, label: string): Entry {
  // "hospital A" is a label and "hospital a" may be words; "respondent 10" is a label however it is written.
  const match = /\d\p{Ll}?$/u.test(name) ? 'anywhere' : 'capital'
  return { name, variants: [], type: 'OTHER', label, respondent: null, match, where: [], note: null }
}
