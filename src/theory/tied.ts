import { fewestPeople, isTied, type Said } from '../analysis/index.js'
import { audienceOf, type Coding, isUnlinked, type Study, type Transcript } from '../study/index.js'
import { answersIn } from '../transcript/index.js'

/**
 * Whether a table may put a passage beside what else the same person said. For the team it always may. For readers a passage that a
 * quote gives to no number may not: who told one of the two would then be known to have told the other.
 */
export function mayTie(study: Study): (coding: Coding) => boolean {
  if (audienceOf(study) === 'team') return () => true
  if (isUnlinked(study)) return () => false
  const transcripts = new Map(study.transcripts.map(one => [one.id, one]))
  const quoted = new Set(study.quotes.map(quote => quote.transcript))
  return coding => !quoted.has(coding.transcript) || isTiedIn(study, transcripts.get(coding.transcript)!, coding)
}

function isTiedIn(study: Study, transcript: Transcript, coding: Coding): boolean {
  return isTied(study, transcript.id, answersIn(transcript, coding))
}

/**
 * A number of sources that told several things each, as it may be printed. Three or more hide each other; of fewer only those count
 * whose passages may all be put side by side.
 *
 * @param all how many there are
 * @param tied how many there are by passages that may be tied
 */
export function printedNumber(all: number, tied: number): number {
  return all >= fewestPeople ? all : tied
}

/** Whether every passage may be put beside what else its speaker said. */
export function tiesAll(study: Study): boolean {
  return audienceOf(study) === 'team' || (!isUnlinked(study) && study.quotes.length === 0)
}

/** Which of what was said may be put side by side. */
export function tiedOf(study: Study, said: readonly Said[]): readonly Said[] {
  const may = mayTie(study)
  return said.filter(one => may(one.coding))
}
