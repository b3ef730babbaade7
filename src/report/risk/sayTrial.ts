import type { Language } from '../../language/index.js'
import type { Trial } from '../../privacy/index.js'
import { fill } from './fill.js'

const longest = 80

/** A change of what is printed, in words. */
export function sayTrial({ kind, what }: Trial, { risk }: Language): string {
  const [a = '', b = ''] = what
  switch (kind) {
    case 'coarser group':
      return fill(risk.coarserGroup, { a, b })
    case 'drop column':
      return fill(risk.dropColumn, { a })
    case 'unlink':
      return risk.unlink
    case 'leave out':
      return fill(risk.leaveOut, { a: shorten(a) })
    case 'generalise':
      return fill(risk.generalise, { a: what.length === 1 ? `‹${a}›` : fill(risk.fact, { attribute: a, value: b }) })
    case 'plain label':
      return fill(risk.plainLabel, { a })
  }
}

/** The head of a text, up to a word. */
export function shorten(text: string): string {
  if (text.length <= longest) return text
  return `${text.slice(0, longest).replace(/\s+\S*$/u, '')} …`
}
