import type { Inline } from './block.js'

/** A line as bare text. */
export function plainText(line: readonly Inline[]): string {
  return line.map(inline => ('children' in inline ? plainText(inline.children) : inline.kind === 'break' ? ' ' : inline.text)).join('')
}
