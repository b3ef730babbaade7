import { type BehindTheme, type People, peopleText, type Source } from '../analysis/index.js'
import type { Theme } from '../study/index.js'
import type { Block, Inline } from './block.js'
import { countsOf, type Making } from './making.js'
import { className, isOther } from './named.js'
import { fixed, joined, say } from './say.js'

/** What the counts say of a theme, in sentences; nothing when only quotes are known. */
export function themeFacts(making: Making, theme: Theme): readonly Block[] {
  const behind = countsOf(making, theme)
  if (behind === null) return []
  const { texts } = making.language
  const sentences = [
    ...(behind.supports.length === 0
      ? [say(`${capital(texts.noSource)}.`)]
      : [say(texts.behind, { sources: sourcesText(making, behind) })]),
    ...groupSentence(making, behind),
    ...askedSentence(making, behind),
    ...sourcesSentence(making, texts.agreedOnly, behind.agreedOnly),
    ...sourcesSentence(making, texts.refutedBy, behind.against.length),
    ...sourcesSentence(making, texts.refinedBy, behind.refining.length),
    ...sourcesSentence(making, texts.twoMinds, behind.twoMinds.length),
  ]
  return [{ kind: 'paragraph', children: joined(sentences, ' ') }]
}

/** What is said beside the title of a theme: that it is the core, and that it rests on one source or on none. */
export function themeMarks(making: Making, theme: Theme): readonly (readonly Inline[])[] {
  const { texts } = making.language
  const behind = countsOf(making, theme)
  const marks = theme.core === true ? [texts.core] : []
  if (behind !== null && behind.supports.length === 1) marks.push(texts.oneSource)
  if (behind !== null && behind.supports.length === 0) marks.push(texts.noSource)
  return marks.map(mark => [fixed(mark)])
}

/** "4 sources (5-6 people)"; the people only where they are not as many as the sources. */
export function sourcesText(
  { language }: Making,
  { supports, people }: { readonly supports: readonly Source[]; readonly people: People },
): readonly Inline[] {
  const sources = fixed(language.count(supports.length, 'source'))
  const range = peopleText(people)
  return range === String(supports.length) ? [sources] : say(language.texts.people, { sources, people: fixed(range) })
}

function groupSentence(making: Making, { byGroup }: BehindTheme): (readonly Inline[])[] {
  const { texts } = making.language
  // All together is what the sentence before it says.
  if (byGroup.every(one => one.group === null || isOther(making, one.group))) return []
  const groups = byGroup.map(one => say(texts.groupCount, { group: className(making, 'group', one.group), n: one.sources }))
  return [say(texts.byGroup, { groups: joined(groups, ', ') })]
}

/** Of fewer than five asked the words are the number itself. */
function askedSentence({ language }: Making, { asked }: BehindTheme): (readonly Inline[])[] {
  if (asked === null || asked.sources === 0) return []
  const words = fixed(language.countWords(asked.supporting, asked.sources))
  const template = asked.sources < 5 ? language.texts.askedExact : language.texts.asked
  return [say(template, { words, x: asked.supporting, m: asked.sources })]
}

function sourcesSentence({ language }: Making, template: string, n: number): (readonly Inline[])[] {
  return n === 0 ? [] : [say(template, { sources: fixed(language.count(n, 'source')) })]
}

function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}
