import { behindTheme, isWithheld, passagesIn } from '../analysis/index.js'
import type { Coding } from '../study/index.js'
import type { Block } from './block.js'
import type { Making } from './making.js'
import { fixed, say, saySentence, text } from './say.js'

/**
 * How quotes were chosen and cleaned, and what could not be quoted.
 *
 * @param quoted how many quotes the whole report holds
 */
export function quotingBlocks(making: Making, quoted: number): readonly Block[] {
  const { study, selection, counts } = making
  const { texts } = making.language
  if (selection.quotes.length === 0) return []
  const number = quoted === 0 || !counts ? [] : [fixed(' '), ...say(texts.quotedOf, { n: quoted })]
  const withheld = withheldPassages(making)
  return [
    { kind: 'paragraph', children: [fixed(texts.quotingRule), ...number] },
    ...(study.cleaning.length === 0
      ? []
      : [
          {
            kind: 'paragraph',
            // Rules that are sentences of their own stand as such.
            children: saySentence(texts.cleaning, {
              rules: study.cleaning.flatMap((rule, i) => {
                const isSentence = i > 0 && /[.!?…]$/u.test(study.cleaning[i - 1]!.trim())
                return i === 0 ? [text(rule.trim())] : [fixed(isSentence ? ' ' : '; '), text(rule.trim())]
              }),
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
