const wordsOf = (text: string) =>
  ` ${text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/['’]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `

/** The steps of a ladder that do not hold the name, each once. */
export function stepsWithout(name: string, steps: readonly (string | null)[]): readonly string[] {
  const words = wordsOf(name)
  const kept = steps.filter(step => step !== null && !wordsOf(step).includes(words))
  return words.trim() === '' ? [] : [...new Set(kept as string[])]
}
