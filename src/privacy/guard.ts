import type { Language } from '../language/index.js'
import type { Guard, Leaf, Look, Problem } from '../study/index.js'
import type { Register } from './entry.js'
import type { NameFinder } from './findNames.js'
import { foldedWords } from './fold.js'
import type { WordRuns } from './wordRuns.js'

/** What a guard knows; nobody gets it back out of the guard. */
export interface GuardKnowledge {
  readonly register: Register
  readonly finder: NameFinder
  readonly language: Language
  readonly runs: WordRuns
  /** Texts in which an entry was left standing, because `where` says it means something else there. */
  readonly leftStanding: ReadonlyMap<number, readonly string[]>
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
  return {
    check: (leaves, look) => {
      const problems: Problem[] = []
      for (const leaf of leaves) {
        for (const entry of namesIn(leaf, look)) problems.push(nameProblem(leaf, entry))
        if (runs.has(leaf.text)) problems.push(runProblem(leaf))
      }
      return problems
    },
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
