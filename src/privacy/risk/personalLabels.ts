import type { Language } from '../../language/index.js'
import { guardOf, type Study } from '../../study/index.js'
import { knowledgeOf } from '../guard.js'
import { fold, holdsWords } from './claim.js'
import { knownPeople } from './knownPeople.js'
import { labelReader } from './labelReader.js'

/** Finds the labels that a sentence names: those that stand for certain people alone. Ids, which may be any number, are not looked for. */
export function personalLabels(safe: Study, language: Language): (sentence: string) => readonly string[] {
  const knowledge = knowledgeOf(guardOf(safe))
  if (knowledge === null) return () => []
  const known = knownPeople(safe, knowledge, language)
  const { personal } = labelReader(safe, known, language)
  const ids = new Set(safe.respondents.map(one => fold(one.id)))
  const labels = [...personal.keys()].filter(label => /\p{L}{2}/u.test(label) && !ids.has(label))
  return sentence => {
    const folded = fold(sentence)
    const found = labels.filter(label => holdsWords(folded, label))
    // Of "Respondents 13a and 13b" no part is meant by itself.
    const whole = found.filter(label => !found.some(other => other !== label && holdsWords(other, label)))
    return whole.map(label => language.joinLabels(personal.get(label)!.map(known.labelOf)))
  }
}
