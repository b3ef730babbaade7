import { packedFacts } from '../../ladder/packedFacts.js'
import { articles } from './articles.js'
import { placeFacts } from './facts.generated.js'

const find = packedFacts(placeFacts, articles)

/** Countries that are said with an article. */
const withArticle: Readonly<Record<string, string>> = {
  'Verenigd Koninkrijk': 'het Verenigd Koninkrijk',
  'Verenigde Staten': 'de Verenigde Staten',
  'Verenigde Arabische Emiraten': 'de Verenigde Arabische Emiraten',
  'Dominicaanse Republiek': 'de Dominicaanse Republiek',
  Filipijnen: 'de Filipijnen',
}

/** What a place of a kind is called in a step. */
const words: Readonly<Record<string, string>> = {
  gemeente: 'een gemeente',
  plaats: 'een plaats',
  provincie: 'een provincie',
  streek: 'een streek',
  eiland: 'een eiland',
  landsdeel: 'een streek',
  natuurgebied: 'een natuurgebied',
  water: 'een water',
  wijk: 'een wijk in een stad',
}

/** A place: its province, its part of the country; a place abroad: its country. */
export function placeSteps(name: string): readonly (string | null)[] {
  const facts = find(name)
  if (facts === null) return []
  const [kind = '', country = '', where = '', part = ''] = facts
  if (kind === 'land') return landSteps(where)
  if (kind === 'buitenland') return [`een plek in ${withArticle[where] ?? where}`, 'een plek in het buitenland']
  if (kind === 'belgisch') return [belgian(where), 'een plaats in België']
  if (country === 'BE') return ['een plaats in België']
  if (country !== 'NL') return ['een plaats']
  const fine = words[kind] ?? 'een plaats'
  const coarse = kind === 'gemeente' ? 'een plaats' : fine
  const inPart = part === '' ? `${coarse} in Nederland` : `${coarse} in het ${part} van het land`
  return [where === '' || kind === 'provincie' ? null : `${fine} in ${where}`, inPart]
}

function landSteps(world: string): readonly string[] {
  if (world === '') return ['een ander land']
  return world === 'Caribisch gebied' ? ['een land of eiland in het Caribisch gebied', 'een land'] : [`een land in ${world}`, 'een land']
}

const belgian = (province: string) =>
  province === '' ? null : province === 'Brussel' ? 'een plaats in de regio Brussel' : `een plaats in de Belgische provincie ${province}`
