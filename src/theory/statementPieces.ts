import type { Language } from '../language/index.js'
import { beneficiaryPlace, type CutTemplate, closestScheme, configurationRoles, cutTemplate, type Study } from '../study/index.js'

/** A piece of a statement: `hers` comes from the study, what is not from the language pack. */
export interface StatementPiece {
  readonly text: string
  readonly hers: boolean
}

/** What stands in a place of a template. */
export interface Filling {
  readonly text: string
  /** In her words, or in the names of codes. */
  readonly inWords: boolean
  /** Whether it comes from the language pack. */
  readonly isFixed?: boolean
  /** What is said of it between brackets. */
  readonly mark: string | null
}

/** The two forms of a template, for words and for names of codes; `hers` when she wrote it. */
interface Forms {
  readonly words: CutTemplate
  readonly codes: CutTemplate
  readonly hers: boolean
}

/** The template of a study in a language: hers, else that of the scheme nearest to its roles, else one of hers in another language. */
export function templateOf(study: Study, language: Language, filled: ReadonlyMap<string, Filling>): Forms | null {
  const own = study.templates.find(one => one.language === language.id)
  const scheme = closestScheme(configurationRoles(study))
  const any = own ?? (scheme === null ? study.templates[0] : undefined)
  if (any !== undefined) {
    const cut = cutTemplate(any.text)
    return { words: cut, codes: cut, hers: true }
  }
  if (scheme === null) return null
  const full = language.statements[scheme]
  const { words, codes } = filled.has('outcome') ? full : full.noOutcome
  return { words: cutTemplate(words), codes: cutTemplate(codes), hers: false }
}

/** Fills in the places of a template; where one is empty, the words before it go too, and after the last those behind it. */
export function fillTemplate(language: Language, { words, codes, hers }: Forms, filled: ReadonlyMap<string, Filling>): StatementPiece[] {
  const joint = ` ${language.and} `
  const pieces: StatementPiece[] = []
  const groups = groupsIn(words, joint)
    .map((places, i) => ({ i, places: places.filter(at => filled.has(words.clauses[at]!.place)), head: places[0]! }))
    .filter(({ places }) => places.length > 0)
  // One part alone is no sentence: it stands as it is.
  const isSentence = filled.size > 1
  for (const [n, { i, places, head }] of groups.entries()) {
    const form = places.every(at => filled.get(words.clauses[at]!.place)!.inWords) ? words : codes
    for (const [m, at] of places.entries()) {
      const before = !isSentence || (n === 0 && m === 0 && i > 0) ? '' : m === 0 ? form.clauses[head]!.before : joint
      if (before !== '') pieces.push({ text: before, hers })
      pieces.push(...filledIn(filled.get(words.clauses[at]!.place)!))
    }
  }
  if (pieces.length === 0) return pieces
  const isWhole = isSentence && groups.at(-1)!.places.includes(words.clauses.length - 1)
  const after = isWhole && words.after.trim() !== '' ? words.after : '.'
  pieces.push({ text: after, hers: hers && after !== '.' })
  return pieces
}

/** A role that the template has no place for, as a sentence of its own. */
export function besides(label: StatementPiece, filling: Filling): StatementPiece[] {
  return [label, { text: ': ', hers: false }, ...filledIn(filling), { text: '.', hers: false }]
}

function filledIn({ text, isFixed, mark }: Filling): StatementPiece[] {
  return [{ text, hers: isFixed !== true }, ...(mark === null ? [] : [{ text: ` (${mark})`, hers: false }])]
}

/** The places of a template, those with only "and" between them together. */
function groupsIn({ clauses }: CutTemplate, joint: string): number[][] {
  const groups: number[][] = []
  for (const [at, { before }] of clauses.entries()) {
    if (at > 0 && before === joint) groups.at(-1)!.push(at)
    else groups.push([at])
  }
  return groups
}

/** The first letter of a statement as a capital. */
export function capitalised(pieces: readonly StatementPiece[]): StatementPiece[] {
  return pieces.map((piece, i) => (i === 0 ? { ...piece, text: capital(piece.text) } : piece))
}

export function capital(text: string): string {
  const [first = ''] = text
  return `${first.toLocaleUpperCase()}${text.slice(first.length)}`
}

/** Words as they stand within a sentence: without an end of their own, and without a capital where that is only of their start. */
export function withinSentence(language: Language, text: string): string {
  const bare = text.trim().replace(/[\s.;,]+$/u, '')
  const [word = ''] = bare.match(/^\p{L}+(?=\s|$)/u) ?? []
  const small = word.toLowerCase()
  const isStart = word !== small && word.slice(1) === small.slice(1) && small.length > 1 && language.isWord(small)
  return isStart ? `${small}${bare.slice(word.length)}` : bare
}

/** The place for whom it works, beside those of the roles. */
export const forWhom = beneficiaryPlace
