import { type Candidates, certainty } from '../../recognise/candidates.js'
import { foldedWord } from '../../recognise/foldedWord.js'
import { gap, shape } from '../../recognise/tokens.js'
import { wordEndings } from '../../recognise/wordEndings.js'
import { wordSet } from '../../recognise/wordSet.js'
import { isStreet, isStreetAlone } from './addresses.js'
import { flag } from './flags.js'
import { interest } from './interest.js'
import { numberWord } from './numberWords.js'
import type { Reading } from './reading.js'
import { near } from './triggers.js'

/** Roads and houses in text without capitals, where no list knows the road: mostly for somebody to look at. */
export function markRoads(reading: Reading, out: Candidates): void {
  for (const i of reading.at(interest.numberWord)) markAtNumber(reading, i, out)
  for (const i of reading.at(interest.street)) markRoad(reading, i, out)
}

/** "naar de fysio op de buren vijftien en": behind a place with its article a number that counts nothing is that of a house. */
function markAtNumber({ tokens, near: nearBits, word, plain }: Reading, at: number, out: Candidates): void {
  const { hash, gap: gaps, count, shape: shapes } = tokens
  const noun = at - 1
  if (at < 3 || plain[at] === 0 || shapes[at] !== shape.lower || gaps[at] !== gap.space || gaps[noun] !== gap.space) return
  if (!onto(hash[at - 3]!) || (nearBits[at - 2]! & near.bit.article) === 0 || nearBits[noun] !== 0 || numbered(hash[noun]!)) return
  if (numberWord(hash[at]!) < 2 || (word[noun]! & flag.frequency) > 5 || numberWord(hash[noun]!) >= 0) return
  const next = at + 1
  const ends = next >= count || (gaps[next]! & (gap.line | gap.stop | gap.comma)) !== 0 || closes(hash[next]!)
  const isStreetName = isStreet(foldedWord(tokens, noun))
  if (ends) out.add(tokens.start[noun]!, tokens.end[at]!, 'ADDRESS', isStreetName ? certainty.likely : certainty.look, 10)
}
const onto = wordSet('op aan in langs binnen')
const numbered = wordSet(
  'top groep klas kamer lijn fase stap week les bus baan plek pagina bladzijde regel rij poort gate zone graad niveau afdeling unit categorie schaal ronde deur tafel spoor verdieping etage score leeftijd stand',
)
const closes = wordSet('en daar dat die want dus maar waar is hè hoor ja in te')

/** "gevonden op de goorseweg", "hij is in de stationsstraat": a road that no list has, surer with the adjective of a place in it. */
function markRoad(reading: Reading, at: number, out: Candidates): void {
  const { tokens, word, plain, near: nearBits } = reading
  if (
    plain[at] === 0 ||
    at < 2 ||
    tokens.length[at]! < 7 ||
    (word[at]! & flag.frequency) > 0 ||
    nearBits[at] !== 0 ||
    tokens.gap[at] !== gap.space
  )
    return
  if (
    (nearBits[at - 1]! & near.bit.article) === 0 ||
    !onto(tokens.hash[at - 2]!) ||
    !(roads.test(foldedWord(tokens, at)) || isStreetAlone(foldedWord(tokens, at)))
  )
    return
  const ofPlace = ofPlaceEnds.test(foldedWord(tokens, at))
  out.add(tokens.start[at]!, tokens.end[at]!, 'ADDRESS', ofPlace ? certainty.likely : certainty.look, 10)
}
const roads = wordEndings('weg dijk pad'.split(' '), 4)
const ofPlaceEnds = wordEndings('seweg sedijk sepad erweg erdijk'.split(' '), 2)
