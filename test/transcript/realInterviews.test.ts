import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { readTranscript, type TranscriptText } from '../../src/transcript/index.js'

// Five real interviews, each as .docx and .txt, which may not be copied into the project: read where they are, compared with each other.
const folder = fileURLToPath(new URL('../../../shared/transcripts/', import.meta.url))
const names = existsSync(folder) ? readdirSync(folder).filter(name => name.endsWith('.docx')) : []
if (names.length === 0) console.warn('The real interviews are not beside the repository: their tests are skipped.')

const turnCounts = [246, 74, 147, 142, 100]

const words = ({ text, turns }: TranscriptText, i: number): string => text.slice(turns[i]!.start, turns[i]!.end).split(/\s+/u).join(' ')

describe.skipIf(names.length === 0)('real interviews', () => {
  it.each(names.sort().map((name, i) => [i, name] as const))('interview %i: Word and text give the same turns', async (i, name) => {
    const path = `${folder}${name}`
    const word = await readTranscript(readFileSync(path), { name, respondents: ['1'] })
    const text = await readTranscript(readFileSync(path.replace(/docx$/u, 'txt')), { name: 'a.txt', respondents: ['1'] })
    const sides = ({ turns }: TranscriptText): readonly string[] =>
      turns.map(({ speaker, asks, respondents }) => `${speaker} ${asks} ${respondents}`)
    // Compared as a flag, so that a failure prints none of the interview.
    expect(sides(word).join('\n') === sides(text).join('\n')).toBe(true)
    expect(word.turns).toHaveLength(turnCounts[i]!)
    expect(new Set(word.turns.map(turn => turn.speaker)).size).toBe(2)
    // Two of the text files lack words that the Word file has in content controls; everything else is the same.
    const same = word.turns.filter((_, turn) => words(word, turn) === words(text, turn)).length
    expect(same).toBeGreaterThanOrEqual(turnCounts[i]! * 0.94)
  })
})
