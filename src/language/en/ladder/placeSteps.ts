import { packedFacts } from '../../ladder/packedFacts.js'
import { articles } from './articles.js'
import { placeFacts } from './facts.generated.js'

const find = packedFacts(placeFacts, articles)

const words: Readonly<Record<string, string>> = {
  county: 'a county',
  state: 'a state',
  province: 'a province',
  region: 'a region',
  island: 'an island',
  part: 'a district of a town',
}

/** Areas that are said with an article or otherwise, where nothing around them tells the country. */
const saidAs: Readonly<Record<string, string>> = {
  'East Midlands': 'the East Midlands',
  'West Midlands': 'the West Midlands',
  'East of England': 'the East of England',
  'Northwest Territories': 'the Northwest Territories',
  'Northern Territory': 'the Northern Territory',
  'Australian Capital Territory': 'the Australian Capital Territory',
  'District of Columbia': 'the District of Columbia',
  'the Mid-Atlantic': 'the eastern United States',
  'the South': 'the southern United States',
  'the Midwest': 'the Midwest of the United States',
  'the West': 'the western United States',
}

/** A place: the region, state or province it lies in, and its country; a country: its part of the world. */
export function placeSteps(name: string): readonly (string | null)[] {
  const facts = find(name)
  if (facts === null) return []
  const [kind = '', area = '', country = ''] = facts
  if (kind === 'country') return [area === '' ? null : `a country in ${area}`, 'a country']
  const what = words[kind] ?? 'a place'
  if (country === '') return ['a place']
  return [area === '' || area === country ? null : `${what} in ${saidAs[area] ?? area}`, `${what} in ${country}`]
}
