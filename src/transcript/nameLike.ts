const particles = new Set(
  'van de der den het ter ten te von zu du la le el al bin of the und en and dr ir drs mr prof mw mevr dhr ing jr sr'.split(' '),
)

/**
 * How much a mark looks like a name: every word a capital, a number or a particle is a `name`; a few other words are a `phrase`;
 * more than five words or the punctuation of a sentence is a `sentence`, which is never a speaker unless it is listed.
 *
 * @example
 * nameLike('Anna de Vries') //=> 'name'
 * nameLike('Eén ding') //=> 'phrase'
 * nameLike('Kijk, dit is het punt') //=> 'sentence'
 */
export function nameLike(mark: string): 'name' | 'phrase' | 'sentence' {
  const words = mark.split(/[\s_]/u).filter(word => word !== '')
  if (words.length === 0 || words.length > 5 || !/\p{L}/u.test(mark)) return 'sentence'
  if (/[!?;…"“”„«»=<>/\\]/u.test(mark) || words.some(isSentenceEnd) || hasClause(words)) return 'sentence'
  return words.every(isNameWord) ? 'name' : 'phrase'
}

/** A full stop is part of a mark in `dr.`, `J.`, `Int.`; behind a longer word it ends a sentence. */
function isSentenceEnd(word: string): boolean {
  return word.endsWith('.') && word.length > 6
}

/** A comma is part of a mark in `Jansen, Piet` only. */
function hasClause(words: readonly string[]): boolean {
  return words.some((word, i) => word.includes(',') && !(word.endsWith(',') && /^\p{Lu}/u.test(words[i + 1] ?? '')))
}

function isNameWord(word: string): boolean {
  const bare = word.replace(/^[([{]{1,2}/u, '').replace(/[)\]}.,]{1,3}$/u, '')
  return (
    /^[\p{Lu}\p{Lt}\p{N}]/u.test(bare) || /^['’]?\p{Ll}{0,2}['’]\p{Lu}/u.test(bare) || particles.has(bare.toLowerCase()) || bare === '&'
  )
}
