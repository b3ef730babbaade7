// Making the safe study of interviews of 60 kB, with a register of made names that stand in them.

import { en } from '../dist/en.js'
import { anonymise, readRegister } from '../dist/index.js'
import { madeNames, madeRegister, madeStudy } from './made.mjs'
import { figure, growth, timeAll } from './measure.mjs'

// The floor: every word of the text once, looked up in a set of first words of names.
const scan = (study, names) => {
  const begins = new Set(names.map(name => name.split(' ')[0].toLowerCase()))
  let found = 0
  for (const { text } of study.transcripts)
    for (const [word] of text.matchAll(/[\p{L}\p{N}]+/gu)) if (begins.has(word.toLowerCase())) found++
  return found
}

async function measure(interviews, count) {
  const names = madeNames(count)
  const study = madeStudy({ interviews, names, codings: interviews * 50 })
  const register = readRegister(madeRegister(names))
  const work = () => {
    const { study: safe, log } = anonymise(study, { register, language: en })
    if (safe.transcripts.some(one => one.text.includes(names[0]))) throw new Error('a name was left')
    return log.rows.length
  }
  return timeAll({ floor: () => scan(study, names), work }, { runs: 5 })
}

const sizes = [50, 100, 200]
const bySize = []
for (const interviews of sizes) {
  const { work, floor } = await measure(interviews, 500)
  bySize.push(work)
  figure(`anonymise, ${interviews} interviews, 500 names`, work, 'ms')
  figure(`a plain scan of their words (the floor)`, floor, 'ms')
}
growth('anonymise, by interviews', sizes, bySize)
const counts = [50, 500, 2000]
const byNames = []
for (const count of counts) byNames.push((await measure(50, count)).work)
for (const [i, count] of counts.entries()) figure(`anonymise, 50 interviews, ${count} names`, byNames[i], 'ms')
growth('anonymise, by names', counts, byNames)
