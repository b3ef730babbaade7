import { type Head, headsOf, stepsOfHead } from '../../ladder/headsOf.js'
import { packedFacts } from '../../ladder/packedFacts.js'
import { articles } from './articles.js'
import { functionFacts, headFacts } from './facts.generated.js'

const find = packedFacts(functionFacts, articles)
let heads: readonly Head[] | null = null

/** Words before a title that leave it what it is. */
const before = /^(?:(?:the|a|an|my|our|senior|junior|deputy|assistant|acting|interim|former|ex|lead|principal|female|male)[\s-]+)+/iu

/** A function: its group, and what is above that. Without an article. A compound that no list has goes by its head: "ward manager". */
export function functionSteps(name: string): readonly (string | null)[] {
  const title = name.toLowerCase()
  const plain = title.replace(before, '')
  for (const one of [title, plain])
    for (const form of singulars(one)) {
      const facts = find(form)
      if (facts !== null) return facts
    }
  heads ??= headsOf(headFacts)
  const found = stepsOfHead(plain, heads)
  return found.length > 0 ? found : stepsOfHead(plain.replace(/s$/u, ''), heads)
}

/** What a title may be the plural of: "nurses", "deputies", "healthcare assistants". */
const singulars = (title: string): readonly string[] => [
  title,
  ...(title.endsWith('s') ? [title.slice(0, -1), title.replace(/ies$/u, 'y'), title.replace(/es$/u, '')] : []),
]
