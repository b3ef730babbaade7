import { behindTheme, isWithheld, passagesIn } from '../analysis/index.js'
import type { Coding } from '../study/index.js'
import type { Block } from './block.js'
import type { Making } from './making.js'
import { fixed, joined, say, text } from './say.js'

/** How quotes were chosen and cleaned, and what could not be quoted. */
export function quotingBlocks(making: Making): readonly Block[] {
  const { study, language, selection, counts } = making
  const { texts } = language
  if (selection.quotes.length === 0) return []
  const printed = say(texts.quotedOf, { quotes: fixed(language.count(selection.quotes.length, 'quote')) })
  const withheld = withheldPassages(making)
  return [
    { kind: 'paragraph', children: counts ? [fixed(texts.quotingRule), fixed(' '), ...printed] : [fixed(texts.quotingRule)] },
    ...(study.cleaning.length === 0
      ? []
      : [
          {
            kind: 'paragraph',
            children: say(texts.cleaning, {
              rules: joined(
                study.cleaning.map(rule => [text(rule)]),
                '; ',
              ),
            }),
          } as const,
        ]),
    ...(withheld === 0 || !counts ? [] : [{ kind: 'paragraph', children: say(texts.withheld, { n: withheld }) } as const]),
  ]
}

/** Passages behind themes that hold a gap in the safe text. */
function withheldPassages({ study }: Making): number {
  const transcripts = new Map(study.transcripts.map(one => [one.id, one]))
  const gaps = new Set<Coding>()
  for (const theme of study.themes) {
    for (const { coding } of behindTheme(study, theme).codings) {
      const transcript = transcripts.get(coding.transcript)
      if (transcript !== undefined && isWithheld(transcript, [coding])) gaps.add(coding)
    }
  }
  return passagesIn(gaps)
}
