import type { Inline } from './block.js'
import { plainText } from './plainText.js'

type Value = string | number | Inline | readonly Inline[]

/** Text of the study. */
export function text(content: string): Inline {
  return { kind: 'text', text: content }
}

/** Text of a language pack, a number or a sign. */
export function fixed(content: string | number): Inline {
  return { kind: 'fixed', text: String(content) }
}

/**
 * Fills in a fixed text. What stands in it is fixed; a string filled in is text of the study, a number is not.
 *
 * @example
 * say('Refuted by {who}.', { who: 'a nurse' })
 * //=> [{ kind: 'fixed', text: 'Refuted by ' }, { kind: 'text', text: 'a nurse' }, { kind: 'fixed', text: '.' }]
 */
export function say(template: string, values: Readonly<Record<string, Value>> = {}): readonly Inline[] {
  const parts = template.split(/\{(\p{L}{1,20})\}/u)
  return parts.flatMap((part, i) => (i % 2 === 0 ? (part === '' ? [] : [fixed(part)]) : piecesOf(values[part] ?? '')))
}

/** Puts lines behind one another with something fixed between them. */
export function joined(lines: readonly (readonly Inline[])[], between: string): readonly Inline[] {
  return lines.flatMap((line, i) => (i === 0 ? line : [fixed(between), ...line]))
}

function piecesOf(value: Value): readonly Inline[] {
  if (typeof value === 'string') return value === '' ? [] : [text(value)]
  if (typeof value === 'number') return [fixed(value)]
  return 'kind' in value ? [value] : value
}

/** Puts sentences behind one another: a full stop between those that have no end of their own, and none at the end. */
export function sentences(lines: readonly (readonly Inline[])[]): readonly Inline[] {
  return lines.flatMap((line, i) => {
    const before = lines[i - 1]
    return before === undefined ? line : [fixed(endsItself(before) ? ' ' : '. '), ...line]
  })
}

/** Fills in a fixed text that ends in a full stop, which goes where what it follows has an end of its own. */
export function saySentence(template: string, values: Readonly<Record<string, Value>>): readonly Inline[] {
  const pieces = say(template, values)
  const last = pieces.at(-1)
  const isDouble = last?.kind === 'fixed' && last.text === '.' && endsItself(pieces.slice(0, -1))
  return isDouble ? pieces.slice(0, -1) : pieces
}

function endsItself(line: readonly Inline[]): boolean {
  return /[.!?…][”’"')\]]{0,3}\s*$/u.test(plainText(line))
}
