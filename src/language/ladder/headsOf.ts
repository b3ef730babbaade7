/** A word that makes a compound a function: "hoofd" in "hoofd inkoop", "manager" in "ward manager". */
export interface Head {
  readonly place: string
  readonly word: string
  readonly steps: readonly string[]
}

/** The heads of a packed list, a line each, the longest first: where it stands, the word, and its steps, apart by bars. */
export function headsOf(packed: string): readonly Head[] {
  const heads = packed.split('\n').map(line => {
    const [place = '', word = '', ...steps] = line.split('|')
    return { place, word, steps }
  })
  return heads.sort((a, b) => b.word.length - a.word.length)
}

/** The steps of the head of a compound in lower case: one that it begins with goes before one that it ends with. */
export function stepsOfHead(title: string, heads: readonly Head[]): readonly string[] {
  const first = heads.find(head => head.place !== 'last' && (title === head.word || title.startsWith(`${head.word} `)))
  const last = heads.find(head => head.place !== 'first' && title.endsWith(head.word))
  return (first ?? last)?.steps ?? []
}
