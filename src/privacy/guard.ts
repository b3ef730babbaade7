import type { DirectType, Language } from '../language/index.js'
import { type Guard, type Leaf, type Look, type Problem, type Study, sharedMap, type TableName } from '../study/index.js'
import type { AnonymiseOptions } from './anonymise.js'
import type { Register } from './entry.js'
import type { NameFinder } from './findNames.js'
import { foldedWords } from './fold.js'
import type { Looks } from './looks.js'
import type { SafeTranscript } from './safeTranscript.js'
import { numberedLabels } from './unlinked.js'
import type { WordRuns } from './wordRuns.js'

/** What a guard knows; nobody gets it back out of the guard. */
export interface GuardKnowledge {
  readonly register: Register
  readonly finder: NameFinder
  readonly language: Language
  readonly runs: WordRuns
  /** What looks like a name and is not in the register. */
  readonly looks: Looks
  /** Texts in which an entry was left standing, because `where` says it means something else there. */
  readonly leftStanding: ReadonlyMap<number, readonly string[]>
  /** The study as it is, with the true attributes of people. */
  readonly original: Study
  /** How it was made. */
  readonly options: AnonymiseOptions
  /** The ids of the safe study, per table by the ids of the original. */
  readonly ids: ReadonlyMap<TableName, ReadonlyMap<string, string>>
  readonly texts: ReadonlyMap<string, SafeTranscript>
  /** Replaces registered names, as in the safe study. */
  readonly say: (text: string) => string
}

const known = sharedMap<Guard, GuardKnowledge>('knowledge')

/** What a guard knows, for the functions of this room alone; null for a guard of another make. */
export function knowledgeOf(guard: Guard | null): GuardKnowledge | null {
  return guard === null ? null : (known.get(guard) ?? null)
}

// Signs that no name runs across.
const wall = '\n|||||\n'

/**
 * Makes the guard of a safe study: it refuses texts with a registered name, or with six words in a row of speech that
 * may not be quoted. It tells the place and the row of the register, never the text.
 */
export function makeGuard(knowledge: GuardKnowledge): Guard {
  const { register, finder, language, runs } = knowledge
  const fixed = language.fixedTexts.join(wall)
  // In a finished output the words of the language pack cannot be told from those of the study; at its parts they can.
  const inFixed = new Set(finder.find(fixed).flatMap(found => found.entries))
  const contexts = new Map([...knowledge.leftStanding].map(([entry, texts]) => [entry, new Set(texts.flatMap(contextsIn(finder, entry)))]))
  const unlinked = knowledge.options.labels === 'unlinked'
  const labelsIn = unlinked ? numberedLabels(knowledge.original, language) : () => []
  const guard: Guard = {
    unlinked,
    check: (leaves, look) => {
      const problems: Problem[] = []
      for (const leaf of leaves) {
        for (const entry of namesIn(leaf, look)) problems.push(nameProblem(leaf, entry))
        if (runs.has(leaf.text)) problems.push(runProblem(leaf))
        if (look === 'parts') problems.push(...labelsIn(leaf))
        if (look === 'parts' && !leaf.ours) for (const type of directIn(leaf)) problems.push(directProblem(leaf, type))
      }
      return problems
    },
  }
  known.set(guard, knowledge)
  return guard

  /** What leads to one person by itself, and nobody looked at. */
  function directIn(leaf: Leaf): Set<string> {
    const found = knowledge.looks.unregistered(leaf.text).filter(one => one.certainty === 'sure' && direct.has(one.type))
    return new Set(found.map(one => one.type))
  }

  function namesIn(leaf: Leaf, look: Look): Set<number> {
    const names = new Set<number>()
    for (const found of finder.find(leaf.text)) {
      for (const entry of found.entries) {
        if (look === 'finished' && inFixed.has(entry)) continue
        if (register[entry]!.where.length > 0 && contexts.get(entry)?.has(contextOf(leaf.text, found))) continue
        names.add(entry)
      }
    }
    return names
  }
}

function nameProblem(leaf: Leaf, entry: number): Problem {
  return {
    what: `this would print the name of row ${entry + 2} of the register`,
    hint: 'take the name out where it was written, or add its spelling to the register and anonymise again',
    call: leaf.where,
  }
}

const direct: ReadonlySet<string> = new Set<DirectType>(['PERSON', 'PHONE', 'EMAIL', 'URL', 'ID', 'BSN', 'IBAN', 'ADDRESS'])

function directProblem(leaf: Leaf, type: string): Problem {
  return {
    what: `this would print what looks like ${directWords[type as DirectType]} that is not in the register`,
    hint: 'put it in the register, with match "keep" if it may stay',
    call: leaf.where,
  }
}

const directWords: Readonly<Record<DirectType, string>> = {
  PERSON: 'the name of a person',
  PHONE: 'a telephone number',
  EMAIL: 'an e-mail address',
  URL: 'a web address',
  ID: 'the number of a person or file',
  BSN: 'a citizen service number',
  IBAN: 'a bank account',
  ADDRESS: 'an address',
}

function runProblem(leaf: Leaf): Problem {
  return {
    what: 'this would print six words or more in a row of someone who gave no leave to be quoted',
    hint: 'put it in your own words, or leave it out',
    call: leaf.where,
  }
}

/** A name with the two words on either side, to know a passage again in which it was rightly left standing. */
function contextOf(text: string, found: { readonly start: number; readonly end: number }): string {
  const before = foldedWords(text.slice(Math.max(0, found.start - 60), found.start)).slice(-2)
  const after = foldedWords(text.slice(found.end, found.end + 60)).slice(0, 2)
  return [...before, '|', ...after].join(' ')
}

function contextsIn(finder: NameFinder, entry: number): (text: string) => string[] {
  return text =>
    finder
      .find(text)
      .filter(found => found.entries.includes(entry))
      .map(found => contextOf(text, found))
}
