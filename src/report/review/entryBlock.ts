import type { Block, DetailsBlock, Inline } from '../block.js'
import { fixed, joined, say, sentences, text } from '../say.js'
import { placeBlocks } from './foldedPlaces.js'
import type { Reviewing } from './reviewPage.js'

/** An entry of the register with what stands for it, what is to be known of it, and each replacement in its sentence. */
export function entryBlock(reviewing: Reviewing, i: number, isOpen: boolean): DetailsBlock {
  const { register, facts, language } = reviewing
  const entry = register[i]!
  const seen = facts.entries[i]!
  const type = language.names.entities[entry.type] ?? entry.type
  const summary: readonly Inline[] = [
    text(entry.name),
    fixed(' → '),
    text(seen.inReport),
    fixed(` — ${type}, `),
    ...say(language.review.row, { row: i + 2 }),
    fixed(` (${seen.replaced.length})`),
  ]
  const note: readonly Block[] = entry.note === null ? [] : [{ kind: 'note', children: say(language.review.note, { note: entry.note }) }]
  const known: Block = { kind: 'paragraph', children: sentences([...factLines(reviewing, i)]) }
  return { kind: 'details', place: `row ${i + 2}`, isOpen, summary, blocks: [...note, known, ...placeBlocks(reviewing, seen.replaced)] }
}

function* factLines({ register, facts, language }: Reviewing, i: number): Iterable<readonly Inline[]> {
  const { review } = language
  const entry = register[i]!
  const seen = facts.entries[i]!
  const label = (words: string, content: string): readonly Inline[] => [fixed(words), { kind: 'strong', children: [text(content)] }]
  yield seen.inReport === seen.inArchive
    ? label(review.inBoth, seen.inReport)
    : [...label(review.inReport, seen.inReport), fixed('. '), ...label(review.inArchive, seen.inArchive)]
  if (entry.variants.length > 0) yield say(review.variants, { names: entry.variants.join(', ') })
  if (entry.where.length > 0) yield say(review.onlyIn, { places: entry.where.join(', ') })
  yield counts(seen, review)
  if (seen.near.length > 0) {
    const names = joined(
      seen.near.map(j => [{ kind: 'mention' as const, place: `row ${j + 2}`, children: [text(register[j]!.name)] }]),
      ', ',
    )
    yield say(review.near, { names })
  }
  if (seen.several > 0) yield say(review.several, { n: seen.several })
  if (seen.left.length > 0) yield say(review.leftStanding, { n: seen.left.length })
}

type Seen = Reviewing['facts']['entries'][number]

function counts(seen: Seen, review: Reviewing['language']['review']): readonly Inline[] {
  if (seen.replaced.length === 0) return [fixed(review.notInTexts)]
  const transcripts = new Set(seen.replaced.map(one => one.transcript)).size
  const missed = seen.replaced.length - seen.recognised
  return joined(
    [
      say(review.replaced, { n: seen.replaced.length, transcripts }),
      ...(seen.certainty === null ? [] : [[fixed(review.certainty[seen.certainty])]]),
      ...(missed === 0 ? [] : [say(review.unrecognised, { n: missed, all: seen.replaced.length })]),
    ],
    ', ',
  )
}
