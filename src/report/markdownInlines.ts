import type { MarkedToken, Token } from 'marked'
import { decodeEntities } from '../table/index.js'
import type { Block, Inline } from './block.js'
import { cutAtReferences } from './references.js'
import { fixed, text } from './say.js'

/** What references turn into, by their index. */
export interface Resolve {
  /** The block of a reference that stands alone, or null when it is one for within a line. */
  readonly block: (index: number) => Block | null
  readonly inline: (index: number) => readonly Inline[]
  /** As she wrote it, for where it is only an example. */
  readonly source: (index: number) => string
}

/** Reads the tokens of a line of Markdown into pieces. */
export function inlinesOf(tokens: readonly Token[], resolve: Resolve): readonly Inline[] {
  return tokens.flatMap(token => inlineOf(token as MarkedToken, resolve))
}

/** A text as she wrote it, references and all. */
export function plainInlines(content: string, resolve: Resolve): string {
  return cutAtReferences(content)
    .map(part => (typeof part === 'number' ? resolve.source(part) : part))
    .join('')
}

function inlineOf(token: MarkedToken, resolve: Resolve): readonly Inline[] {
  switch (token.type) {
    case 'strong':
      return [{ kind: 'strong', children: inlinesOf(token.tokens, resolve) }]
    case 'em':
      return [{ kind: 'emphasis', children: inlinesOf(token.tokens, resolve) }]
    case 'del':
      return [{ kind: 'struck', children: inlinesOf(token.tokens, resolve) }]
    case 'codespan':
      return [{ kind: 'code', text: plainInlines(token.text, resolve) }]
    case 'link':
      return link(token.href, inlinesOf(token.tokens, resolve))
    case 'image':
      return written(token.text, resolve)
    case 'br':
      return [{ kind: 'break' }]
    case 'checkbox':
      return [fixed(token.checked ? '☑ ' : '☐ ')]
    case 'text':
      return token.tokens === undefined ? written(decodeEntities(token.text), resolve) : inlinesOf(token.tokens, resolve)
    case 'escape':
      return [text(token.text)]
    case 'html':
      return written(token.raw, resolve)
    default:
      return written('text' in token ? token.text : token.raw, resolve)
  }
}

function written(content: string, resolve: Resolve): readonly Inline[] {
  return cutAtReferences(content).flatMap((part, i, parts) => {
    if (typeof part === 'string') return [text(part.replace(/\n/gu, ' '))]
    const before = parts[i - 1]
    const begins = i === 0 || (typeof before === 'string' && /[.!?…][”’"')\]]{0,3}\s{1,20}$/u.test(before))
    return begins ? capitalised(resolve.inline(part)) : resolve.inline(part)
  })
}

/** A count in words at the head of a sentence has a capital. */
function capitalised([first, ...rest]: readonly Inline[]): readonly Inline[] {
  if (first?.kind !== 'fixed') return first === undefined ? [] : [first, ...rest]
  return [fixed(first.text.charAt(0).toUpperCase() + first.text.slice(1)), ...rest]
}

/** A link that leads anywhere but to the web, a mail address or this page is only its text. */
function link(href: string, children: readonly Inline[]): readonly Inline[] {
  return /^(?:https?:\/\/|mailto:|#)/iu.test(href) ? [{ kind: 'link', href, children }] : children
}
