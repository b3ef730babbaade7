import type { Language, Recogniser } from '../../language/index.js'
import { type Register, type ReviewFacts, reviewFacts } from '../../privacy/index.js'
import { audienceOf, needStudy, type Study, StudyError } from '../../study/index.js'
import type { Block, Chapter, Inline } from '../block.js'
import { Report } from '../report.js'
import { fixed, joined, say, text } from '../say.js'
import { entryBlock } from './entryBlock.js'
import { foldedPlaces } from './foldedPlaces.js'
import { type Passages, passagesOf } from './passages.js'

export interface ReviewPageOptions {
  /** The names to hide, proposed or edited. */
  readonly register: Register
  /** The language of the transcripts, in which the page is written too. */
  readonly language: Language
  /** What else was looked with. */
  readonly recognisers?: readonly Recogniser[]
}

/** What the chapters of the page are made from. */
export interface Reviewing {
  readonly study: Study
  readonly register: Register
  readonly language: Language
  readonly facts: ReviewFacts
  readonly passages: Passages
}

/**
 * Makes the page on which a team looks through its register: every replacement in its sentence, by entry, what needs a decision first;
 * what was recognised and is not registered, names left standing as words, and words like names that no register can find. It shows
 * names, so it is for the team.
 *
 * @throws StudyError for a study that was anonymised: there is nothing left to look at
 * @example
 * const page = reviewPage(study, { register, language: nl })
 * page.audience
 * //=> 'team'
 */
export function reviewPage(study: Study, { register, language, recognisers = [] }: ReviewPageOptions): Report {
  needStudy(study, 'reviewPage')
  if (audienceOf(study) === 'public')
    throw new StudyError([{ what: 'this study was anonymised', hint: 'give the study itself, with its names', call: 'reviewPage' }])
  const facts = reviewFacts(study, { register, language, recognisers })
  const reviewing = { study, register, language, facts, passages: passagesOf(study, facts, language) }
  const places = facts.entries.reduce((sum, one) => sum + one.replaced.length, 0)
  const { review } = language
  const values: Readonly<Record<string, number>> = { entries: register.length, places, transcripts: study.transcripts.length }
  return new Report({
    title: review.title,
    chapters: chaptersOf(reviewing),
    basis: review.basis.replace(/\{(\p{L}{1,20})\}/gu, (_, name: string) => String(values[name])),
    language,
    of: study,
  })
}

function chaptersOf(reviewing: Reviewing): readonly Chapter[] {
  const { register, facts, language, study, passages } = reviewing
  const { review } = language
  const all = register.map((entry, i) => ({ entry, i, seen: facts.entries[i]! }))
  const open = all.filter(one => one.seen.isOpen)
  const kept = all.filter(one => one.entry.match === 'keep')
  const rest = all.filter(one => !one.seen.isOpen && one.entry.match !== 'keep')
  const left = all.filter(one => one.entry.match === 'capital' && one.seen.left.length > 0)
  const counted = (title: string, n: number): readonly Inline[] => [fixed(`${title} (${n})`)]
  const chapter = (id: string, title: readonly Inline[], blocks: readonly Block[]): Chapter => ({ id, title, blocks })
  const unregistered = unregisteredBlocks(reviewing)
  const intro = (words: string): Block => ({ kind: 'paragraph', children: [fixed(words)] })
  return [
    chapter('decide', counted(review.toDecide, open.length), [
      intro(review.intro),
      ...(open.length === 0 ? [intro(review.nothingToDecide)] : open.map(one => entryBlock(reviewing, one.i, true))),
    ]),
    chapter(
      'unregistered',
      counted(review.unregistered, unregistered.length),
      unregistered.length === 0 ? [intro(review.nothingUnregistered)] : [intro(review.unregisteredIntro), ...unregistered],
    ),
    ...some(left, () =>
      chapter('left', counted(review.left, left.length), [
        intro(review.leftIntro),
        ...left.map(({ entry, seen }) => foldedPlaces(reviewing, [text(entry.name), fixed(` (${seen.left.length})`)], seen.left)),
      ]),
    ),
    ...some(facts.alike, () =>
      chapter('alike', counted(review.alike, facts.alike.length), [intro(review.alikeIntro), ...alikeBlocks(reviewing)]),
    ),
    ...some(rest, () =>
      chapter(
        'entries',
        counted(review.entries, rest.length),
        byType(
          reviewing,
          rest.map(one => one.i),
        ),
      ),
    ),
    ...some(kept, () =>
      chapter('kept', counted(review.kept, kept.length), [
        intro(review.keptIntro),
        {
          kind: 'paragraph',
          children: joined(
            kept.map(({ entry, i }) => [
              text(entry.name),
              fixed(
                ` (${say(review.row, { row: i + 2 })
                  .map(plain)
                  .join('')})`,
              ),
            ]),
            ', ',
          ),
        },
      ]),
    ),
    chapter(
      'transcripts',
      [fixed(review.transcripts)],
      study.transcripts.map(one => {
        const turns = passages.turns(one)
        return { kind: 'details', place: one.id, isOpen: false, summary: [text(one.id), fixed(` (${turns.length})`)], blocks: turns }
      }),
    ),
  ]
}

/** Entries that ask for nothing, folded by what they are. */
function byType(reviewing: Reviewing, entries: readonly number[]): readonly Block[] {
  const { register, language } = reviewing
  const lists = new Map<string, number[]>()
  for (const i of entries) {
    const type = language.names.entities[register[i]!.type] ?? register[i]!.type
    lists.set(type, [...(lists.get(type) ?? []), i])
  }
  return [...lists].map(([type, list]) => ({
    kind: 'details',
    isOpen: false,
    summary: [fixed(`${type} (${list.length})`)],
    blocks: list.map(i => entryBlock(reviewing, i, false)),
  }))
}

const plain = (inline: Inline) => ('text' in inline ? inline.text : '')
const some = (list: readonly unknown[], make: () => Chapter): readonly Chapter[] => (list.length === 0 ? [] : [make()])

/** Marks that are not in the register, those of one word together; the surest first. */
function unregisteredBlocks(reviewing: Reviewing): readonly Block[] {
  const { facts, language } = reviewing
  const order = ['sure', 'likely', 'look'] as const
  const lists = new Map<
    string,
    { type: string; text: string; certainty: (typeof order)[number]; places: { transcript: string; start: number; end: number }[] }
  >()
  for (const [transcript, marks] of facts.unregistered)
    for (const { type, text: words, certainty, start, end } of marks) {
      const key = `${type} ${words.toLowerCase()}`
      const list = lists.get(key) ?? { type, text: words, certainty, places: [] }
      if (order.indexOf(certainty) < order.indexOf(list.certainty)) list.certainty = certainty
      list.places.push({ transcript, start, end })
      lists.set(key, list)
    }
  return [...lists.values()]
    .sort((a, b) => order.indexOf(a.certainty) - order.indexOf(b.certainty))
    .map(one =>
      foldedPlaces(
        reviewing,
        [
          text(one.text),
          fixed(` — ${language.names.entities[one.type] ?? one.type}, ${language.review.certainty[one.certainty]} (${one.places.length})`),
        ],
        one.places,
      ),
    )
}

function alikeBlocks(reviewing: Reviewing): readonly Block[] {
  const { facts, register, language } = reviewing
  return facts.alike.map(one => {
    const how = say(one.how === 'slip' ? language.review.slip : language.review.madeFrom, { name: register[one.entry]!.name })
    return foldedPlaces(reviewing, [text(one.word), fixed(' — '), ...how, fixed(` (${one.places.length})`)], one.places)
  })
}
