import type { Language } from '../../language/index.js'
import type { Span, Transcript } from '../../study/index.js'

/** How far into a conversation people are greeted by their names. */
const opening = 8

/**
 * Tells whose own name stands at a place: after "my name is" that of who speaks; after "I am talking to" or a greeting, near the
 * beginning, that of the one respondent, when it is said by who asks.
 */
export function introducedAt({ text, turns, respondents }: Transcript, { naming }: Language): (span: Span) => string | null {
  const ends = (before: string, phrases: readonly string[]) => phrases.some(phrase => before === phrase || before.endsWith(` ${phrase}`))
  return span => {
    const i = turns.findIndex(turn => turn.start <= span.start && span.end <= turn.end)
    const turn = turns[i]
    if (turn === undefined) return null
    const before = spoken(text.slice(Math.max(turn.start, span.start - 60), span.start), naming)
    if (!turn.asks) return turn.respondents.length === 1 && ends(before, naming.introductions) ? turn.respondents[0]! : null
    return i < opening && respondents.length === 1 && ends(before, naming.presentations) ? respondents[0]! : null
  }
}

/** The words before a name in lower case, without hesitation, signs and titles. */
function spoken(before: string, { fillers, titles }: Language['naming']): string {
  const words = before.toLowerCase().match(/[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*/gu) ?? []
  const said = words.filter(word => !fillers.has(word))
  while (said.length > 0 && titles.has(said.at(-1)!)) said.pop()
  return said.join(' ')
}
