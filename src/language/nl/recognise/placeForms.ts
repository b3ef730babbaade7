import { type Candidates, certainty } from '../../recognise/candidates.js'
import { foldedWord } from '../../recognise/foldedWord.js'
import { gap } from '../../recognise/tokens.js'
import { wordClasses } from '../../recognise/wordClasses.js'
import { flag } from './flags.js'
import { interest } from './interest.js'
import type { Reading } from './reading.js'
import { near } from './triggers.js'

const words = wordClasses({ prep: 'in uit naar vanuit nabij richting' })
const { bit } = words

/** How villages end whose names are made of two words. */
const village =
  /(?:veen|drecht|dam|burg|horst|laar|rade|voort|ega|wold|wolde|zijl|schans|dijk|beek|heide|veld|velde|loo|donk|kapelle|parochie|bosch|hoven|sluis|berg|haven|duinen|brug|woude|broek|huizum|oever|recht|elst|hem|einde|kerke|kerk)$/u
const noVillage = /(?:boek|kapelle?|zorgveld|werkveld|speelveld|voetbalveld|omgeving|vergaderingen|ziekenhuis|mogelijkheid)$/u

/** "in blauwverlaat", "uit burgerveen": a made word behind a preposition of place, that ends as villages do. */
export function markPlaceForms(reading: Reading, out: Candidates): void {
  const { tokens, word, near: nearBits, plain } = reading
  for (const i of reading.at(interest.unknown)) {
    if (i === 0 || plain[i] === 0 || nearBits[i] !== 0 || (word[i]! & flag.compound) === 0 || tokens.gap[i] !== gap.space) continue
    if ((words.of(tokens.hash[i - 1]!) & bit.prep) === 0 || tokens.length[i]! > 14) continue
    const next = i + 1
    const closed =
      next >= tokens.count ||
      (tokens.gap[next]! & (gap.line | gap.stop | gap.comma)) !== 0 ||
      (nearBits[next]! & (near.bit.stopWord | near.bit.does | near.bit.pronoun)) !== 0
    if (!closed) continue
    const letters = foldedWord(tokens, i)
    if (village.test(letters) && !noVillage.test(letters)) out.add(tokens.start[i]!, tokens.end[i]!, 'LOCATION', certainty.likely, 1)
  }
}
