import type { Printed } from '../../privacy/index.js'
import type { Block, Inline } from '../block.js'
import { plainText } from '../plainText.js'
import type { Report } from '../report.js'

type Line = readonly Inline[]

/** What a report prints under a label: its quotes, also within a line, and sentences of its own text that name a label. */
export function printedInReport(report: Report, namesLabel: (sentence: string) => readonly string[]): readonly Printed[] {
  const found: Printed[] = []
  let ofAll: Readonly<Record<string, string>> = {}
  const sentences = (text: string) => report.language.sentences(text).map(span => text.slice(span.start, span.end))
  const add = (path: readonly string[], one: Pick<Printed, 'kind' | 'label' | 'words'>) =>
    found.push({ output: report.title, place: path.join(' > '), columns: ofAll, ...one })
  const lines = (path: readonly string[], all: readonly Line[]) => {
    for (const line of all) {
      const quotes = quotesInLine(line)
      for (const quote of quotes) add(path, { kind: 'quote', ...quote })
      // A quote and its label within a line are told already.
      const own = quotes.reduce((text, quote) => text.replace(quote.words, ' ').replace(`(${quote.label})`, ' '), plainText(line))
      for (const sentence of sentences(own))
        for (const label of namesLabel(sentence)) add(path, { kind: 'mention', label, words: sentence })
    }
  }
  const blocks = (path: readonly string[], all: readonly Block[]) => {
    for (const block of all) {
      if (block.kind === 'quote') {
        const translation = block.translation === null ? '' : studyText(block.translation)
        const words = studyText(block.words)
        add(path, { kind: words === '' ? 'row' : 'quote', label: studyText(block.label), words })
        if (translation !== '') add(path, { kind: 'quote', label: studyText(block.label), words: translation })
      } else if ('blocks' in block) {
        const inside = 'title' in block ? [...path, plainText(block.title)] : path
        if ('title' in block) lines(path, [block.title])
        blocks(inside, block.blocks)
      } else if (block.kind === 'list') for (const item of block.items) blocks(path, item)
      else if (block.kind === 'table') lines(path, [...(block.caption === null ? [] : [block.caption]), ...block.rows.flat()])
      else if ('children' in block) lines(path, [block.children])
      else if (block.kind === 'preformatted') lines(path, [[{ kind: 'text', text: block.text }]])
    }
  }
  for (const chapter of report.chapters) {
    ofAll = chapter.ofAll ?? {}
    blocks([plainText(chapter.title)], chapter.blocks)
  }
  return found.filter(one => one.words.trim() !== '' || one.label !== '')
}

/** The part of a line that comes from the study. */
function studyText(line: Line): string {
  return line
    .map(inline =>
      inline.kind === 'text' || inline.kind === 'code' ? inline.text : 'children' in inline ? studyText(inline.children) : '',
    )
    .join('')
}

/** Quotes within a line: words of the study, a sign, and a label of the study between brackets. */
function quotesInLine(line: Line): readonly { readonly words: string; readonly label: string }[] {
  return line.flatMap((inline, i) => {
    const [open, close] = [line[i - 1], line[i + 1]]
    if ('children' in inline) return quotesInLine(inline.children)
    const isLabel = inline.kind === 'text' && isFixed(open, ' (') && isFixed(close, ')')
    if (!isLabel) return []
    const before = line.slice(0, i - 1)
    const words = [...before].reverse().find(one => one.kind === 'text')
    return words === undefined || words.kind !== 'text' ? [] : [{ words: words.text, label: inline.text }]
  })
}

function isFixed(inline: Inline | undefined, text: string): boolean {
  return inline?.kind === 'fixed' && inline.text === text
}
