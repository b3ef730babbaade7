import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A stretch of an interview that identifies, as its writer marked it; `who` is the same for every spelling of one person or organisation. */
export interface Entity {
  readonly start: number
  readonly end: number
  readonly type: string
  readonly who: string | null
}

/** A text with what identifies in it. `scope`: only these types were marked. */
export interface MarkedText {
  readonly name: string
  readonly text: string
  readonly entities: readonly Entity[]
  readonly scope?: readonly string[]
}

const mark = /\{\{(?<type>[A-Z_]+)\|(?<words>[^{}|]*)(?:\|(?<who>[^{}|]*))?\}\}/gu

/** Takes the marks `{{TYPE|words|who}}` out of a text. */
export function readInterview(name: string, marked: string): MarkedText {
  let text = ''
  let at = 0
  const entities: Entity[] = []
  for (const found of marked.matchAll(mark)) {
    const { type, words, who } = found.groups!
    text += marked.slice(at, found.index)
    entities.push({ start: text.length, end: text.length + words!.length, type: type!, who: who ?? null })
    text += words
    at = found.index + found[0].length
  }
  text += marked.slice(at)
  if (/\{\{|\}\}/u.test(text)) throw new Error(`${name}: a mark that cannot be read.`)
  return { name, text, entities }
}

/** All interviews of a folder, by name of the file; `language` is what the names begin with. */
export function readInterviews(folder: string, language: 'nl' | 'en'): readonly MarkedText[] {
  return readdirSync(folder)
    .filter(file => file.startsWith(`${language}-`) && file.endsWith('.txt'))
    .sort()
    .map(file => readInterview(file, readFileSync(join(folder, file), 'utf8')))
}
