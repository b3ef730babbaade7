import { unsettled } from '../analysis/index.js'
import { audienceOf } from '../study/index.js'
import type { Chapter, Inline } from './block.js'
import type { Making } from './making.js'
import { codeName, named } from './named.js'
import { fixed, joined, text } from './say.js'

/** What coders disagree on and nobody settled, for the team to settle; nothing when there is none, or in a report for readers. */
export function unsettledChapter(making: Making): Chapter | null {
  if (audienceOf(making.study) === 'public') return null
  const { rows } = unsettled(making.study)
  if (rows.length === 0) return null
  const { texts } = making.language
  const heads = [texts.headTranscript, texts.headPlace, texts.headCode, texts.headCoder, texts.headOther]
  return {
    id: 'unsettled',
    title: [fixed(texts.unsettled)],
    blocks: [
      { kind: 'paragraph', children: [fixed(texts.unsettledWhat)] },
      {
        kind: 'table',
        caption: null,
        head: heads.map(head => [fixed(head)]),
        rows: rows.map(row => [
          [text(row.transcript)],
          [fixed(`${row.start}-${row.end}`)],
          [text(codeName(making, row.code))],
          coderSays(making, row.coder, row.says),
          coderSays(making, row.otherCoder, row.otherSays),
        ]),
        numeric: heads.map(() => false),
      },
    ],
  }
}

function coderSays({ language: { names } }: Making, coder: string, says: string): readonly Inline[] {
  const known = { ...names.roles, ...names.polarities, ...names.stances }
  const values = joined(
    says.split(', ').map(value => named(known, value)),
    ', ',
  )
  return coder === '' ? values : [text(coder), fixed(': '), ...values]
}
