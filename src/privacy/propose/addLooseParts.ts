import type { Language } from '../../language/index.js'
import type { Study } from '../../study/index.js'
import { comparedForms } from '../comparedForms.js'
import { type Entry, spellings } from '../entry.js'
import { nameFinder } from '../findNames.js'
import type { Draft } from './draft.js'
import { familyOf } from './families.js'
import { personWords } from './personName.js'
import { entryOf } from './placeParts.js'

/**
 * Adds to whole names the parts of them that stand alone somewhere without being recognised: a recogniser that knows "Greta Vos" may
 * miss a later "Vos". A part that is also a word, or of two people, is left to whoever reads.
 */
export function addLooseParts(drafts: readonly Draft[], register: readonly Entry[], study: Study, language: Language): void {
  const taken = new Set(
    [...drafts, ...register].flatMap(one => ('spellings' in one ? one.spellings : spellings(one))).flatMap(comparedForms),
  )
  const candidates = drafts.flatMap(draft => {
    if (draft.match !== 'anywhere' || draft.where.length > 0) return []
    return partsOf(draft, language).map(part => ({ draft, part, forms: comparedForms(part) }))
  })
  const counts = new Map<string, Set<Draft>>()
  for (const { draft, forms } of candidates) for (const form of forms) counts.set(form, (counts.get(form) ?? new Set()).add(draft))
  const free = candidates.filter(
    ({ forms }) => forms.every(form => !taken.has(form) && counts.get(form)!.size === 1) && !language.isWord(forms[0]!),
  )
  if (free.length === 0) return
  const finder = nameFinder([...drafts.map(entryOf), ...free.map(({ draft, part }) => entryOf({ ...draft, spellings: [part] }))])
  const stands = new Set<number>()
  // In a text without capitals only somebody who knows the words can tell a name from one.
  const knows = language.isWord(language.names.entities.PERSON!)
  for (const { text } of study.transcripts)
    for (const found of finder.find(text))
      if (/\p{Lu}/u.test(text.slice(found.start, found.end)) || (knows && !isCased(text)))
        for (const entry of found.entries) if (entry >= drafts.length) stands.add(entry - drafts.length)
  for (const i of stands) free[i]!.draft.spellings.push(free[i]!.part)
}

function partsOf({ type, spellings: own }: Draft, { naming }: Language): readonly string[] {
  const family = familyOf(type)
  if (family === 'people') return personWords(own[0]!, naming.titles).filter(part => part.length > 2)
  const words = own[0]!.split(' ')
  const telling = words.filter(word => !naming.kinds.has(word.toLowerCase()))
  // "Odilia" of "Sint Odilia Ziekenhuis"; of a name of two such words neither stands for it by itself.
  return family === 'organisations' && words.length > 1 && telling.length === 1 && telling[0]!.length > 3 ? telling : []
}

/** Whether a text is written with capitals; speech-to-text often is not. */
export function isCased(text: string): boolean {
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0
  return capitals * 200 > (text.match(/\p{L}/gu)?.length ?? 0)
}
