import { ageBands } from '../../ladder/ageBands.js'
import { numbersIn, wordsIn } from './numbersIn.js'

const open = { under: (years: number) => `jonger dan ${years}`, over: (years: number) => `${years} of ouder` }

/** An age: the band it falls in, and a wider one. Two ages: the bands that they share. */
export function ageSteps(name: string): readonly string[] {
  const words = wordsIn(name)
  if (words.some(word => /^tieners?$/u.test(word))) return ageBands([12], open)
  if (words.includes('anderhalf')) return ageBands([1], open)
  const all = numbersIn(words)
  // "een man van 58" and "een jaar of veertig" hold an article, no number.
  const several = all.filter(one => !(words[one.from] === 'een' && one.to === one.from + 1))
  const numbers = several.length > 0 ? several : all
  const years = words.some(word => /^(?:jaar|jaren|jarig|jarige)$/u.test(word))
  const young = !years && words.some(word => /^(?:maand|maanden|week|weken|dag|dagen|uur)$/u.test(word))
  const almost =
    words.includes('bijna') || (words.includes('net') && words.includes('geen')) || (words.includes('nog') && words.includes('geen'))
  // Of "3 jaar en 8 maanden" the years count.
  const ages = years && words.some(word => /^maand(?:en)?$/u.test(word)) ? numbers.slice(0, 1) : numbers
  return ageBands(young ? ages.map(() => 0) : ages.map(one => one.value - (almost && one.value > 0 ? 1 : 0)), open)
}
