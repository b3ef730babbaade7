import { counted, isOneSlip } from '../../study/index.js'
import { type Register, spellings } from '../entry.js'
import { foldedWords } from '../fold.js'
import { familyOf } from './families.js'
import type { Doubt } from './group.js'
import type { NameEvidence } from './nameEvidence.js'

/** With this begins the note of a row that somebody is to look at. Whoever has, takes it out. */
export const toDecide = 'decide:'

/** Whether a row waits for somebody to look at it. */
export const isOpen = (note: string | null) => note?.trimStart().toLowerCase().startsWith(toDecide) ?? false

const doubtWords: Readonly<Record<Doubt, string>> = {
  several: 'this name by itself may be of more than one',
  elsewhere: 'stands by itself where the whole name does not',
  nickname: 'with what may be a short form of the name',
  respondents: 'leads to more than one respondent',
}

export interface ProposalFacts {
  /** Where the row stands in the register. */
  readonly at: number
  readonly doubts: ReadonlySet<Doubt>
  readonly register: Register
  readonly evidence: NameEvidence
  /** How many of the places that are left stand in texts without capitals, where nothing tells a name from a word. */
  readonly leftPlain: number
  /** Whether it is another name of somebody who has a row. */
  readonly isPart: boolean
  /** The row of hers it has its label from. */
  readonly known: number | null
}

/** What a proposal says of itself, in plain words: what is to be decided, how often it stands, how sure it is, what is near. */
export function proposalNote(facts: ProposalFacts): string {
  const { evidence, register, known } = facts
  const open = reasons(facts)
  const transcripts = new Set(evidence.replaced.map(one => one.transcript)).size
  const count =
    evidence.replaced.length === 0
      ? 'named in the tables only'
      : `${times(evidence.replaced.length)} in ${counted(transcripts, 'transcripts')}`
  const near = evidence.near.map(i => `"${register[i]!.name}"`)
  return [
    ...(open.length === 0 ? [] : [`${toDecide} ${open.join(', ')}`]),
    `proposed: ${count}, ${evidence.certainty ?? 'not recognised'}`,
    ...(near.length === 0 ? [] : [`near ${near.join(' and ')}`]),
    ...(known === null ? [] : [`another spelling of row ${known + 2}`]),
  ].join('; ')
}

const times = (n: number) => (n === 1 ? 'once' : n === 2 ? 'twice' : `${n} times`)

function reasons({ at, doubts, register, evidence, leftPlain, isPart }: ProposalFacts): readonly string[] {
  const entry = register[at]!
  const alike = evidence.near.filter(i => i < at && areAlike(spellings(entry), spellings(register[i]!)))
  return [
    ...(!(isPart && evidence.certainty === 'likely') && isWeak(entry.type, evidence)
      ? ['perhaps no name: write keep under match if it may stay']
      : []),
    ...[...doubts].map(doubt => doubtWords[doubt]),
    // Of two that are near, the later asks.
    ...(alike.length > 0 ? ['one letter from another name: the same, misspelt?'] : []),
    ...(leftPlain > 0 ? [`also a word: left standing ${times(leftPlain)} in a text without capitals`] : []),
  ]
}

/** What rests on a hint, or once on a guess. Numbers and words for jobs are put in coarser words, which does little harm where it is wrong. */
function isWeak(type: string, { certainty, recognised }: NameEvidence): boolean {
  if (certainty === 'sure') return false
  return certainty !== 'likely' || (familyOf(type) !== 'alike' && recognised < 2)
}

function areAlike(a: readonly string[], b: readonly string[]): boolean {
  const letters = (all: readonly string[]) => all.map(one => foldedWords(one, true).join('')).filter(one => one.length >= 5)
  return letters(a).some(one => letters(b).some(other => one !== other && isOneSlip(one, other)))
}
