import { type Head, headsOf, stepsOfHead } from '../../ladder/headsOf.js'
import { packedFacts } from '../../ladder/packedFacts.js'
import { articles } from './articles.js'
import { functionFacts, headFacts } from './facts.generated.js'

const find = packedFacts(functionFacts, articles)
let heads: readonly Head[] | null = null

/** Words before a title that leave it what it is. */
const before =
  /^(?:de|het|een|mijn|onze|senior|junior|waarnemend|interim|voormalig|oud|ex|adjunct|plaatsvervangend|eerste|tweede|vrouwelijke|mannelijke)[\s-]+/iu

/** A function: its group, and what is above that. Without an article. A compound that no list has goes by its head: "hoofd inkoop". */
export function functionSteps(name: string): readonly (string | null)[] {
  const title = name.toLowerCase()
  for (const one of [title, title.replace(before, '')])
    for (const form of singulars(one)) {
      const facts = find(form)
      if (facts !== null) return facts
    }
  heads ??= headsOf(headFacts)
  return stepsOfHead(title.replace(before, ''), heads)
}

/** What a title may be the plural of: "verpleegkundigen", "managers", "psychologen". */
function singulars(title: string): readonly string[] {
  const all = [title]
  if (title.endsWith('s')) all.push(title.slice(0, -1).replace(/['’]$/u, ''))
  if (title.endsWith('n')) all.push(title.slice(0, -1))
  if (title.endsWith('en'))
    all.push(title.slice(0, -2), title.replace(/([aeou])([bcdfghklmnprstz])en$/u, '$1$1$2'), title.replace(/([bcdfgklmnprst])\1en$/u, '$1'))
  return all
}
