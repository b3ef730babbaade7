import { readdirSync, readFileSync } from 'node:fs'
import { type GoldMark, markedInterview } from './markedInterview.js'

/** An invented interview with its marks taken out of the text. */
export interface MarkedInterview {
  readonly name: string
  readonly text: string
  readonly gold: readonly GoldMark[]
}

const folder = new URL('./interviews/', import.meta.url)

/** Reads an interview of test/reference/interviews by its name: `nl-a1`. */
export function readInterview(name: string): MarkedInterview {
  const { text, marks } = markedInterview(readFileSync(new URL(`${name}.txt`, folder), 'utf8'))
  return { name, text, gold: marks }
}

/** The names of the interviews in a language, in order. */
export function interviewNames(language: 'nl' | 'en'): readonly string[] {
  return readdirSync(folder)
    .filter(file => file.startsWith(`${language}-`) && file.endsWith('.txt'))
    .map(file => file.slice(0, -'.txt'.length))
    .sort()
}
