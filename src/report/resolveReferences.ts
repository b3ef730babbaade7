import { behindTheme } from '../analysis/index.js'
import { namesOf, type Problem, type Row, type Theme } from '../study/index.js'
import { configurationNamed, newestConfigurations } from '../theory/index.js'
import type { Block, Inline } from './block.js'
import { configurationBlock, configurationMention, statementOf } from './configurationBlock.js'
import type { Making } from './making.js'
import { printRow } from './printedQuote.js'
import { quoteBlock, quoteInline } from './quoteBlock.js'
import type { Reference } from './references.js'
import { fixed, text } from './say.js'
import { summaryBox } from './summaryBox.js'

/** What a reference stands for: on a line of its own, and within a line. Or in words what is wrong with it. */
export type Resolved =
  | {
      readonly block: Block | null
      readonly inline: readonly Inline[] | null
      /** What stands for the block where it is not in its own place: it leads there. */
      readonly mention?: Block
    }
  | { readonly problem: Pick<Problem, 'what' | 'hint'> }

/** Looks up what a reference of her text stands for. */
export function resolveReference(making: Making, { kind, target }: Reference): Resolved {
  switch (kind) {
    case 'quote':
      return quoted(making, target)
    case 'n':
    case 'words':
      return counted(making, kind, target)
    case 'box':
      return boxed(making, target)
    case 'cmo':
      return configured(making, target)
    default:
      return { problem: { what: 'this is not a kind of reference', hint: 'use quote, n, words, box or cmo' } }
  }
}

function quoted(making: Making, target: string): Resolved {
  const quote = making.study.quotes.find(one => one.id === target)
  if (quote === undefined)
    return {
      problem: {
        what: 'there is no quote with this id that may be printed',
        hint: 'correct the id; or, when it is in quotes.csv, its speaker did not clear it or a paraphrase stands in for it',
      },
    }
  const printed = printRow(making.study, making.language, quote)
  return { block: quoteBlock(making, printed), inline: quoteInline(making, printed) }
}

function counted(making: Making, kind: 'n' | 'words', target: string): Resolved {
  const theme = themeFor(making, target)
  if (theme === null) return { problem: { what: 'this names no theme, or more than one', hint: 'use an id of themes.csv' } }
  if (!making.counts)
    return { problem: { what: 'counts are not printed, because only quotes are known of this study', hint: 'take the reference out' } }
  const { supports, asked } = behindTheme(making.study, theme)
  const words =
    asked === null || asked.sources === 0
      ? making.language.countWords(supports.length, null)
      : making.language.countWords(asked.supporting, asked.sources)
  return { block: null, inline: [fixed(kind === 'n' ? supports.length : words)] }
}

function boxed(making: Making, target: string): Resolved {
  const box = summaryBox(making, target)
  return box === null
    ? { problem: { what: 'no theme has this role', hint: 'use the id of a role with themes' } }
    : { block: box, inline: null }
}

function configured(making: Making, target: string): Resolved {
  const configuration = configurationNamed(making.study, target)
  if (configuration === null)
    return { problem: { what: 'this configuration is not in configurations.csv', hint: 'write C3, or C3@t2 for a version' } }
  const statement = statementOf(making, configuration)
  const inline = statement.length > 0 ? statement : [text(configuration.id)]
  const full = { block: configurationBlock(making, configuration, 4), inline }
  // An earlier version has no place in the chapter of the configurations.
  return newestConfigurations(making.study).includes(configuration)
    ? { ...full, mention: configurationMention(making, configuration) }
    : full
}

/** The theme meant by an id or a label. */
export function themeFor({ study }: Making, name: string): Theme | null {
  const id = namesOf('themes', study.themes as readonly Row[])(name)
  return study.themes.find(theme => theme.id === id) ?? null
}
