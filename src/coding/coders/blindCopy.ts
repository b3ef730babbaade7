import { type Coding, type Problem, type Study, showStudy, throwProblems } from '../../study/index.js'
import { beforeFirstPass, differences, makePass, withJournal } from '../journal.js'
import { blindCall } from './isBlind.js'

/** What a blind coder may be shown besides the texts, the guide, the people and the codebook. */
export type BlindShow = 'relations' | 'themes' | 'theories' | 'configurations' | 'prompts' | 'responses'

export interface BlindOptions {
  /**
   * Tables that are shown as well: a team that codes towards a programme theory shows its configurations. What they
   * refer to comes along.
   */
  readonly show?: readonly BlindShow[]
}

/** Each table that may be shown, with what it refers to. */
const shows: Readonly<Record<BlindShow, readonly BlindShow[]>> = {
  relations: [],
  themes: [],
  theories: [],
  configurations: ['theories'],
  prompts: ['configurations', 'theories'],
  responses: [],
}
export const blindShows = Object.keys(shows) as readonly BlindShow[]

/**
 * A copy of a study for one coder, who is to code without seeing what others did. The coder's own codings stay. That
 * they were settled is hidden, but what another changed in one of them (its level or memo, its account, being an example of its code) is seen.
 *
 * Seen are the texts, who speaks, the guide and what was asked, and the codebook with its definitions. Hidden are the codings of
 * others and what was made of codings: examples in the codebook, settled readings, evidence, cells, quotes, themes, configurations, relations, pages, memos, and
 * the journal. Suggestions are refused in it, because they are learnt from codings. `mergeCoders` puts the work back onto the
 * study; what was hidden is not taken for removed.
 *
 * @param coder whose own codings stay
 * @returns a study with a journal of its own; the same each time, for the same study and coder
 * @throws StudyError when no coder is named, or when `show` names a table that cannot be shown
 * @example
 * const copy = blindCopy(coded, 'JT')
 * copy.codings.length
 * //=> 0
 */
export function blindCopy(given: Study, coder: string, { show = [] }: BlindOptions = {}): Study {
  throwProblems(wrongCall(coder, show))
  const study = withJournal(given)
  const shown = new Set(show.flatMap(table => [table, ...shows[table]]))
  const hidden = Object.fromEntries(blindShows.filter(table => !shown.has(table)).map(table => [table, []]))
  const codings = study.codings.flatMap(coding => ownCoding(coding, coder))
  const lost = study.lost.flatMap(coding => ownCoding(coding, coder))
  const own = new Set([...codings, ...lost].map(coding => coding.id))
  const copy: Study = {
    ...study,
    ...hidden,
    codes: study.codes.map(code => ({
      ...code,
      typical: code.typical.filter(id => own.has(id)),
      borderline: code.borderline.filter(id => own.has(id)),
    })),
    codings,
    lost,
    reveals: study.reveals.filter(one => own.has(one.coding ?? '')),
    quotes: [],
    evidence: [],
    cells: [],
    pages: [],
    memos: [],
    journal: [],
  }
  const empty = beforeFirstPass(copy)
  const note = blindNote(coder, study.journal.at(-1)?.id ?? '')
  const pass = makePass(empty, 'import', { coder, date: '' }, [{ call: blindCall, note, patches: differences(empty, copy) }])
  return showStudy({ ...copy, journal: [pass] })
}

/** The words of the journal by which a blind copy tells of which state of the study it is a copy. */
export function blindNote(coder: string, pass: string): string {
  return `copy for ${coder}, without what others coded, of the study after pass ${pass}`.trim()
}

/** A coding that the coder made, as it was before anybody settled it; nothing of what others or all together made. */
function ownCoding(coding: Coding, coder: string): readonly Coding[] {
  if (coding.coder !== coder || coding.status === 'settled' || coding.settles.length > 0) return []
  return [coding.status === 'open' ? coding : { ...coding, status: 'open' }]
}

function wrongCall(coder: string, show: readonly BlindShow[]): Problem[] {
  const call = 'blindCopy'
  const nobody = typeof coder !== 'string' || coder.trim() === ''
  return [
    ...(nobody ? [{ what: 'a blind copy is for a coder', hint: "name the coder: blindCopy(study, 'JT')", call }] : []),
    ...show
      .filter(table => !(table in shows))
      .map(() => ({ what: '"show" names what a blind copy cannot show', hint: `choose from ${blindShows.join(', ')}`, call })),
  ]
}
