import { wordHash } from '../../recognise/wordHash.js'
import { wordSet } from '../../recognise/wordSet.js'

const hashes = new Set(
  'van de der den het t ten ter te in op aan bij von zu du des del della la le les el al ben bin abu abd ibn da di dos do das san st o mac d l v vd of en'
    .split(' ')
    .filter(word => word !== 'of' && word !== 'en')
    .map(wordHash),
)

/** Whether a word may stand between a first name and a surname: van, de, der, ten, el, al. */
export const particle = (hash: number): boolean => hashes.has(hash)

const strong = wordSet('der den ten ter von el al ben bin abu abd ibn du della')

/** A particle that hardly stands anywhere but in a name. */
export const nameParticle = (hash: number): boolean => strong(hash)

const prepositions = wordSet('in op aan bij')

/** A preposition that is a part of a surname before an article only: "in 't Veld", "op den Camp". */
export const prepositionParticle = (hash: number): boolean => prepositions(hash)
