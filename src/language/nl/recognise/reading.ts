import { passingColumns } from '../../recognise/columns.js'
import { tokenize } from '../../recognise/tokenize.js'
import type { Tokens } from '../../recognise/tokens.js'
import { knownWords, wokenBy } from './knownWords.js'
import { type Lexicon, lexicon } from './lexicon.js'
import { beginnings, foreignLines, plainLines, unwrapLines } from './lines.js'

/** A text as the rules read it: tokens, what is known of each, and where it is written without capitals. */
export interface Reading {
  readonly text: string
  readonly tokens: Tokens
  readonly lexicon: Lexicon
  /** Bits of `flag`. */
  readonly word: Int32Array
  /** Bits of `near`. */
  readonly near: Int32Array
  /** Bits of `kindOf`. */
  readonly kindOf: Int32Array
  /** 1 where the line is written without capitals, as speech recognition does. */
  readonly plain: Uint8Array
  /** 1 where the line is written in English. */
  readonly foreign: Uint8Array
  /** 1 where a token begins a sentence, a turn or a line. */
  readonly begins: Uint8Array
  /** The tokens that a kind of rule looks at: a bit of `interest`. */
  readonly at: (interest: number) => Int32Array
  /** The same number for every token that is the same word, from 1 on. */
  readonly ids: Int32Array
}

/** Reads a text. */
export function readText(text: string): Reading {
  const tokens = tokenize(text, passingColumns())
  unwrapLines(tokens)
  const known = lexicon()
  const { ids, word, near, kindOf, rules } = knownWords(tokens, known)
  const begins = beginnings(tokens)
  return {
    text,
    tokens,
    lexicon: known,
    word,
    near,
    kindOf,
    plain: plainLines(tokens, begins),
    foreign: foreignLines(tokens, near),
    begins,
    at: wokenBy(rules, tokens.columns),
    ids,
  }
}
