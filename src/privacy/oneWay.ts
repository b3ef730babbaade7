import { guardOf, needStudy, type SafeStudy, type Study, StudyError } from '../study/index.js'
import type { Table } from '../table/index.js'
import { anonymise } from './anonymise.js'
import { drawOrder, type Random, secretRandom } from './draw.js'
import { drawLabels } from './drawLabels.js'
import { type GuardKnowledge, knowledgeOf } from './guard.js'
import { type LeftRow, leftTable } from './leftTable.js'
import { registerAnew, sayWith } from './registerAnew.js'
import { partsThatDiffer, studyDigests } from './studyDigests.js'
import { withIds } from './withIds.js'

export interface OneWayOptions {
  /** Gives bytes to draw with: that of the machine unless given. */
  readonly random?: Random
}

export interface OneWay {
  /** The study with other ids and labels, in another order. It has its guard, which refuses the old labels too. */
  readonly study: SafeStudy
  /** What else leads back, for people to clear. */
  readonly left: Table<LeftRow>
}

const attempts = 64

/**
 * Closes the way back from a safe study, as far as a program can: people, conversations, passages and cases get ids and labels drawn
 * at random, and their rows another order, so that neither the key nor an older label leads to them. Labels of the register
 * that end in a number or a letter (‹person B›) are drawn anew too; all others stay. What stays as it was is the order of codes,
 * themes, topics and theories, which is the analyst's, and what was said.
 *
 * The study is still pseudonymised. Before more can be said of it, what `left` lists has to go.
 *
 * @param safe what `anonymise` or `reopen` gave, with its guard
 * @throws StudyError when it has no guard, or holds nothing that could be drawn anew
 * @example
 * const { study, left } = oneWay(safe)
 * study.respondents[0].label === safe.respondents[0].label //=> false
 * left.rows[0].what //=> 'the register of names, and every copy of it'
 */
export function oneWay(safe: SafeStudy, { random = secretRandom }: OneWayOptions = {}): OneWay {
  needStudy(safe, 'oneWay')
  const known = knowledgeOf(guardOf(safe))
  if (known === null)
    throw refusal('this study was not anonymised, or has lost its guard', 'give what anonymise or reopen returned, and not a copy of it')
  const before = studyDigests(safe)
  // Of a study of one conversation without people there is nothing to draw, and of two the order may be the same.
  for (let attempt = 0; attempt < attempts; attempt++) {
    const study = drawnAnew(known, random)
    if (partsThatDiffer(before, studyDigests(study)).length > 0) return { study, left: leftTable() }
  }
  throw refusal('this study has no respondents, cases or order that could be drawn anew', 'there is no label in it that leads to anybody')
}

function drawnAnew({ original, register, options }: GuardKnowledge, random: Random): SafeStudy {
  const drawn = drawLabels(original, register, options.language, random)
  const say = sayWith(drawn.labels)
  const renamed = withIds(original, {
    respondents: drawn.respondents,
    cases: drawn.cases,
    codes: codesOfPeople(original, drawn.respondents),
  })
  const study: Study = {
    ...shuffled(renamed, random),
    // Ids were drawn, so their order is one at random, in which a pair stands together.
    respondents: byId(renamed.respondents.map(one => ({ ...one, label: one.label?.trim() ? say(one.label.trim()) : null }))),
    cases: byId(renamed.cases.map(one => ({ ...one, name: one.name === null ? null : say(one.name) }))),
    codes: renamed.codes.map(one => ({ ...one, name: one.name === null ? null : (partAnew(one.name, drawn.respondents) ?? one.name) })),
    lost: [],
    memos: [],
    journal: [],
  }
  return anonymise(study, { ...options, register: registerAnew(register, original, options.language, drawn) }).study
}

const byId = <R extends { readonly id: string }>(rows: readonly R[]) => [...rows].sort((a, b) => (a.id < b.id ? -1 : 1))

/** Rows of conversations and passages in an order drawn at random. */
function shuffled(study: Study, random: Random): Study {
  const drawn = <R>(rows: readonly R[]) => drawOrder(rows, random)
  return {
    ...study,
    transcripts: drawn(study.transcripts),
    consents: drawn(study.consents),
    codings: drawn(study.codings),
    quotes: drawn(study.quotes),
    evidence: drawn(study.evidence),
    cells: drawn(study.cells),
    prompts: drawn(study.prompts),
    answers: drawn(study.answers),
    responses: drawn(study.responses),
    reveals: drawn(study.reveals),
    sampling: drawn(study.sampling),
  }
}

/** New ids for codes that a split by who spoke called after people. */
function codesOfPeople({ codes }: Study, people: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map(
    codes.flatMap(({ id }) => {
      const after = partAnew(id, people)
      return after === null ? [] : [[id, after] as const]
    }),
  )
}

/** "trust (10)" with the new number; null for a name that is not made of people. */
function partAnew(name: string, people: ReadonlyMap<string, string>): string | null {
  const open = name.lastIndexOf(' (')
  if (open < 1 || !name.endsWith(')')) return null
  const who = name.slice(open + 2, -1).split(', ')
  return who.every(one => people.has(one)) ? `${name.slice(0, open)} (${who.map(one => people.get(one)!).join(', ')})` : null
}

function refusal(what: string, hint: string): StudyError {
  return new StudyError([{ what, hint, call: 'oneWay' }])
}
