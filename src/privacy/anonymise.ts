import { carryLanguage, type Language, type Recogniser } from '../language/index.js'
import { carryGuard, needStudy, type SafeStudy, type Study, showStudy, type Turn, throwProblems } from '../study/index.js'
import type { Table } from '../table/index.js'
import { checkIds } from './checkIds.js'
import { withheldIn } from './consent.js'
import { type Register, reasonForNoNames } from './entry.js'
import { nameFinder } from './findNames.js'
import { makeGuard } from './guard.js'
import { Key } from './key.js'
import { checkRegister, labelsOf, replaceNames, respondentLabel } from './replacements.js'
import { type ConflictRow, conflictTable, type LogRow, logTable, type ReviewRow, reviewTable } from './reviewTables.js'
import { quoteFates } from './safeQuotes.js'
import { safeStudy } from './safeStudy.js'
import { type SafeTranscript, safeTranscript } from './safeTranscript.js'
import { withheldRuns } from './withheldRuns.js'

export interface AnonymiseOptions {
  /** The names to hide. */
  readonly register: Register
  /** The language of what the library writes itself: labels and gaps. */
  readonly language: Language
  /** Attributes of respondents and cases to carry, by column name. Default: none. */
  readonly attributes?: readonly string[]
  /** YYYY-MM-DD: consents that ended before this day count as refused. Default: none has ended. */
  readonly today?: string
  /** What else to look for. What they mark is not replaced but put up for review. */
  readonly recognisers?: readonly Recogniser[]
}

export interface Anonymised {
  /** The only thing public outputs are made from. */
  readonly study: SafeStudy
  /** Leads back to the original. Secret. */
  readonly key: Key
  /** How often each entry was replaced. Holds no original text. */
  readonly log: Table<LogRow>
  /** Every replacement in its sentence, and what recognisers marked besides. Secret: it shows only counts. */
  readonly review: Table<ReviewRow>
  /** Quotes that clash with what the speaker was promised, and what is printed instead. */
  readonly conflicts: Table<ConflictRow>
}

/**
 * Makes the safe study: registered names replaced in all texts, speech that may not be quoted taken out, and everything
 * that is not named in an allow-list left behind. It carries a guard, without which no output is public.
 *
 * The result is pseudonymised: who knows the people may still recognise them.
 *
 * @throws StudyError when the register would let a name through: an entry without a name, a spelling shared by two
 *   entries, a label that holds a registered name, an empty register without `noNames`
 * @example
 * const { study: safe } = anonymise(study, { register, language: en })
 * safe.respondents[0]?.label
 * //=> 'Respondent 1'
 */
export function anonymise(study: Study, options: AnonymiseOptions): Anonymised {
  needStudy(study, 'anonymise')
  const { register, language } = options
  const finder = nameFinder(register)
  const labels = labelsOf(register, study, language)
  checkRegister(register, study, labels, finder, language)
  if (options.today !== undefined && !/^\d{4}-\d{2}-\d{2}$/u.test(options.today))
    throwProblems([{ what: 'this is not a day', hint: "write today as year-month-day: '2026-05-01'", call: 'anonymise' }])
  const say = (text: string) => replaceNames(text, finder, labels)
  const sayIn = (text: string, transcript: string) => replaceNames(text, finder, labels, transcript)
  checkIds(study, say, options.attributes ?? [])
  const today = options.today === undefined ? {} : { today: options.today }
  const texts = new Map(
    study.transcripts.map(one => {
      const withheld = withheldIn(study, one, options.today)
      return [one.id, safeTranscript(one, { finder, labels, language, withheld, speaker: turn => speakerLabel(study, turn, language) })]
    }),
  )
  const fates = quoteFates(study, options.today)
  const plain = safeStudy(study, { language, say, sayIn, texts, fates, attributes: options.attributes ?? [], ...today })
  const runs = withheldRuns(study, texts, say, fates, options.today)
  const guard = makeGuard({ register, finder, language, runs, leftStanding: leftStanding(register, study, texts) })
  const replacements = [...texts.values()].reduce((sum, one) => sum + one.found.length, 0)
  return {
    study: showStudy(carryLanguage(carryGuard(plain, guard), language)) as SafeStudy,
    key: new Key({ original: study, entries: register.length, replacements }),
    log: logTable(register, labels, texts, reasonForNoNames(register)),
    review: reviewTable(study, labels, texts, finder, options.recognisers ?? []),
    conflicts: conflictTable(fates, study, language, options.today),
  }
}

function speakerLabel(study: Study, turn: Turn, language: Language): string {
  if (turn.asks) return language.texts.interviewer
  return language.joinLabels(turn.respondents.map(one => respondentLabel(study, one, language)))
}

/** For entries that mean something else in other transcripts: the safe texts in which their names rightly stay. */
function leftStanding(register: Register, study: Study, texts: ReadonlyMap<string, SafeTranscript>): Map<number, string[]> {
  return new Map(
    register.flatMap((entry, i) => {
      if (entry.where.length === 0) return []
      return [[i, study.transcripts.filter(one => !entry.where.includes(one.id)).map(one => texts.get(one.id)?.text ?? '')] as const]
    }),
  )
}
