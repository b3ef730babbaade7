import type { Theory } from '../study/index.js'
import { newestConfigurations, newestTheory } from '../theory/index.js'
import type { Block, Chapter } from './block.js'
import { configurationBlock } from './configurationBlock.js'
import type { Making } from './making.js'
import { named } from './named.js'
import { plainText } from './plainText.js'
import { pageBlocks } from './roleChapter.js'
import { fixed, joined, say, text } from './say.js'
import type { WrittenPage } from './writtenPages.js'

/** The configurations of the newest version of the theory, and the versions before it as history. */
export function configurationsChapter(making: Making, pages: readonly WrittenPage[]): Chapter | null {
  const { study, language } = making
  const own = pages.filter(page => page.chapter === 'configurations')
  const configurations = newestConfigurations(study)
  if (configurations.length === 0 && own.length === 0 && study.theories.length === 0) return null
  const newest = newestTheory(study)
  const earlier = study.theories.filter(theory => theory !== newest)
  const printed = new Set(own.flatMap(page => [...page.printed]))
  const left = configurations.filter(one => !printed.has(`cmo ${one.id}`) && !printed.has(`cmo ${one.id}@${one.theory ?? ''}`))
  return {
    id: 'configurations',
    title: own[0]?.title ?? [fixed(language.texts.configurations)],
    blocks: [
      ...own.flatMap((page, i) => pageBlocks(page, i > 0)),
      ...(own.length === 0 ? [{ kind: 'unwritten', children: [fixed(language.texts.notWritten)] } as const] : []),
      ...(newest === null ? [] : theoryBlocks(making, newest)),
      ...left.map(one => configurationBlock(making, one, 3)),
      ...historyBlocks(making, earlier),
    ],
  }
}

function theoryBlocks({ language }: Making, theory: Theory): readonly Block[] {
  const kind = named(language.names.theories, theory.kind)
  const head = joined(
    // A version that is called what it is needs no telling twice.
    [[text(theory.id)], plainText(kind).toLowerCase() === theory.id.toLowerCase() ? [] : kind].filter(part => part.length > 0),
    ', ',
  )
  return [
    { kind: 'paragraph', children: [{ kind: 'strong', children: [fixed(`${language.texts.theory}: `), ...head] }] },
    ...(theory.statement === null ? [] : [{ kind: 'paragraph', children: [text(theory.statement)] } as const]),
    ...(theory.reason === null ? [] : [{ kind: 'paragraph', children: say(language.texts.reason, { reason: theory.reason }) } as const]),
  ]
}

function historyBlocks({ study, language }: Making, earlier: readonly Theory[]): readonly Block[] {
  if (earlier.length === 0) return []
  const { texts, names } = language
  const heads = [texts.headTheory, texts.headKind, texts.headStatement, texts.configurations]
  const rows = earlier.map(theory => {
    const own = study.configurations.filter(one => one.theory === theory.id)
    return [
      [text(theory.id)],
      named(names.theories, theory.kind),
      theory.statement === null ? [] : [text(theory.statement)],
      [fixed(own.length)],
    ]
  })
  return [
    { kind: 'heading', level: 3, children: [fixed(texts.earlierTheories)] },
    { kind: 'table', caption: null, head: heads.map(head => [fixed(head)]), rows, numeric: [false, false, false, true] },
  ]
}
