/** What her text may refer to. */
export const referenceKinds = ['quote', 'n', 'words', 'box', 'cmo'] as const
export type ReferenceKind = (typeof referenceKinds)[number]

/** A reference in her text: `{{quote q17}}`. */
export interface Reference {
  /** What it says it is; not always a kind that exists. */
  readonly kind: string
  readonly target: string
  /** As she wrote it. */
  readonly source: string
  /** From 1. */
  readonly line: number
}

/** Her text with a sign in the place of each reference, so that Markdown leaves what stands in it alone. */
export interface MarkedText {
  readonly text: string
  readonly references: readonly Reference[]
  /** Lines with a `{{` that is not closed. */
  readonly unclosed: readonly number[]
}

// Private-use characters: they have no meaning in Markdown, and are taken out of what she wrote herself.
const open = '\uE000'
const close = '\uE001'

/**
 * Finds the references in a page.
 *
 * @example
 * findReferences('It is {{words trust}}.').references
 * //=> [{ kind: 'words', target: 'trust', source: '{{words trust}}', line: 1 }]
 */
export function findReferences(source: string): MarkedText {
  const references: Reference[] = []
  const clean = source.replace(/[\uE000\uE001]/gu, '')
  const lineAt = lineCounter(clean)
  const text = clean.replace(/\{\{([^{}\n]{1,300})\}\}/gu, (whole, inner: string, at: number) => {
    const [kind = '', ...rest] = inner.trim().split(/\s+/u)
    references.push({ kind, target: rest.join(' '), source: whole, line: lineAt(at) })
    return `${open}${references.length - 1}${close}`
  })
  // Counted by line: what was replaced never holds a line end.
  const unclosed = text.split('\n').flatMap((line, i) => (line.includes('{{') ? [i + 1] : []))
  return { text: onOwnLines(text, references), references, unclosed }
}

/** Cuts a text at its references: strings and indexes of references. */
export function cutAtReferences(text: string): readonly (string | number)[] {
  const parts: readonly (string | number)[] = text.split(/\uE000(\d{1,9})\uE001/u).map((part, i) => (i % 2 === 1 ? Number(part) : part))
  return parts.filter(part => part !== '')
}

/** A reference that has a line to itself is a paragraph of its own, also without blank lines around it. */
function onOwnLines(text: string, references: readonly Reference[]): string {
  return text.replace(/^[ \t]{0,20}\uE000(\d{1,9})\uE001[ \t]{0,20}$/gmu, (line, index: string) => {
    const { kind } = references[Number(index)]!
    return kind === 'n' || kind === 'words' ? line : `\n${line}\n`
  })
}

function lineCounter(text: string): (at: number) => number {
  let line = 1
  let from = 0
  return at => {
    for (let next = text.indexOf('\n', from); next >= 0 && next < at; next = text.indexOf('\n', from)) {
      line++
      from = next + 1
    }
    return line
  }
}
