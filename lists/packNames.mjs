import { packWords } from './packWords.mjs'

/**
 * The steps of names (`phraseSteps`), each with whether more words may follow and what it is by itself.
 *
 * @param names the number of its kind, by name; of kinds that hold the same name the first counts
 * @param rules `phraseSteps` and `phraseFlag` of src/language/recognise/packedPhrases.ts
 */
export function packNames(names, { phraseSteps, phraseFlag }, keyBits = 24) {
  // By the key that packWords keeps of a hash, so that no two share one.
  const steps = new Map()
  const byKey = new Map()
  for (const [name, kind] of names) {
    const of = phraseSteps(name)
    of.forEach((whole, i) => {
      const key = whole >>> (32 - keyBits)
      const step = byKey.get(key) ?? whole
      byKey.set(key, step)
      const last = i === of.length - 1
      const before = steps.get(step) ?? 0
      steps.set(step, last ? (before > 1 ? before : before | phraseFlag.kind(kind)) : before | phraseFlag.begins)
    })
  }
  return packWords(steps, step => step, keyBits)
}
