import { membersOf } from '../../analysis/index.js'
import type { MemberAnswer } from '../../language/index.js'
import type { Study } from '../../study/index.js'
import type { Block, Chapter, Inline } from '../block.js'
import type { Making } from '../making.js'
import { quoteBlock } from '../quoteBlock.js'
import { fixed, say, text } from '../say.js'
import { type MemberItem, statementFor } from './memberItem.js'
import type { OwnPassage, OwnPassages } from './ownPassages.js'

/** The answers, in the order in which they stand on the sheet. */
export const memberAnswers: readonly MemberAnswer[] = ['agrees', 'adds', 'disputes', 'no view']

/** A statement that is put to a person, with what that person said about it. */
export interface PutItem {
  readonly item: MemberItem
  readonly own: OwnPassages
}

/** What the sheet is, and what becomes of the answers. */
export function aboutChapter({ study, language: { member } }: Making, respondent: string): Chapter {
  const paragraphs: readonly (readonly Inline[])[] = [
    [fixed(member.intro)],
    [fixed(member.howTo)],
    [fixed(member.kept)],
    [fixed(speaksTogether(study, respondent) ? member.pair : member.alone)],
  ]
  return { id: 'about', title: [fixed(member.about)], blocks: paragraphs.map(children => ({ kind: 'paragraph', children })) }
}

/** The statements, each with the person's own passages and room for an answer. */
export function statementsChapter(making: Making, put: readonly PutItem[]): Chapter {
  const { member } = making.language
  return {
    id: 'statements',
    title: [fixed(member.statements)],
    blocks: put.flatMap(({ item, own }, i) => [
      {
        kind: 'heading',
        level: 3,
        children: [...say(member.statement, { n: i + 1 }), fixed(' '), { kind: 'tag', children: [text(item.id)] }],
      },
      { kind: 'paragraph', children: [{ kind: 'strong', children: statementFor(making, item) }] },
      ...ownBlocks(making, own),
      answerBox(making),
    ]),
  }
}

function ownBlocks(making: Making, { shown, held }: OwnPassages): readonly Block[] {
  const { member } = making.language
  return [
    { kind: 'note', children: [fixed(shown.length === 0 ? member.saidNothing : member.said)] },
    ...shown.map(one => passageBlock(making, one)),
    ...(held === 0 ? [] : [{ kind: 'paragraph', children: say(member.held, { n: held }) } as const]),
  ]
}

/** Who said it is the person who reads; only where it may have been another that is said. */
function passageBlock(making: Making, { printed, isShared }: OwnPassage): Block {
  return { ...quoteBlock(making, printed), label: isShared ? [fixed(making.language.member.shared)] : [] }
}

function answerBox({ language: { member } }: Making): Block {
  return {
    kind: 'box',
    title: [fixed(member.answer)],
    blocks: [
      {
        kind: 'paragraph',
        children: memberAnswers.flatMap((one, i) => [...(i === 0 ? [] : [{ kind: 'break' } as const]), fixed(`☐ ${member.answers[one]}`)]),
      },
      { kind: 'paragraph', children: [fixed(member.ownWords)] },
      { kind: 'rule' },
      { kind: 'rule' },
    ],
  }
}

function speaksTogether(study: Study, respondent: string): boolean {
  return study.transcripts.map(membersOf).some(members => members.length > 1 && members.includes(respondent))
}
