/** Bands of ages in years, from the year they begin with: fine ones and coarse ones, each coarse one made of whole fine ones. */
const fine = [0, 4, 12, 18, 30, 40, 50, 60, 70, 80]
const coarse = [0, 18, 40, 60]

/** How a language writes the two bands that are open to one side. */
export interface OpenBands {
  readonly under: (years: number) => string
  readonly over: (years: number) => string
}

/**
 * The bands that ages fall in, fine to coarse: only those that all of them share. The finest are 0-3, 4-11, 12-17, 18-29, then ten years
 * each, then 80 or older; the coarsest under 18, 18-39, 40-59, 60 or older.
 *
 * @param ages in years, 0 to 120
 */
export function ageBands(ages: readonly number[], open: OpenBands): readonly string[] {
  if (ages.length === 0 || ages.some(age => !(age >= 0 && age <= 120))) return []
  const band = (bounds: readonly number[], say: (from: number, to: number | undefined) => string) => {
    const at = bounds.findLastIndex(from => from <= ages[0]!)
    const [from, to] = [bounds[at]!, bounds[at + 1]]
    return ages.every(age => age >= from && (to === undefined || age < to)) ? [say(from, to)] : []
  }
  return [
    ...band(fine, (from, to) => (to === undefined ? open.over(from) : `${from}-${to - 1}`)),
    ...band(coarse, (from, to) => (to === undefined ? open.over(from) : from === 0 ? open.under(to) : `${from}-${to - 1}`)),
  ]
}
