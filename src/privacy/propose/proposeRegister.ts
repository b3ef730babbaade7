import type { Language, Recogniser } from '../../language/index.js'
import { needStudy, type Study, throwProblems } from '../../study/index.js'
import { makeRegister, type Register } from '../entry.js'
import { recognise } from '../recognise.js'
import { isCased } from './addLooseParts.js'
import { type Chance, secretChance } from './drawLabels.js'
import { nameEvidence } from './nameEvidence.js'
import { proposalNote } from './proposalNote.js'
import { proposals } from './proposals.js'

export interface ProposeOptions {
  /** The language of the transcripts, and of the labels. */
  readonly language: Language
  /** What else to look with: a staff list, a local model. */
  readonly recognisers?: readonly Recogniser[]
  /** The register there is. Its rows stay as they are, and what is missing is put behind them. */
  readonly register?: Register
  /** Numbers from 0 up to but not 1, for the labels. Default: secret ones, since a label must not lead back to a name. */
  readonly random?: Chance
}

/**
 * Proposes the names to hide: everything recognised in any transcript, and what the tables of the study call people and cases. All ways
 * in which one person, organisation or project is named are one row; names that differ by a letter stay two, and say so. The researcher
 * edits the result: what is proposed is hidden until she writes `keep` under `match`. A note that begins with `decide:` asks her to look.
 *
 * Labels are drawn at random, once: a later call with `register` changes none.
 *
 * @returns the given register, and behind it the new rows in the order in which their names stand in the study
 * @throws StudyError for what is no study
 * @example
 * const proposed = proposeRegister(study, { language: nl })
 * proposed.map(({ name, variants, type }) => [name, ...variants, type])
 * //=> [['Greta Vos', 'Vos', 'PERSON'], ['Sneek', 'LOCATION']]
 */
export function proposeRegister(study: Study, options: ProposeOptions): Register {
  needStudy(study, 'proposeRegister')
  const { language, recognisers = [], register = makeRegister([]), random = secretChance } = options
  if (random !== secretChance && typeof random !== 'function')
    throwProblems([
      { what: 'random is not a function', hint: 'give () => a number from 0 up to 1, or leave it out', call: 'proposeRegister' },
    ])
  const look = remembering(text => recognise(text, { language, recognisers }))
  const made = proposals(study, { language, recognise: look, register, random })
  const all = makeRegister([...register, ...made.map(one => one.entry)])
  const evidence = nameEvidence(study, all, look)
  const plain = new Set(study.transcripts.filter(one => !isCased(one.text)).map(one => one.id))
  return makeRegister([
    ...register,
    ...made.map(({ entry, draft }, i) => {
      const at = register.length + i
      const seen = evidence[at]!
      const leftPlain = draft.match === 'capital' ? seen.left.filter(one => plain.has(one.transcript)).length : 0
      const isPart = draft.of !== null || draft.known !== null
      const facts = { at, doubts: draft.doubts, register: all, evidence: seen, leftPlain, isPart, known: draft.known }
      const note = proposalNote(facts)
      return { ...entry, note }
    }),
  ])
}

/** Texts are looked at many times over, and recognising is what takes longest. */
export function remembering(recognise: Recogniser): Recogniser {
  const known = new Map<string, ReturnType<Recogniser>>()
  return text => {
    const marks = known.get(text) ?? recognise(text)
    known.set(text, marks)
    return marks
  }
}
