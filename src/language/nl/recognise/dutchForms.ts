// Dutch forms worked out backwards: what an inflected or compound word is made from. The same rules thin the word list at build time
// and read it at run time, so that a word left out of the list is still known.

/** Whether a folded lower-case word stands in a list; as a part of a compound, where short rare words tell nothing. */
export type HasWord = (word: string, asPart?: boolean) => boolean

const endings = ['tjes', 'pjes', 'jes', 'tje', 'pje', 'ten', 'den', 'en', 'je', 'te', 'de', 'er', 'e', 's', 'n', 't', 'd']
const links = ['', 's', 'en', 'e', 'n']
const prefixes =
  'af aan op om in uit toe door mee na over voor bij los weg samen terug tegen neer vast rond binnen dicht be ver her ont on mis vol wan goed hoog laag heen achter onder boven langs klaar stil'.split(
    ' ',
  )
const suffixes = [
  'schappen',
  'schap',
  'heden',
  'heid',
  'loze',
  'loos',
  'bare',
  'baar',
  'achtige',
  'achtig',
  'zaam',
  'zame',
  'lijke',
  'lijk',
  'ingen',
  'ing',
  'matige',
  'matig',
  'gewijs',
  'sels',
  'sel',
  'ster',
  'sters',
  'tig',
  'voudig',
  'voudige',
  'weg',
  'waarts',
]
const by = (list: readonly string[], letter: (one: string) => string) => {
  const groups = new Map<string, string[]>()
  for (const one of list) groups.set(letter(one), [...(groups.get(letter(one)) ?? []), one])
  return groups
}
const prefixesBy = by(prefixes, one => one[0]!)
const suffixesBy = by(suffixes, one => one.at(-1)!)
const endingsBy = by(endings, one => one.at(-1)!)
const vowels = 'aeiou'

/** The longest word that is looked into; longer ones are no words. */
export const longestForm = 36

/** Whether a word is in the list, or an inflected form of a word in it. */
export function isFormOf(word: string, has: HasWord): boolean {
  return isInflected(word, has) || isParticiple(word, has) || isDerived(word, has)
}

function isInflected(word: string, has: HasWord): boolean {
  if (has(word)) return true
  for (const ending of endingsBy.get(word.at(-1)!) ?? []) {
    if (word.length - ending.length < 3 || !word.endsWith(ending)) continue
    const base = word.slice(0, -ending.length)
    if (has(base) || fitsStem(base, ending, has)) return true
  }
  return false
}

/** Stems change before an ending: bakken, lopen, grafieken, brieven, huizen. */
function fitsStem(base: string, ending: string, has: HasWord): boolean {
  const last = base.at(-1)!
  const before = base.at(-2)!
  const vowelEnding = ending === 'en' || ending === 'e' || ending === 'er'
  if (last === before && !vowels.includes(last) && base.length > 3) return has(base.slice(0, -1))
  if (!vowelEnding) return ending === 't' || ending === 'd' || ending === 's' ? false : has(`${base}en`)
  if (has(`${base}en`)) return true
  const hard = last === 'v' ? `${base.slice(0, -1)}f` : last === 'z' ? `${base.slice(0, -1)}s` : base
  if (hard !== base && has(hard)) return true
  if (vowels.includes(before) && !vowels.includes(last) && !vowels.includes(base.at(-3) ?? 'a')) {
    const long = `${hard.slice(0, -1)}${before}${hard.at(-1)}`
    return has(long)
  }
  return false
}

/** afgeschaft, onbereikbaar, burgerschap */
function isDerived(word: string, has: HasWord): boolean {
  for (const prefix of prefixesBy.get(word[0]!) ?? []) {
    if (!word.startsWith(prefix) || word.length - prefix.length < 4) continue
    const rest = word.slice(prefix.length)
    if (has(rest) || isParticiple(rest, has) || (rest.startsWith('te') && has(rest.slice(2)))) return true
  }
  return hasSuffix(word, has)
}

/** deling, burgerschap, bereikbaarheid */
function hasSuffix(word: string, has: HasWord): boolean {
  for (const suffix of suffixesBy.get(word.at(-1)!) ?? []) {
    const base = word.length - suffix.length
    if (base >= 3 && word.endsWith(suffix) && (has(word.slice(0, base)) || has(`${word.slice(0, base)}en`))) return true
  }
  return false
}

/** gebeld, gemaakt, gefietst; and with a preposition before it: uitgeprint, doorgestuurd. */
function isParticiple(word: string, has: HasWord): boolean {
  if (!word.startsWith('ge') || word.length < 6) return false
  const rest = word.slice(2)
  const stem = /[td]e?$/u.test(rest) ? rest.replace(/[td]e?$/u, '') : rest
  return has(`${stem}en`) || has(stem) || has(rest)
}

/**
 * Whether a word is a compound of words in the list: huisartsenpost, regieverpleegkundige. Parts have three letters and more, one of
 * them four and more.
 */
export function isCompoundOf(word: string, has: HasWord, parts = 3): boolean {
  if (word.length < 7) return false
  for (let at = word.length - 3; at >= 3; at--) {
    const tail = word.slice(at)
    if (!(tail.length > 3 || at > 4)) continue
    const head = word.slice(0, at)
    const joined = isHead(head, has)
    if (!joined && !(parts > 2 && head.length >= 7 && tail.length > 3 && has(tail, true))) continue
    if (joined ? isInflected(tail, part(has)) || (tail.length > 5 && hasSuffix(tail, part(has))) : isCompoundOf(head, has, parts - 1))
      return true
  }
  return false
}

const part =
  (has: HasWord): HasWord =>
  word =>
    has(word, true)

function isHead(head: string, has: HasWord): boolean {
  for (const link of links) {
    const base = head.length - link.length
    if (base >= 3 && head.endsWith(link) && has(head.slice(0, base), true)) return true
    // "vergaderoverzicht": the stem of a verb.
    if (link === '' && base > 5 && has(`${head}en`)) return true
  }
  return false
}

/** Whether a folded lower-case word is an ordinary word: listed, inflected or compound. */
export function isDutchWord(word: string, has: HasWord): boolean {
  return word.length <= longestForm && (isFormOf(word, has) || isCompoundOf(word, has))
}
