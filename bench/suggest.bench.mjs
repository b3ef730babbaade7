// Suggested codes and search: how often the right code is among the first three, leave one interview out, beside two plain rules; and time.
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { en } from '../dist/en.js'
import { searchPassages, suggestCodes } from '../dist/index.js'
import { nl } from '../dist/nl.js'
import { openStudy } from '../dist/node.js'
import { madeCodings, madeStudy } from './made.mjs'
import { figure, growth, time } from './measure.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const shown = 3

/** Every fragment of answers that is coded, with its codes. Codings that were settled or superseded are left out, as the library does. */
function codedFragments({ transcripts, codings }) {
  const away = new Set(codings.filter(one => one.status === 'settled').flatMap(one => one.settles))
  const fragments = new Map()
  for (const { id, transcript, start, end, code, status } of codings) {
    if (status === 'superseded' || away.has(id)) continue
    const { text, turns } = transcripts.find(one => one.id === transcript)
    const answers = turns.filter(turn => !turn.asks && turn.start < end && start < turn.end)
    if (answers.length === 0) continue
    const key = `${transcript} ${start} ${end}`
    const around = answers.map(turn => text.slice(turn.start, turn.end)).join(' ')
    const fragment = fragments.get(key) ?? { transcript, start, end, words: text.slice(start, end), around, codes: new Set() }
    fragment.codes.add(code)
    fragments.set(key, fragment)
  }
  return [...fragments.values()]
}

/** The codes that were given most. */
function mostFrequent(learnt) {
  const counts = new Map()
  for (const { codes } of learnt) for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1)
  const first = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([code]) => code)
  return () => first.slice(0, shown)
}

/** The codes of the fragments whose words are nearest (cosine of TF-IDF of stems), from the nearest on until there are three. */
function nearestFragment(learnt, language, wordsOf) {
  const stemsOf = text => {
    const counts = new Map()
    for (const word of language.words(text.toLowerCase())) {
      if (language.stopWords.has(word)) continue
      const stem = language.stem(word)
      counts.set(stem, (counts.get(stem) ?? 0) + 1)
    }
    return counts
  }
  const all = learnt.map(fragment => ({ ...fragment, stems: stemsOf(wordsOf(fragment)) }))
  const having = new Map()
  for (const { stems } of all) for (const stem of stems.keys()) having.set(stem, (having.get(stem) ?? 0) + 1)
  const vectorOf = stems => {
    const vector = new Map(
      [...stems].map(([stem, n]) => [stem, (1 + Math.log(n)) * (Math.log((all.length + 1) / ((having.get(stem) ?? 0) + 1)) + 1)]),
    )
    const length = Math.hypot(...vector.values()) || 1
    return new Map([...vector].map(([stem, n]) => [stem, n / length]))
  }
  const known = all.map(({ codes, stems }) => ({ codes, vector: vectorOf(stems) }))
  return fragment => {
    const asked = vectorOf(stemsOf(wordsOf(fragment)))
    const near = known.map(({ codes, vector }) => ({
      codes,
      cosine: [...asked].reduce((sum, [stem, n]) => sum + n * (vector.get(stem) ?? 0), 0),
    }))
    near.sort((a, b) => b.cosine - a.cosine)
    return [...new Set(near.flatMap(one => [...one.codes]))].slice(0, shown)
  }
}

/** What the library proposes, of a study in which the interview has no codings. */
function suggested(study, transcript, language) {
  const learning = { ...study, codings: study.codings.filter(one => one.transcript !== transcript) }
  return ({ start, end }) => suggestCodes(learning, { transcript, start, end }, { language, perPassage: shown }).rows.map(row => row.code)
}

const bare = study => ({ ...study, codes: study.codes.map((one, i) => ({ ...one, name: `k${i}`, definition: null, when: null })) })

/** Precision and recall at three of each rule, over every fragment, learnt from all other interviews. */
function compare(name, study, language) {
  const fragments = codedFragments(study)
  const right = new Map()
  let most = 0
  for (const transcript of new Set(fragments.map(one => one.transcript))) {
    const learnt = fragments.filter(one => one.transcript !== transcript)
    const rules = {
      'most frequent codes': mostFrequent(learnt),
      'nearest fragment': nearestFragment(learnt, language, one => one.words),
      'nearest fragment, with its turn': nearestFragment(learnt, language, one => `${one.words} ${one.around}`),
      suggestCodes: suggested(study, transcript, language),
      'suggestCodes, without the codebook': suggested(bare(study), transcript, language),
    }
    for (const fragment of fragments.filter(one => one.transcript === transcript)) {
      most += Math.min(shown, fragment.codes.size) / shown
      for (const [rule, propose] of Object.entries(rules)) {
        const hits = propose(fragment).filter(code => fragment.codes.has(code)).length
        const sum = right.get(rule) ?? { precision: 0, recall: 0 }
        right.set(rule, { precision: sum.precision + hits / shown, recall: sum.recall + hits / fragment.codes.size })
      }
    }
  }
  const codes = new Set(fragments.flatMap(one => [...one.codes])).size
  figure(`${name}: fragments tested, leave one interview out`, fragments.length, `of ${codes} codes`)
  figure(`${name}: the highest precision at 3 there can be`, most / fragments.length, '')
  for (const [rule, { precision, recall }] of right) {
    figure(`${name}: precision at 3, ${rule}`, precision / fragments.length, '')
    figure(`${name}: recall at 3, ${rule}`, recall / fragments.length, '')
  }
}

for (const [name, language] of Object.entries({ zorgnetwerk: nl, 'community-clinic': en })) {
  const folder = join(root, 'fixtures', name)
  if (existsSync(folder)) compare(name, await openStudy(folder), language)
}

// Time: the index is made by the first search, and kept for as long as the transcripts are the same.
const sizes = [25, 50, 100, 200]
const first = []
for (const interviews of sizes) {
  const study = madeStudy({ interviews, characters: 60_000 })
  const from = performance.now()
  searchPassages(study, 'bade', { language: en })
  first.push(performance.now() - from)
  if (interviews < sizes.at(-1)) continue
  figure(`index of ${interviews} transcripts of 60 kB, made by the first search`, first.at(-1), 'ms')
  const queries = {
    'one word': ['bade'],
    'five words': ['bade fi goka lemi nopu'],
    'two words near': ['bade goka', { near: 10 }],
    'inside words': ['bade', { inside: true }],
    'a misspelt word': ['xbadegoz'],
  }
  for (const [query, [words, options]] of Object.entries(queries))
    figure(`search after that: ${query}`, await time(() => searchPassages(study, words, { language: en, ...options })), 'ms', '1000')
}
growth('first search', sizes, first)

const counts = [1000, 10_000, 100_000]
const learning = []
const interviews = madeStudy({ interviews: 200, characters: 60_000 })
searchPassages(interviews, 'bade', { language: en })
for (const count of counts) {
  const study = { ...interviews, codings: madeCodings(interviews, count) }
  const { id: transcript, turns } = study.transcripts[3]
  const asked = { transcript, start: turns[3].start, end: turns[3].start + 120 }
  const from = performance.now()
  suggestCodes(study, asked, { language: en })
  learning.push(performance.now() - from)
  figure(`learning from ${count.toLocaleString('en')} codings, by the first suggestion`, learning.at(-1), 'ms')
  figure('a suggestion after that', await time(() => suggestCodes(study, asked, { language: en })), 'ms')
  figure('suggestions for a whole transcript', await time(() => suggestCodes(study, transcript, { language: en })), 'ms')
}
growth('learning', counts, learning)
