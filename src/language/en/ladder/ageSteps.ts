import { ageBands } from '../../ladder/ageBands.js'
import { numbersIn, wordsIn } from './numbersIn.js'

const open = { under: (years: number) => `under ${years}`, over: (years: number) => `${years} or older` }

/** An age: the band it falls in, and a wider one. Two ages: the bands that they share. */
export function ageSteps(name: string): readonly string[] {
  const words = wordsIn(name)
  if (words.some(word => /^(?:teen|teens|teenager|teenagers|teenage)$/u.test(word))) return ageBands([13, 17], open)
  const all = numbersIn(words)
  // "the one who is 58" holds a pronoun, no number.
  const several = all.filter(one => !(words[one.from] === 'one' && one.to === one.from + 1))
  const numbers = several.length > 0 ? several : all
  const years = words.some(word => /^(?:years?|yrs?|yo)$/u.test(word))
  const young = !years && words.some(word => /^(?:months?|weeks?|days?|hours?)$/u.test(word))
  const almost = words.some(word => /^(?:nearly|almost)$/u.test(word)) || (words.includes('not') && words.includes('yet'))
  // Of "3 years and 8 months" the years count.
  const ages = years && words.some(word => /^months?$/u.test(word)) ? numbers.slice(0, 1) : numbers
  return ageBands(young ? ages.map(() => 0) : ages.map(one => one.value - (almost && one.value > 0 ? 1 : 0)), open)
}
