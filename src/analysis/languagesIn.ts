import { carriedLanguage, type Language, languageOf } from '../language/index.js'
import type { Study, Transcript } from '../study/index.js'

/** Which language each text of a study is compared in. */
export interface Languages {
  /** What the study itself is written in: names and definitions of codes. */
  readonly own: Language
  /** Of a transcript; null when it is in a language of which no pack was given: its words are compared as they stand. */
  readonly of: (transcript: Transcript) => Language | null
  /** A sentence on texts without a pack; empty when there are none. */
  readonly note: string
}

/**
 * The language packs for the texts of a study. A transcript that says no language is in that of the study.
 *
 * @param given one pack, or one per language that is spoken
 * @throws StudyError when no pack is given and the study carries none
 */
export function languagesIn(study: Study, given: Language | readonly Language[] | undefined): Languages {
  const carried = carriedLanguage(study)
  const packs = given === undefined ? [] : 'id' in given ? [given] : given
  const all = carried === null || packs.length > 0 ? packs : [carried]
  const find = (name: string) => all.find(pack => pack.id === tagOf(name))
  const own = find(study.language) ?? languageOf(study, all[0])
  const of = ({ language }: Transcript) => (language === null ? own : (find(language) ?? null))
  const without = study.transcripts.filter(transcript => of(transcript) === null).length
  const note =
    without === 0
      ? ''
      : `; ${without} ${without === 1 ? 'transcript is' : 'transcripts are'} in a language of which no pack was given, and compared word by word, without stems`
  return { own, of, note }
}

function tagOf(name: string): string {
  return name.trim().toLowerCase().split(/[-_]/u)[0]!
}
