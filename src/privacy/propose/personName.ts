import { foldedWords } from '../fold.js'

/** The name of a person, taken apart and folded for comparing. */
export interface PersonName {
  /** First names written in full. */
  readonly given: readonly string[]
  /** The first letters of first names that are only given by them. */
  readonly initials: string
  /** The surname without its particles, in its parts: two for "Smit-Maas". Empty when there is one name, which may be either. */
  readonly surname: readonly string[]
  /** The one name of who is called by one name. */
  readonly alone: string | null
  /** The parts of that one name: it may be a double surname. */
  readonly aloneParts: readonly string[]
  /** All its letters, titles left out. */
  readonly letters: string
}

// Small words before a surname, in the languages of people who live here.
const particles = new Set(
  (
    "van de der den het 't t ter ten te op in 'n aan bij onder over uit voor von zu zum zur vom du des la le les lo di da das dos do del della " +
    'el al bin ibn abu ait ould a y e'
  ).split(' '),
)

/**
 * Takes the name of a person apart. A particle tells where the surname begins; without one the last word is it.
 *
 * @param titled whether a title stands before it, after which one name is a surname
 * @example
 * personName('Vries, J. de', new Set(), false)
 * //=> { given: [], initials: 'j', surname: ['vries'], alone: null, aloneParts: [], letters: 'jdevries' }
 */
export function personName(written: string, titles: ReadonlySet<string>, titled: boolean): PersonName {
  const words = inOrder(written)
    .split(/\s+/u)
    .flatMap(word => word.match(/^(?:\p{L}{1,2}\.){2,6}$/u)?.[0].match(/\p{L}{1,2}\./gu) ?? [word])
    .filter(word => /[\p{L}\p{N}]/u.test(word))
  while (words.length > 1 && titles.has(bare(words[0]!))) words.shift()
  const letters = words.map(fold).join('')
  const first = words.findIndex((word, i) => i < words.length - 1 && particles.has(bare(word)) && !isInitial(word))
  const cut = first >= 0 ? first : words.length > 1 ? words.length - 1 : titled ? 0 : 1
  const before = words.slice(0, cut)
  const surname = words.slice(cut).filter((word, i, all) => i === all.length - 1 || !particles.has(bare(word)))
  const initials = before.filter(isInitial).map(word => fold(word)[0] ?? '')
  const given = before.filter(word => !isInitial(word)).map(fold)
  const isAlone = surname.length === 0 && given.length === 1
  return {
    given: isAlone ? [] : given,
    initials: initials.join(''),
    surname: surname.flatMap(word => partsOf(word)),
    alone: isAlone ? given[0]! : null,
    aloneParts: isAlone ? partsOf(before[0]!) : [],
    letters,
  }
}

/**
 * The parts of a whole name by which somebody may be called: the first name, the surname with its particles and without, and the parts
 * of a double one.
 */
export function personWords(written: string, titles: ReadonlySet<string>): readonly string[] {
  const words = inOrder(written).split(/\s+/u)
  while (words.length > 1 && titles.has(bare(words[0]!))) words.shift()
  if (words.length < 2) return []
  const first = words.findIndex((word, i) => i < words.length - 1 && particles.has(bare(word)) && !isInitial(word))
  const cut = first >= 0 ? first : words.length - 1
  const last = words.at(-1)!
  const given = cut > 0 && !isInitial(words[0]!) ? [words[0]!] : []
  return [...new Set([...given, words.slice(cut).join(' '), last, ...last.split(/[-‐‑–]/u).filter(part => part.length > 3)])]
}

/** "Vries, J. de" the way it is said. */
function inOrder(written: string): string {
  const [last, first, ...more] = written.split(',').map(part => part.trim())
  return first === undefined || first === '' || more.length > 0 ? written : `${first} ${last}`
}

const bare = (word: string) =>
  word
    .toLowerCase()
    .replace(/[.,’]$/u, '')
    .replace(/’/gu, "'")
const fold = (word: string) => foldedWords(word, true).join('')
const partsOf = (word: string) =>
  word
    .split(/[-‐‑–/]/u)
    .map(fold)
    .filter(part => part !== '')

/** One letter, or a few of those that stand for one sound. */
function isInitial(word: string): boolean {
  return /^\p{L}\.?$/u.test(word) || /^(?:Th|Ch|Chr|Ph|IJ|Ij|Sj|St|Fr)\.$/u.test(word)
}
