import { needStudy, type Study, StudyError } from '../study/index.js'
import { contentOf, type Key } from './key.js'
import { partsThatDiffer, studyDigests } from './studyDigests.js'

/**
 * Leads a safe study back to the original it was made from, whole: texts byte for byte, tables and journal. Only the very
 * snapshot the key was made for will do, in memory or saved and opened again: what a save carries is compared (facts, texts, turns, tables,
 * pages), and not the journal, the files of transcripts and their hashes, nor the pass of a coding.
 *
 * @param study a safe study, with its guard or without
 * @param key what `anonymise` gave with it, or `openKey`
 * @throws StudyError when the study was made with another key, or was changed since
 * @example
 * const { study: safe, key } = anonymise(coded, { register, language: en })
 * restore(safe, key).transcripts[0].text === coded.transcripts[0].text
 * //=> true
 */
export function restore(study: Study, key: Key): Study {
  needStudy(study, 'restore')
  const { original, digests } = contentOf(key, 'restore')
  const differing = partsThatDiffer(digests, studyDigests(study))
  if (differing.length === 0) return original
  throw new StudyError([
    {
      what: `this study was not made with this key, or was changed since: ${where(differing, digests)}`,
      hint: 'give the safe study as it was made, and the key that was made with it',
      call: 'restore',
    },
  ])
}

/** Which parts differ, in general terms. */
export function where(differing: readonly string[], digests: Readonly<Record<string, string>>): string {
  const all = Object.keys(digests).length
  return differing.length > all / 2 ? 'most of it differs' : `what differs is in ${differing.join(', ')}`
}
