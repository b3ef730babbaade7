import { carryLanguage, type Language, type Recogniser } from '../language/index.js'
import { carryGuard, needStudy, type SafeStudy, type Study, showStudy, type Turn, throwProblems } from '../study/index.js'
import type { Table } from '../table/index.js'
import { consentConflicts } from './checkConsent.js'
import { checkIds } from './checkIds.js'
import { type Closed, closedTo } from './closedTo.js'
import { withheldIn } from './consent.js'
import type { ConsentConflict } from './consentConflict.js'
import { type Register, reasonForNoNames } from './entry.js'
import { nameFinder } from './findNames.js'
import { makeGuard } from './guard.js'
import { type Key, keyFor } from './key.js'
import { looksFor } from './looks.js'
import { type Generalise, type Profile, printedLabels } from './profile.js'
import { recognise } from './recognise.js'
import { checkRegister, replaceNames, respondentLabel } from './replacements.js'
import { type LogRow, logTable, type ReviewRow, reviewTable } from './reviewTables.js'
import { safeNames } from './safeNames.js'
import { inSafeOrder } from './safeOrder.js'
import { quoteFates } from './safeQuotes.js'
import { safeStudy } from './safeStudy.js'
import { type SafeTranscript, safeTranscript } from './safeTranscript.js'
import { checkLabels, type Labels, unlinkedStudy } from './unlinked.js'
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
  /** Who the safe study is for. Default: `report`. In an `archive` nothing goes along of who did not agree to be archived. */
  readonly profile?: Profile
  /** Per type of entry which step of its ladder is printed, where the profile is not what is wanted. */
  readonly generalise?: Generalise
  /**
   * What readers see for people. `unlinked`: only their group, and no id, place or order that ties what one person said together; not for
   * an archive. Default: `numbered`.
   */
  readonly labels?: Labels
  /** What else to look with besides the language pack. What is found is not replaced but put up for review. */
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
  /** Where what would be printed clashes with what people were promised, and what is printed instead: the table of `checkConsent`. */
  readonly conflicts: Table<ConsentConflict>
}

/**
 * Makes the safe study: registered names replaced in all texts, speech that may not be quoted taken out, and everything
 * that is not named in an allow-list left behind. Rows do not stand in the order they came in, which may be that of a calendar or a staff
 * list, but by labels and rounds. It carries a guard, without which no output is public.
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
export function anonymise(given: Study, options: AnonymiseOptions): Anonymised {
  needStudy(given, 'anonymise')
  checkLabels(options)
  const { register, language, profile = 'report' } = options
  const look: Recogniser = text => recognise(text, { language, recognisers: options.recognisers ?? [] })
  const finder = nameFinder(register, look)
  const study = options.labels === 'unlinked' ? unlinkedStudy(given, finder, language) : given
  const labels = printedLabels(register, study, language, finder, profile, options.generalise ?? {})
  const replacing = { finder, labels, language }
  const looks = looksFor(register, finder, look, study.roles)
  checkRegister(register, study, labels, finder, language)
  if (options.today !== undefined && !/^\d{4}-\d{2}-\d{2}$/u.test(options.today))
    throwProblems([{ what: 'this is not a day', hint: "write today as year-month-day: '2026-05-01'", call: 'anonymise' }])
  const say = (text: string) => replaceNames(text, replacing)
  const sayIn = (text: string, transcript: string) => replaceNames(text, replacing, transcript)
  checkIds(study, say, options.attributes ?? [])
  const today = options.today === undefined ? {} : { today: options.today }
  const closed = profile === 'archive' ? closedTo(study, options.today) : null
  const texts = new Map(
    study.transcripts.map(one => {
      const withheld = withheldIn(study, one, options.today, profile)
      return [
        one.id,
        safeTranscript(one, { finder, labels, language, withheld, speaker: turn => speakerLabel(study, turn, language, closed) }),
      ]
    }),
  )
  const labelOf = (id: string) => (closed?.people.has(id) ? '' : respondentLabel(study, id, language))
  const ordered = inSafeOrder(study, { say, labelOf, textOf: id => texts.get(id)?.text ?? '' })
  const fates = quoteFates(ordered, options.today, profile)
  const making = {
    language,
    say,
    sayIn,
    texts,
    fates,
    attributes: options.attributes ?? [],
    closed,
    unlinked: options.labels === 'unlinked',
    ...today,
  }
  const names = safeNames(ordered, making)
  const plain = safeStudy(ordered, making, names)
  const runs = withheldRuns(study, texts, say, fates, making)
  const guard = makeGuard({
    register,
    finder,
    language,
    runs,
    looks,
    leftStanding: leftStanding(register, study, texts),
    original: given,
    options,
    ids: names.ids,
    texts,
    say,
  })
  const replacements = [...texts.values()].reduce((sum, one) => sum + one.found.length, 0)
  return {
    study: showStudy(carryLanguage(carryGuard(plain, guard), language)) as SafeStudy,
    key: keyFor(given, options, plain, replacements),
    log: logTable(register, labels, texts, reasonForNoNames(register)),
    review: reviewTable(study, texts, replacing, looks),
    conflicts: consentConflicts(study, { language, register, profile, ...today }),
  }
}

function speakerLabel(study: Study, turn: Turn, language: Language, closed: Closed | null): string {
  if (turn.asks) return language.texts.interviewer
  // Made safe before.
  if (turn.speaker === language.texts.someone) return turn.speaker
  const carried = turn.respondents.filter(one => !closed?.people.has(one))
  if (carried.length === 0 && turn.respondents.length > 0) return language.texts.someone
  return language.joinLabels(carried.map(one => respondentLabel(study, one, language)))
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
